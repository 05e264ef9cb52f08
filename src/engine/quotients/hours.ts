import { partBoundary } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import { shareOfWords } from '../label-words.ts';
import { Exact, pointInterval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Division } from './divide.ts';
import { divide } from './divide.ts';
import type { Series } from './lines.ts';
import { listRows } from './lines.ts';
import { ENOUGH_EVIDENCE } from './search.ts';

/** Labels of accident rates, and of what they count. */
const RATE =
  /\b(?:ltif?r|trif?r|trcf|dart|afr|asr|aifr|lwcr)\b|(?:injur|accident|incident|lost[- ]?(?:time|day|work)|fatal|recordable).*(?:\brates?\b|frequency|severity|\bper\b)|(?:工伤|工傷|事故|伤害|傷害|失能|损失工时|損失工時|损失工日|損失日數).*率/i;
const COUNTED =
  /injur|accident|incident|fatalit|lost[- ]?(?:work)?days?|days? lost|recordable|工伤|工傷|事故|伤害|傷害|失能|损失工?[日天]|損失[日天]/i;
/** Hours that rates are printed per where nothing says of how many: OSHA's 100 people a year, and ILO's million. */
const USUAL_HOURS = ['200000', '1000000'];
const SAID_HOURS: [RegExp, string][] = [
  [/\bmillion\b|1[, ]?000[, ]?000|百万|百萬/i, '1000000'],
  [/200[, ]?000|20 ?万|二十万/i, '200000'],
  [/100[, ]?000|10 ?万|十万/i, '100000'],
];
/**
 * What it speaks for, in digits, that the hours worked are known, that they stand in the rate's table, and that all words of the row stand in
 * the rate's label.
 */
const WORTH = { hours: 1.5, close: 1, named: 1.5 };
/** A misfit takes away what a fit of this many digits gives. */
const MISFIT = 0.5;
/** Words that tell no kind of accident from another. */
const EMPTY: ReadonlySet<string> = new Set(['number', 'total', 'count', 'case', 'work', 'reported']);
const FEWEST_WORDS = 2;

/** A rate of accidents with what it counts, at the places where both and the hours worked are printed. */
export interface HoursRelation {
  divisions: Division[];
  evidence: number;
}

/**
 * Context → accident rates as accidents ÷ hours worked × the hours that they are per. Hours stand in the rate's table or are the only ones of
 * the report; the accidents are the row that fits or that bears the rate's name.
 */
export function findHourRates(context: CheckContext): HoursRelation[] {
  const rows = listRows(context);
  const counted = rows.filter(({ ratio, label }) => !ratio && COUNTED.test(label));
  const rates = rows.filter(
    ({ ratio, label, cells }) => ratio && RATE.test(label) && [...cells.values()].every(isRate),
  );
  return rates.flatMap((rate) => {
    const own = counted.filter(({ table, words }) => table === rate.table && words.size > 0);
    const said = hoursOf(rate);
    const tried = own.flatMap((row) => said.map((hours) => weigh(rate, row, hours, said.length > 1, context)));
    const chance = Math.log10(Math.max(1, tried.filter(({ divisions }) => divisions.length > 0).length));
    const [best] = tried.sort((a, b) => b.evidence - a.evidence);
    if (best === undefined || best.divisions.length === 0) return [];
    const evidence = best.evidence - chance;
    if (best.fits > 0 && best.off <= best.fits && evidence >= ENOUGH_EVIDENCE) return [{ ...best, evidence }];
    // The row that bears the name of the rate is meant, whether or not it fits.
    const named = tried.find((trial) => trial.named && trial.divisions.length > 0);
    return named === undefined || said.length > 1 ? [] : [{ ...named, evidence: 0 }];
  });
}

function isRate({ fact }: Quantity): boolean {
  return fact.unit === null || /^(?:count|person|day)\/h$/.test(fact.unit);
}

/** Rate → how many hours it is per: what its unit says, or its label, or else the usual ones. */
function hoursOf({ label, cells }: Series): string[] {
  const [first] = cells.values();
  if (first!.fact.unit !== null) return [new Exact(1).div(first!.perPrinted).toFixed(0)];
  const said = SAID_HOURS.find(([pattern]) => pattern.test(label));
  return said === undefined ? USUAL_HOURS : [said[1]];
}

interface Trial extends HoursRelation {
  fits: number;
  off: number;
  named: boolean;
}

function weigh(rate: Series, row: Series, hours: string, guessed: boolean, context: CheckContext): Trial {
  const divisions = [...rate.cells].flatMap(([place, ratio]): Division[] => {
    const accidents = row.cells.get(place);
    const worked = findHours(ratio, context);
    if (accidents === undefined || worked === null) return [];
    const perHour = worked.perPrinted.div(worked.fact.scale);
    const times = ratio.fact.unit === null ? new Exact(hours).times(perHour).toFixed() : '1';
    const division = divide(ratio, asCounted(accidents), worked, times);
    return division === null ? [] : [division];
  });
  const fits = divisions.filter(({ verdict }) => verdict === 'fits');
  const off = divisions.filter(({ verdict }) => verdict === 'off').length;
  const own = new Set([...row.words].filter((word) => !EMPTY.has(word)));
  const named = own.size >= FEWEST_WORDS && shareOfWords(own, rate.words) === 1;
  const distinct = new Map(fits.map((division) => [division.denominator.value.toString(), division.digits]));
  const digits = [...distinct.values()].reduce((sum, one) => sum + one, 0);
  const close = divisions.some(({ denominator }) => denominator.table === rate.table);
  const worth =
    WORTH.hours +
    (close ? WORTH.close : 0) +
    (named ? WORTH.named : 0) -
    (guessed ? Math.log10(USUAL_HOURS.length) : 0);
  return { divisions, evidence: digits + worth - off * MISFIT, fits: fits.length, off, named };
}

/** Accidents are counted, whether or not a unit says so. */
function asCounted(figure: Quantity): Quantity {
  if (figure.counted || !/^\d+$/.test(figure.fact.number)) return figure;
  const exact = pointInterval(figure.value);
  return { ...figure, counted: true, interval: exact, lenient: exact };
}

/** Rate → the hours worked in its year and part of the organisation: of its own table, or the only ones there are. */
function findHours(ratio: Quantity, context: CheckContext): Quantity | null {
  const { period } = ratio.fact;
  const all = (context.index.byMetric.get('safety.hours_worked')?.get(period ?? '') ?? []).filter(
    (hours) => partBoundary(hours.fact) === partBoundary(ratio.fact) && hours.dimension === 'time',
  );
  const own = all.filter(({ table }) => table === ratio.table);
  const places = own.length > 0 ? own : all;
  const values = new Set(places.map(({ value }) => value.toString()));
  return values.size === 1 ? places[0]! : null;
}
