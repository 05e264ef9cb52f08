import { holdsMiddle, union } from '../../geometry/box.ts';
import type { Box } from '../../model/page.ts';
import { lineUp } from '../phrases.ts';
import type { Phrase, PhraseLine } from '../phrases.ts';
import { median } from '../segment.ts';
import { findColumns } from './columns.ts';
import type { Edge, PageEdges } from './edges.ts';
import { isValue } from './values.ts';

/** Part of a page that drawn lines or stripes mark as a possible table. */
export interface Frame {
  box: Box;
  level: Edge[];
  upright: Edge[];
}

/** Rules of one table begin and end at the same x, within this many points. */
const SAME_END = 5;
/** Pieces of one rule, drawn column by column, stand at most this far apart, in points. */
const PIECE_GAP = 10;
/** Rules shorter than this, in points, underline a word or tick a chart. */
const MIN_LEVEL = 28;
const MIN_UPRIGHT = 7;
/** An upright and a level edge meet when they come this close, in points. */
const MEETING = 4;
/** Empty space between two rules, in points: more than this parts two tables, less is a double rule. */
const MAX_DOUBLE_RULE = 5;
/** Space between two rules, in points, that needs no further proof to be one table. */
const NEAR_RULES = 60;
/** Share of lines with several phrases (or with values) for a wider space to be the body of a table. */
const BODY_SHARE = 0.5;
/** Prose in columns covers more of its lines than this; the cells of a table leave white space. */
const MAX_PROSE_FILL = 0.7;

interface Level {
  at: number;
  from: number;
  to: number;
  pieces: Edge[];
}

/** Groups edges into frames: rules of equal extent below each other, and whatever crosses them. */
export function findFrames(edges: PageEdges, phrases: readonly Phrase[]): Frame[] {
  const levels = joinPieces(edges.level.filter((e) => e.to - e.from >= 8)).filter((l) => l.to - l.from >= MIN_LEVEL);
  const uprights = edges.upright.filter((e) => e.to - e.from >= MIN_UPRIGHT);
  const groups = new Groups(levels.length + uprights.length);
  levels.forEach((upper, i) => {
    for (let j = i + 1; j < levels.length; j++) {
      const lower = levels[j]!;
      if (!sameExtent(upper, lower)) continue;
      if (!closedBetween(upper, lower, uprights) && tableBetween(upper, lower, phrases)) groups.join(i, j);
      break;
    }
    uprights.forEach((u, k) => {
      const meets =
        u.at >= upper.from - MEETING &&
        u.at <= upper.to + MEETING &&
        upper.at >= u.from - MEETING &&
        upper.at <= u.to + MEETING;
      if (meets) groups.join(i, levels.length + k);
    });
  });
  const frames: Frame[] = [];
  for (const members of groups.sets()) {
    const own = members.filter((m) => m < levels.length).map((m) => levels[m]!);
    const upright = members.filter((m) => m >= levels.length).map((m) => uprights[m - levels.length]!);
    if (own.length < 2) continue;
    const box: Box = [
      Math.min(...own.map((l) => l.from), ...upright.map((u) => u.at)),
      Math.min(...own.map((l) => l.at)),
      Math.max(...own.map((l) => l.to), ...upright.map((u) => u.at)),
      Math.max(...own.map((l) => l.at)),
    ];
    if (box[3] - box[1] < 12 || box[2] - box[0] < 60) continue;
    frames.push({ box, level: own.flatMap((l) => l.pieces), upright });
  }
  return mergeNested(frames, edges);
}

/** Rules drawn column by column are one rule: pieces on one y with small gaps. */
function joinPieces(level: readonly Edge[]): Level[] {
  const joined: Level[] = [];
  for (const edge of level.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const host = joined.findLast(
      (j) => Math.abs(j.at - edge.at) <= 2 && edge.from - j.to <= PIECE_GAP && edge.from >= j.from,
    );
    if (host) {
      host.to = Math.max(host.to, edge.to);
      host.pieces.push(edge);
    } else joined.push({ at: edge.at, from: edge.from, to: edge.to, pieces: [edge] });
  }
  return joined.sort((a, b) => a.at - b.at);
}

const sameExtent = (a: Level, b: Level): boolean =>
  Math.abs(a.from - b.from) <= SAME_END && Math.abs(a.to - b.to) <= SAME_END;

