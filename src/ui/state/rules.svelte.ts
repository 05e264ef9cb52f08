import type { Rule } from '../../model/rule.ts';
import type { Finding } from '../../model/finding.ts';
import { ruleRows, sortRules } from '../derive/rules.ts';
import type { RuleColumn, RuleRow } from '../derive/rules.ts';
import type { Sorting } from '../derive/sorting.ts';

/** The rules of the pack and how they came out in this report. The pack is loaded when it is first looked at. */
export class RulesState {
  readonly #findings: Finding[];
  rules = $state.raw<Rule[] | null>(null);
  failed = $state(false);
  query = $state('');
  sorting = $state.raw<Sorting<RuleColumn>>({ by: 'fail', down: true });

  #rows = $derived.by<RuleRow[]>(() => (this.rules === null ? [] : ruleRows(this.rules, this.#findings)));
  /** The rules that match what is typed, in the chosen order. */
  rows = $derived(sortRules(this.#matching(), this.sorting));

  constructor(findings: Finding[]) {
    this.#findings = findings;
  }

  async load(): Promise<void> {
    if (this.rules !== null) return;
    try {
      const { default: pack } = await import('virtual:rule-pack');
      this.rules = pack.rules;
    } catch {
      this.failed = true;
    }
  }

  /** The row of a rule; null when the pack has no such rule. */
  row(id: string | null): RuleRow | null {
    return this.#rows.find(({ rule }) => rule.id === id) ?? null;
  }

  #matching(): RuleRow[] {
    const words = this.query.toLowerCase().split(/\s+/).filter(Boolean);
    return this.#rows.filter(({ text }) => words.every((word) => text.includes(word)));
  }
}
