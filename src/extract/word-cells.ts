import { tidy, union } from '../geometry/box.ts';
import { joinText } from '../layout/phrases.ts';
import type { Fact } from '../model/fact.ts';
import type { Block, Cell } from '../model/table.ts';
import type { ShapedTable } from './table-shape.ts';

/** A stretch of words on a page: a block, a cell, or the cells over which a remark runs. */
export type Text = Pick<Block, 'page' | 'lines' | 'text' | 'box'>;

/** A cell with fewer letters beside its figure (an ideograph counts as two) holds a figure, not words about one. */
const MIN_LETTERS = 16;

/**
 * Figures in the words of cells, such as `1,072 hours given by volunteers` in a column of progress. Page numbers and
 * other bare numbers are left out: only what has a unit or a metric counts.
 * @param known the figures read from the tables' columns, which are not read twice
 * @param read words → the figures in them
 */
export function readWordCells(
  shapes: readonly ShapedTable[],
  known: readonly Fact[],
  read: (text: Text) => Fact[],
): Fact[] {
  const done = new Set(known.map((f) => `${f.tableId} ${f.row} ${f.col}`));
  return shapes.flatMap((shape) => {
    const { table } = shape;
    const free = table.cells.filter((c) => !c.header && !done.has(`${table.id} ${c.row} ${c.col}`));
    return remarks(free, shape).flatMap((cells) => {
      const text = cells.map((c) => c.text).reduce(joinText);
      if (letters(text) < MIN_LETTERS) return [];
      const first = cells[0]!;
      const beside = first.col === 0 ? undefined : table.cells.find((c) => c.row === first.row && c.col === 0);
      const context = [...table.headings.slice(-1), ...(beside ? [beside.text] : [])];
      return read({
        page: table.page,
        text,
        lines: cells.flatMap((c) => c.lines),
        box: tidy(union(cells.map((c) => c.box))),
      })
        .filter((f) => f.unit !== null || f.metric !== null)
        .map((f) => ({ ...f, context }));
    });
  });
}

/** Each cell by itself; the cells of a column of remarks beside the figures joined over consecutive rows. */
function remarks(cells: readonly Cell[], shape: ShapedTable): Cell[][] {
  const groups: Cell[][] = [];
  for (const cell of cells.toSorted((a, b) => a.col - b.col || a.row - b.row)) {
    const above = groups.at(-1)?.at(-1);
    const joins =
      shape.columns[cell.col]?.runsOn === true && above?.col === cell.col && above.row + above.rowSpan === cell.row;
    if (joins) groups.at(-1)!.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

const letters = (text: string): number =>
  (text.match(/\p{L}/gu)?.length ?? 0) + (text.match(/[\u3400-\u9fff]/g)?.length ?? 0);
