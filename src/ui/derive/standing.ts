import type { Finding } from '../../model/finding.ts';
import { keyFindings, standingOf, standings } from '../../export/results.ts';
import type { Counts } from '../../store/schema.ts';

/** How a finding stands for the reviewer. */
export type Standing = keyof Counts;

export { standingOf, standings };

/** A finding with its place in the list. */
export interface Item {
  /** The fingerprint; with `~2`, `~3` … when several findings of one report share it. */
  key: string;
  finding: Finding;
  standing: Standing;
}

export interface Group {
  standing: Standing;
  items: Item[];
}

function firstPage(finding: Finding): number {
  return finding.evidence[0]?.page ?? Infinity;
}

/** All findings that have a standing, most serious first, then in the order of the report's pages. */
export function listItems(findings: Finding[]): Item[] {
  return keyFindings(findings).sort(
    (a, b) =>
      standings.indexOf(a.standing) - standings.indexOf(b.standing) || firstPage(a.finding) - firstPage(b.finding),
  );
}

/** Items under their standing; groups without items are left out. */
export function groupItems(items: Item[]): Group[] {
  return standings
    .map((standing) => ({ standing, items: items.filter((item) => item.standing === standing) }))
    .filter((group) => group.items.length > 0);
}

/** How many items stand how. */
export function countStandings(items: Item[]): Counts {
  const counts: Counts = { verified: 0, wrong: 0, doubtful: 0, look: 0, untold: 0 };
  for (const { standing } of items) counts[standing] += 1;
  return counts;
}
