import type { Finding } from '../../model/finding.ts';
import type { Item } from './standing.ts';

const known = new WeakMap<Finding, string>();

/** What the search of the findings looks through: title, message and working in both languages, figures and labels. */
export function findingText({ finding }: Item): string {
  let text = known.get(finding);
  if (text === undefined) known.set(finding, (text = textOf(finding)));
  return text;
}

function textOf({ title, messages, rule, evidence }: Finding): string {
  const figures = evidence.flatMap(({ raw, label, period }) => [raw, label, period ?? '']);
  return normalise([title.en, title.zh, messages.en, messages.zh, rule, ...figures].join(' '));
}

/** Words as typed → words to look for. All must be there, in any order; the thousands commas of a number may be left out. */
export function wordsOf(query: string): string[] {
  return normalise(query).split(' ').filter(Boolean);
}

const thousandsComma = /(?<=\d),(?=\d{3})/g;

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(thousandsComma, '').replace(/\s+/g, ' ');
}
