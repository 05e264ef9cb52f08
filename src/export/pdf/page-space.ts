import type { Box } from '../../model/page.ts';

/** Where a page's visible rectangle lies in PDF user space, and how it is turned for display. */
export interface PageSpace {
  /** `[x0, y0, x1, y1]` of the visible part in user space: the CropBox within the MediaBox. */
  view: readonly [number, number, number, number];
  /** Degrees clockwise that the page is turned when shown: 0, 90, 180 or 270. */
  rotate: number;
  /** Points of one unit of user space. */
  userUnit: number;
}

export type Point = readonly [x: number, y: number];

/** Point of the page as shown (points from its top left corner, y down) → point in user space (y up, unturned). */
export function toUserSpace({ view, rotate, userUnit }: PageSpace, [x, y]: Point): Point {
  const [x0, y0, x1, y1] = view;
  const [right, down] = [x / userUnit, y / userUnit];
  switch (rotate) {
    case 90:
      return [x0 + down, y0 + right];
    case 180:
      return [x1 - right, y0 + down];
    case 270:
      return [x1 - down, y1 - right];
    default:
      return [x0 + right, y1 - down];
  }
}

/**
 * Box as shown → its corners in user space, in the order that viewers expect of QuadPoints: top left, top right, bottom
 * left, bottom right, as the reader sees them.
 */
export function quadOf(space: PageSpace, [x0, y0, x1, y1]: Box): number[] {
  const corners: Point[] = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ];
  return corners.flatMap((corner) => toUserSpace(space, corner)).map(round);
}

/** Box as shown → upright rectangle `[x0, y0, x1, y1]` in user space. */
export function rectOf(space: PageSpace, [x0, y0, x1, y1]: Box): number[] {
  const [ax, ay] = toUserSpace(space, [x0, y0]);
  const [bx, by] = toUserSpace(space, [x1, y1]);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)].map(round);
}

/** Hundredths of a point are finer than any printer. */
const round = (value: number): number => Math.round(value * 100) / 100;
