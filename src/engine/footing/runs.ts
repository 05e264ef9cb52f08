import { methodBoundary } from '../fact-index.ts';
import { areOfOneKind } from '../quantity.ts';
import type { Line } from './grid.ts';

/** Lines on one side of a total, nearest first, that may be its parts. */
export interface Run {
  lines: Line[];
  above: boolean;
  /** The line at which the run ends; null at the end of the table. */
  next: Line | null;
}

/** More parts than this no total of a report has; the search ends there. */
const MOST_PARTS = 60;
/** Rows of another kind (an intensity, a percentage) that may stand between a total and its parts, or among them. */
const MOST_PASSED_OVER = 3;
/** Labels whose left edges differ by less than this are on one level, in points. */
const SAME_LEVEL = 3;

/** Where a total stands among lines in reading order: the last of them before it, and the first after it. */
export interface Place {
  before: number;
  after: number;
}

/**
 * Total, lines in reading order and its place → the runs of lines that can be added to it: below and above, all of them and those of one level.
 * The lines are walked only as far as a run goes, since a table that goes on over a thousand pages has as many totals.
 */
export function runsFrom(total: Line, lines: readonly Line[], { before, after }: Place): Run[] {
  return [false, true].flatMap((above) => {
    const side = () => (above ? walk(lines, before, -1) : walk(lines, after, 1));
    const all = { ...takeRun(total, side()), above };
    const level = { ...takeRun(total, oneLevel(side(), all.lines[0])), above };
    return level.lines.length > 1 && level.lines.length !== all.lines.length ? [all, level] : [all];
  });
}

function* walk(lines: readonly Line[], from: number, step: 1 | -1): Iterable<Line> {
  for (let at = from; at >= 0 && at < lines.length; at += step) yield lines[at]!;
}

/** Lines → those up to the first that stands further left than `first`, without those that stand further right. */
function* oneLevel(side: Iterable<Line>, first: Line | undefined): Iterable<Line> {
  const level = first?.indent ?? null;
  if (level === null) return;
  for (const line of side) {
    if (line.indent === null) continue;
    if (line.indent < level - SAME_LEVEL) return;
    if (Math.abs(line.indent - level) < SAME_LEVEL) yield line;
  }
}

function takeRun(total: Line, side: Iterable<Line>): Omit<Run, 'above'> {
  const lines: Line[] = [];
  let passed = 0;
  for (const line of side) {
    if (lines.length >= MOST_PARTS) return { lines, next: line };
    if (goTogether(total, line)) {
      lines.push(line);
      passed = 0;
    } else if (++passed > MOST_PASSED_OVER) return { lines, next: line };
  }
  return { lines, next: null };
}

/** Have two lines figures in common places, all of the same dimension, period and method of counting? */
export function goTogether(a: Line, b: Line): boolean {
  let common = 0;
  for (const [place, figure] of b.cells) {
    const other = a.cells.get(place);
    if (other === undefined) continue;
    common++;
    const [period, otherPeriod] = [figure.fact.period, other.fact.period];
    if (period !== null && otherPeriod !== null && period !== otherPeriod) return false;
    if ((figure.fact.unit === '%') !== (other.fact.unit === '%')) return false;
    const [method, otherMethod] = [methodBoundary(figure.fact), methodBoundary(other.fact)];
    if (method !== '' && otherMethod !== '' && method !== otherMethod) return false;
    if (figure.dimension !== null && other.dimension !== null && !areOfOneKind(figure, other)) return false;
  }
  return common > 0;
}
