import type { Quantity } from './quantity.ts';
import type { Series } from './series.ts';

/** A year that stands out from its row, and why. */
export interface Jump {
  series: Series;
  odd: Quantity;
  before: Quantity;
  /** `10^3` for a step of about a thousand; empty for the others. */
  factor: string;
}

/** The other years of a row with a slip differ by no more than this factor. */
export const STEADY = 3;
/** Powers of ten that a step is held against. A tenfold rise happens without a slip; a hundredfold one hardly. */
const POWERS = [2, 3, 4, 5, 6, 7, 8, 9];
/** A unit slip and a usual change in one step: within this many powers of ten of a whole one (a factor of 2). */
const NEAR_POWER = 0.3;
/** With one other year only, the step must be that near to a power of ten (15 %). */
const VERY_NEAR_POWER = 0.06;
/** Figures of fewer digits are too coarse for a step to mean anything: 2 accidents after 200. */
const FEWEST_DIGITS = 2;

/** Series → the year that is a hundred or a thousand times the others, where these are level. */
export function findStep(series: Series): Jump[] {
  const figures = series.figures.filter(({ value }) => !value.eq(0));
  if (figures.length < 2 || figures.some(({ fact }) => countDigits(fact.number) < FEWEST_DIGITS)) return [];
  const sizes = figures.map(({ value }) => Math.log10(Number(value.abs().toString())));
  const odd = sizes.flatMap((size, i) => {
    const others = sizes.filter((_, j) => j !== i);
    const spread = Math.max(...others) - Math.min(...others);
    const middle = others.reduce((sum, other) => sum + other, 0) / others.length;
    const power = Math.round(Math.abs(size - middle));
    const off = Math.abs(Math.abs(size - middle) - power);
    const near = off <= (others.length > 1 ? NEAR_POWER : VERY_NEAR_POWER);
    return POWERS.includes(power) && near && spread <= Math.log10(STEADY) ? [{ i, power }] : [];
  });
  // Of two years either may be the slip; the earlier one is held to be right.
  const found = odd.at(-1);
  if (found === undefined) return [];
  const before = figures[found.i - 1] ?? figures[found.i + 1]!;
  return [{ series, odd: figures[found.i]!, before, factor: (10 ** found.power).toLocaleString('en') }];
}

/** `0.45` and `45,000` have two digits that say something. */
export function countDigits(number: string): number {
  return number
    .replace(/^[-+]?[0.]*/, '')
    .replace(/\.?0*$/, '')
    .replace('.', '').length;
}
