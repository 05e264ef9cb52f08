import type { Report } from '../../model/report.ts';
import { covers, sumCoverage } from './coverage.ts';
import type { PageCoverage } from './coverage.ts';

/** A part of the report under one title, and how its figures are accounted for. */
export interface Chapter extends Omit<PageCoverage, 'page' | 'unread'> {
  title: string;
  from: number;
  to: number;
}

/** Fewer starts than this are no division of a report. */
const leastChapters = 3;
/** Of a report without bookmarks, so many pages make a part. */
const pagesInPart = 10;

interface Start {
  title: string;
  page: number;
}

/** The outline's uppermost level that divides the report. */
function fromOutline({ document: { outline, pages } }: Report): Start[] {
  for (const level of [1, 2, 3]) {
    const starts = outline
      .filter((entry) => entry.level === level && entry.page !== null && entry.page <= pages && entry.title !== '')
      .map(({ title, page }) => ({ title, page: page! }));
    if (new Set(starts.map(({ page }) => page)).size >= leastChapters) return starts;
  }
  return [];
}

/** Headings of the first level that are not on every page; a heading said again is the same chapter going on. */
function fromHeadings({ blocks }: Report): Start[] {
  const starts: Start[] = [];
  const seen = new Set<string>();
  for (const { kind, level, text, page } of blocks) {
    if (kind !== 'heading' || level !== 1 || seen.has(text)) continue;
    seen.add(text);
    starts.push({ title: text, page });
  }
  return new Set(starts.map(({ page }) => page)).size >= leastChapters ? starts : [];
}

function byTens({ document: { pages } }: Report): Start[] {
  return Array.from({ length: Math.ceil(pages / pagesInPart) }, (_, part) => ({
    title: '',
    page: part * pagesInPart + 1,
  }));
}

/** First page of each chapter, in order; of several that start on one page the first gives the name. */
function order(starts: Start[]): Start[] {
  const byPage = new Map<number, Start>();
  for (const start of starts) if (!byPage.has(start.page)) byPage.set(start.page, start);
  return [...byPage.values()].sort((a, b) => a.page - b.page);
}

/** Report → its chapters (by bookmarks, else by its largest headings, else tens of pages), each with its figures counted. */
export function coverChapters(report: Report, pages: PageCoverage[]): Chapter[] {
  const found = [fromOutline(report), fromHeadings(report), byTens(report)].find((starts) => starts.length > 0) ?? [];
  const starts = order(found);
  if (starts[0] && starts[0].page > 1) starts.unshift({ title: '', page: 1 });
  return starts
    .map(({ title, page }, index) => {
      const to = (starts[index + 1]?.page ?? report.document.pages + 1) - 1;
      return { title, from: page, to, ...sumCoverage(pages.slice(page - 1, to)) };
    })
    .filter((chapter) => chapter.figures > 0 || covers.some((cover) => chapter[cover] > 0));
}
