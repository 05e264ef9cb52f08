import type Big from 'big.js';
import type { Interval } from '../interval.ts';
import { addIntervals, canMeet, Exact, HALF, lastDigitUnit, pointInterval, scaleInterval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { areOfOneKind, looseInterval } from '../quantity.ts';
import type { Line } from './grid.ts';

/**
 * How a total and its parts come out at one place along their lines. `near`: off by no more than rounded parts may be; `units`: off, but the
 * numbers add up as they are printed, so that the unit of one is wrong.
 */
export type Verdict = 'fits' | 'near' | 'units' | 'off' | 'open';

/** The sum at one place: in which unit it was made, and how it came out. */
export interface Sum {
  place: number;
  /** Null where a hundred per cent stands for the total. */
  total: Quantity | null;
  parts: Quantity[];
  /** The lines that the parts stand in. */
  lines: Line[];
  verdict: Verdict;
  /** In base units, or as printed where a unit is missing. */
  sum: Big;
  target: Big;
  /** Half the width of what rounding leaves open. */
  allowed: Big;
  /** Figures are compared as printed, since some lack a unit. */
  asPrinted: boolean;
  /** Digits of agreement: such a fit happens by chance once in ten to this power. */
  digits: number;
}

/** Total (null: 100 %), parts and place → their sum there; null where the total or all but one part are missing or units do not go together. */
export function addAt(total: Line | null, parts: readonly Line[], place: number): Sum | null {
  const printed = total?.cells.get(place) ?? null;
  if (total !== null && printed === null) return null;
  const lines = parts.filter((line) => line.cells.has(place));
  const figures = lines.map((line) => line.cells.get(place)!);
  if (figures.length < 2) return null;
  const operands = printed === null ? figures : [printed, ...figures];
  const mode = findMode(operands);
  if (mode === null) return null;
  const asPrinted = mode === 'printed';
  const read = (figure: Quantity, reading: 'interval' | 'lenient') => {
    const range = reading === 'interval' ? figure.interval : looseInterval(figure);
    return asPrinted && !figure.perPrinted.eq(1) ? scaleInterval(range, new Exact(1).div(figure.perPrinted)) : range;
  };
  const value = (figure: Quantity) => (asPrinted ? numberOf(figure) : new Exact(figure.value));
  const addUp = (reading: 'interval' | 'lenient') =>
    figures.reduce<Interval>((sum, figure) => addIntervals(sum, read(figure, reading)), pointInterval('0'));
  const range = addUp('interval');
  const sum = figures.reduce((all, figure) => all.plus(value(figure)), new Exact(0));
  const hundred = asPrinted ? new Exact(100) : new Exact(figures[0]!.perPrinted).times(100);
  const target = printed === null ? hundred : value(printed);
  const aim = (reading: 'interval' | 'lenient') => (printed === null ? pointInterval(hundred) : read(printed, reading));
  const whole = figures
    .reduce((all, figure) => all.plus(wholeUnit(figure, asPrinted)), new Exact(0))
    .times(zeros(operands));
  const fits = canMeet(aim('interval'), range);
  const near = !fits && (target.minus(sum).abs().lte(whole) || canMeet(aim('lenient'), addUp('lenient')));
  const missing = parts.some((line) => !line.cells.has(place) && !line.nil.has(place));
  const asTyped = !fits && !near && !asPrinted && addsAsPrinted(printed, figures);
  const verdict = fits ? 'fits' : near ? 'near' : asTyped ? 'units' : missing ? 'open' : 'off';
  const allowed = width(range)
    .plus(width(aim('interval')))
    .times(HALF);
  return {
    place,
    total: printed,
    parts: figures,
    lines,
    verdict,
    sum,
    target,
    allowed,
    asPrinted,
    digits:
      verdict === 'units'
        ? countDigits(figures.map(numberOf), new Exact(0), lastUnit(operands, true))
        : countDigits(figures.map(value), allowed, lastUnit(operands, asPrinted)),
  };
}

function numberOf({ fact }: Quantity): Big {
  return new Exact(fact.number);
}

/** Do figures in units that are powers of ten apart add up to the total by their numbers alone? */
function addsAsPrinted(total: Quantity | null, figures: readonly Quantity[]): boolean {
  if (total === null || figures.every(({ perPrinted }) => perPrinted.eq(total.perPrinted))) return false;
  const read = ({ interval, perPrinted }: Quantity) => scaleInterval(interval, new Exact(1).div(perPrinted));
  const steps = figures.map(({ perPrinted }) => Math.log10(perPrinted.div(total.perPrinted).toNumber()));
  if (steps.some((step) => Math.abs(step - Math.round(step)) > SAME_POWER)) return false;
  return canMeet(
    read(total),
    figures.reduce<Interval>((sum, figure) => addIntervals(sum, read(figure)), pointInterval('0')),
  );
}

/** What floats may miss a whole power of ten by. */
const SAME_POWER = 1e-9;

/** Do the numbers of a sum agree, as they are or as they are printed? */
export function agrees({ verdict }: Sum): boolean {
  return verdict === 'fits' || verdict === 'units';
}

/** Operands → whether they are added in base units or as printed; null when they do not go together. */
function findMode(operands: readonly Quantity[]): 'base' | 'printed' | null {
  const periods = new Set(operands.flatMap(({ fact }) => fact.period ?? []));
  const known = operands.filter(({ dimension }) => dimension !== null);
  const percents = operands.filter(({ fact }) => fact.unit === '%').length;
  const mixed = known.some((figure) => !areOfOneKind(figure, known[0]!));
  if (periods.size > 1 || mixed || (percents > 0 && percents < operands.length)) return null;
  if (known.length === operands.length) return 'base';
  // A figure without a unit is taken to share the others' if those have one and the same.
  const scales = new Set(known.map(({ perPrinted }) => perPrinted.toString()));
  const bare = operands.every(({ dimension, fact }) => dimension !== null || fact.scale === '1');
  return scales.size <= 1 && bare ? 'printed' : null;
}

/** One whole unit of the figure's last digit; nothing for what was counted, unless it was rounded to tens or more. */
function wholeUnit(figure: Quantity, asPrinted: boolean): Big {
  if (figure.counted && !figure.fact.number.endsWith('0')) return new Exact(0);
  const unit = lastDigitUnit(figure.fact.number);
  return asPrinted ? unit : unit.times(figure.perPrinted);
}

/** Operands → ten to the number of noughts that all of them end in: figures rounded to hundreds add up to hundreds only. */
function zeros(operands: readonly Quantity[]): string {
  const noughts = operands.flatMap(({ fact }) =>
    Number(fact.number) === 0 ? [] : [fact.number.includes('.') ? 0 : /0*$/.exec(fact.number)![0].length],
  );
  return `1e${noughts.length > 1 ? Math.min(...noughts) : 0}`;
}

/** The coarsest last digit among the operands: counted or not, no agreement is finer. */
function lastUnit(operands: readonly Quantity[], asPrinted: boolean): Big {
  return operands
    .map(({ fact, perPrinted }) =>
      asPrinted ? lastDigitUnit(fact.number) : lastDigitUnit(fact.number).times(perPrinted),
    )
    .reduce((a, b) => (a.gt(b) ? a : b));
}

function width({ low, high }: Interval): Big {
  return low === null || high === null ? new Exact(0) : new Exact(high).minus(low);
}

/** Agreement beyond this many digits tells no more: figures of nine digits agree as surely as those of six. */
const MOST_DIGITS = 5;

/** Parts and slack → digits of agreement in what all but the greatest part add: a total may be near its greatest part for other reasons. */
function countDigits(values: readonly Big[], allowed: Big, unit: Big): number {
  const sizes = values.map((value) => value.abs());
  const greatest = sizes.reduce((a, b) => (a.gt(b) ? a : b));
  const rest = sizes.reduce((sum, size) => sum.plus(size), new Exact(0)).minus(greatest);
  const grain = allowed.times(2).gt(unit) ? allowed.times(2) : unit;
  if (rest.lte(grain) || grain.eq(0)) return 0;
  return Math.min(Math.log10(rest.toNumber() / grain.toNumber()), MOST_DIGITS);
}
