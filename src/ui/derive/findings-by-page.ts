import type { Item } from './standing.ts';

/** How many findings have evidence on a page, by how they stand. */
export interface FindingsOnPage {
  page: number;
  wrong: number;
  doubtful: number;
  look: number;
}

/** One count a page. A finding that rests on several figures of a page counts there once. */
export function findingsByPage(items: readonly Item[], pages: number): FindingsOnPage[] {
  const counts = Array.from({ length: pages }, (_, index) => ({ page: index + 1, wrong: 0, doubtful: 0, look: 0 }));
  for (const { standing, finding } of items) {
    if (standing === 'verified' || standing === 'untold') continue;
    for (const page of new Set(finding.evidence.map((evidence) => evidence.page))) {
      const count = counts[page - 1];
      if (count) count[standing] += 1;
    }
  }
  return counts;
}
