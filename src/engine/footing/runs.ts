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

/** Total and lines in reading order → the runs of lines that can be added to it: below and above, all of them and those of one level. */
export function runsFrom(total: Line, lines: readonly Line[]): Run[] {
  const at = lines.indexOf(total);
  const sides = [lines.slice(at + 1), lines.slice(0, at).reverse()];
  return sides.flatMap((side, i) => {
    const all = { ...takeRun(total, side), above: i === 1 };
    const level = { ...takeRun(total, oneLevel(side, all.lines[0])), above: i === 1 };
    return level.lines.length > 1 && level.lines.length !== all.lines.length ? [all, level] : [all];
  });
}

/** Lines → those up to the first that stands further left than `first`, without those that stand further right. */
function oneLevel(side: readonly Line[], first: Line | undefined): Line[] {
  const level = first?.indent ?? null;
  if (level === null) return [];
  const end = side.findIndex(({ indent }) => indent !== null && indent < level - SAME_LEVEL);
  return (end < 0 ? side : side.slice(0, end)).filter(
    ({ indent }) => indent !== null && Math.abs(indent - level) < SAME_LEVEL,
  );
}

function takeRun(total: Line, side: readonly Line[]): Omit<Run, 'above'> {
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
    const methods = new Set(
      [methodBoundary(figure.fact), methodBoundary(other.fact)].filter((method) => method !== ''),
    );
    if (methods.size > 1) return false;
    if ((figure.fact.unit === '%') !== (other.fact.unit === '%')) return false;
    if (figure.dimension !== null && other.dimension !== null && !areOfOneKind(figure, other)) return false;
  }
  return common > 0;
}
