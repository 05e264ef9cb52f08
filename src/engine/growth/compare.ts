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
  const verdict = meets(({ interval }) => interval) ? 'fits' : meets(looseInterval) ? 'near' : 'off';
  return { change, before, after, measure, verdict, unsigned, digits: countDigits(change, before, after, measure) };
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
