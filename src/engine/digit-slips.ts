import { Exact } from './interval.ts';

/** Powers of ten by which a unit is mistaken. */
const UNIT_SLIPS = ['10', '100', '1000', '10000', '1000000'];

/** Printed number → what it may have been before one slip of the hand: a digit, two digits exchanged, a unit. */
export function listSlips(number: string): number[] {
  const sign = number.startsWith('-') ? -1 : 1;
  const text = number.replace(/^-/, '');
  const slips: string[] = [];
  for (let i = 0; i <= text.length; i++) {
    const [head, rest] = [text.slice(0, i), text.slice(i)];
    const here = rest[0] ?? '';
    for (const digit of '0123456789') {
      slips.push(head + digit + rest);
      if (/\d/.test(here)) slips.push(head + digit + rest.slice(1));
    }
    if (/\d/.test(here)) slips.push(head + rest.slice(1));
  }
  const shifted = UNIT_SLIPS.flatMap((power) => [
    new Exact(text).times(power).toNumber(),
    new Exact(text).div(power).toNumber(),
  ]);
  const typed = slips.filter((slip) => /\d/.test(slip)).map(Number);
  return [...[...typed, ...shifted].map((value) => value * sign), ...listExchanges(number)];
}

/** Printed number → what it may have been before two neighbouring digits were exchanged. */
export function listExchanges(number: string): number[] {
  return [...number.matchAll(/(?=(\d)(\d))/g)].map(({ 1: first, 2: second, index }) =>
    Number(number.slice(0, index) + second! + first! + number.slice(index + 2)),
  );
}

/** Digits that two numbers must have for one slip between them to be no chance: few numbers of four digits differ in one of them only. */
const FEWEST_DIGITS = { exchanged: 3, shifted: 3, replaced: 4 };

/** Two printed numbers of one unit → would one slip of the hand in the one make it the other? Not where they have too few digits to tell. */
export function areOneSlipApart(a: string, b: string): boolean {
  if (a.startsWith('-') !== b.startsWith('-')) return false;
  const digits = Math.min(...[a, b].map((number) => digitsOf(number).length));
  if (digitsOf(a) === digitsOf(b)) return digits >= FEWEST_DIGITS.shifted && !new Exact(a).eq(b);
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (decimalsOf(a) !== decimalsOf(b) || long.length - short.length > 1) return false;
  const head = [...long].findIndex((char, i) => char !== short[i]);
  const [odd, other] = [long.slice(head), short.slice(head)];
  if (long.length > short.length) return digits >= FEWEST_DIGITS.replaced && odd.slice(1) === other;
  if (odd.slice(1) === other.slice(1)) return digits >= FEWEST_DIGITS.replaced;
  const exchanged = odd[0] === other[1] && odd[1] === other[0] && odd.slice(2) === other.slice(2);
  return exchanged && digits >= FEWEST_DIGITS.exchanged;
}

/** Digits of a number from the first to the last that is not nought. */
function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
}

function decimalsOf(number: string): number {
  return number.split('.')[1]?.length ?? 0;
}
