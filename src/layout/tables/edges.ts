import { union } from '../../geometry/box.ts';
import type { Box, Fill, Page, Segment } from '../../model/page.ts';

/** A straight edge of a table: a stroke, or the side of a filled stripe. */
export interface Edge {
  /** y of a level edge, x of an upright one. */
  at: number;
  from: number;
  to: number;
  /** Drawn as a line; false for the side of a stripe. */
  drawn: boolean;
}

export interface PageEdges {
  level: Edge[];
  upright: Edge[];
  /** Stripes: filled boxes of row height, neighbours of one colour row joined. */
  stripes: Box[];
}

/** Edges this close, in points, are one (a line is often drawn twice, or as two sides of a thin box). */
const SAME_EDGE = 1.6;
/** A line this close to the side of the page, in points, lies on it. */
const PAGE_SIDE = 2;
/** Pieces of one edge may be this far apart, in points. */
const EDGE_GAP = 2.5;
/** Stripes are between the height of a small line and of a tall wrapped row, in points. */
const MIN_STRIPE = 7;
const MAX_STRIPE = 90;
const MIN_STRIPE_WIDTH = 18;
/** Cells filled one by one are joined over gaps up to this, in points. */
const STRIPE_GAP = 4;

/** Collects a page's strokes and filled stripes as merged edges. */
export function findEdges(page: Page): PageEdges {
  const stripes = joinStripes(page.fills);
  const drawn = (direction: 'h' | 'v'): Edge[] =>
    page.segments.filter((s) => s.direction === direction && !framesPage(s, page)).map((s) => toEdge(s));
  const sides = stripes.flatMap((b): Edge[] => [
    { at: b[1], from: b[0], to: b[2], drawn: false },
    { at: b[3], from: b[0], to: b[2], drawn: false },
  ]);
  return { level: mergeEdges([...drawn('h'), ...sides]), upright: mergeEdges(drawn('v')), stripes };
}

/** A line at the side of the page, or one that runs off it, frames the page or a navigation bar and not a table. */
function framesPage({ direction, box: [x0, y0, x1, y1] }: Segment, { width, height }: Page): boolean {
  const [left, right] = [x0 <= PAGE_SIDE, x1 >= width - PAGE_SIDE];
  const [top, bottom] = [y0 <= PAGE_SIDE, y1 >= height - PAGE_SIDE];
  return direction === 'h' ? top || bottom || (left && right) : left || right || top || bottom;
}

function toEdge(segment: Segment): Edge {
  const [x0, y0, x1, y1] = segment.box;
  return segment.direction === 'h'
    ? { at: (y0 + y1) / 2, from: x0, to: x1, drawn: true }
    : { at: (x0 + x1) / 2, from: y0, to: y1, drawn: true };
}

/** Joins edges that lie on one line and touch or overlap. */
export function mergeEdges(edges: Edge[]): Edge[] {
  const groups: Edge[][] = [];
  for (const edge of edges.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group && edge.at - group[0]!.at <= SAME_EDGE) group.push(edge);
    else groups.push([edge]);
  }
  return groups.flatMap((group) => {
    const merged: Edge[] = [];
    for (const edge of group.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && edge.from <= last.to + EDGE_GAP) {
        last.to = Math.max(last.to, edge.to);
        if (edge.drawn && !last.drawn) last.at = edge.at;
        last.drawn ||= edge.drawn;
      } else merged.push({ ...edge });
    }
    return merged;
  });
}

function joinStripes(fills: readonly Fill[]): Box[] {
  const boxes = fills
    .filter(({ box, color }) => {
      const [w, h] = [box[2] - box[0], box[3] - box[1]];
      return w >= MIN_STRIPE_WIDTH && h >= MIN_STRIPE && h <= MAX_STRIPE && !/^#f{6}$/i.test(color);
    })
    .map((f) => ({ box: f.box, color: f.color }))
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const joined: { box: Box; color: string }[] = [];
  for (const fill of boxes) {
    const host = joined.findLast(
      (j) =>
        Math.abs(j.box[1] - fill.box[1]) <= SAME_EDGE &&
        Math.abs(j.box[3] - fill.box[3]) <= SAME_EDGE &&
        fill.box[0] <= j.box[2] + STRIPE_GAP &&
        fill.box[2] >= j.box[0] - STRIPE_GAP,
    );
    if (host) host.box = union([host.box, fill.box]);
    else joined.push({ ...fill });
  }
  return joined.map((j) => j.box);
}
