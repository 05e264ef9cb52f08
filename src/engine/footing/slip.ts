import { listSlips } from '../digit-slips.ts';
import { Exact } from '../interval.ts';
import type { Line } from './grid.ts';
import type { Sum } from './trial.ts';

/** Total (null: 100 %) and a sum that is off → would one slip in one figure (a digit, a swap, a unit, another year) explain the difference? */
export function hasOneSlip(total: Line | null, sum: Sum): boolean {
  const lines = [...(total === null ? [] : [total]), ...sum.lines];
  const figures = [...(sum.total === null ? [] : [sum.total]), ...sum.parts];
  return figures.some(({ fact, perPrinted }, i) => {
    const isTotal = figures[i] === sum.total;
    const unit = sum.asPrinted ? new Exact(1) : perPrinted;
    const missing = sum.target
      .minus(sum.sum)
      .times(isTotal ? -1 : 1)
      .div(unit);
    const wanted = Number(new Exact(fact.number).plus(missing).toFixed(DECIMALS));
    const slack = Number(sum.allowed.div(unit).toFixed(DECIMALS));
    // A nought that should be something, or something that should be nought, is a figure left out and not a slip.
    if (wanted === 0 || Number(fact.number) === 0) return false;
    const near = (value: number) => value !== 0 && Math.abs(value - wanted) <= slack;
    const years = otherYears(lines[i]!, fact.period);
    const copied = years.includes(Number(fact.number)) && fact.number.replace(/\D/g, '').length >= TELLING_DIGITS;
    return copied || listSlips(fact.number).some(near) || years.some(near);
  });
}

/** A figure of fewer digits may well be the same in two years. */
const TELLING_DIGITS = 3;

const DECIMALS = 8;

function otherYears(line: Line, period: string | null): number[] {
  return [...line.cells.values()].filter(({ fact }) => fact.period !== period).map(({ fact }) => Number(fact.number));
}
