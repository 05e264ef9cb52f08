import type { Box } from '../../model/page.ts';

/** Text that reaches into the next column by less than this share of its width still belongs to one column. */
const SPILL_SHARE = 0.2;
/** … or by less than this many points. */
const SPILL_POINTS = 3;

/** First and last column that a box covers, by the columns' boundaries. */
export function columnsOf(box: Box, bounds: readonly number[]): [from: number, to: number] {
  const spill = Math.max(SPILL_POINTS, SPILL_SHARE * (box[2] - box[0]));
  const last = bounds.length - 2;
  let from = 0;
  while (from < last && box[0] >= bounds[from + 1]! - SPILL_POINTS) from++;
  let to = from;
  while (to < last && box[2] > bounds[to + 1]! + 0.5) to++;
  if (from === to) return [from, to];
  // Small overhangs do not make a span.
  while (from < to && bounds[from + 1]! - box[0] < spill) from++;
  while (to > from && box[2] - bounds[to]! < spill) to--;
  return [from, to];
}
