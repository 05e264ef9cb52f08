import type Big from 'big.js';
import type { FactIndex } from './fact-index.ts';
import { hasOneSlip } from './footing/slip.ts';
import { addAt } from './footing/trial.ts';
import type { Interval } from './interval.ts';
import { addIntervals, canMeet, Exact, pointInterval, subtractIntervals } from './interval.ts';
import { toLine } from './prose/sums.ts';
import type { Quantity } from './quantity.ts';

/** A part of a total: added, or taken away. */
export interface Part {
  metric: string;
  minus: boolean;
}

/** A choice of figures for one way of making up a total. */
export interface Trial {
  parts: Part[];
  figures: Quantity[];
  /** How many of the figures stand in other tables than the total. */
  foreign: number;
  /** There was another figure to choose from for some part. */
  ambiguous: boolean;
}

/** Part → the factor that its value enters the sum with. */
export function signOf(part: Part): '-1' | '1' {
  return part.minus ? '-1' : '1';
}

/** Trial → the values that its sum can have, in base units. */
export function addUp({ parts, figures }: Trial, reading: 'interval' | 'lenient'): Interval {
  return figures.reduce<Interval>(
    (sum, figure, i) => (parts[i]!.minus ? subtractIntervals : addIntervals)(sum, figure[reading]),
    pointInterval('0'),
  );
}

/** Trial → the sum of its figures as printed, in base units. */
export function nominalSum({ parts, figures }: Trial): Big {
  return figures.reduce((sum, figure, i) => sum.plus(figure.value.times(signOf(parts[i]!))), new Exact(0));
}

/** Total and trial → how far they are apart as printed, in base units. */
export function distanceTo(total: Quantity, trial: Trial): Big {
  return nominalSum(trial).minus(total.value).abs();
}

/**
 * Trial → the same with the rows counted in that stand between its parts and the total: all of them, then each alone. Subtotals of the parts
 * are left out. None when the total does not close a column of its parts.
 */
export function withRowsBetween(index: FactIndex, total: Quantity, trial: Trial): Trial[] {
  const { tableId, row, col, period } = total.fact;
  const aligned = trial.figures.every(({ fact }) => fact.tableId === tableId && fact.col === col && fact.row !== null);
  if (!aligned || row === null || total.table === null) return [];
  const last = Math.max(...trial.figures.map(({ fact }) => fact.row ?? 0));
  const own = addUp(trial, 'lenient');
  const between = (index.byTable.get(total.table) ?? []).filter(
    (figure) =>
      figure.fact.tableId === tableId &&
      figure.fact.col === col &&
      figure.fact.period === period &&
      figure.dimension === total.dimension &&
      figure.fact.row !== null &&
      figure.fact.row > last &&
      figure.fact.row < row &&
      !figure.value.eq(0) &&
      !canMeet(figure.lenient, own) &&
      !isSubtotal(figure, total),
  );
  const wider = (rows: Quantity[]): Trial => ({
    ...trial,
    parts: [...trial.parts, ...rows.map(({ fact }) => ({ metric: fact.metric ?? fact.label, minus: false }))],
    figures: [...trial.figures, ...rows],
  });
  if (between.length === 0) return [];
  return [wider(between), ...(between.length > 1 ? between.map((figure) => wider([figure])) : [])];
}

/** A row of more than this share of the total, standing right above it, sums up what is above rather than adding to it. */
const SUBTOTAL_SHARE = '0.5';

function isSubtotal(figure: Quantity, total: Quantity): boolean {
  return figure.value.abs().gt(total.value.abs().times(SUBTOTAL_SHARE));
}

/** Is there a figure of the trial, or the total, that one slip of the hand would make right? Not asked of what is taken away. */
export function isOneSlipFrom(total: Quantity, { parts, figures, foreign }: Trial): boolean {
  if (foreign > 0 || parts.some(({ minus }) => minus)) return false;
  const line = toLine(total);
  const sum = addAt(line, figures.map(toLine), 0);
  return sum?.verdict === 'off' && hasOneSlip(line, sum);
}
