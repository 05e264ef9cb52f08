import { canMeet, lastDigitUnit, multiplyIntervals, scaleInterval } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { looseInterval } from '../quantity.ts';

/** How a printed ratio and the quotient of two printed figures come out. `near`: right if something was cut off instead of rounded. */
export type Verdict = 'fits' | 'near' | 'off';

/** Numerator ÷ denominator × `times` against a printed ratio. */
export interface Division {
  ratio: Quantity;
  numerator: Quantity;
  denominator: Quantity;
  /** What the print multiplies by without a unit that says so: 1, or 100 for percentages without their sign. */
  times: string;
  verdict: Verdict;
  /** Digits of agreement that the rounding of all three leaves: such a fit happens by chance once in ten to this power. */
  digits: number;
}

/** A figure in floats, for the search: its value and half a unit of its last digit, in base units. */
export interface Rough {
  value: number;
  slack: number;
}

const roughs = new WeakMap<Quantity, Rough>();

/** Figure → the same in floats. */
export function roughOf(figure: Quantity): Rough {
  let rough = roughs.get(figure);
  if (rough === undefined) {
    const half = figure.counted ? 0 : lastDigitUnit(figure.fact.number).times(figure.perPrinted).toNumber() / 2;
    rough = { value: figure.value.toNumber(), slack: half };
    roughs.set(figure, rough);
  }
  return rough;
}

/** More digits of agreement than this tell no more. */
const MOST_DIGITS = 4;

/** Ratio, numerator and denominator → how they come out; null where one is nought. Exact, on intervals. */
export function divide(ratio: Quantity, numerator: Quantity, denominator: Quantity, times: string): Division | null {
  if (ratio.value.eq(0) || numerator.value.eq(0) || denominator.value.eq(0)) return null;
  const meets = (read: (figure: Quantity) => Interval) =>
    canMeet(multiplyIntervals(read(ratio), read(denominator)), scaleInterval(read(numerator), times));
  const verdict = meets(({ interval }) => interval) ? 'fits' : meets(looseInterval) ? 'near' : 'off';
  return { ratio, numerator, denominator, times, verdict, digits: countDigits(ratio, numerator, denominator) };
}

function countDigits(...figures: readonly Quantity[]): number {
  const spread = figures.reduce((sum, figure) => {
    const { value, slack } = roughOf(figure);
    return sum + (2 * Math.max(slack, FINEST * Math.abs(value))) / Math.abs(value);
  }, 0);
  return Math.max(0, Math.min(-Math.log10(spread), MOST_DIGITS));
}

/** A counted figure is exact; floats are not. */
const FINEST = 1e-9;

/** Could these three fit, reckoned in floats with room to spare? */
export function comesNear(ratio: Rough, numerator: Rough, denominator: Rough, times: number): boolean {
  const computed = (numerator.value / denominator.value) * times;
  // Most pairs are far off.
  if (Math.abs(computed - ratio.value) > Math.abs(ratio.value)) return false;
  const error =
    ratio.slack * 2 +
    Math.abs(computed) *
      (numerator.slack / Math.abs(numerator.value) + denominator.slack / Math.abs(denominator.value)) *
      2;
  return Math.abs(computed - ratio.value) <= error * SPARE;
}

const SPARE = 1.000001;
