import { overlapY, union } from '../geometry/box.ts';
import type { Box } from '../model/page.ts';
import { isValue } from './tables/values.ts';

/** Something that takes up space on a page: a phrase, or a whole table. */
export interface Item<T> {
  box: Box;
  baseline: number;
  size: number;
  text: string;
  /** A table is never cut and never counts as prose. */
  solid: boolean;
  value: T;
}

/** A stretch of one column, in reading order. */
export interface Stretch<T> {
  items: Item<T>[];
  box: Box;
  /** From 0, left to right, within its part of the page; −1 when it spans all columns. */
  column: number;
}

/** A gutter between columns of text is at least this wide: in points, and in font sizes. */
const MIN_GUTTER = 9;
const MIN_GUTTER_EMS = 1;
/** Each column takes at least this share of the width. */
const MIN_COLUMN_SHARE = 0.14;
/** White space, in font sizes, that parts one band of the page from the next. */
const BAND_GAP = 0.9;
/** Lines that pair up across a gutter with values on one side are rows of a table, when this share of them do. */
const ROW_SHARE = 0.6;
/** Words of justified text stand at most this many font sizes apart. */
const WORD_GAP = 1.6;
/** The usual line of a column of prose is at least this many font sizes long. */
const PROSE_LINE = 8;
const MAX_DEPTH = 8;

/** Cuts a page into stretches of single columns, in reading order, by white space (a recursive XY cut). */
export function segment<T>(items: readonly Item<T>[]): Stretch<T>[] {
  return cut(items, -1, 0);
}

function cut<T>(items: readonly Item<T>[], column: number, depth: number): Stretch<T>[] {
  if (items.length === 0) return [];
  const leaf = (): Stretch<T>[] => [{ items: [...items], box: union(items.map((i) => i.box)), column }];
  if (items.length === 1 || depth > MAX_DEPTH) return leaf();
  const gutter = findGutter(items);
  if (gutter) {
    const left = items.filter((i) => (i.box[0] + i.box[2]) / 2 < gutter);
    const right = items.filter((i) => (i.box[0] + i.box[2]) / 2 >= gutter);
    const leftParts = cut(left, 0, depth + 1);
    const next = Math.max(0, ...leftParts.map((s) => s.column)) + 1;
    const rightParts = cut(right, 0, depth + 1).map((s) => ({ ...s, column: Math.max(0, s.column) + next }));
    return [...leftParts.map((s) => ({ ...s, column: Math.max(0, s.column) })), ...rightParts];
  }
  const bands = cutBands(items);
  if (bands.length < 2) return leaf();
  const joined = joinBands(bands);
  if (joined.length < 2) return leaf();
  return joined.flatMap((band) => cut(band, column, depth + 1));
}

/** x of the widest white stripe from top to bottom that parts two columns of text; null when there is none. */
function findGutter<T>(items: readonly Item<T>[]): number | null {
  const box = union(items.map((i) => i.box));
  const width = box[2] - box[0];
  const size = median(items.map((i) => i.size));
  const needed = Math.max(MIN_GUTTER, MIN_GUTTER_EMS * size);
  const sorted = items.toSorted((a, b) => a.box[0] - b.box[0]);
  let reach = sorted[0]!.box[2];
  let best: { x: number; gap: number } | null = null;
  for (const item of sorted) {
    const gap = item.box[0] - reach;
    const x = (item.box[0] + reach) / 2;
    const shares = [(x - box[0]) / width, (box[2] - x) / width];
    if (gap >= needed && Math.min(...shares) >= MIN_COLUMN_SHARE && gap > (best?.gap ?? 0) && partsColumns(items, x)) {
      best = { x, gap };
    }
    reach = Math.max(reach, item.box[2]);
  }
  return best?.x ?? null;
}

