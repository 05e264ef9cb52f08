import { t } from '../i18n/t.ts';
import type { PageCoverage } from './coverage.ts';
import type { Item, Standing } from './standing.ts';

/** One bar of the map at the foot of the page. */
export interface PageBar {
  page: number;
  /** Figures read on the page. */
  numbers: number;
  /** Of them, verified: in a relation that holds and in none that fails. */
  verified: number;
  /** The most serious failing standing with evidence on the page. */
  worst: Extract<Standing, 'wrong' | 'doubtful' | 'look'> | null;
  unread: boolean;
}

const seriousness = ['look', 'doubtful', 'wrong'] as const;

/** One bar a page: how many figures, how many verified, and the worst that was found. */
export function pageBars(pages: PageCoverage[], items: Item[]): PageBar[] {
  const bars: PageBar[] = pages.map(({ page, figures, verified, unread }) => ({
    page,
    numbers: figures,
    verified,
    worst: null,
    unread,
  }));
  for (const { finding, standing } of items) {
    if (standing === 'verified' || standing === 'untold') continue;
    for (const { page } of finding.evidence) {
      const bar = bars[page - 1];
      const rank = bar?.worst ? seriousness.indexOf(bar.worst) : -1;
      if (bar && seriousness.indexOf(standing) > rank) bar.worst = standing;
    }
  }
  return bars;
}

/** `Page 20: 31 figures, 28 verified, something wrong`. */
export function describeBar(bar: PageBar): string {
  const { barUnread, barWorst, bar: words } = t.coverage;
  if (bar.unread) return barUnread(bar.page);
  return words(bar.page, bar.numbers, bar.verified) + (bar.worst === null ? '' : barWorst[bar.worst]);
}
