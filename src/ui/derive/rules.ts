import type { Finding, Outcome } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
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

/** A report without what some rules found, which names them. */
export function withoutRules(report: Report, off: readonly string[]): Report {
  if (off.length === 0) return report;
  return {
    ...report,
    findings: report.findings.filter(({ rule }) => !off.includes(rule)),
    rulePack: { ...report.rulePack, off: off.toSorted() },
  };
}

/** Rules that belong to no standard: arithmetic, units, periods, words. They hold for every report. */
export const general = 'general';

/** The packs that a rule is in: the standards that it serves, or `general`. */
export function packsOf({ standards }: Rule): string[] {
  const families = new Set(standards.map((standard) => standard.split(':')[0]!));
  return families.size === 0 ? [general] : [...families];
}

/** A metric's id as a rule writes it: `ghg.scope1`. */
const metricId = /^[a-z]+\.[a-z0-9_]+$/;

/** The topics of a rule: the groups of the metrics in its check, `ghg`, `water`; none when it is about any figure. */
export function ruleTopics({ check }: Rule): string[] {
  const topics = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (metricId.test(value)) topics.add(value.split('.')[0]!);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(check);
  return [...topics];
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

/** One line for each figure, sentence, row of the table, index row and page of an example. */
export function exampleLines({ facts = {}, text = [], table = [], pages = [], index = [] }: RuleExample): string[] {
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
    ...table.map((row) => row.join(' | ')),
    ...index.map((row) => t.rules.indexRow(row)),
    ...pages.map((lines, at) => t.rules.pageOf(at + 1, lines.join(' ¶ '))),
  ];
}