/** Whether text left and right of x runs on by itself, rather than being cells of common rows. */
function partsColumns<T>(items: readonly Item<T>[], x: number): boolean {
  const left = items.filter((i) => i.box[2] <= x && !i.solid);
  const right = items.filter((i) => i.box[0] >= x && !i.solid);
  if (left.length === 0 || right.length === 0) return true;
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const beside = (side: readonly Item<T>[], other: readonly Item<T>[], level: boolean): number =>
    side.filter((s) =>
      other.some((o) =>
        level
          ? Math.abs(o.baseline - s.baseline) <= 0.3 * s.size
          : overlapY(o.box, s.box) >= 0.3 * Math.min(s.size, o.size),
      ),
    ).length / side.length;
  // Values may stand at half height beside a wrapped label: then heights overlap where baselines do not agree.
  const inRows = (side: readonly Item<T>[], other: readonly Item<T>[]): boolean =>
    side.filter((i) => isValue(i.text)).length >= 0.5 * side.length && beside(side, other, false) >= ROW_SHARE;
  if (inRows(left, right) || inRows(right, left)) return false;
  // A table that stands on one side alone shows that the sides are columns.
  if (items.some((i) => i.solid)) return true;
  if (beside(few, many, true) < ROW_SHARE) return true;
  return few.length >= 3 && runsOn(left) && runsOn(right);
}

/** Whether the usual stretch of text on a side is as long as a line of prose, not as a cell. */
function runsOn<T>(items: readonly Item<T>[]): boolean {
  const lengths: number[] = [];
  let open: Item<T> | null = null;
  let from = 0;
  const close = (): void => {
    if (open) lengths.push((open.box[2] - from) / open.size);
  };
  for (const item of items.toSorted((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])) {
    const joins =
      open && Math.abs(item.baseline - open.baseline) <= 1 && item.box[0] - open.box[2] <= WORD_GAP * item.size;
    if (!joins) {
      close();
      from = item.box[0];
    }
    open = item;
  }
  close();
  return median(lengths) >= PROSE_LINE;
}

/** Cuts at every level white stripe that is wide enough. */
function cutBands<T>(items: readonly Item<T>[]): Item<T>[][] {
  const bands: Item<T>[][] = [];
  let bottom = -Infinity;
  for (const item of items.toSorted((a, b) => a.box[1] - b.box[1])) {
    const gap = item.box[1] - bottom;
    if (bands.length === 0 || gap > BAND_GAP * Math.min(item.size, 14) || (gap >= -1 && parts(bands.at(-1)!, item))) {
      bands.push([item]);
    } else bands.at(-1)!.push(item);
    bottom = Math.max(bottom, item.box[3]);
  }
  return bands;
}

/** A heading over all columns parts bands even when it stands close. */
function parts<T>(band: readonly Item<T>[], item: Item<T>): boolean {
  const box = union(band.map((i) => i.box));
  const last = band.at(-1)!;
  return Math.abs(last.size - item.size) > 1.5 && overlapY(box, item.box) <= 0;
}

/** Neighbouring bands that share a gutter are columns together; neighbours without any stay one text. */
function joinBands<T>(bands: readonly Item<T>[][]): Item<T>[][] {
  const isCut = (band: readonly Item<T>[]): boolean => findGutter(band) !== null;
  const columns = joinNeighbours(bands, (a, b) => {
    if (!isCut(a) && !isCut(b)) return false;
    const gutter = findGutter([...a, ...b]);
    return gutter !== null && (isCut(a) || !isRow(a, gutter)) && (isCut(b) || !isRow(b, gutter));
  });
  return joinNeighbours(columns, (a, b) => !isCut(a) && !isCut(b));
}

/** Whether a band is a table's row that reaches across x: text on one side, values on the other. */
function isRow<T>(band: readonly Item<T>[], x: number): boolean {
  const loose = band.filter((i) => !i.solid);
  const sides = [loose.filter((i) => i.box[2] <= x), loose.filter((i) => i.box[0] >= x)];
  if (sides.some((side) => side.length === 0)) return false;
  return sides.some((side) => side.filter((i) => isValue(i.text)).length >= 0.5 * side.length);
}

function joinNeighbours<T>(bands: readonly Item<T>[][], belong: (a: Item<T>[], b: Item<T>[]) => boolean): Item<T>[][] {
  const joined = [...bands];
  for (let i = 0; i + 1 < joined.length;) {
    if (belong(joined[i]!, joined[i + 1]!)) {
      joined.splice(i, 2, [...joined[i]!, ...joined[i + 1]!]);
      i = Math.max(0, i - 1);
    } else i++;
  }
  return joined;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
