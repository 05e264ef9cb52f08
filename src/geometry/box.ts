import type { Box } from '../model/page.ts';

export const width = (b: Box): number => b[2] - b[0];
export const height = (b: Box): number => b[3] - b[1];
export const area = (b: Box): number => Math.max(0, width(b)) * Math.max(0, height(b));
export const midX = (b: Box): number => (b[0] + b[2]) / 2;
export const midY = (b: Box): number => (b[1] + b[3]) / 2;

/** Length shared by two boxes along x; negative is the gap between them. */
export const overlapX = (a: Box, b: Box): number => Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
/** Length shared by two boxes along y; negative is the gap between them. */
export const overlapY = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1]);

export const intersects = (a: Box, b: Box): boolean => overlapX(a, b) > 0 && overlapY(a, b) > 0;

/** Whether the middle of `inner` lies in `outer`. */
export function holdsMiddle(outer: Box, inner: Box): boolean {
  const x = midX(inner);
  const y = midY(inner);
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3];
}

/** The smallest box around all of `boxes`; at least one is needed. */
export function union(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const b of boxes) {
    if (b[0] < x0) x0 = b[0];
    if (b[1] < y0) y0 = b[1];
    if (b[2] > x1) x1 = b[2];
    if (b[3] > y1) y1 = b[3];
  }
  return [x0, y0, x1, y1];
}

export function grow(b: Box, by: number): Box {
  return [b[0] - by, b[1] - by, b[2] + by, b[3] + by];
}

/** Rounds to hundredths of a point, so that results are the same on every machine and small in the store. */
export function tidy(b: Box): Box {
  return [round2(b[0]), round2(b[1]), round2(b[2]), round2(b[3])];
}

export const round2 = (v: number): number => Math.round(v * 100) / 100;
