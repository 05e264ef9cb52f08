import Big from 'big.js';
import type { Qualifier } from '../model/fact.ts';

/** Decimals kept in a quotient: far beyond any printed figure, so that outward rounding of the last one never decides a check. */
const QUOTIENT_DECIMALS = 50;

/** Exact decimals of our own, so that a setting elsewhere cannot change them. */
export const Exact = Big();
Exact.DP = QUOTIENT_DECIMALS;
// Figures never appear as 1e+21, however long.
Exact.PE = 100;
Exact.NE = -100;

/** To multiply with: many times as fast as dividing by two, and as exact. */
export const HALF = new Exact('0.5');

const ONE_QUOTIENT_UNIT = new Exact(`1e-${QUOTIENT_DECIMALS}`);

/** The values that a printed figure can stand for. A null end is unbounded; an open end is not itself a value. */
export interface Interval {
  low: Big | null;
  high: Big | null;
  lowOpen: boolean;
  highOpen: boolean;
}

/** How a printed figure came by its last digit. Truncation is common in practice (`1.489` printed `1.48`). */
export type Rounding = 'rounded' | 'roundedOrTruncated' | 'exact';

/** “About 200” means within 5 % of it: the widest slack that an auditor grants the word without asking. */
export const ABOUT_SHARE = '0.05';

/** The parts of a fact that decide which values it can stand for. */
export interface PrintedNumber {
  number: string;
  qualifier: Qualifier;
  upper: string | null;
}

/** Decimal string → closed interval of that one value. */
export function pointInterval(value: Big | string): Interval {
  const exact = new Exact(value);
  return { low: exact, high: exact, lowOpen: false, highOpen: false };
}

/** Two ends (null = unbounded) → closed interval. */
export function closedInterval(low: Big | string | null, high: Big | string | null): Interval {
  return {
    low: low === null ? null : new Exact(low),
    high: high === null ? null : new Exact(high),
    lowOpen: false,
    highOpen: false,
  };
}

/** Decimal string → number of decimals printed: `1.480` gives 3. */
export function countDecimals(number: string): number {
  const dot = number.indexOf('.');
  return dot < 0 ? 0 : number.length - dot - 1;
}

/** Decimal string → one unit of its last printed digit: `1.48` gives 0.01, `97` gives 1. */
export function lastDigitUnit(number: string): Big {
  return new Exact(`1e-${countDecimals(number)}`);
}

/**
 * Decimal string → one unit of its last digit that is not a filling zero: `250000` gives 10000, `1.480` gives 0.01.
 * Prose prints `250,000` for 249,871 without saying “about”.
 */
export function lastSignificantUnit(number: string): Big {
  const digits = number.replace(/^[-+]/, '').replace('.', '');
  const trailing = /0*$/.exec(digits)?.[0].length ?? 0;
  if (trailing === digits.length) return lastDigitUnit(number);
  return lastDigitUnit(number).times(`1e${trailing}`);
}

/** Value ± slack, in the printed unit. */
function around(number: string, slack: Big): Interval {
  const value = new Exact(number);
  return { low: value.minus(slack), high: value.plus(slack), lowOpen: false, highOpen: false };
}

/**
 * Number → what stands behind it when its last digit has this unit: half a unit either way when rounded, nothing when counted. Cutting off
 * only ever brings a figure nearer to nought, so the value may lie up to a whole unit farther from it.
 */
function readDigits(number: string, rounding: Rounding, unit: Big): Interval {
  if (rounding === 'exact') return pointInterval(number);
  const rounded = around(number, unit.times(HALF));
  if (rounding === 'rounded') return rounded;
  const value = new Exact(number);
  return number.startsWith('-') ? { ...rounded, low: value.minus(unit) } : { ...rounded, high: value.plus(unit) };
}

/**
 * Printed number → the values it can stand for, in the printed unit.
 * `1.48` → [1.475, 1.485]; over 97 → (97, ∞); a range → from its lower end's slack to its upper end's.
 * With `prose`, filling zeros of a whole number count as rounding (`250,000` → [245,000, 255,000]).
 */
export function readInterval(printed: PrintedNumber, rounding: Rounding, prose = false): Interval {
  const { number, qualifier, upper } = printed;
  const unitOf = (text: string) => (prose ? lastSignificantUnit(text) : lastDigitUnit(text));
  if (upper !== null) {
    const { low } = readDigits(number, rounding, unitOf(number));
    const { high } = readDigits(upper, rounding, unitOf(upper));
    return { low, high, lowOpen: false, highOpen: false };
  }
  const value = new Exact(number);
  switch (qualifier) {
    case 'over':
      return { low: value, high: null, lowOpen: true, highOpen: false };
    case 'atLeast':
      return { low: value, high: null, lowOpen: false, highOpen: false };
    case 'under':
      return { low: null, high: value, lowOpen: false, highOpen: true };
    case 'atMost':
      return { low: null, high: value, lowOpen: false, highOpen: false };
    case 'about': {
      const share = value.abs().times(ABOUT_SHARE);
      const half = lastSignificantUnit(number).times(HALF);
      return around(number, share.gt(half) ? share : half);
    }
    case null:
      return readDigits(number, rounding, unitOf(number));
  }
}

/** Interval × exact factor, exact. */
export function scaleInterval(a: Interval, factor: Big | string): Interval {
  const by = new Exact(factor);
  const low = a.low === null ? null : by.times(a.low);
  const high = a.high === null ? null : by.times(a.high);
  if (by.gte(0)) return { ...a, low, high };
  return { low: high, high: low, lowOpen: a.highOpen, highOpen: a.lowOpen };
}

