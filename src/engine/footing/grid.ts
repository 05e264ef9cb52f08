import { isChangeHead, isTargetHead } from '../../extract/periods.ts';
import type { Cell, Table } from '../../model/table.ts';
import { groupBy } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import type { TotalWord } from './words.ts';
import { isBalance, namesPart, namesRate, namesRemainder, readTotalWord } from './words.ts';

/** A row of a table, or a column: what may be a total of others or a part of one. */
export interface Line {
  label: string;
  /** Id of the table that it stands in. */
  table: string;
  /** Figures by their place along the line. */
  cells: ReadonlyMap<number, Quantity>;
  /** Places where a dash says that there is nothing. */
  nil: ReadonlySet<number>;
  /** Left edge of the label, in points from the page's left; null when the print does not tell. */
  indent: number | null;
  /** Headings and band rows above the line, joined. */
  band: string;
  total: TotalWord;
  /** The label introduces a part (`of which`, 其中). */
  partOf: boolean;
  /** The label is that of what is left over (`others`, 其他). */
  remainder: boolean;
}

/** Rows (or columns) of one table, and of those that go on from it, in reading order. */
export interface Grid {
  table: string;
  direction: 'rows' | 'columns';
  lines: Line[];
}

/** A table of the chain that starts elsewhere puts its columns at these places, so that they meet no others. */
const APART = 1000;

/** Reading → the rows of each table, tables under one head joined over a page break. */
export function readRowGrids(context: CheckContext): Grid[] {
  const figures = collectFigures(context);
  return joinTables(
    context.reading.tables.filter(({ id }) => figures.has(id)),
    figures,
  ).map((tables) => {
    const first = tables[0]!;
    const lines = tables.flatMap((table, t) => {
      const offset = table.cols === first.cols ? 0 : APART * (t + 1);
      const rows = [...groupBy(figures.get(table.id)!, ({ fact }) => fact.row!).entries()];
      const labels = readLabels(table, figures.get(table.id)!);
      return rows.sort(([a], [b]) => a - b).map(([row, list]) => toRow(table, row, list, offset, labels));
    });
    return { table: first.id, direction: 'rows', lines };
  });
}

/** Reading → the columns of each table. A table that goes on over a page break has its columns checked page by page. */
export function readColumnGrids(context: CheckContext): Grid[] {
  const figures = collectFigures(context);
  return context.reading.tables.flatMap((table): Grid[] => {
    const columns = [...groupBy(figures.get(table.id) ?? [], ({ fact }) => fact.col!).entries()].filter(
      ([col]) => !headsOf(table, col).some(isBalance),
    );
    if (columns.length < FEWEST_COLUMNS) return [];
    const lines = columns.sort(([a], [b]) => a - b).map(([col, list]) => toColumn(table, col, list));
    return [{ table: table.id, direction: 'columns', lines }];
  });
}

/** A total and two parts. */
const FEWEST_COLUMNS = 3;

/** Tables by id → their figures that can be added: no rates, no changes or targets, nothing open-ended. */
function collectFigures(context: CheckContext): Map<string, Quantity[]> {
  const tables = new Map(context.reading.tables.map((table) => [table.id, table]));
  const placed = context.index.all.filter(
    ({ fact, counted }) =>
      fact.tableId !== null &&
      tables.has(fact.tableId) &&
      fact.row !== null &&
      fact.col !== null &&
      fact.upper === null &&
      fact.qualifier === null &&
      fact.unit?.includes('/') !== true &&
      fact.unit !== '‰' &&
      !isBalance(fact.label) &&
      (fact.unit === '%' || counted || !namesRate(fact.label)),
  );
  const columns = groupBy(placed, ({ fact }) => `${fact.tableId}|${fact.col}`);
  const values = [...columns.values()].map((figures) => {
    const { fact } = figures[0]!;
    const heads = headsOf(tables.get(fact.tableId!)!, fact.col!);
    if (heads.some((head) => isChangeHead(head) || isTargetHead(head))) return [];
    // A percentage whose sign stands in the head alone, or a rate.
    const bare = heads.some((head) => head.includes('%') || namesRate(head));
    return bare ? figures.filter((figure) => figure.fact.unit === '%') : figures;
  });
  return groupBy(values.flat(), ({ fact }) => fact.tableId!);
}

