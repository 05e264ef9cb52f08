import type { Report } from '../../model/report.ts';
import type { Item, Standing } from './standing.ts';

/** One bar of the map at the foot of the page. */
export interface PageBar {
  page: number;
  /** Figures read on the page. */
  numbers: number;
  /** Of them, standing in a relation that was verified. */
  verified: number;
  /** The most serious failing standing with evidence on the page. */
  worst: Extract<Standing, 'wrong' | 'doubtful' | 'look'> | null;
  unread: boolean;
}

const seriousness = ['look', 'doubtful', 'wrong'] as const;

/** One bar a page: how many figures, how many verified, and the worst that was found. */
export function pageBars(report: Report, items: Item[]): PageBar[] {
  const bars: PageBar[] = Array.from({ length: report.document.pages }, (_, index) => ({
    page: index + 1,
    numbers: 0,
    verified: 0,
    worst: null,
    unread: report.document.unreadPages.includes(index + 1),
  }));
  const verifiedFacts = new Set<string>();
  for (const { finding, standing } of items) {
    for (const { factId, page } of finding.evidence) {
      if (standing === 'verified' && factId) verifiedFacts.add(factId);
      const bar = bars[page - 1];
      if (!bar || standing === 'verified' || standing === 'untold') continue;
      const rank = bar.worst ? seriousness.indexOf(bar.worst) : -1;
      if (seriousness.indexOf(standing) > rank) bar.worst = standing;
    }
  }
  for (const fact of report.facts) {
    const bar = bars[fact.page - 1];
    if (!bar) continue;
    bar.numbers += 1;
    if (verifiedFacts.has(fact.id)) bar.verified += 1;
  }
  return bars;
}

/** `Page 20: 31 figures, 28 verified, something wrong`. */
export function describeBar(bar: PageBar): string {
  if (bar.unread) return `Page ${bar.page}: no text to read`;
  const worst =
    bar.worst && { wrong: ', something wrong', doubtful: ', something doubtful', look: ', worth a look' }[bar.worst];
  return `Page ${bar.page}: ${bar.numbers} ${bar.numbers === 1 ? 'figure' : 'figures'}, ${bar.verified} verified${worst ?? ''}`;
}
