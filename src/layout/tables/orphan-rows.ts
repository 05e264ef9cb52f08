import { round2, union } from '../../geometry/box.ts';
import type { Block, Table } from '../../model/table.ts';
import { buildPhrases, lineUp } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import { fillGrid } from './grid.ts';
import type { Element } from './relate.ts';
import { findRows } from './rows.ts';

/** A row that fell over the break stands within this many points below the first text of its page or column. */
const TOP_ROW = 30;
/** Its cells start where the table's cells start, within this many points. */
const SAME_START = 3;
/** At most this many blocks make such a row: one a cell, as the columns of text were taken for them. */
const MAX_PIECES = 6;

/**
 * A last row of a table that fell over a page or column break has no rules left to show that it is one. Text at the top,
 * right after a table, whose pieces all start where the table's cells start, becomes a table that goes on from it.
 */
export function adoptOrphanRows(elements: readonly Element[]): Element[] {
  const adopted: Element[] = [];
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i]!;
    const before = adopted.at(-1);
    const pieces = element.kind === 'block' && before?.kind === 'table' ? topPieces(elements, i) : [];
    const row = pieces.length > 0 && before?.kind === 'table' ? readOrphan(before.table, pieces) : null;
    if (row) {
      adopted.push({ kind: 'table', table: row });
      i += pieces.length - 1;
    } else adopted.push(element);
  }
  return adopted;
}

function topPieces(elements: readonly Element[], at: number): Block[] {
  const pieces: Block[] = [];
  for (const element of elements.slice(at, at + MAX_PIECES)) {
    if (element.kind !== 'block' || element.block.kind === 'heading') break;
    const first = pieces[0];
    if (first && (element.block.page !== first.page || Math.abs(element.block.box[1] - first.box[1]) > TOP_ROW)) break;
    pieces.push(element.block);
  }
  return pieces;
}

function readOrphan(table: Table, pieces: readonly Block[]): Table | null {
  const page = pieces[0]!.page;
  const box = union(pieces.map((b) => b.box));
  const moved = page !== table.page || box[3] < table.box[1];
  if (!moved || page - table.page > 1 || table.cols < 2) return null;
  const phrases = buildPhrases(pieces.flatMap((b) => b.lines.flatMap((l) => l.runs)));
  const starts = columnStarts(table);
  if (starts.some((x) => x === null)) return null;
  const shift = Math.min(...phrases.map((p) => p.box[0])) - starts[0]!;
  const columnOf = (p: Phrase): number => starts.findIndex((x) => Math.abs(p.box[0] - x! - shift) <= SAME_START);
  const columns = phrases.map(columnOf);
  if (columns.includes(-1) || new Set(columns).size < Math.min(3, table.cols)) return null;
  const bounds = [...starts.map((x) => x! + shift - SAME_START), box[2] + SAME_START];
  const rows = findRows(lineUp(phrases), bounds, box, []);
  const grid = fillGrid(rows, { bounds, ruled: false }, [], []);
  for (const cell of grid.cells) cell.header = false;
  return {
    id: '',
    page,
    box: [round2(box[0]), round2(box[1]), round2(box[2]), round2(box[3])],
    caption: null,
    headings: [],
    continues: null,
    rows: grid.rows,
    cols: table.cols,
    cells: grid.cells,
    notes: [],
    method: 'aligned',
    confidence: table.confidence,
  };
}

/** x where the text of most cells of each column starts, in points; null for a column without cells of its own. */
function columnStarts(table: Table): (number | null)[] {
  return Array.from({ length: table.cols }, (_, col) => {
    const lefts = table.cells
      .filter((c) => c.col === col && c.colSpan === 1)
      .map((c) => Math.min(...c.lines.map((l) => l.box[0])))
      .sort((a, b) => a - b);
    return lefts[Math.floor(lefts.length / 2)] ?? null;
  });
}
