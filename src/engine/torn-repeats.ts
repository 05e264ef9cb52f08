import { areOneSlipApart } from './digit-slips.ts';
import { groupBy, methodBoundary, partBoundary, pushTo } from './fact-index.ts';
import { canMeet } from './interval.ts';
import type { CheckContext } from './kind.ts';
import { normaliseLabel } from './label.ts';
import type { Quantity } from './quantity.ts';
import { findRepeats } from './repeats.ts';

/** A year in which two rows differ that print the same in others. */
export interface Tear {
  a: Quantity;
  b: Quantity;
  /** Other years in which the rows agree, and in which they differ. */
  agree: number;
  disagree: number;
  /** One slip of the hand sets the two figures apart. */
  slip: boolean;
}

/** Rows of other labels must agree in so many years to be one row. */
const FEWEST_AGREEING = 2;

/**
 * Context → years in which two rows differ that two tables print alike in other years. Rows of one label are one row if they agree as often as
 * not, or if one slip explains the difference; rows of like labels if they agree in several years and more often than not.
 */
export function findTears(context: CheckContext): Tear[] {
  const rows = groupBy(
    context.index.all.filter(({ table, fact }) => table !== null && fact.row !== null),
    nameRow,
  );
  const pairs = new Map<string, (readonly [Quantity, Quantity])[]>();
  for (const run of findRepeats(context)) {
    const placed = run.filter(({ table, fact }) => table !== null && fact.row !== null);
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        if (a.table !== b.table) pushTo(pairs, `${nameRow(a)}||${nameRow(b)}`, [a, b] as const);
      }
    }
  }
  return [...pairs.values()].flatMap(([pair]) => compareRows(pair!, rows));
}

function nameRow({ fact }: Quantity): string {
  return `${fact.tableId}|${fact.row}`;
}

/** Two figures that agree → the other years of their rows that do not. */
function compareRows([a, b]: readonly [Quantity, Quantity], rows: ReadonlyMap<string, Quantity[]>): Tear[] {
  const [left, right] = [a, b].map((figure) => rows.get(nameRow(figure))!.filter((other) => isLike(other, figure)));
  const years = left!.flatMap((x) => {
    const twins = right!.filter(({ fact }) => fact.period === x.fact.period);
    const alone = left!.filter(({ fact }) => fact.period === x.fact.period).length === 1;
    return x.fact.period === null || twins.length !== 1 || !alone ? [] : [[x, twins[0]!] as const];
  });
  const torn = years.filter(([x, y]) => !canMeet(x.lenient, y.lenient));
  const agree = years.length - torn.length;
  const sameLabel = normaliseLabel(a.fact) === normaliseLabel(b.fact);
  return torn.flatMap(([x, y]) => {
    const slip = areOneSlipApart(x.fact.number, y.value.div(x.perPrinted).toFixed());
    const one = sameLabel ? slip || agree >= torn.length : agree >= FEWEST_AGREEING && agree > torn.length;
    return one ? [{ a: x, b: y, agree, disagree: torn.length, slip }] : [];
  });
}

/** Is the other a figure of the same row, kind and part of the organisation, counted by the same method? */
function isLike(other: Quantity, figure: Quantity): boolean {
  return (
    other.dimension === figure.dimension &&
    other.fact.qualifier === null &&
    other.fact.upper === null &&
    partBoundary(other.fact) === partBoundary(figure.fact) &&
    methodBoundary(other.fact) === methodBoundary(figure.fact)
  );
}
