import type { Piece } from './index-pieces.ts';
import { readTcfdPillar } from './index-tcfd.ts';

/** A row of a TCFD index: its letter, and where it stands. */
export interface LetteredRow {
  letter: string;
  piece: Piece;
}

/** The name of a pillar is printed up to so far above the first of its rows. In font sizes. */
const ABOVE = 1.5;

/**
 * Rows a, b, c of one column, from top to bottom, and the pieces around them → the pillar of each, as printed to the left of its rows; null
 * when none is. A letter that does not come after the one before begins the next pillar; one that goes on from a page before takes its last.
 */
export function findPillars(
  rows: readonly LetteredRow[],
  region: readonly Piece[],
  before: string | null,
): (string | null)[] {
  const begins = rows.map(({ letter }, i) => i === 0 || letter <= rows[i - 1]!.letter);
  const starts = rows.flatMap((_, i) => (begins[i] ? [i] : []));
  return starts.flatMap((start, n) => {
    const end = starts[n + 1] ?? rows.length;
    const first = rows[start]!.piece;
    const top = first.box[1] - ABOVE * first.size;
    const bottom = rows[end]?.piece.box[1] ?? Infinity;
    const left = region.filter(({ box }) => box[0] < first.box[0] - first.size && box[1] >= top && box[1] < bottom - 1);
    const words = left.map(({ text }) => text).join(' ');
    const pillar = readTcfdPillar(words) ?? (start === 0 && rows[0]!.letter !== 'a' ? before : null);
    return Array.from({ length: end - start }, () => pillar);
  });
}
