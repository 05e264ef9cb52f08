import { isChangeHead } from '../../extract/periods.ts';
import { groupBy } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import { shareOfWords } from '../label-words.ts';
import { metricOf, shareOfNames } from './names.ts';
import { listRows } from '../quotients/lines.ts';
import type { Series } from '../quotients/lines.ts';
import type { Step } from './compare.ts';
import { compareStep } from './compare.ts';

/** Printed changes that are made up in one way, and how surely. */
export interface StepRelation {
  steps: Step[];
  /** Digits of evidence: agreement, labels and layout, less the candidates tried. */
  evidence: number;
  /** None of them fits, but one slip of the hand explains why. */
  slip?: boolean;
}

/** Evidence that changes need, in digits, as for quotients: chance brings one such in a thousand lines. */
export const ENOUGH_EVIDENCE = 3;
/**
 * What labels and layout speak for, in digits: all words of the row in the label of the change, and more when they are a full name that no
 * other row bears; the row right above; both years in the label.
 */
const WORTH = { named: 1.5, fullName: 1, above: 1, years: 0.5 };
/** A label that names both years. */
const BOTH_YEARS = /(?<!\d)(?:19|20)\d\d(?!\d).*(?<!\d)(?:19|20)\d\d(?!\d)/;
/** One word is no full name. */
const FEWEST_WORDS = 2;
/** Of the words of a row so many must stand in the label of its change. */
const NAMED = 0.5;
/** A misfit takes away what a fit of this many digits gives. */
const MISFIT = 1;

/** Context → rows of growth rates with the rows that they are the growth of, year on year. */
export function findGrowthRows(context: CheckContext): StepRelation[] {
  const rows = listRows(context);
  const amounts = groupBy(
    rows.filter(({ ratio, label }) => !ratio && !isChangeHead(label)),
    ({ table }) => table,
  );
  const all = [...amounts.values()].flat();
  return rows.flatMap((change) => {
    if (!isChangeHead(change.label) || [...change.cells.values()].some(({ fact }) => fact.unit?.includes('/') === true))
      return [];
    const candidates = all
      .map((series) => ({
        series,
        named: Math.max(
          shareOfWords(series.words, change.words),
          shareOfNames(metricOf(series), change.words, context),
        ),
      }))
      .filter(({ series, named }) => named >= NAMED && series.words.size > 0);
    const weighed = candidates.flatMap(({ series, named }) => {
      const steps = stepsOf(change, series);
      const fits = steps.filter(({ verdict }) => verdict === 'fits');
      const off = steps.filter(({ verdict }) => verdict === 'off').length;
      if (fits.length === 0 || off > fits.length) return [];
      const above = series.table === change.table && Math.abs(series.at - change.at) === 1;
      const digits = fits.reduce((sum, step) => sum + step.digits, 0);
      // Only rows that bear as much of the name could have been meant as well.
      const chance = Math.log10(candidates.filter((other) => other.named >= named).length);
      const worth =
        named * WORTH.named +
        (isFullName(series, named) ? WORTH.fullName : 0) +
        (above ? WORTH.above : 0) +
        (BOTH_YEARS.test(change.label) ? WORTH.years : 0);
      return [{ steps, evidence: digits + worth - off * MISFIT - chance }];
    });
    const [best] = weighed.sort((a, b) => b.evidence - a.evidence);
    return best !== undefined && best.evidence >= ENOUGH_EVIDENCE ? [best] : [];
  });
}

function isFullName({ words }: Series, named: number): boolean {
  return named === 1 && words.size >= FEWEST_WORDS;
}

function stepsOf(change: Series, series: Series): Step[] {
  return [...change.cells].flatMap(([place, figure]) => {
    const [period, ...rest] = place.split('|');
    if (!/^\d{4}$/.test(period!)) return [];
    const after = series.cells.get(place);
    const before = series.cells.get([String(Number(period) - 1), ...rest].join('|'));
    if (after === undefined || before === undefined || before.dimension !== after.dimension) return [];
    return compareStep(figure, before, after, 'percent', isUnsigned(change)) ?? [];
  });
}

/** Do all changes of a line stand without a minus? Then a fall may have lost its own to an arrow or a word. */
function isUnsigned({ cells }: Series): boolean {
  return [...cells.values()].every(({ value }) => value.gte(0));
}
