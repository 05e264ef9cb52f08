import type { Cell } from '../../model/table.ts';
import { isPeriodHead } from './values.ts';

/** A head's middle may lie this share of its group's width away from the group's middle. */
const OFF_CENTRE = 0.3;

/**
 * A head centred over several heads (`2023` over `Male` and `Female`) covers all of them: the columns that no head of
 * its row covers go to the nearest one, when the heads of the row name periods, or the heads below repeat under each.
 * A column whose own head below is a period too stays outside.
 * @param cells the table's cells; spans of super heads are widened in place
 * @param heads number of head rows
 */
export function spreadSuperHeads(cells: readonly Cell[], heads: number, cols: number): void {
  for (let r = 0; r < heads - 1; r++) {
    const row = cells.filter((c) => c.row === r && c.col > 0);
    const below = cells.filter((c) => c.row > r && c.row < heads && c.col > 0);
    const periods = row.every((c) => isPeriodHead(c.text));
    if (row.length < 2 || below.length <= row.length || !(periods || repeats(below, row.length))) continue;
    const leaves = leafHeads(below, cols).filter((c) => !(periods && isPeriodHead(c.text)));
    const owners = new Map<Cell, Cell[]>();
    for (const leaf of leaves) {
      const owner = row.reduce((a, b) =>
        Math.abs(middle([b]) - middle([leaf])) < Math.abs(middle([a]) - middle([leaf])) ? b : a,
      );
      owners.set(owner, [...(owners.get(owner) ?? []), leaf]);
    }
    if (owners.size !== row.length || [...owners].some(([head, group]) => !isCentred(head, group))) continue;
    for (const [head, group] of owners) {
      head.col = Math.min(...group.map((c) => c.col));
      head.colSpan = Math.max(...group.map((c) => c.col + c.colSpan)) - head.col;
    }
  }
}

/** The lowest head of each column, left to right. */
function leafHeads(below: readonly Cell[], cols: number): Cell[] {
  const leaves = new Set<Cell>();
  for (let col = 0; col < cols; col++) {
    const over = below.filter((c) => c.col <= col && col < c.col + c.colSpan);
    if (over.length > 0) leaves.add(over.reduce((a, b) => (b.row >= a.row ? b : a)));
  }
  return [...leaves];
}

/** Whether the heads below come in `groups` equal sequences: `Number`, `Share`, `Number`, `Share`. */
function repeats(below: readonly Cell[], groups: number): boolean {
  const texts = below.toSorted((a, b) => a.col - b.col).map((c) => c.text);
  const each = texts.length / groups;
  return Number.isInteger(each) && each >= 2 && texts.every((t, i) => t === texts[i % each]);
}

function isCentred(head: Cell, group: readonly Cell[]): boolean {
  const [left, right] = extent(group);
  return Math.abs(middle([head]) - (left + right) / 2) <= OFF_CENTRE * (right - left);
}

const middle = (cells: readonly Cell[]): number => extent(cells).reduce((a, b) => a + b) / 2;

/** Left and right end of the text of some cells, in points. */
function extent(cells: readonly Cell[]): [number, number] {
  const boxes = cells.flatMap((c) => c.lines.map((l) => l.box));
  return [Math.min(...boxes.map((b) => b[0])), Math.max(...boxes.map((b) => b[2]))];
}
