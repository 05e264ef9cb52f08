/** A rectangle on the screen, in CSS pixels. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A frame that shows a part of a page, and the mark in it; null when it has none. */
export interface Framed {
  frame: Rect;
  mark: Rect | null;
}

type Point = [x: number, y: number];

/** A line from mark to mark, as an SVG path and its two ends. */
export interface Line {
  path: string;
  from: Point;
  to: Point;
}

/** Pixels from the frame's edge at which the line ends when its mark is scrolled out of the frame. */
const inset = 6;

const middle = ({ left, right, top, bottom }: Rect): Point => [(left + right) / 2, (top + bottom) / 2];

const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The point of `rect`'s edge that faces `target`. */
function facing(rect: Rect, target: Point): Point {
  const [x, y] = middle(rect);
  const dx = target[0] - x;
  const dy = target[1] - y;
  if (dx === 0 && dy === 0) return [x, y];
  const half = [(rect.right - rect.left) / 2, (rect.bottom - rect.top) / 2] as const;
  const reach = Math.min(dx === 0 ? Infinity : half[0] / Math.abs(dx), dy === 0 ? Infinity : half[1] / Math.abs(dy), 1);
  return [x + dx * reach, y + dy * reach];
}

function held([x, y]: Point, frame: Rect): Point {
  return [between(x, frame.left + inset, frame.right - inset), between(y, frame.top + inset, frame.bottom - inset)];
}

/**
 * Lines that join the marks of neighbouring frames. A mark that is scrolled out of its frame is pointed at from the
 * frame's edge.
 * @param origin what the lines' coordinates count from
 */
export function connect(frames: readonly Framed[], origin: Pick<Rect, 'left' | 'top'>): Line[] {
  const marked = frames.filter((each): each is Framed & { mark: Rect } => each.mark !== null);
  return marked.slice(1).map((next, index) => {
    const last = marked[index]!;
    const local = ([x, y]: Point): Point => [Math.round(x - origin.left), Math.round(y - origin.top)];
    const from = local(held(facing(last.mark, middle(next.mark)), last.frame));
    const to = local(held(facing(next.mark, middle(last.mark)), next.frame));
    const across = Math.abs(to[0] - from[0]) > Math.abs(to[1] - from[1]);
    const bend = across ? (to[0] - from[0]) / 2 : (to[1] - from[1]) / 2;
    const path = across
      ? `M${from} C${from[0] + bend} ${from[1]} ${to[0] - bend} ${to[1]} ${to}`
      : `M${from} C${from[0]} ${from[1] + bend} ${to[0]} ${to[1] - bend} ${to}`;
    return { path, from, to };
  });
}
