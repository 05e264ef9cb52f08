import { OPS } from '#pdfjs';
import { round2 } from '../geometry/box.ts';
import { apply } from '../geometry/matrix.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { Box, Fill, Segment } from '../model/page.ts';

/** pdf.js's codes inside a path's data. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** A box at most this thick, in points, was drawn as a line. */
const MAX_RULE_THICKNESS = 3;
/** Shorter strokes, in points, are ticks, dots and parts of icons. */
const MIN_RULE_LENGTH = 4;
/** A stroke counts as level or upright when its ends differ by no more than this, in points. */
const MAX_SKEW = 0.7;
/** Paths with more numbers than this are drawings (maps, icons, charts), not rules of a table. */
const MAX_PATH_NUMBERS = 1200;
/** A page of more rules than this is a drawing: the rest is left out to keep the cost bounded. */
const MAX_SEGMENTS = 6000;
const MAX_FILLS = 4000;
/** Fills over more of the page than this are its ground. */
const MAX_FILL_SHARE = 0.85;

const FILLING = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKING = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Collects the level and upright strokes and the filled boxes of a page. */
export class PathCollector {
  readonly #segments: Segment[] = [];
  readonly #fills: Fill[] = [];
  readonly #page: Box;

  constructor(pageWidth: number, pageHeight: number) {
    this.#page = [0, 0, pageWidth, pageHeight];
  }

  add(painting: number, data: Float32Array | null, ctm: Matrix, lineWidth: number, color: string): void {
    if (!data || data.length > MAX_PATH_NUMBERS) return;
    const fills = FILLING.has(painting);
    const strokes = STROKING.has(painting);
    if (!fills && !strokes) return;
    const thickness = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const subpath of subpaths(data, ctm)) {
      if (fills) this.#addFill(subpath, color);
      if (strokes && !subpath.curved) this.#addStroke(subpath.points, thickness);
    }
  }

  finish(): { segments: Segment[]; fills: Fill[] } {
    return { segments: this.#segments, fills: this.#fills };
  }

  #addFill(subpath: Subpath, color: string): void {
    const box = this.#clip(boundsOf(subpath.points));
    if (!box || !isBoxLike(subpath, box)) return;
    const [w, h] = [box[2] - box[0], box[3] - box[1]];
    if (Math.min(w, h) <= MAX_RULE_THICKNESS) {
      if (!subpath.curved) this.#addSegment(w >= h ? 'h' : 'v', box, Math.min(w, h));
      return;
    }
    const page = this.#page;
    if (w * h > MAX_FILL_SHARE * page[2] * page[3] || this.#fills.length >= MAX_FILLS) return;
    this.#fills.push({ box, color });
  }

  #addStroke(points: number[], thickness: number): void {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [ax, ay, bx, by] = points.slice(i, i + 4) as [number, number, number, number];
      const half = Math.min(thickness, MAX_RULE_THICKNESS) / 2;
      if (Math.abs(ay - by) <= MAX_SKEW) {
        const y = (ay + by) / 2;
        this.#addSegment('h', [Math.min(ax, bx), y - half, Math.max(ax, bx), y + half], thickness);
      } else if (Math.abs(ax - bx) <= MAX_SKEW) {
        const x = (ax + bx) / 2;
        this.#addSegment('v', [x - half, Math.min(ay, by), x + half, Math.max(ay, by)], thickness);
      }
    }
  }

  #addSegment(direction: 'h' | 'v', box: Box, thickness: number): void {
    const clipped = this.#clip(box);
    if (!clipped || this.#segments.length >= MAX_SEGMENTS) return;
    const length = direction === 'h' ? clipped[2] - clipped[0] : clipped[3] - clipped[1];
    if (length < MIN_RULE_LENGTH) return;
    this.#segments.push({ direction, box: clipped, thickness: round2(thickness) });
  }

  #clip(b: Box): Box | null {
    const page = this.#page;
    const box: Box = [
      round2(Math.max(b[0], page[0])),
      round2(Math.max(b[1], page[1])),
      round2(Math.min(b[2], page[2])),
      round2(Math.min(b[3], page[3])),
    ];
    return box[2] >= box[0] && box[3] >= box[1] ? box : null;
  }
}

interface Subpath {
  /** x, y, x, y … on the page. */
  points: number[];
  curved: boolean;
}

/** Cuts path data at each move; curves keep their end points only. */
function* subpaths(data: Float32Array, ctm: Matrix): Generator<Subpath> {
  let current: Subpath = { points: [], curved: false };
  const push = (x: number, y: number): void => {
    const [px, py] = apply(ctm, x, y);
    current.points.push(px, py);
  };
  for (let i = 0; i < data.length;) {
    switch (data[i++]) {
      case MOVE:
        if (current.points.length > 2) yield current;
        current = { points: [], curved: false };
        push(data[i++]!, data[i++]!);
        break;
      case LINE:
        push(data[i++]!, data[i++]!);
        break;
      case CURVE:
        i += 4;
        current.curved = true;
        push(data[i++]!, data[i++]!);
        break;
      case QUADRATIC:
        i += 2;
        current.curved = true;
        push(data[i++]!, data[i++]!);
        break;
      case CLOSE:
        if (current.points.length > 2) current.points.push(current.points[0]!, current.points[1]!);
        break;
      default:
        return;
    }
  }
  if (current.points.length > 2) yield current;
}

function boundsOf(points: number[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!);
    x1 = Math.max(x1, points[i]!);
    y0 = Math.min(y0, points[i + 1]!);
    y1 = Math.max(y1, points[i + 1]!);
  }
  return [x0, y0, x1, y1];
}

/** Whether the corners of a shape all lie on the edges of its bounds: a box, or one with rounded corners. */
function isBoxLike(subpath: Subpath, box: Box): boolean {
  const { points } = subpath;
  if (points.length > (subpath.curved ? 36 : 12)) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= MAX_SKEW;
  for (let i = 0; i < points.length; i += 2) {
    const onX = near(points[i]!, box[0]) || near(points[i]!, box[2]);
    const onY = near(points[i + 1]!, box[1]) || near(points[i + 1]!, box[3]);
    if (!(onX || onY) && points[i]! >= 0 && points[i + 1]! >= 0) return false;
    if (!subpath.curved && !(onX && onY) && points[i]! >= 0 && points[i + 1]! >= 0) {
      // A corner cut off by the page's edge still counts.
      const inside = points[i]! > box[0] && points[i]! < box[2] && points[i + 1]! > box[1] && points[i + 1]! < box[3];
      if (inside) return false;
    }
  }
  return true;
}
