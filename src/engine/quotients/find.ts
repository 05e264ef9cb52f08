import type { CheckContext } from '../kind.ts';
import { findProseSums } from '../prose/sums.ts';
import { groupBy, pushTo } from '../fact-index.ts';
import { findFootings } from '../footing/find.ts';
import { listColumns, listRows } from './lines.ts';
import type { Series } from './lines.ts';
import { findQuotient } from './search.ts';
import type { IsPart, QuotientRelation } from './search.ts';

/** Context → the rows and columns of tables that are quotients of two others. Found once in a run. */
export function findQuotients(context: CheckContext): QuotientRelation[] {
  return context.once('quotients', () => searchQuotients(context));
}

function searchQuotients(context: CheckContext): QuotientRelation[] {
  const isPart = knowParts(context);
  const rows = listRows(context);
  const candidates = listCandidates(rows);
  const columns = groupBy(listColumns(context), ({ table }) => table);
  return [
    ...rows.flatMap((ratio) => (ratio.ratio ? (findQuotient(ratio, candidates(ratio), isPart) ?? []) : [])),
    ...[...columns.values()].flatMap((lines) => {
      const amounts = lines.filter(({ ratio }) => !ratio);
      return lines.flatMap((ratio) => (ratio.ratio ? (findQuotient(ratio, amounts, isPart) ?? []) : []));
    }),
  ];
}

/** A word that so many lines of a report have tells none of them from the others. */
const MOST_LINES = 60;

/** Rows → for each line of ratios the amounts of its own table, and those of others that share a telling word with it. */
function listCandidates(rows: readonly Series[]): (ratio: Series) => Series[] {
  const amounts = rows.filter(({ ratio }) => !ratio);
  const byTable = groupBy(amounts, ({ table }) => table);
  const byWord = new Map<string, Series[]>();
  for (const series of amounts) for (const word of series.words) pushTo(byWord, word, series);
  return (ratio) => {
    const named = [...ratio.words].flatMap((word) => {
      const lines = byWord.get(word) ?? [];
      return lines.length > MOST_LINES ? [] : lines;
    });
    return [...new Set([...(byTable.get(ratio.table) ?? []), ...named])];
  };
}

/** Context → whether one figure is a part of another, by the totals that tables and text show. */
export function knowParts(context: CheckContext): IsPart {
  const known = new Set(
    [...findFootings(context), ...findProseSums(context)].flatMap(({ sums }) =>
      sums.flatMap(({ total, parts, verdict }) =>
        total === null || verdict !== 'fits' ? [] : parts.map((part) => `${part.fact.id}|${total.fact.id}`),
      ),
    ),
  );
  return (part, whole) => known.has(`${part.fact.id}|${whole.fact.id}`);
}
