import { count } from './words.ts';

export const findings = {
  search: 'Search findings',
  detail: 'Detail',
  standings: {
    wrong: 'Wrong',
    doubtful: 'Doubtful',
    look: 'Worth a look',
    untold: 'Could not be told',
    verified: 'Verified',
  },
  /** As the counts say it: `3 wrong`. */
  counted: { wrong: 'wrong', doubtful: 'doubtful', look: 'worth a look', untold: 'untold', verified: 'verified' },
  meanings: {
    wrong: 'Impossible as printed',
    doubtful: 'Very likely wrong, or a requirement unmet',
    look: 'Worth a second look',
    untold: 'Something needed was not found or not read',
    verified: 'Checked, and it holds',
  },
  noMatch: 'No finding matches. Figures have their own search under Figures.',
  nothing: 'No rule found anything to check.',
  hidden: (findings: number, rules: number) =>
    `${count(findings, 'finding')} hidden: ${count(rules, 'rule')} switched off.`,
  back: '‹ Findings',
  working: 'Working',
  seeOnPage: 'See it on the page',
  unsure: 'Not quite sure',
  restsOn: 'Rests on',
  why: 'Why it matters',
  askedBy: 'Asked for by',
  rule: 'Rule',
  switchedOff: 'switched off',
  printed: (sum: string, printed: string) => `${sum}, printed ${printed}`,
  claimed: (step: string, claimed: string) => `${step}, claimed ${claimed}`,
  quoted: (words: string) => `“${words}”`,
  withUnit: (text: string, unit: string) => `${text} (${unit})`,
  parts: (parts: number) => `${parts} parts`,
  onPages: (value: string, pages: number[]) => `${value} on p. ${pages.join(', ')}`,
  topicOn: (article: string, pages: number[]) => `${article} · topic on p. ${pages.join(', ')}`,
  /** Lines of a working that are not the report's own words, by their English. */
  lines: {
    Sum: 'Sum',
    Whole: 'Whole',
    Quotient: 'Quotient',
    Change: 'Change',
    Claimed: 'Claimed',
    Difference: 'Difference',
    'Difference to 100%': 'Difference to 100%',
    'Rounding explains': 'Rounding explains',
  },
};
