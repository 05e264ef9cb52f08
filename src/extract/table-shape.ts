import type { Cell, Table } from '../model/table.ts';
import { isPeriodHead, isValue } from '../layout/tables/values.ts';
import { isChangeHead, isTargetHead, readPeriod } from './periods.ts';
import type { TextContext } from './vocabulary.ts';

/** What a column of a table holds. */
export type ColumnRole = 'label' | 'unit' | 'value' | 'change' | 'target' | 'other';

export interface Column {
  role: ColumnRole;
  /** Texts of the heads above it, outermost first. */
  heads: string[];
  /** Set for a column of remarks beside the figures, whose sentences run on over the rows. */
  runsOn?: boolean;
}

/** A table with the roles of its columns; a continued table takes heads and roles over from the one it continues. */
export interface ShapedTable {
  table: Table;
  columns: Column[];
  /** Texts that stand over the whole table inside its head: a title row, a unit. */
  title: string[];
  /** Body rows, each a list of cells from left to right. */
  body: Cell[][];
  /** The shape this one goes on from. */
  previous: ShapedTable | null;
}

const UNIT_HEAD =
  /^(?:units?(?: of measure(?:ment)?)?|uom|measurement|measure|metric unit|(?:计量)?单位|(?:計量)?單位|単位)(?:\(s\))?$/i;
