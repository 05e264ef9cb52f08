import type { Fact } from '../model/fact.ts';
import { isPeriodHead } from '../layout/tables/values.ts';
import type { Cell } from '../model/table.ts';
import type { NumberConvention } from './numbers.ts';
import { readNeighbours } from './row-neighbours.ts';
import { partsOf, readFigure } from './table-figure.ts';
import type { Column, ShapedTable } from './table-shape.ts';
import type { TextContext } from './vocabulary.ts';

/** A row that only names what stands below it, with how it looks, so that bands of one kind replace each other. */
interface Band {
  text: string;
  look: string;
  indent: number;
}

/** A first-column cell that is a parent of the rows below is outdented by at least this, in points. */
const INDENT = 3;

/** Shaped tables → one fact for each figure in a value, change or target column. Ids are given later. */
export function readTableFacts(
  shapes: readonly ShapedTable[],
  context: TextContext,
  conventionOf: (shape: ShapedTable) => NumberConvention | null,
): Fact[] {
  const endBands = new Map<string, Band[]>();
  return shapes.flatMap((shape) => {
    const inherited = shape.previous ? (endBands.get(shape.previous.table.id) ?? []) : [];
    const { facts, bands } = readOne(shape, inherited, context, conventionOf(shape));
    endBands.set(shape.table.id, bands);
    return readNeighbours(facts, context.metrics);
  });
}

function readOne(
  whole: ShapedTable,
  inherited: readonly Band[],
  context: TextContext,
  convention: NumberConvention | null,
): { facts: Fact[]; bands: Band[] } {
  let shape = whole;
  let bands: Band[] = [...inherited];
  let lastWasBand = false;
  const parents: Band[] = [];
  const facts: Fact[] = [];
  let outer: Cell[] = [];
  for (const row of whole.body) {
    const heads = row.filter((c) => c.col > 0 && isPeriodHead(c.text) && shape.columns[c.col]?.role === 'value');
    if (heads.length >= 2 && row.every((c) => heads.includes(c) || !/\d/.test(c.text) || c.col === 0)) {
      // A second head within the table: its years hold from here on, and its label names what follows.
      shape = { ...shape, columns: withHeads(shape.columns, heads) };
      const title = row.find((c) => c.col === 0);
      bands = title ? [toBand(title)] : [];
      lastWasBand = title !== undefined;
      parents.length = 0;
      continue;
    }
    const labels = row.filter((c) => shape.columns[c.col]?.role === 'label');
    const figures = row.filter((c) => isFigureCell(c, shape));
    if (figures.length === 0) {
      if (row.length === 1 && row[0]!.col <= 1 && row[0]!.text.length <= 160) {
        const band = toBand(row[0]!);
        bands = lastWasBand && bands.at(-1)?.look !== band.look ? [...bands, band] : [...bandsAbove(bands, band), band];
        lastWasBand = true;
        parents.length = 0;
      }
      continue;
    }
    lastWasBand = false;
    // A label cell that spans several rows stands for all of them.
    const spanning = outer.filter((c) => c.row + c.rowSpan > row[0]!.row && !labels.includes(c));
    outer = [...spanning, ...labels.filter((c) => c.rowSpan > 1)];
    const all = [...spanning, ...labels].sort((a, b) => a.col - b.col);
    const named = all.at(-1);
    if (!named) {
      facts.push(...readUnlabelledRow(figures, row, bands, shape, context, convention));
      continue;
    }
    const indent = named.lines[0]!.box[0];
    while (parents.length > 0 && parents.at(-1)!.indent >= indent - INDENT) parents.pop();
    const above = [...bands.map((b) => b.text), ...all.slice(0, -1).map((c) => c.text), ...parents.map((p) => p.text)];
    for (const cell of figures) {
      for (const part of partsOf(cell, named, above, context, convention)) {
        const fact = readFigure(part, row, shape, context, convention);
        if (fact) facts.push(fact);
      }
    }
    parents.push({ text: named.text, look: '', indent });
  }
  return { facts, bands };
}

/** A row of nothing but figures: the heads above them are their labels. */
function readUnlabelledRow(
  figures: readonly Cell[],
  row: readonly Cell[],
  bands: readonly Band[],
  shape: ShapedTable,
  context: TextContext,
  convention: NumberConvention | null,
): Fact[] {
  const above = bands.map((b) => b.text);
  return figures.flatMap((cell) => {
    const head = shape.table.cells.findLast((c) => c.header && c.col === cell.col && c.colSpan === 1);
    const fact = head ? readFigure({ cell, named: head, above }, row, shape, context, convention) : null;
    return fact ? [fact] : [];
  });
}

function isFigureCell(cell: Cell, shape: ShapedTable): boolean {
  const role = shape.columns[cell.col]?.role;
  return (role === 'value' || role === 'change' || role === 'target') && /\d/.test(cell.text);
}

/** The columns with other heads over some of them. */
function withHeads(columns: readonly Column[], heads: readonly Cell[]): Column[] {
  return columns.map((column, col) => {
    const head = heads.find((c) => c.col <= col && col < c.col + c.colSpan);
    return head ? { ...column, heads: [head.text] } : column;
  });
}

function toBand(cell: Cell): Band {
  const line = cell.lines[0]!;
  return { text: cell.text, look: `${line.bold}|${Math.round(line.size)}|${line.color}`, indent: line.box[0] };
}

/** Bands that stay in force above a new one: those before the last band of the same look. */
function bandsAbove(bands: readonly Band[], band: Band): Band[] {
  const same = bands.findIndex((b) => b.look === band.look && Math.abs(b.indent - band.indent) < INDENT);
  return same >= 0
    ? bands.slice(0, same)
    : bands.filter((b) => b.look !== band.look && b.indent < band.indent - INDENT);
}
