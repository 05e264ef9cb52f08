import type { Finding, Outcome } from '../../model/finding.ts';
import type { Rule, RuleExample } from '../../model/rule.ts';
import { say } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';
import { sortBy } from './sorting.ts';
import type { Sorting } from './sorting.ts';
import { formatStandard } from './format.ts';

/** A rule and how often it came out which way in this report. */
export interface RuleRow {
  rule: Rule;
  counts: Record<Outcome, number>;
  /** What the search looks through, in lower case. */
  text: string;
}

export type RuleColumn = 'title' | 'kind' | Outcome;

/** Every rule with its counts. */
export function ruleRows(rules: Rule[], findings: Finding[]): RuleRow[] {
  const counts = new Map<string, RuleRow['counts']>();
  for (const { rule, outcome } of findings) {
    const so = counts.get(rule) ?? noCounts();
    so[outcome] += 1;
    counts.set(rule, so);
  }
  return rules.map((rule) => {
    const standards = rule.standards.map(formatStandard);
    const words = [rule.id, rule.title.en, rule.title.zh, rule.check.kind, rule.severity, ...standards];
    return { rule, counts: counts.get(rule.id) ?? noCounts(), text: words.join(' ').toLowerCase() };
  });
}

function noCounts(): RuleRow['counts'] {
  return { pass: 0, fail: 0, cannotTell: 0, notApplicable: 0 };
}

/** Rows in the order of a column; among equals, those with more results first, then by title. */
export function sortRules(rows: RuleRow[], { by, down }: Sorting<RuleColumn>): RuleRow[] {
  const keys: Record<RuleColumn, (row: RuleRow) => string | number> = {
    title: ({ rule }) => say(rule.title),
    kind: ({ rule }) => rule.check.kind,
    fail: ({ counts }) => counts.fail,
    pass: ({ counts }) => counts.pass,
    cannotTell: ({ counts }) => counts.cannotTell,
    notApplicable: ({ counts }) => counts.notApplicable,
  };
  const even = sortBy(sortBy(rows, keys.title, false), ({ counts }) => counts.fail + counts.pass, true);
  return sortBy(even, keys[by], down);
}

/** How a rule of this severity stands when it fails: the tone of its name. */
export function toneOf(severity: Rule['severity']): 'wrong' | 'doubtful' | 'look' {
  const tones = { error: 'wrong', warning: 'doubtful', info: 'look' } as const;
  return tones[severity];
}

/** One line for each figure, sentence and index row of an example. */
export function exampleLines({ facts = {}, text = [], index = [] }: RuleExample): string[] {
  const values = (given: string | string[]): string =>
    typeof given === 'string' ? given : given.join(t.rules.elsewhere);
  const figures = Object.entries(facts).flatMap(([metric, given]) =>
    typeof given === 'string' || Array.isArray(given)
      ? [`${metric}: ${values(given)}`]
      : Object.entries(given).map(([year, each]) => `${metric} ${year}: ${values(each)}`),
  );
  return [
    ...figures,
    ...text.map((sentence) => t.findings.quoted(sentence)),
    ...index.map((row) => t.rules.indexRow(row)),
  ];
}
