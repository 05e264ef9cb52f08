import { areOneSlipApart } from './digit-slips.ts';
import { groupBy, methodBoundary } from './fact-index.ts';
import type { CheckContext } from './kind.ts';
import { isTelling as isTellingLabel, normaliseLabel } from './label.ts';
import type { Quantity } from './quantity.ts';
import { isTelling, nameOneThing } from './repeats.ts';

/** A figure of running text and another of its name and period that one slip of the hand sets apart. */
export type NearRepeat = readonly [Quantity, Quantity];

/** Labels of a list that was not read as a table hold the figures before: they name nothing. */
const HOLDS_FIGURES = /\d[\d,.]*\d/;

/**
 * Context → figures that running text tells again with one digit wrong, two exchanged or another unit, under labels that share their words.
 * Two tables are compared by their other figures instead: a company and its group may differ by a round sum. Those of one metric are left to
 * the comparison by metric, and those that are right in a third place to the repeats.
 */
export function findNearRepeats(context: CheckContext): NearRepeat[] {
  const figures = context.index.all.filter(
    (figure) =>
      isTelling(figure) &&
      figure.fact.period !== null &&
      figure.fact.qualifier === null &&
      figure.fact.upper === null &&
      !HOLDS_FIGURES.test(figure.fact.label) &&
      isTellingLabel(normaliseLabel(figure.fact)),
  );
  const groups = groupBy(figures, ({ fact, dimension }) =>
    [dimension ?? `without ${fact.unit}`, fact.period, methodBoundary(fact)].join('|'),
  );
  return [...groups.values()].flatMap((like) => {
    const told = like.filter(({ table }) => table === null);
    return told.flatMap((figure) => {
      const near = like.find((other) => isNear(figure, other) && (other.table !== null || comesBefore(other, figure)));
      return near === undefined ? [] : [[near, figure] as const];
    });
  });
}

function isNear(a: Quantity, b: Quantity): boolean {
  if (a === b || (a.fact.metric !== null && a.fact.metric === b.fact.metric)) return false;
  return areOneSlipApart(a.fact.number, b.value.div(a.perPrinted).toFixed()) && nameOneThing(a, b);
}

/** Of two figures of running text the earlier one is held to be right, so that the pair is told once. */
function comesBefore(a: Quantity, b: Quantity): boolean {
  return a.fact.page < b.fact.page || (a.fact.page === b.fact.page && a.fact.box[1] < b.fact.box[1]);
}
