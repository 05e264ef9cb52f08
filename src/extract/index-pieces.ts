import type { Box } from '../model/page.ts';
import type { Block, Table } from '../model/table.ts';
import { buildPhrases } from '../layout/phrases.ts';

/** Words of one line with no gap between them as wide as between two columns. */
export interface Piece {
  text: string;
  box: Box;
  size: number;
}

/** A page's blocks and tables → its words in pieces, top to bottom and left to right; running heads and feet are among them. */
export function listPieces(blocks: readonly Block[], tables: readonly Table[]): Piece[] {
  const lines = [...blocks.flatMap((b) => b.lines), ...tables.flatMap((t) => t.cells.flatMap((c) => c.lines))];
  return buildPhrases(lines.flatMap((line) => line.runs))
    .map(({ text, box, size }) => ({ text: text.trim(), box, size }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}
