import { readCellNumber } from './numbers.ts';
import type { NumberConvention } from './numbers.ts';
import type { Units } from './units.ts';

/** One of several figures in a cell with its own label. Offsets are those of the cell's text. */
export interface CellPair {
  label: string;
  /** Where the figure stands, its unit included. */
  from: number;
  to: number;
}

const FIGURE_AFTER_COLON = /[:：]\s*(?=[<>≤≥~≈-]?\s*\d)/g;
const FIGURE = /[<>≤≥~≈-]?\s*\d[\d.,，'’]*(?:\s\d{3}(?!\d))*\s*[%％]?/y;
/** A label of the cell's own: a few words, or a year. */
const LABEL = /^(?:(?:19|20)\d{2}年?|\p{L}.{0,48})$/u;

/**
 * Cell → its figures, when it holds several with a label each: `SOx: 0.043 NOx: 0.97`, `2022: 45 2023: 43`.
 * @returns none when the cell holds one figure, or anything beside such pairs
 */
export function readCellPairs(text: string, units: Units, convention: NumberConvention | null): CellPair[] {
  const pairs: CellPair[] = [];
  let end = 0;
  for (const colon of text.matchAll(FIGURE_AFTER_COLON)) {
    const label = text
      .slice(end, colon.index)
      .replace(/^[\s,，;；、/|·•-]+/, '')
      .trim();
    const from = colon.index + colon[0].length;
    FIGURE.lastIndex = from;
    const figure = FIGURE.exec(text)?.[0].trimEnd();
    if (figure === undefined || !LABEL.test(label) || readCellNumber(figure, convention) === null) return [];
    const to = Math.max(from + figure.length, units.readAfter(text, from + figure.length)?.end ?? 0);
    pairs.push({ label, from, to });
    end = to;
  }
  return pairs.length >= 2 && !/[\p{L}\d]/u.test(text.slice(end)) ? pairs : [];
}
