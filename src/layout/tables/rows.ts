import type { Phrase, PhraseLine } from '../phrases.ts';
import { columnsOf } from './columns-of.ts';
import { isPeriodHead, isValue } from './values.ts';
import type { Edge } from './edges.ts';
import type { Box } from '../../model/page.ts';

/** One row of a table: its lines of text, and the y of its top and bottom. */
export interface Row {
  lines: PhraseLine[];
  top: number;
  bottom: number;
  /** Whether a drawn rule or a stripe's side bounds the row above. */
  ruledAbove: boolean;
}

/** Share of the width that a rule must cover to part two rows. */
const RULE_SHARE = 0.6;
/** With this many drawn rules, and this many for each line of text, rows are ruled throughout. */
const MIN_DRAWN_RULES = 4;
const DRAWN_SHARE = 0.3;
/** Up to this share of the rows between rules may wrap; or so many must hold just one line of values. */
const WRAPPED_SHARE = 0.8;
/** Up to this share of a row's columns with values (one of three) may have them on several lines. */
const LONE_SHARE = 0.34;
/** A shaded band covers this share of the table's width. */
const BAND_SHARE = 0.95;
/** Lines of one wrapped cell follow each other within this many font sizes. */
const LEADING = 1.5;
/** … and closer than this share of the distance between rows. */
const TIGHT_SHARE = 0.84;
/** With this share of lines starting in the first column, the first column does not mark where rows begin. */
const ANCHOR_SHARE = 0.75;
/** Distances that differ by this factor are two kinds: within a row and between rows. */
const TWO_KINDS = 1.25;

interface Line {
  source: PhraseLine;
  /** Columns with text. */
  occupied: Set<number>;
  /** Columns after the first that hold a value. */
  values: Set<number>;
}

/** Groups a region's lines into rows: by rules where there are some, by values, distance and wording elsewhere. */
export function findRows(
  lines: readonly PhraseLine[],
  bounds: readonly number[],
  box: Box,
  level: readonly Edge[],
): Row[] {
  const rules = chooseRules(level, box, lines.length);
  const bands = cutAtRules(lines, rules, box);
  const filled = bands.filter((b) => b.lines.length > 0);
  const all = filled.map((b) => b.lines.map((l) => describe(l, bounds)));
  const ruledThroughout =
    filled.length >= 3 &&
    (all.filter((b) => b.length > 1).length <= WRAPPED_SHARE * filled.length ||
      all.filter(hasOneLineOfValues).length >= WRAPPED_SHARE * filled.length);
  return filled.flatMap((band, b) => {
    const described = all[b]!;
    const oneRow =
      described.length === 1 ||
      (band.closed && ruledThroughout && !valuesBelowEachOther(described) && !described.some(isPeriodLine));
    const groups = oneRow ? partSubHead(described) : groupLines(described);
    return groups.map((group, i): Row => {
      const sources = group.map((l) => l.source);
      const below = groups[i + 1]?.[0]?.source;
      const above = groups[i - 1]?.at(-1)?.source;
      const top = above ? (above.box[3] + sources[0]!.box[1]) / 2 : band.top;
      const bottom = below ? (sources.at(-1)!.box[3] + below.box[1]) / 2 : band.bottom;
      return { lines: sources, top, bottom, ruledAbove: i === 0 && band.ruledAbove };
    });
  });
}

/**
 * Where many rows have a drawn rule, the sides of fills (shaded cells, marked words) say nothing about rows, but for
 * a band shaded over the whole width.
 */
function chooseRules(level: readonly Edge[], box: Box, lines: number): number[] {
  const drawn = rowRules(
    level.filter((e) => e.drawn),
    box,
  );
  if (drawn.length < MIN_DRAWN_RULES || drawn.length < DRAWN_SHARE * lines) return rowRules(level, box);
  const across = level.filter((e) => e.drawn || e.to - e.from >= BAND_SHARE * (box[2] - box[0]));
  return rowRules(across, box);
}

/**
 * Whether columns have values on two lines: then the lines are rows of their own. A lone column of wrapped remarks that
 * begin with figures, among columns with one value each, does not count.
 */
function valuesBelowEachOther(lines: readonly Line[]): boolean {
  const times = new Map<number, number>();
  for (const line of lines) for (const c of line.values) times.set(c, (times.get(c) ?? 0) + 1);
  const repeated = [...times.values()].filter((n) => n > 1).length;
  return repeated > LONE_SHARE * times.size;
}

/** Whether one line of a band holds the values of its row, so that the other lines are wrapped words. */
function hasOneLineOfValues(lines: readonly Line[]): boolean {
  return lines.filter((l) => l.values.size >= 2).length === 1 && !valuesBelowEachOther(lines);
}

/** A line of years above other heads is a row of its own, even where no rule parts them. */
const isPeriodLine = ({ source }: Line): boolean =>
  source.phrases.length >= 2 && source.phrases.every((p) => isPeriodHead(p.text));

/** Words that stand right above the values of a row, without a label of their own, are a head within the table. */
function partSubHead(row: Line[]): Line[][] {
  const [first, ...rest] = row;
  const isSubHead =
    first!.values.size === 0 &&
    !first!.occupied.has(0) &&
    first!.occupied.size >= 2 &&
    rest.length > 0 &&
    [...first!.occupied].every((c) => rest.some((l) => l.values.has(c)));
  return isSubHead ? [[first!], rest] : [row];
}