function headsOf(table: Table, col: number): string[] {
  return table.cells.filter((c) => c.header && c.col <= col && col < c.col + c.colSpan).map((c) => c.text);
}

/** Tables → groups that read as one: a table goes on from the one before, or has the same periods in its columns, on the same or the next page. */
function joinTables(tables: readonly Table[], figures: ReadonlyMap<string, Quantity[]>): Table[][] {
  const groups: { tables: Table[]; heads: string }[] = [];
  for (const table of tables) {
    const heads = headsInOrder(table, figures.get(table.id)!);
    const group = groups.findLast(({ tables: others, heads: theirs }) => {
      const last = others.at(-1)!;
      const alike = table.cols === last.cols && heads !== '' && heads === theirs;
      return table.continues === last.id || (alike && table.page - last.page <= 1);
    });
    if (group === undefined) groups.push({ tables: [table], heads });
    else group.tables.push(table);
  }
  return groups.map((group) => group.tables);
}

/** Table and its figures → what heads its columns: their periods, or the words of the first head row; empty where fewer than two have any. */
function headsInOrder(table: Table, figures: readonly Quantity[]): string {
  const periods = new Map(figures.map(({ fact }) => [fact.col!, fact.period]));
  const named = [...periods].filter(([, period]) => period !== null).sort(([a], [b]) => a - b);
  if (named.length > 1) return named.map(([col, period]) => `${col}:${period}`).join('|');
  const heads = table.cells.filter((cell) => cell.header && cell.row === 0 && cell.col > 0 && cell.text.trim() !== '');
  return heads.length < 2 ? '' : heads.map(({ col, text }) => `${col}:${text.trim()}`).join('|');
}

const DASH = /^[-–—―‐−－]+$/;

/** The labels of a table's rows of figures. */
interface Labels {
  texts: ReadonlySet<string>;
  byRow: ReadonlyMap<number, Cell>;
  /** Labels stand in the middle of their column, so that their left edges say nothing. */
  centred: boolean;
}

/** Left edges, or middles, that differ by no more than this are in one line, in points. */
const ALIGNED = 2;

function readLabels(table: Table, figures: readonly Quantity[]): Labels {
  const texts = new Set(figures.flatMap(({ fact }) => fact.provenance.label?.text ?? []));
  const rows = new Set(figures.map(({ fact }) => fact.row));
  const cells = table.cells.filter((cell) => rows.has(cell.row) && texts.has(cell.text) && cell.lines.length > 0);
  const count = (at: (cell: Cell) => number) => new Set(cells.map((cell) => Math.round(at(cell) / ALIGNED))).size;
  const middles = count(({ lines }) => (lines[0]!.box[0] + lines[0]!.box[2]) / 2);
  return {
    texts,
    byRow: new Map(cells.map((cell) => [cell.row, cell])),
    centred: middles < count(({ lines }) => lines[0]!.box[0]),
  };
}

function toRow(table: Table, row: number, figures: readonly Quantity[], offset: number, labels: Labels): Line {
  const { fact } = figures[0]!;
  const named = labels.byRow.get(row);
  const nil = table.cells.filter((cell) => cell.row === row && DASH.test(cell.text.trim()));
  return {
    label: fact.label,
    table: table.id,
    cells: new Map(figures.map((figure) => [figure.fact.col! + offset, figure])),
    nil: new Set(nil.map(({ col }) => col + offset)),
    indent: named === undefined || labels.centred ? null : named.lines[0]!.box[0],
    // Rows of figures that stand above as parents are no bands.
    band: fact.context.filter((text) => !labels.texts.has(text)).join('|'),
    total: readTotalWord(fact.label),
    partOf: namesPart(named?.text ?? fact.label),
    remainder: namesRemainder(fact.label),
  };
}

function toColumn(table: Table, col: number, figures: readonly Quantity[]): Line {
  const heads = headsOf(table, col);
  const label = heads.at(-1) ?? figures[0]!.fact.boundary ?? '';
  const nil = table.cells.filter((cell) => cell.col === col && DASH.test(cell.text.trim()));
  return {
    label,
    table: table.id,
    cells: new Map(figures.map((figure) => [figure.fact.row!, figure])),
    nil: new Set(nil.map(({ row }) => row)),
    indent: null,
    band: heads.slice(0, -1).join('|'),
    total: readTotalWord(label),
    partOf: namesPart(label),
    remainder: namesRemainder(label),
  };
}
