import type { Table } from '../../model/table.ts';
import type { Grid } from './grid.ts';
import { isBareNumber, isPeriodHead, isValue } from './values.ts';

/** Rows and columns below which nothing is a table. */
const MIN_ROWS = 2;
const MIN_COLS = 2;
/** A grid fuller of holes than this explains nothing. */
const MIN_FILLED = 0.3;
/** Unruled text is a table only with values: this share of some column's cells. */
const MIN_VALUE_SHARE = 0.5;
const MIN_ALIGNED_ROWS = 3;
/** Ticks of an axis: at least so many, and this share of their column. */
const MIN_TICKS = 5;
const MIN_TICK_SHARE = 0.7;
/** Text that covers more of its lines than this, without values, is justified prose in a box. */
const MAX_PROSE_FILL = 0.72;
/** A cell of more words is prose. */
const PROSE_WORDS = 25;
/** A ruled grid of which more than this share is prose is a layout of paragraphs … */
const MAX_PROSE_SHARE = 0.5;

/**
 * Decides whether a grid is a table and how sure that is.
 * @returns 0 to 1, or null when it is no table: prose in columns, a list, or the axis of a chart.
 */
export function judge(grid: Grid, method: Table['method']): number | null {
  if (grid.rows < MIN_ROWS || grid.cols < MIN_COLS) return headOnly(grid, method) ? 0.5 : null;
  const { cells } = grid;
  const area = cells.reduce((n, c) => n + c.rowSpan * c.colSpan, 0);
  const filled = area / (grid.rows * grid.cols);
  if (filled < MIN_FILLED) return null;
  const prose = cells.filter((c) => wordCount(c.text) > PROSE_WORDS).length / cells.length;
  const valueShares = shareOfValues(grid);
  const best = Math.max(0, ...valueShares.slice(1));
  if (method === 'aligned') {
    if (grid.rows < MIN_ALIGNED_ROWS || best < MIN_VALUE_SHARE || prose > 0.1) return null;
    if (allNumbers(grid) || ordinalList(grid) || hasAxis(grid) || isRowOfCards(grid)) return null;
    return 0.4 + 0.4 * Math.min(1, best) + 0.2 * filled;
  }
  if (prose > MAX_PROSE_SHARE && best < 0.2) return null;
  if (method === 'partly-ruled') {
    if (proseColumns(grid) && best < MIN_VALUE_SHARE) return null;
    if (allNumbers(grid) || (best < MIN_VALUE_SHARE && proseFill(grid) > MAX_PROSE_FILL)) return null;
  }
  return Math.min(1, 0.5 + 0.2 * filled + 0.2 * best + (method === 'ruled' ? 0.1 : 0));
}

/** A single row of short cells between rules: the head of a table that goes on in the next column. */
function headOnly(grid: Grid, method: Table['method']): boolean {
  return method !== 'aligned' && grid.rows === 1 && grid.cols >= 2 && grid.cells.every((c) => c.text.length <= 40);
}

function shareOfValues(grid: Grid): number[] {
  return Array.from({ length: grid.cols }, (_, col) => {
    const column = grid.cells.filter((c) => c.col === col && c.colSpan === 1 && !c.header);
    return column.length === 0 ? 0 : column.filter((c) => isValue(c.text)).length / column.length;
  });
}

/** Numbers throughout, the first column too: the ticks of a chart. */
function allNumbers(grid: Grid): boolean {
  const first = grid.cells.filter((c) => c.col === 0);
  return shareOfNumbers(first) > 0.7 && shareOfNumbers(grid.cells) > 0.85;
}

/**
 * A column of numbers with one and the same step (450, 400, 350 …) is the axis of a chart. Years and counted rows step
 * by one and are none.
 */
function hasAxis(grid: Grid): boolean {
  for (let col = 0; col < grid.cols; col++) {
    const texts = grid.cells.filter((c) => c.col === col && c.colSpan === 1).map((c) => c.text.trim());
    const numbers = texts
      .filter((t) => isBareNumber(t) && !isPeriodHead(t))
      .map((t) => Number(t.replace(/[,%\s]/g, '')));
    if (numbers.length < MIN_TICKS || numbers.length < MIN_TICK_SHARE * texts.length || !numbers.every(Number.isFinite))
      continue;
    const step = numbers[1]! - numbers[0]!;
    const even = numbers.every((n, i) => i === 0 || Math.abs(n - numbers[i - 1]! - step) < 1e-9);
    if (even && Math.abs(step) !== 1 && step !== 0) return true;
  }
  return false;
}

/** Numbers are this much larger than the captions under them. */
const CARD_SIZE = 1.25;

/** A number in larger type at the top of each column, and below it words and at most lesser figures: cards side by side. */
function isRowOfCards(grid: Grid): boolean {
  const size = (cells: Grid['cells']): number[] => cells.flatMap((c) => c.lines.map((l) => l.size));
  const top = grid.cells.filter((c) => c.row === 0);
  const below = grid.cells.filter((c) => c.row > 0);
  return (
    top.length === grid.cols &&
    top.every((c) => isValue(c.text) && !isPeriodHead(c.text)) &&
    Math.min(...size(top)) >= CARD_SIZE * Math.max(...size(below))
  );
}

/** Share of its rows' width that a grid's text covers. */
function proseFill(grid: Grid): number {
  const lines = grid.cells.flatMap((c) => c.lines);
  const left = Math.min(...lines.map((l) => l.box[0]));
  const right = Math.max(...lines.map((l) => l.box[2]));
  const baselines = new Set(lines.map((l) => Math.round(l.box[3])));
  const text = lines.reduce((n, l) => n + l.box[2] - l.box[0], 0);
  return text / (baselines.size * Math.max(1, right - left));
}

const shareOfNumbers = (cells: Grid['cells']): number =>
  cells.filter((c) => isBareNumber(c.text) && !isPeriodHead(c.text)).length / Math.max(1, cells.length);

/** `1. …` down the first column and words in the second: a numbered list. */
function ordinalList(grid: Grid): boolean {
  const first = grid.cells.filter((c) => c.col === 0);
  return (
    grid.cols === 2 &&
    first.length > 0 &&
    first.every((c) => /^(?:[\d(（]+[.)）、]?|[•·\-–●○■◆➢✓a-z][.)]?)$/i.test(c.text.trim()))
  );
}

/** Most cells are long and no column is short: paragraphs side by side. */
function proseColumns(grid: Grid): boolean {
  const means = Array.from({ length: grid.cols }, (_, col) => {
    const column = grid.cells.filter((c) => c.col === col && c.colSpan === 1);
    return column.reduce((n, c) => n + wordCount(c.text), 0) / Math.max(1, column.length);
  });
  return means.every((m) => m > 7) || (grid.rows <= 3 && Math.max(...means) > PROSE_WORDS);
}

/** Words, an ideograph counted as half of one. */
export function wordCount(text: string): number {
  const ideographs = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return ideographs / 2 + (text.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0);
}
