import {
  absoluteInterval,
  canMeet,
  divideIntervals,
  Exact,
  pointInterval,
  scaleInterval,
  subtractIntervals,
} from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { looseInterval } from '../quantity.ts';
import type { Verdict } from '../quotients/divide.ts';
import { roughOf } from '../quotients/divide.ts';

/** How a change is printed: in percent of the earlier figure, or as the difference of two percentages or amounts. */
export type Measure = 'percent' | 'difference';

/** A printed change against the two figures that it is between. */
export interface Step {
  change: Quantity;
  before: Quantity;
  after: Quantity;
  measure: Measure;
  verdict: Verdict;
  /** Printed without a sign, so that only the size was compared. */
  unsigned: boolean;
  /** Digits of the printed change: so many that a chance fit is one in ten to this power. */
  digits: number;
}

/** Change and two figures → how they come out; null where the earlier figure is nought or the change is. */
export function compareStep(
  change: Quantity,
  before: Quantity,
  after: Quantity,
  measure: Measure,
  unsigned: boolean,
): Step | null {
  if (before.value.lte(0) || change.value.eq(0)) return null;
  const sized = (range: Interval) => (unsigned ? absoluteInterval(range) : range);
  const shown = (read: (figure: Quantity) => Interval): Interval => {
    if (measure === 'difference') return subtractIntervals(read(after), read(before));
    return subtractIntervals(divideIntervals(read(after), read(before)), pointInterval('1'));
  };
  // A percentage whose sign stands in the head alone is as many hundredths.
  const scale =
    measure === 'percent' && change.fact.unit !== '%' ? new Exact(1).div(change.perPrinted).div(100) : new Exact(1);
  const meets = (read: (figure: Quantity) => Interval) =>
    canMeet(sized(scaleInterval(read(change), scale)), sized(shown(read)));
  const apart = measure === 'percent' && unsigned && areFarApart(change, before, after);
  const verdict = apart ? 'off' : meets(({ interval }) => interval) ? 'fits' : meets(looseInterval) ? 'near' : 'off';
  return { change, before, after, measure, verdict, unsigned, digits: countDigits(change, before, after, measure) };
}

/** Greater than any error of floats, and smaller than the last digit of any printed percentage. */
const FLOAT_ERROR = 1e-9;

/** Is it plain, in floats, that a change in percent is not that of two amounts? Exact divisions are slow, and most pairs are far off. */
function areFarApart(change: Quantity, before: Quantity, after: Quantity): boolean {
  if (change.fact.unit !== '%') return false;
  const [c, b, a] = [endsOf(change), endsOf(before), endsOf(after)];
  if (b.low <= 0) return false;
  const [low, high] = [Math.min(a.low / b.low, a.low / b.high) - 1, Math.max(a.high / b.low, a.high / b.high) - 1];
  const sizes = (from: number, to: number) =>
    from <= 0 && to >= 0 ? [0, Math.max(-from, to)] : [Math.abs(from), Math.abs(to)].sort((x, y) => x - y);
  const [[shownLow, shownHigh], [saidLow, saidHigh]] = [sizes(low, high), sizes(c.low, c.high)] as [
    [number, number],
    [number, number],
  ];
  const room = FLOAT_ERROR * (1 + Math.min(shownHigh, saidHigh));
  return shownLow > saidHigh + room || saidLow > shownHigh + room;
}

const ends = new WeakMap<Quantity, { low: number; high: number }>();

/** Figure → the least and the greatest that it can stand for, in floats. */
function endsOf(figure: Quantity): { low: number; high: number } {
  let known = ends.get(figure);
  if (known === undefined) {
    const [strict, loose] = [figure.interval, looseInterval(figure)];
    const least = [strict.low, loose.low].map((end) => end?.toNumber() ?? -Infinity);
    const most = [strict.high, loose.high].map((end) => end?.toNumber() ?? Infinity);
    known = { low: Math.min(...least), high: Math.max(...most) };
    ends.set(figure, known);
  }
  return known;
}

/** More digits of agreement than these tell no more: percentages are printed with few, amounts of six agree by chance once in a million. */
const MOST_DIGITS = { percent: 4, difference: 6 };

function countDigits(change: Quantity, before: Quantity, after: Quantity, measure: Measure): number {
  const [c, b, a] = [roughOf(change), roughOf(before), roughOf(after)];
  const size = Math.abs(c.value);
  const slack = measure === 'percent' ? c.slack + (a.slack + b.slack) / Math.abs(b.value) : c.slack + a.slack + b.slack;
  const most = MOST_DIGITS[measure];
  // What is counted agrees to the unit.
  const grain = Math.max(2 * slack, c.slack === 0 ? 1 : 0);
  return grain === 0 ? most : Math.max(0, Math.min(Math.log10(size / grain), most));
}
