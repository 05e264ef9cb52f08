import { grow, holdsMiddle, overlapX, union } from '../../geometry/box.ts';
import type { Box, Page } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';
import { lineUp, splitPhrase } from '../phrases.ts';
import type { Phrase, PhraseLine } from '../phrases.ts';
import { findColumns } from './columns.ts';
import { findEdges } from './edges.ts';
import type { Edge } from './edges.ts';
import { findFrames } from './frames.ts';
import type { Frame } from './frames.ts';
import { fillGrid } from './grid.ts';
import { judge } from './likeness.ts';
import { findRows } from './rows.ts';
import { isPeriodHead, isValue } from './values.ts';

/** A table as found on one page, before ids, captions and continuations. */
export interface FoundTable {
  table: Omit<Table, 'id' | 'continues' | 'headings'>;
  phrases: Set<Phrase>;
}

/** A row outside the outermost rules stands within this many font sizes of the text inside. */
const OUTER_REACH = 1.5;
/** A line of years above the columns is their head even a little further away. */
const PERIOD_HEAD_REACH = 4;
/** Rows outside the rules are few: a head of several lines, or a last row. */
const MAX_OUTER_LINES = 6;

/** Finds the tables of a page that drawn lines or stripes mark. */
export function findRuledTables(page: Page, phrases: readonly Phrase[]): FoundTable[] {
  const edges = findEdges(page);
  const found: FoundTable[] = [];
  const taken = new Set<Phrase>();
  for (const frame of findFrames(edges, phrases)) {
    const free = phrases.filter((p) => !taken.has(p));
    const inside = free.filter((p) => holdsMiddle(grow(frame.box, 1), p.box));
    if (inside.length < 3) continue;
    const extended = withOuterRows(frame, inside, free);
    const table = readRegion(page.number, extended, frame.box, frame.level, frame.upright);
    if (!table) continue;
    for (const phrase of extended) taken.add(phrase);
    found.push({ table, phrases: new Set(extended) });
  }
  return found;
}

/** Reads a set of phrases as one table; null when it does not look like one. */
export function readRegion(
  page: number,
  phrases: readonly Phrase[],
  frame: Box | null,
  level: readonly Edge[],
  upright: readonly Edge[],
): FoundTable['table'] | null {
  const lines = lineUp(phrases.flatMap((p) => splitAtRules(p, upright)));
  const text = union(lines.map((l) => l.box));
  const box = frame ? union([frame, text]) : text;
  const columns = findColumns(lines, box, upright);
  if (columns.bounds.length < 3) return null;
  const rows = findRows(lines, columns.bounds, box, level);
  const grid = fillGrid(rows, columns, level, upright);
  const method = columns.ruled ? 'ruled' : level.length > 0 ? 'partly-ruled' : 'aligned';
  const confidence = judge(grid, method);
  if (confidence === null) return null;
  return {
    page,
    box,
    caption: null,
    rows: grid.rows,
    cols: grid.cols,
    cells: grid.cells,
    notes: [],
    method,
    confidence,
  };
}

/** An upright rule through a phrase parts it into two cells that were printed close together. */
function splitAtRules(phrase: Phrase, upright: readonly Edge[]): Phrase[] {
  const middle = phrase.baseline - 0.3 * phrase.size;
  const cuts = upright
    .filter((e) => e.from <= middle && e.to >= middle && e.at > phrase.box[0] + 1 && e.at < phrase.box[2] - 1)
    .map((e) => e.at);
  return cuts.length === 0 ? [phrase] : splitPhrase(phrase, cuts);
}

/**
 * A head may stand above the first rule, and a last row below the last one (zebra tables end with a white row): the
 * lines there count when they stand over the table's columns.
 */
function withOuterRows(frame: Frame, inside: readonly Phrase[], free: readonly Phrase[]): Phrase[] {
  const columns = columnsLike(lineUp(inside));
  const known = new Set(inside);
  const beside = free.filter((p) => !known.has(p) && p.box[0] >= frame.box[0] - 4 && p.box[2] <= frame.box[2] + 4);
  const text = union(inside.map((p) => p.box));
  const above = hasOwnHead(lineUp(inside)) ? [] : lineUp(beside.filter((p) => p.box[3] <= text[1] + 2)).reverse();
  const below = lineUp(beside.filter((p) => p.box[1] >= text[3] - 2));
  return [...inside, ...outerRows(above, text, columns, 'up'), ...outerRows(below, text, columns, 'down')];
}

/** Whether the first line inside the rules is a head already: it names periods, or is bold above lines that are not. */
function hasOwnHead(lines: readonly PhraseLine[]): boolean {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return false;
  if (first.phrases.some((p) => isPeriodHead(p.text))) return true;
  const bold = (l: PhraseLine): boolean => l.phrases.every((p) => p.bold);
  return first.phrases.length >= 2 && bold(first) && rest.filter((l) => !bold(l)).length > 0.5 * rest.length;
}

/** Lines that follow the table's text outwards, up to the last one with text over two columns or more. */
function outerRows(lines: readonly PhraseLine[], text: Box, columns: readonly Box[], way: 'up' | 'down'): Phrase[] {
  const taken: PhraseLine[] = [];
  let reached = way === 'up' ? text[1] : text[3];
  let kept = 0;
  for (const line of lines) {
    const gap = way === 'up' ? reached - line.box[3] : line.box[1] - reached;
    const periods = way === 'up' && line.phrases.some((p) => isPeriodHead(p.text));
    if (gap > (periods ? PERIOD_HEAD_REACH : OUTER_REACH) * line.size || taken.length >= MAX_OUTER_LINES) break;
    const aligned = columns.filter((c) => line.phrases.some((p) => overlapX(p.box, c) > 0)).length;
    const inOne = line.phrases.every((p) => columns.filter((c) => overlapX(p.box, c) > 0).length <= 1);
    if (line.phrases.length >= 2 && aligned >= 2) {
      const full = inOne && aligned >= columns.length - 1;
      if (way === 'down' && !full && !line.phrases.slice(1).some((p) => isValue(p.text))) break;
      taken.push(line);
      kept = taken.length;
    } else if (line.phrases.length === 1 && inOne) {
      taken.push(line);
      // A wrapped label's first line, right above the line that holds the row's other cells.
      if (way === 'up' && kept === taken.length - 1 && kept > 0 && gap <= 0.4 * line.size && !line.phrases[0]!.bold)
        kept = taken.length;
    } else break;
    reached = way === 'up' ? line.box[1] : line.box[3];
  }
  return taken.slice(0, kept).flatMap((l) => l.phrases);
}

/** Boxes of the columns as the line with the most phrases shows them. */
function columnsLike(lines: readonly PhraseLine[]): Box[] {
  const widest = lines.reduce((a, b) => (b.phrases.length > a.phrases.length ? b : a));
  return widest.phrases.map((p) => p.box);
}
