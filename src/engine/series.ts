import { groupBy } from './fact-index.ts';
import type { CheckContext } from './kind.ts';
import type { Quantity } from './quantity.ts';

/** One row of a table through its years, earliest first. */
export interface Series {
  figures: Quantity[];
  /** Id of the table's chain and its row, for looking up neighbours. */
  table: string;
}

const YEAR = /^\d{4}$/;

/** Context → the rows that print one figure for each of several years, in one unit and for one part of the organisation. */
export function listSeries(context: CheckContext): Series[] {
  const dated = context.index.all.filter(
    ({ table, fact }) =>
      table !== null &&
      fact.row !== null &&
      fact.period !== null &&
      YEAR.test(fact.period) &&
      fact.qualifier === null &&
      fact.upper === null,
  );
  const rows = groupBy(dated, ({ fact, dimension }) =>
    [fact.tableId, fact.row, fact.boundary, fact.unit === '%' ? '%' : dimension].join('|'),
  );
  return [...rows.values()].flatMap((figures): Series[] => {
    const years = new Set(figures.map(({ fact }) => fact.period));
    if (figures.length < 2 || years.size < figures.length) return [];
    const sorted = figures.toSorted((a, b) => Number(a.fact.period) - Number(b.fact.period));
    return [{ figures: sorted, table: figures[0]!.table! }];
  });
}
