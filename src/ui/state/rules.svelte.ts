import type { Rule } from '../../model/rule.ts';
import type { Finding } from '../../model/finding.ts';
import { packsOf, ruleRows, ruleTopics, sortRules } from '../derive/rules.ts';
import type { RuleColumn, RuleRow } from '../derive/rules.ts';
import type { Sorting } from '../derive/sorting.ts';

/** The rules of the pack and how they came out in this report. The pack is loaded when it is first looked at. */
export class RulesState {
  readonly #findings: () => Finding[];
  rules = $state.raw<Rule[] | null>(null);
  failed = $state(false);
  query = $state('');
  /** The pack whose rules are listed: a standard's, or those of none; null lists all. */
  pack = $state<string | null>(null);
  topic = $state<string | null>(null);
  sorting = $state.raw<Sorting<RuleColumn>>({ by: 'fail', down: true });

  #rows = $derived.by<RuleRow[]>(() => (this.rules === null ? [] : ruleRows(this.rules, this.#findings())));
  /** The rules that match what is typed, in the chosen order. */
  rows = $derived(sortRules(this.#matching(), this.sorting));

  constructor(findings: () => Finding[]) {
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

  /** Every pack with the number of its rules, the largest first. */
  get packs(): [pack: string, rules: number][] {
    return tally(this.rules ?? [], packsOf);
  }

  /** Every topic with the number of its rules, the largest first. */
  get topics(): [topic: string, rules: number][] {
    return tally(this.rules ?? [], ruleTopics);
  }

  get narrowed(): boolean {
    return this.pack !== null || this.topic !== null || this.query.trim() !== '';
  }

  /** The row of a rule; null when the pack has no such rule. */
  row(id: string | null): RuleRow | null {
    return this.#rows.find(({ rule }) => rule.id === id) ?? null;
  }

  #matching(): RuleRow[] {
    const words = this.query.toLowerCase().split(/\s+/).filter(Boolean);
    return this.#rows.filter(
      ({ rule, text }) =>
        (this.pack === null || packsOf(rule).includes(this.pack)) &&
        (this.topic === null || ruleTopics(rule).includes(this.topic)) &&
        words.every((word) => text.includes(word)),
    );
  }
}

function tally(rules: readonly Rule[], keysOf: (rule: Rule) => string[]): [key: string, rules: number][] {
  const counts: Record<string, number> = {};
  for (const key of rules.flatMap(keysOf)) counts[key] = (counts[key] ?? 0) + 1;
  return Object.entries(counts).sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}
