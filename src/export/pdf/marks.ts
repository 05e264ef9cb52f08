import type { Box } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import { lineBoxes } from '../line-boxes.ts';
import { isFailing, stateOf, standings } from '../results.ts';
import type { Result, Standing } from '../results.ts';

/** One place in the report, with all that is said about it. */
export interface Mark {
  page: number;
  box: Box;
  /** The box line by line, where the print wraps. */
  lines: Box[];
  /** The most serious of its results. */
  standing: Standing;
  results: Result[];
}

export interface MarkOptions {
  /** Whether figures that stand only in verified relations are marked too. */
  verified: boolean;
}

/**
 * Report and results → the places to mark: every operand of what failed and was not dismissed, each place once. A figure that stands
 * in several findings carries them all, most serious first.
 */
export function placeMarks(report: Report, results: readonly Result[], { verified }: MarkOptions): Mark[] {
  const marks = new Map<string, Mark>();
  const shown = results.filter((result) =>
    isFailing(result) ? stateOf(result) !== 'dismissed' : verified && result.standing === 'verified',
  );
  for (const result of shown) {
    for (const { page, box, raw, factId } of result.finding.evidence) {
      const key = `${page} ${box.map((edge) => edge.toFixed(1)).join(' ')}`;
      let mark = marks.get(key);
      if (!mark) {
        const lines = factId === null ? lineBoxes(report, page, box, raw) : [box];
        mark = { page, box, lines, standing: result.standing, results: [] };
        marks.set(key, mark);
      }
      if (!mark.results.includes(result)) mark.results.push(result);
      if (standings.indexOf(result.standing) < standings.indexOf(mark.standing)) mark.standing = result.standing;
    }
  }
  return [...marks.values()].sort((a, b) => a.page - b.page || a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}
