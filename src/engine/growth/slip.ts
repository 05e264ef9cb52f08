import { listSlips } from '../digit-slips.ts';
import type { Quantity } from '../quantity.ts';
import { roughOf } from '../quotients/divide.ts';
import { compareStep } from './compare.ts';

/** Digits of agreement that are taken off where one slip must be granted: so many numbers are one slip away from a printed one. */
const PRICE = { change: 1.5, amount: 2, exchanged: 0.5 };
/** A figure of fewer digits is one slip away from nearly every other. */
const FEWEST_DIGITS = 3;

/**
 * A rise or fall in percent that does not fit two amounts → what it costs, in digits of evidence, to take one of the three for a slip of the
 * hand; null where no one slip explains the difference. In floats.
 */
export function priceOfSlip(change: Quantity, before: Quantity, after: Quantity): number | null {
  const [size, slack] = [Math.abs(roughOf(change).value), roughOf(change).slack];
  const [from, to] = [roughOf(before).value, roughOf(after).value];
  if (areExchanged(change, before, after)) return PRICE.exchanged;
  const fits = (one: number, a: number, b: number) => Math.abs(Math.abs(b / a - 1) - one) <= slack;
  if (slipsOf(change).some((slip) => fits(Math.abs(slip), from, to))) return PRICE.change;
  if (slipsOf(before).some((slip) => fits(size, slip, to))) return PRICE.amount;
  return slipsOf(after).some((slip) => fits(size, from, slip)) ? PRICE.amount : null;
}

/** Does the rise or fall fit the two amounts the other way round? */
export function areExchanged(change: Quantity, before: Quantity, after: Quantity): boolean {
  return compareStep(change, after, before, 'percent', true)?.verdict === 'fits';
}

function slipsOf({ fact, perPrinted }: Quantity): number[] {
  if (fact.number.replace(/\D/g, '').replace(/^0+/, '').length < FEWEST_DIGITS) return [];
  const unit = perPrinted.toNumber();
  return listSlips(fact.number).flatMap((slip) => (slip === 0 ? [] : [slip * unit]));
}