const INDEX_HEAD =
  /^(?:no\.?|#|序号|序號|编号|編號|gri(?: (?:standards?|code|index|disclosure))?|code|ref(?:erence)?\.?|page|页码|頁碼|notes?)$/i;
/** A cell with a figure in it and at most this many characters is a figure with its unit, not a sentence. */
const LONGEST_FIGURE = 40;
/** Share of a column's cells that must hold values, or units, for the column to be one of values, or units. */
const VALUE_SHARE = 0.34;
const UNIT_SHARE = 0.6;
/** What a column says beside the labels of when its figures were taken: over the year, or at a day; it names no row. */
const TIME_BASIS =
  /^(?:(?:over |during |for )?(?:the )?(?:fiscal|financial|calendar|full|reporting) (?:year|period)|(?:as (?:of|at)|up to|at|by|until)?\s*(?:the )?(?:(?:year|period)[- ]end|end of (?:the )?(?:year|period)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)|年末|年度|全年|期末|期间|截至年末|年内)$/i;
const TIME_SHARE = 0.8;
/** A first column of labels may hold ranges such as `30-50` among its words, up to this share. */
const LABEL_VALUES = 0.5;

/** Tables → their shapes, in reading order. */
export function shapeTables(tables: readonly Table[], context: TextContext): ShapedTable[] {
  const shapes = new Map<string, ShapedTable>();
  for (const table of tables) {
    const previous = table.continues === null ? null : (shapes.get(table.continues) ?? null);
    shapes.set(table.id, shapeTable(table, previous, context));
  }
  return [...shapes.values()];
}

function shapeTable(table: Table, previous: ShapedTable | null, context: TextContext): ShapedTable {
  const headCells = table.cells.filter((c) => c.header);
  const body = Array.from({ length: table.rows }, (_, r) => table.cells.filter((c) => c.row === r && !c.header)).filter(
    (row) => row.length > 0,
  );
  const headless = !headCells.some((c) => c.col > 0);
  const inherits = previous !== null && previous.columns.length === table.cols && headless;
  const title = headCells.filter((c) => c.colSpan >= table.cols || (c.col === 0 && c.colSpan > 1)).map((c) => c.text);
  const columns = Array.from({ length: table.cols }, (_, col): Column => {
    const heads = inherits ? previous.columns[col]!.heads : headsOf(headCells, col, table.cols);
    return { heads, role: 'other' };
  });
  columns.forEach((column, col) => {
    column.role =
      inherits && previous.columns[col]!.role !== 'other'
        ? previous.columns[col]!.role
        : roleOf(column, col, table, context);
    if (column.role === 'unit' || !figuresLeftOf(col, table)) return;
    if (!flowsOn(table.cells.filter((c) => !c.header && c.col === col))) return;
    column.role = 'other';
    column.runsOn = true;
  });
  if (!columns.some((c) => c.role === 'label')) {
    const first = columns.findIndex((c) => c.role === 'other');
    if (first >= 0) columns[first]!.role = 'label';
  }
  return { table, columns, title: inherits ? previous.title : title, body, previous: inherits ? previous : null };
}

/** Heads over a column, top to bottom; heads over the whole table are its title instead. */
function headsOf(headCells: readonly Cell[], col: number, cols: number): string[] {
  return headCells
    .filter((c) => c.col <= col && col < c.col + c.colSpan && (c.colSpan < cols || cols === 1))
    .sort((a, b) => a.row - b.row)
    .map((c) => c.text);
}

function roleOf(column: Column, col: number, table: Table, context: TextContext): ColumnRole {
  const head = column.heads.join(' ').trim();
  const last = column.heads.at(-1)?.trim() ?? '';
  if (UNIT_HEAD.test(last.replace(/[:：]$/, ''))) return 'unit';
  const cells = table.cells.filter((c) => !c.header && c.col === col && c.colSpan === 1 && c.text.trim() !== '');
  if (cells.length === 0) return readPeriod(head, context) ? 'value' : 'other';
  const values = cells.filter((c) => isValue(c.text)).length / cells.length;
  const units = cells.filter((c) => isUnitCell(c.text, context)).length / cells.length;
  if (col > 0 && units >= UNIT_SHARE) return 'unit';
  if (INDEX_HEAD.test(last)) return 'other';
  // `2021` over the row labels is the table's period, not a head of figures.
  if (col === 0 && table.cols > 1 && values < LABEL_VALUES) return 'label';
  const firstOfWords = col === 0 && !isPeriodHead(head) && (head !== '' || cells.every((c) => isPeriodHead(c.text)));
  if (firstOfWords && (values < 0.9 || cells.every((c) => isPeriodHead(c.text)))) return 'label';
  const figures = cells.filter((c) => /\d/.test(c.text) && c.text.length <= LONGEST_FIGURE).length / cells.length;
  if (readPeriod(head, context) !== null && figures >= 0.5) return isChangeHead(last) ? 'change' : 'value';
  if (values >= VALUE_SHARE || (readPeriod(head, context) !== null && values > 0)) {
    if (isChangeHead(last) || isChangeHead(head)) return 'change';
    if (isTargetHead(last)) return 'target';
    return 'value';
  }
  if (col > 0 && cells.every((c) => !/[\p{L}\d]/u.test(c.text.replace(/\p{Co}/gu, '')))) return 'other';
  if (col > 0 && cells.filter((c) => TIME_BASIS.test(c.text)).length >= TIME_SHARE * cells.length) return 'other';
  return figuresLeftOf(col, table) ? 'other' : 'label';
}

const figuresLeftOf = (col: number, table: Table): boolean =>
  table.cells.some((c) => !c.header && c.col < col && c.col > 0 && isValue(c.text));

/** Share of a column's cells that go on in lower case from the cell above, when remarks run over the rows. */
const FLOWING_SHARE = 0.15;

/** Whether the cells of a column are lines of remarks that run on over the table's rows. */
function flowsOn(cells: readonly Cell[]): boolean {
  const going = cells.filter((c) => goesOnFrom(cells.find((a) => a.row + a.rowSpan === c.row) ?? null, c)).length;
  return going >= 2 && going >= FLOWING_SHARE * cells.length;
}

/** Whether a cell's words go on from the cell above: in lower case, after no full stop. */
function goesOnFrom(above: Cell | null, cell: Cell): boolean {
  return above !== null && /^\p{Ll}/u.test(cell.text) && !/[.。;；]$/.test(above.text);
}

/** A cell that is a unit: no figure in it but a scale, such as `1,000 tonnes` or `100 million RMB`. */
function isUnitCell(text: string, context: TextContext): boolean {
  const figure = /(?<![\p{L}\d])\d[\d.,\s]*/u.exec(text)?.[0].trim();
  if (figure !== undefined && !/^(?:1[0,.\s]*0|1)$/.test(figure)) return false;
  return context.units.read(text) !== null;
}
