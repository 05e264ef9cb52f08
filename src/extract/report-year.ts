import type { Table } from '../model/table.ts';
import { isPeriodHead } from '../layout/tables/values.ts';

/** A year heads the latest column of at least this many tables … */
const MIN_TABLES = 3;
/** … and of this share of the tables that have years in their heads, to be the year that the figures are about. */
const MIN_SHARE = 0.3;

/**
 * The year that a report's figures are about. A report called 2024 may cover 2023: then its tables end with 2023.
 * @param stated the year that the title and the statement of the period name, if any
 * @returns the stated year, or its neighbour when the tables' last year says so
 */
export function settleReportYear(stated: string | null, tables: readonly Table[]): string | null {
  const latest = new Map<number, number>();
  let dated = 0;
  for (const table of tables) {
    const years = table.cells
      .filter((c) => c.header && isPeriodHead(c.text))
      .map((c) => Number(/(?:19|20)\d{2}/.exec(c.text)?.[0]));
    const known = years.filter((y) => stated === null || Math.abs(y - Number(stated)) <= 10);
    if (known.length < 2) continue;
    dated++;
    const last = Math.max(...known);
    latest.set(last, (latest.get(last) ?? 0) + 1);
  }
  const [year, count] = [...latest].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [NaN, 0];
  if (count < Math.min(MIN_TABLES, Math.max(1, tables.length)) || count < MIN_SHARE * dated) return stated;
  const near = stated === null || (/^\d{4}$/.test(stated) && Math.abs(year - Number(stated)) === 1);
  return near ? String(year) : stated;
}