/** a + b over all values of both. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : new Exact(a.low).plus(b.low),
    high: a.high === null || b.high === null ? null : new Exact(a.high).plus(b.high),
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

/** a − b over all values of both. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, scaleInterval(b, '-1'));
}

/** A product end: null value with a sign is an infinity. */
interface End {
  sign: -1 | 0 | 1;
  value: Big | null;
  open: boolean;
}

function endOf(value: Big | null, open: boolean, side: -1 | 1): End {
  if (value === null) return { sign: side, value: null, open: true };
  return { sign: value.gt(0) ? 1 : value.lt(0) ? -1 : 0, value, open };
}

function multiplyEnds(a: End, b: End): End {
  const sign = (a.sign * b.sign) as -1 | 0 | 1;
  // A closed zero times anything attains zero, also against an open or infinite end.
  const attained = (a.sign === 0 && !a.open) || (b.sign === 0 && !b.open);
  const open = attained ? false : a.open || b.open;
  if (sign === 0) return { sign, value: new Exact(0), open };
  if (a.value === null || b.value === null) return { sign, value: null, open: true };
  return { sign, value: new Exact(a.value).times(b.value), open };
}

/** -1, 0 or 1: order of two ends, infinities included. */
function compareEnds(a: End, b: End): number {
  if (a.value !== null && b.value !== null) return a.value.cmp(b.value);
  if (a.value === null && b.value === null) return a.sign - b.sign;
  return a.value === null ? a.sign : -b.sign;
}

/** a × b over all values of both. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const as = [endOf(a.low, a.lowOpen, -1), endOf(a.high, a.highOpen, 1)];
  const bs = [endOf(b.low, b.lowOpen, -1), endOf(b.high, b.highOpen, 1)];
  const products = as.flatMap((x) => bs.map((y) => multiplyEnds(x, y)));
  // Of equal ends the closed one counts: the value is attained.
  const least = products.reduce((m, p) => (compareEnds(p, m) < 0 || (compareEnds(p, m) === 0 && !p.open) ? p : m));
  const most = products.reduce((m, p) => (compareEnds(p, m) > 0 || (compareEnds(p, m) === 0 && !p.open) ? p : m));
  return {
    low: least.value,
    high: most.value,
    lowOpen: least.value !== null && least.open,
    highOpen: most.value !== null && most.open,
  };
}

const EVERYTHING: Interval = { low: null, high: null, lowOpen: false, highOpen: false };

function containsZero(a: Interval): boolean {
  return (a.low === null || a.low.lte(0)) && (a.high === null || a.high.gte(0));
}

/** 1 ÷ end, widened outward by one unit of the last kept decimal when it does not come out even. */
function invertEnd(end: Big | null, open: boolean, outward: -1 | 1): { value: Big; open: boolean } {
  if (end === null) return { value: new Exact(0), open: true };
  const quotient = new Exact(1).div(end);
  if (quotient.times(end).eq(1)) return { value: quotient, open };
  return { value: quotient.plus(ONE_QUOTIENT_UNIT.times(outward)), open };
}

/** a ÷ b over all values of both; everything when b can be zero. The result never excludes a true quotient. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  if (containsZero(b)) return EVERYTHING;
  const low = invertEnd(b.high, b.highOpen, -1);
  const high = invertEnd(b.low, b.lowOpen, 1);
  return multiplyIntervals(a, { low: low.value, high: high.value, lowOpen: low.open, highOpen: high.open });
}

/** |a| over all values of a. */
export function absoluteInterval(a: Interval): Interval {
  if (a.low !== null && a.low.gte(0)) return a;
  if (a.high !== null && a.high.lte(0)) return scaleInterval(a, '-1');
  const mirrored = scaleInterval(a, '-1');
  if (a.high === null || mirrored.high === null)
    return { low: new Exact(0), high: null, lowOpen: false, highOpen: false };
  const wider = a.high.gt(mirrored.high) ? a : mirrored;
  return { low: new Exact(0), high: wider.high, lowOpen: false, highOpen: wider.highOpen };
}

/** True when every value of a lies below every value of b. */
export function liesBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  const order = a.high.cmp(b.low);
  return order < 0 || (order === 0 && (a.highOpen || b.lowOpen));
}

/** Can one value belong to both? The question that every comparison of printed figures asks. */
export function canMeet(a: Interval, b: Interval): boolean {
  return !liesBelow(a, b) && !liesBelow(b, a);
}

/** The values in both, or null when there are none. */
export function intersectIntervals(a: Interval, b: Interval): Interval | null {
  if (!canMeet(a, b)) return null;
  const lower = a.low === null ? b : b.low === null ? a : a.low.gt(b.low) || (a.low.eq(b.low) && a.lowOpen) ? a : b;
  const upper =
    a.high === null ? b : b.high === null ? a : a.high.lt(b.high) || (a.high.eq(b.high) && a.highOpen) ? a : b;
  return { low: lower.low, high: upper.high, lowOpen: lower.lowOpen, highOpen: upper.highOpen };
}

/** How far apart two intervals are (0 when they can meet), in their unit. */
export function gapBetween(a: Interval, b: Interval): Big {
  if (liesBelow(a, b)) return new Exact(b.low!).minus(a.high!);
  if (liesBelow(b, a)) return new Exact(a.low!).minus(b.high!);
  return new Exact(0);
}

/** Half the width, or null when unbounded: what rounding explains. */
export function halfWidth(a: Interval): Big | null {
  return a.low === null || a.high === null ? null : new Exact(a.high).minus(a.low).div(2);
}

/** Value in the interval? */
export function holds(a: Interval, value: Big | string): boolean {
  return canMeet(a, pointInterval(value));
}
