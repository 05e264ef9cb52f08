import type { Cell } from '../../model/table.ts';
import { isPeriodHead, isValue } from './values.ts';

/** No table of a report has more head rows than this. */
const MAX_HEAD_ROWS = 5;

/** How many rows from the top are column heads: rows of words and periods above the first row with values. */
export function findHeadRows(cells: readonly Cell[], rows: number, cols: number): number {
  const byRow = Array.from({ length: rows }, (_, r) => cells.filter((c) => c.row === r));
  const firstValues = byRow.findIndex((row) => {
    const years = row.filter((c) => isPeriodHead(c.text)).length >= 2;
    return row.some((c) => c.col > 0 && holdsValue(c) && !(years && YEAR_AND_WORDS.test(c.text)));
  });
  if (firstValues < 0) return headOfWords(byRow);
  let heads = 0;
  for (let r = 0; r < Math.min(firstValues, MAX_HEAD_ROWS); r++) {
    const row = byRow[r]!;
    const isBand = row.length === 1 && (row[0]!.colSpan >= cols || row[0]!.col === 0) && heads > 0;
    if (isBand) break;
    heads = r + 1;
  }
  // A lone label above the first values is a band row or a caption, not a head, unless heads follow below it.
  while (
    heads > 0 &&
    byRow[heads - 1]!.length === 1 &&
    byRow[heads - 1]![0]!.col === 0 &&
    byRow[heads - 1]![0]!.colSpan < cols
  )
    heads--;
  return heads;
}

/** `2019 Comments`: the heads of two columns that were printed close together. */
const YEAR_AND_WORDS = /^(?:19|20)\d\d\s+\p{L}{3}/u;

const holdsValue = (cell: Cell): boolean =>
  isValue(cell.text) && !isPeriodHead(cell.text) && !isUnitHead(cell.text) && !namesPeriods(cell.text);

/** `2022 2023`: the heads of two columns, in one cell. */
const namesPeriods = (text: string): boolean => text.trim().split(/\s+/).every(isPeriodHead);

/** `'000 t`, `%`, `(1)` in a head row look like values but are units and column numbers. */
function isUnitHead(text: string): boolean {
  return /^['’]?000\b/.test(text) || /^[%％]$/.test(text.trim());
}

/**
 * In a table of words the first row is the head, unless it looks like the rows below: the same weight and colour, and
 * digits where they have digits (the rows of an index that goes on from another column).
 */
function headOfWords(byRow: readonly Cell[][]): number {
  const [first, ...rest] = byRow;
  if (!first || rest.length === 0) return 1;
  if (first.length < 2) return rest[0]!.length >= 2 ? 0 : 1;
  const look = (c: Cell): string => `${c.lines[0]?.bold}|${c.lines[0]?.color}`;
  const below = (col: number): Cell[] => rest.flatMap((row) => row.filter((c) => c.col === col));
  const alike = first.every((c) => below(c.col).some((b) => look(b) === look(c)));
  const coded = first.some((c) => /\d/.test(c.text) && below(c.col).some((b) => /\d/.test(b.text)));
  return alike && coded ? 0 : 1;
}