/** y of the level edges that cover enough of the width, pieces of one rule taken together. */
function rowRules(level: readonly Edge[], box: Box): number[] {
  const rules: { y: number; covered: number }[] = [];
  for (const edge of level.toSorted((a, b) => a.at - b.at)) {
    const covered = Math.min(edge.to, box[2]) - Math.max(edge.from, box[0]);
    const last = rules.at(-1);
    if (last && edge.at - last.y <= 2.5) last.covered += covered;
    else rules.push({ y: edge.at, covered });
  }
  return rules.filter((r) => r.covered >= RULE_SHARE * (box[2] - box[0])).map((r) => r.y);
}

interface Band {
  lines: PhraseLine[];
  top: number;
  bottom: number;
  ruledAbove: boolean;
  /** Ruled above and below. */
  closed: boolean;
}

function cutAtRules(lines: readonly PhraseLine[], rules: readonly number[], box: Box): Band[] {
  const cuts = [...rules].sort((a, b) => a - b);
  const bands: Band[] = [];
  for (let i = 0; i <= cuts.length; i++) {
    const top = cuts[i - 1] ?? Math.min(box[1], ...lines.map((l) => l.box[1]));
    const bottom = cuts[i] ?? Math.max(box[3], ...lines.map((l) => l.box[3]));
    bands.push({ lines: [], top, bottom, ruledAbove: i > 0, closed: i > 0 && i < cuts.length });
  }
  for (const line of lines) {
    const middle = (line.box[1] + line.box[3]) / 2;
    const at = cuts.findIndex((y) => middle < y);
    bands[at < 0 ? cuts.length : at]!.lines.push(line);
  }
  return bands;
}

function describe(source: PhraseLine, bounds: readonly number[]): Line {
  const occupied = new Set<number>();
  const values = new Set<number>();
  for (const phrase of source.phrases) {
    const [from, to] = columnsOf(phrase.box, bounds);
    for (let c = from; c <= to; c++) occupied.add(c);
    if (from === to && from > 0 && isValue(phrase.text)) values.add(from);
  }
  return { source, occupied, values };
}

/** Groups the lines between two rules (or of a whole unruled table) into rows. */
function groupLines(lines: readonly Line[]): Line[][] {
  const pitch = rowPitch(lines);
  const anchored = lines.filter((l) => l.occupied.has(0)).length < ANCHOR_SHARE * lines.length;
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && continues(group, line, pitch, anchored)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** The usual distance between rows: between lines with values if there are some, else the wider kind of distance. */
function rowPitch(lines: readonly Line[]): number {
  const valued = lines.filter((l) => l.values.size > 0);
  const distances = (of: readonly Line[]): number[] =>
    of.slice(1).map((l, i) => l.source.baseline - of[i]!.source.baseline);
  const between = distances(valued.length >= 3 ? valued : lines).sort((a, b) => a - b);
  if (between.length === 0) return Infinity;
  const [least, most] = [between[0]!, between.at(-1)!];
  if (valued.length >= 3) return between[Math.floor(between.length / 4)]!;
  return most >= TWO_KINDS * least ? (least + most) / 2 / TIGHT_SHARE : least;
}

function continues(group: readonly Line[], line: Line, pitch: number, anchored: boolean): boolean {
  const above = group.at(-1)!;
  const distance = line.source.baseline - above.source.baseline;
  const size = Math.max(line.source.size, above.source.size);
  if (distance > LEADING * size * 1.25) return false;
  for (const c of line.values) if (group.some((l) => l.values.has(c))) return false;
  const groupValues = group.some((l) => l.values.size > 0);
  const lineValues = line.values.size > 0;
  if (label(above) && label(line) && label(above)!.bold && !label(line)!.bold) return false;
  const near = distance <= LEADING * size;
  const tight = near && distance <= TIGHT_SHARE * pitch;
  const labelAbove = group.some((l) => l.occupied.has(0));
  if (!labelAbove && !line.occupied.has(0)) return tight;
  if (!line.occupied.has(0)) {
    // Values centred beside a wrapped label, or a wrapped cell of a later column.
    return groupValues && lineValues
      ? false
      : tight || (near && anchored && !lineValues) || (near && lineValues && !groupValues && tight);
  }
  if (tight) return true;
  return near && wordsContinue(labelText(above), labelText(line)) && !(groupValues && lineValues);
}

/** The phrase in a line's first column. */
const label = (line: Line): Phrase | undefined => (line.occupied.has(0) ? line.source.phrases[0] : undefined);
const labelText = (line: Line): string => line.source.phrases[0]?.text ?? '';

/** Whether wording shows that `below` goes on from `above`: lower case, an open bracket, a trailing hyphen or comma. */
function wordsContinue(above: string, below: string): boolean {
  const open = (above.match(/[(（[]/g)?.length ?? 0) > (above.match(/[)）\]]/g)?.length ?? 0);
  return open || /[-,，、/&]$|\b(?:and|of|the|to|for|in|by|with|or)$/i.test(above) || /^[\p{Ll})）]/u.test(below);
}
