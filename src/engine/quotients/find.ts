import type { CheckContext } from '../kind.ts';
import { findFootings } from '../footing/find.ts';
import { listColumns, listRows } from './lines.ts';
import { findQuotient } from './search.ts';
import type { IsPart, QuotientRelation } from './search.ts';

const found = new WeakMap<CheckContext['reading'], QuotientRelation[]>();

/** Context → the rows and columns of tables that are quotients of two others. Found once for a reading. */
export function findQuotients(context: CheckContext): QuotientRelation[] {
  const known = found.get(context.reading);
  if (known !== undefined) return known;
  const isPart = knowParts(context);
  const relations = [listRows(context), listColumns(context)].flatMap((series, i) => {
    const amounts = series.filter(({ ratio }) => !ratio);
    return series
      .filter(({ ratio }) => ratio)
      .flatMap((ratio) => {
        const near = i === 0 ? amounts : amounts.filter(({ table }) => table === ratio.table);
        return findQuotient(ratio, near, isPart) ?? [];
      });
  });
  found.set(context.reading, relations);
  return relations;
}

/** Context → whether one figure is a part of another, by the totals that the tables show. */
export function knowParts(context: CheckContext): IsPart {
  const known = new Set(
    findFootings(context).flatMap(({ sums }) =>
      sums.flatMap(({ total, parts, verdict }) =>
        total === null || verdict !== 'fits' ? [] : parts.map((part) => `${part.fact.id}|${total.fact.id}`),
      ),
    ),
  );
  return (part, whole) => known.has(`${part.fact.id}|${whole.fact.id}`);
}
