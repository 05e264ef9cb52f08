import type { Fact } from '../../model/fact.ts';
import type { Report } from '../../model/report.ts';
import { sortBy } from './sorting.ts';
import type { Sorting } from './sorting.ts';
import type { Item } from './standing.ts';

/**
 * How a printed figure is accounted for: it stands in a relation that fails; else in one that holds; else it was read
 * without a label or a unit; else it is understood and no relation was found for it.
 */
export type Cover = 'verified' | 'failing' | 'unrelated' | 'unclear';

export const covers: readonly Cover[] = ['verified', 'failing', 'unrelated', 'unclear'];

/** A figure's cover, with the findings that decided it. */
export interface FigureCover {
  cover: Cover;
  items: Item[];
}

function coverOf(fact: Fact, items: Item[]): Cover {
  if (items.some((item) => item.standing !== 'verified')) return 'failing';
  if (items.length > 0) return 'verified';
  return fact.label === '' || fact.unit === null ? 'unclear' : 'unrelated';
}

/** Every figure of the report, by its id, with how it is accounted for. */
export function coverFigures(report: Report, items: Item[]): Map<string, FigureCover> {
  const decided = new Map<string, Item[]>();
  for (const item of items) {
    if (item.standing === 'untold') continue;
    for (const factId of new Set(item.finding.evidence.map((evidence) => evidence.factId))) {
      if (factId !== null) decided.set(factId, [...(decided.get(factId) ?? []), item]);
    }
  }
  return new Map(
    report.facts.map((fact) => {
      const of = decided.get(fact.id) ?? [];
      return [fact.id, { cover: coverOf(fact, of), items: of }];
    }),
  );
}

/** How the figures of one page are accounted for. */
export interface PageCoverage extends Record<Cover, number> {
  page: number;
  figures: number;
  unread: boolean;
}

/** One row a page. */
export function coverPages(report: Report, figures: Map<string, FigureCover>): PageCoverage[] {
  const rows: PageCoverage[] = Array.from({ length: report.document.pages }, (_, index) => ({
    page: index + 1,
    figures: 0,
    verified: 0,
    failing: 0,
    unrelated: 0,
    unclear: 0,
    unread: report.document.unreadPages.includes(index + 1),
  }));
  for (const fact of report.facts) {
    const row = rows[fact.page - 1];
    if (!row) continue;
    row.figures += 1;
    row[figures.get(fact.id)!.cover] += 1;
  }
  return rows;
}

/** All pages together. */
export function sumCoverage(rows: PageCoverage[]): Record<Cover | 'figures', number> {
  const sum = { figures: 0, verified: 0, failing: 0, unrelated: 0, unclear: 0 };
  for (const row of rows) {
    for (const column of ['figures', ...covers] as const) sum[column] += row[column];
  }
  return sum;
}

export type CoverageColumn = 'page' | 'figures' | Cover;

/** Rows in the order of a column; equals in the order of the pages. */
export function sortCoverage(rows: PageCoverage[], { by, down }: Sorting<CoverageColumn>): PageCoverage[] {
  return sortBy(rows, (row) => row[by], down);
}
