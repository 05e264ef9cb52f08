/** How a cell looks; the library's own terms are in `library.ts`. */
export type Look =
  'head' | 'title' | 'strong' | 'quiet' | 'wrap' | 'wrong' | 'doubtful' | 'look' | 'untold' | 'verified';

/** Text, a number, nothing, or one of them with more to it. Text is never taken for a formula. */
export type Cell = string | number | null | StyledCell;

export interface StyledCell {
  value: string | number | null;
  /** Recomputes the value in the spreadsheet: `H3+H4`, without a leading `=`. Made of cell names and numbers alone. */
  formula?: string;
  look?: Look;
  /** Number format, such as `#,##0.00`. */
  format?: string;
}

export interface Sheet {
  name: string;
  /** Widths of the columns, in characters. */
  widths: number[];
  /** Rows that stay in sight when scrolling, and stand on every printed page. */
  headRows: number;
  rows: Cell[][];
  /** Rows (from 0) that belong below the one before: they can be folded away. */
  folded: Set<number>;
}

/** Excel's limit on the text of one cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

/** Text → text that fits in a cell. */
export const fitting = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;

/** Column (from 0) and row (from 0) → `C7`. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Decimal as printed, such as `1174.40` → the format that shows it so: `#,##0.00`. */
export function formatOf(decimal: string): string {
  const places = /\.(\d+)$/.exec(decimal)?.[1]?.length ?? 0;
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

/** A decimal string as a number with the format of its print. */
export function printedNumber(decimal: string): StyledCell {
  return { value: Number(decimal), format: formatOf(decimal) };
}
