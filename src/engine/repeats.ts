import { groupBy, partBoundary } from './fact-index.ts';
import { canMeet } from './interval.ts';
import type { CheckContext } from './kind.ts';
import { normaliseLabel } from './label.ts';
import { listWords, shareOfWords } from './label-words.ts';
import type { Quantity } from './quantity.ts';

/** Figures of fewer digits, without filling zeros, are the same by chance: in a report of a thousand figures one in ten of three digits is. */
const FEWEST_DIGITS = 4;
/** Of the words of either label so many must stand in the other for the two to name one thing. */
const SHARED_WORDS = 0.6;

/**
 * Context → figures that are printed in two or more places with the same value, in whatever unit, under labels that share their words. Those
 * of one metric and period are left to the comparison by metric, which tells of differences as well.
 */
export function findRepeats(context: CheckContext): Quantity[][] {
  const telling = context.index.all.filter(
    (figure) => isTelling(figure) && figure.fact.qualifier === null && figure.fact.upper === null,
  );
  return [...groupBy(telling, ({ dimension, fact }) => dimension ?? `without ${fact.unit}`).values()].flatMap(
    (figures) => {
      const sorted = figures.toSorted((a, b) => a.value.cmp(b.value));
      const runs: Quantity[][] = [];
      for (const figure of sorted) {
        const run = runs.at(-1);
        if (run !== undefined && canMeet(run[0]!.interval, figure.interval)) run.push(figure);
        else runs.push([figure]);
      }
      return runs.flatMap(splitByName).filter((run) => countPlaces(run) > 1 && !isOneMetric(run));
    },
  );
}

/** More digits than this without a unit are part of an address or a code. */
const MOST_DIGITS = 12;

export function isTelling(figure: Quantity): boolean {
  const digits = countDigits(figure);
  const bare = figure.fact.unit === null;
  const year = bare && /^(?:19|20)\d\d$/.test(figure.fact.number);
  return digits >= FEWEST_DIGITS && !year && (!bare || digits <= MOST_DIGITS);
}

/** Digits of the print without leading and filling zeros. */
function countDigits({ fact }: Quantity): number {
  return fact.number.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** Figures of one value → groups that each name one thing; a figure joins the first that it goes with. */
function splitByName(run: readonly Quantity[]): Quantity[][] {
  if (run.length < 2) return [];
  const groups: Quantity[][] = [];
  for (const figure of run) {
    const group = groups.find((others) => others.every((other) => nameOneThing(other, figure)));
    if (group === undefined) groups.push([figure]);
    else group.push(figure);
  }
  return groups.filter(({ length }) => length > 1);
}

export function nameOneThing(a: Quantity, b: Quantity): boolean {
  const [x, y] = [a.fact, b.fact];
  if (x.period !== y.period || partBoundary(x) !== partBoundary(y)) return false;
  if (x.metric !== null && x.metric === y.metric) return true;
  const [left, right] = [listWords(x.label), listWords(y.label)];
  const shared = Math.min(shareOfWords(left, right), shareOfWords(right, left));
  return shared >= SHARED_WORDS || (normaliseLabel(x) !== '' && normaliseLabel(x) === normaliseLabel(y));
}

/** Each table counts once, each figure of running text by itself. */
function countPlaces(run: readonly Quantity[]): number {
  return new Set(run.map((figure) => figure.table ?? figure.fact.id)).size;
}

function isOneMetric(run: readonly Quantity[]): boolean {
  const [first] = run;
  return first!.fact.metric !== null && run.every(({ fact }) => fact.metric === first!.fact.metric);
}
