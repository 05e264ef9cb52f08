import type { Fact } from '../model/fact.ts';

/** Words that announce a unit inside a label: `(Unit: 100 million RMB)`. */
const UNIT_WORD = /(?:\bunit|单位|單位|計量單位|计量单位)\s*[:：]?/giu;

/** Fact → its label for comparing: lower case, without its unit, empty brackets, spaces and punctuation. */
export function normaliseLabel(fact: Fact): string {
  let label = fact.label.normalize('NFKC').toLowerCase();
  const unit = fact.unitRaw?.normalize('NFKC').toLowerCase().trim() ?? '';
  if (unit.length > 0) label = label.split(unit).join(' ');
  return label.replace(UNIT_WORD, ' ').replace(/[^\p{L}\p{N}%+&<>≤≥-]+/gu, '');
}

/** Shorter labels (`total`, `others`, 合计) name nothing by themselves. In characters; an ideograph says as much as three letters. */
const SHORTEST_TELLING_LABEL = 15;
const LETTERS_PER_IDEOGRAPH = 3;

/** Normalised label → does it say enough to name one thing throughout a report? */
export function isTelling(label: string): boolean {
  const ideographs = label.match(/\p{Script=Han}/gu)?.length ?? 0;
  return label.length + ideographs * (LETTERS_PER_IDEOGRAPH - 1) >= SHORTEST_TELLING_LABEL;
}