/** Whether the boxes above and below a wide space end at its two rules: their sides stop there and none runs through. */
function closedBetween(upper: Level, lower: Level, uprights: readonly Edge[]): boolean {
  if (lower.at - upper.at <= NEAR_RULES) return false;
  const sides = uprights.filter((u) => u.at >= upper.from - MEETING && u.at <= upper.to + MEETING);
  const within = sides.some(
    (u) => u.from < lower.at - MEETING && u.to > upper.at + MEETING && u.from < upper.at + MEETING,
  );
  const ends = sides.filter((u) => Math.abs(u.to - upper.at) <= MEETING).length;
  const begins = sides.filter((u) => Math.abs(u.from - lower.at) <= MEETING).length;
  return !within && ends >= 2 && begins >= 2;
}

/** Whether two rules of equal extent hold rows of a table between them: nearby with text, or lines of several phrases. */
function tableBetween(upper: Level, lower: Level, phrases: readonly Phrase[]): boolean {
  const space: Box = [upper.from - 2, upper.at - 1, upper.to + 2, lower.at + 1];
  const inside = phrases.filter((p) => holdsMiddle(space, p.box));
  if (inside.length === 0) return lower.at - upper.at <= MAX_DOUBLE_RULE;
  const lines = lineUp(inside);
  if (lines.some((l) => l.phrases.length === 1 && isNote(l.phrases[0]!.text))) return false;
  const size = median(phrases.filter((p) => p.box[0] >= space[0] && p.box[2] <= space[2]).map((p) => p.size));
  if (lines.some((l) => l.phrases.length === 1 && l.size >= HEADING_SIZE * size && lines.length > 1)) return false;
  if (lower.at - upper.at <= NEAR_RULES) return true;
  return looksTabular(lines, space);
}

/** A footnote between two rules ends the table above. */
const isNote = (text: string): boolean =>
  /^(?:notes?\s*[:：]|[注註]\s*\d*\s*[:：]|\*+\s?\S|[(（]?\d[)）]\s?\S|[①-⑳])/i.test(text) && text.length > MIN_NOTE;

/** Shorter texts that begin like a note are row labels: `(1) Steel`. */
const MIN_NOTE = 24;

/** A line of its own, larger than the text around it by this factor, is a heading between two tables. */
const HEADING_SIZE = 1.18;

/** Lines stand in columns with white space between them: neither one paragraph nor columns of prose. */
function looksTabular(lines: readonly PhraseLine[], space: Box): boolean {
  const several = lines.filter((l) => l.phrases.length >= 2);
  if (several.length < BODY_SHARE * lines.length) return false;
  if (findColumns(lines, space, []).bounds.length < 3) return false;
  const values = several.filter((l) => l.phrases.slice(1).some((p) => isValue(p.text))).length;
  if (values >= BODY_SHARE * several.length) return true;
  const text = several.reduce((n, l) => n + l.phrases.reduce((m, p) => m + p.box[2] - p.box[0], 0), 0);
  return text / (several.length * (space[2] - space[0])) < MAX_PROSE_FILL;
}

/** Frames that overlap are one; partial rules inside a frame (under spanning heads) belong to it. */
function mergeNested(frames: Frame[], edges: PageEdges): Frame[] {
  const merged: Frame[] = [];
  for (const frame of frames.toSorted((a, b) => size(b.box) - size(a.box))) {
    const host = merged.find((m) => overlaps(m.box, frame.box));
    if (host) {
      host.box = union([host.box, frame.box]);
      host.level.push(...frame.level);
      host.upright.push(...frame.upright);
    } else merged.push({ ...frame, level: [...frame.level], upright: [...frame.upright] });
  }
  for (const frame of merged) {
    const b = frame.box;
    const known = new Set([...frame.level, ...frame.upright]);
    frame.level.push(
      ...edges.level.filter(
        (e) => !known.has(e) && e.at > b[1] && e.at < b[3] && e.from >= b[0] - SAME_END && e.to <= b[2] + SAME_END,
      ),
    );
    frame.upright.push(
      ...edges.upright.filter(
        (e) => !known.has(e) && e.at > b[0] && e.at < b[2] && e.from >= b[1] - SAME_END && e.to <= b[3] + SAME_END,
      ),
    );
  }
  return merged;
}

const size = (b: Box): number => (b[2] - b[0]) * (b[3] - b[1]);

function overlaps(a: Box, b: Box): boolean {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return w > 6 && h > 6;
}

/** Disjoint sets over `count` members. */
class Groups {
  readonly #parent: number[];
  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, i) => i);
  }
  #root(i: number): number {
    while (this.#parent[i] !== i) i = this.#parent[i] = this.#parent[this.#parent[i]!]!;
    return i;
  }
  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
  }
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    this.#parent.forEach((_, i) => {
      const root = this.#root(i);
      const set = sets.get(root);
      if (set) set.push(i);
      else sets.set(root, [i]);
    });
    return [...sets.values()];
  }
}
