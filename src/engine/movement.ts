import type Big from 'big.js';
import type { Claim } from '../model/fact.ts';
import type { Interval } from './interval.ts';
import {
  absoluteInterval,
  divideIntervals,
  Exact,
  liesBelow,
  readInterval,
  scaleInterval,
  subtractIntervals,
} from './interval.ts';
import type { Quantity, UnitLookup } from './quantity.ts';

/** What the figures of two periods did. Sizes are magnitudes without direction. */
export interface Movement {
  before: Quantity;
  after: Quantity;
  /** -1 fell, 1 rose, 0 when rounding leaves both open. */
  direction: -1 | 0 | 1;
  /** Change in percent of the earlier value, as printed figures give it; null when that is nought. */
  percent: Big | null;
}

/** Two figures of one metric → how it moved. */
export function measureMovement(before: Quantity, after: Quantity): Movement {
  const direction = liesBelow(after.interval, before.interval)
    ? -1
    : liesBelow(before.interval, after.interval)
      ? 1
      : 0;
  const percent = before.value.eq(0) ? null : after.value.minus(before.value).div(before.value).times(100);
  return { before, after, direction, percent };
}

/** Movement and kind of magnitude → the sizes that the printed figures allow, in the unit of the claim; null when it has none. */
export function sizeOf(
  { before, after }: Movement,
  kind: NonNullable<Claim['magnitudeKind']>,
  read: (quantity: Quantity) => Interval,
): Interval | null {
  const [earlier, later] = [read(before), read(after)];
  const difference = subtractIntervals(later, earlier);
  switch (kind) {
    case 'percent':
      return before.value.eq(0) ? null : absoluteInterval(scaleInterval(divideIntervals(difference, earlier), '100'));
    case 'points':
      return absoluteInterval(scaleInterval(difference, '100'));
    case 'absolute':
      return absoluteInterval(difference);
    case 'times':
      return before.value.eq(0) ? null : divideIntervals(later, earlier);
  }
}

/** Claim → the sizes that its words allow: percent, points, times, or base units for an amount; null when it states none. */
export function claimedSize(
  claim: Claim,
  units: UnitLookup,
  reading: 'rounded' | 'roundedOrTruncated',
): Interval | null {
  if (claim.magnitude === null) return null;
  const number = claim.magnitude.replace(/^[-−+]/, '');
  const isAmount = claim.magnitudeKind === 'absolute';
  const printed = readInterval({ number, qualifier: claim.qualifier, upper: null }, reading, isAmount);
  if (!isAmount) return printed;
  const factor = claim.unit === null ? '1' : (units.info(claim.unit)?.factor ?? '1');
  return scaleInterval(printed, new Exact(claim.scale).times(factor));
}

/** Is the movement smaller than this share of the earlier value, in percent? */
export function isSmallerThan(movement: Movement, percent: string): boolean {
  return movement.percent !== null && movement.percent.abs().lt(percent);
}
