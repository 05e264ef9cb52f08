import type { IndexEntry } from '../model/fact.ts';
import type { Block, Cell } from '../model/table.ts';
import { readBareStandard, readCodes, readFamily } from './index-codes.ts';
import { readBareParagraphs } from './index-ifrs.ts';
import { readTcfdPillar, readTcfdRecommendation } from './index-tcfd.ts';
import { LOCATION_HEAD, saysSomething, TITLE_HEAD } from './index-words.ts';
import type { ShapedTable } from './table-shape.ts';

/** A table is a content index when this share of its body rows hold codes of one standard. */
const INDEX_SHARE = 0.3;
const MIN_ROWS_WITH_CODES = 2;
/** A table with this many columns of figures shows data; codes in it say what the figures answer. */
const FIGURE_COLUMNS = 2;

/** Shaped tables → the codes that their rows index, in reading order. */
export function readIndexGrid(shapes: readonly ShapedTable[], blocks: readonly Block[]): IndexEntry[] {
  const guideline = guidelineFamily(blocks);
  const headings = Map.groupBy(
    blocks.filter(({ kind }) => kind === 'heading'),
    ({ page }) => page,
  );
  const known = new Map<string, (string | null)[]>();
  const indexes = new Set<string>();
  return shapes.map(uncoverRows).flatMap((shape) => {
    const inherited = shape.previous ? known.get(shape.previous.table.id) : undefined;
    const { caption, headings: path, page } = shape.table;
    const titles = (headings.get(page) ?? []).map(({ text }) => text);
    const over = [caption ?? '', ...shape.title, ...path.toReversed(), ...titles];
    const families = shape.columns.map(
      (_, col) => familyOf(headsOf(shape, col), [], guideline) ?? inherited?.[col] ?? familyOf([], over, guideline),
    );
    known.set(shape.table.id, families);
    const goesOn = shape.previous !== null && indexes.has(shape.previous.table.id);
    const entries = readShape(shape, families, goesOn);
    if (entries.length > 0 || goesOn) indexes.add(shape.table.id);
    return entries;
  });
}

/** Families whose codes show that a row is no head. */
const TELLING = ['GRI', 'SASB', 'ESRS', 'SSE'];

/**
 * A table without figures may have rows of codes taken for its head: shape → the same with the rows from the first code on as its body, and
 * the heads above it alone.
 */
function uncoverRows(shape: ShapedTable): ShapedTable {
  const { table } = shape;
  const isCode = (c: Cell): boolean =>
    readBareStandard(c.text, 'GRI').length > 0 || TELLING.some((family) => readCodes(c.text, family)[0]?.start === 0);
  const first = Math.min(...table.cells.filter((c) => c.header && isCode(c)).map(({ row }) => row));
  if (first === Infinity) return shape;
  const cells = table.cells.map((c) => (c.row >= first && c.header ? { ...c, header: false } : c));
  const columns = shape.columns.map((column, col) => ({
    ...column,
    heads: cells
      .filter((c) => c.header && c.col <= col && col < c.col + c.colSpan && c.colSpan < table.cols)
      .map(({ text }) => text),
  }));
  const body = Array.from({ length: table.rows }, (_, r) => cells.filter((c) => c.row === r && !c.header));
  return { ...shape, table: { ...table, cells }, columns, body: body.filter((row) => row.length > 0) };
}

/** Which exchange's guideline the report follows when its index says only “the Guidelines”, 《指引》 or “Article”. */
function guidelineFamily(blocks: readonly Block[]): string | null {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    for (const family of ['SSE', 'SZSE', 'BSE']) {
      if (readFamily(block.text) === family) counts.set(family, (counts.get(family) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Heads of a column; of a table in which no row was seen to be a head, the first row, if it names a standard. */
function headsOf(shape: ShapedTable, col: number): string[] {
  const { heads } = shape.columns[col]!;
  const first = shape.body[0] ?? [];
  if (heads.length > 0 && shape.previous === null) return heads;
  if (!first.some(({ text }) => text.length <= LONGEST_HEAD && readFamily(text) !== null)) return heads;
  const cell = first.find((c) => c.col <= col && col < c.col + c.colSpan);
  return cell && cell.colSpan < shape.table.cols && cell.text.length <= LONGEST_HEAD ? [cell.text] : heads;
}

const LONGEST_HEAD = 60;

/** Heads of a column, innermost last, or else texts that stand over it, nearest first → the standard that they name. */
function familyOf(heads: readonly string[], over: readonly string[], guideline: string | null): string | null {
  for (const head of heads.toReversed()) {
    const family = readFamily(head);
    if (family) return family;
    if (guideline && /guidelines?|指引/i.test(head)) return guideline;
  }
  for (const text of over) {
    const family = readFamily(text);
    if (family) return family;
  }
  return null;
}

/** @param goesOn whether the table before, which this one continues, is an index: then any row with a code counts */
function readShape(shape: ShapedTable, families: readonly (string | null)[], goesOn: boolean): IndexEntry[] {
  const rows = shape.body.map((row) => ({ row, entries: row.flatMap((cell) => readCell(cell, families, shape)) }));
  const withCodes = rows.filter((r) => r.entries.length > 0);
  const few = withCodes.length < MIN_ROWS_WITH_CODES || withCodes.length < INDEX_SHARE * rows.length;
  const figures = shape.columns.filter(({ role }) => role === 'value').length;
  if ((few || figures >= FIGURE_COLUMNS) && !goesOn) return [];
  const headed = (c: Cell, pattern: RegExp): boolean => headsOf(shape, c.col).some((head) => pattern.test(head));
  const isCoded = new Set(withCodes.map(({ row }) => row));
  return withCodes.flatMap(({ row, entries }) => {
    const coded = new Set(entries.map((e) => e.cell));
    const words = cellsBeside(row, coded, shape, isCoded);
    const last = Math.max(...words.map(({ col }) => col));
    const isLocation = (c: Cell): boolean => headed(c, LOCATION_HEAD) && !(headed(c, TITLE_HEAD) && c.col !== last);
    const hasColumn = shape.columns.some((_, col) => headsOf(shape, col).some((head) => LOCATION_HEAD.test(head)));
    const locations = hasColumn ? words.filter(isLocation) : words.filter(({ text }) => saysSomething(text)).slice(-1);
    const titles = words.filter((c) => headed(c, TITLE_HEAD) && !locations.includes(c));
    const location = locations.map((c) => c.text).join(' ');
    return entries.map(({ cell, standard, code, title }) => ({
      page: shape.table.page,
      box: cell.box,
      standard,
      code,
      location,
      title: title || ((titles[0] ?? words[0])?.text ?? ''),
      raw: cell.text,
    }));
  });
}

/**
 * Row with codes → the cells that belong to it, left to right: of all rows that its coded cells span, merged cells that begin higher up, and
 * the lines below that go on from it, which have neither a code nor a word before the code's column.
 */
function cellsBeside(
  row: readonly Cell[],
  coded: ReadonlySet<Cell>,
  { table, body }: ShapedTable,
  isCoded: ReadonlySet<readonly Cell[]>,
): Cell[] {
  const first = row[0]!.row;
  let last = first + Math.max(...[...coded].map(({ rowSpan }) => rowSpan)) - 1;
  const codeCol = Math.min(...[...coded].map(({ col }) => col));
  for (const below of body.slice(body.indexOf(row as Cell[]) + 1)) {
    const goesOn = !isCoded.has(below) && below.every((c) => c.col > codeCol && c.colSpan < table.cols);
    if (!goesOn || below[0]!.row !== last + 1) break;
    last = below[0]!.row;
  }
  return table.cells
    .filter((c) => !c.header && !coded.has(c) && c.row <= last && c.row + c.rowSpan > first)
    .sort((a, b) => a.col - b.col || a.row - b.row);
}

interface CellReading {
  cell: Cell;
  standard: string;
  code: string;
  /** What stands after the code in its cell. */
  title: string;
}

/** A code that stands further from the beginning of its cell than this is mentioned, not indexed. In characters. */
const LONGEST_LEAD = 40;
/** Words before a code that send the reader elsewhere. */
const REFERS = /\b(?:see|refer to|cf)\b|[见見参參]|同/i;

function readCell(cell: Cell, families: readonly (string | null)[], shape: ShapedTable): CellReading[] {
  const family = families[cell.col] ?? null;
  if (family === 'TCFD') return readTcfdCell(cell, shape);
  const codes =
    family === null
      ? []
      : isOfParagraphs(cell, family, shape)
        ? readBareParagraphs(cell.text)
        : readCodes(cell.text, family);
  const found = codes.length > 0 ? codes : [...readBareStandard(cell.text, family), ...readCodes(cell.text, 'SASB')];
  const seen = new Set<string>();
  return found
    .filter(({ start }) => start <= LONGEST_LEAD || start > found[0]!.start)
    .filter(({ start }) => !REFERS.test(cell.text.slice(0, start)))
    .filter((c) => !seen.has(c.code) && seen.add(c.code))
    .map((c) => ({ cell, standard: c.standard, code: c.code, title: titleAfter(cell.text, found.at(-1)!.end) }));
}

const PARAGRAPH_HEAD = /\bpara(?:graph|\b)|段|條款|条款/i;
const PAGE_HEAD = /\bpages?\b|[页頁]/i;

/** Does a cell stand in a column whose own head names IFRS S2 or its paragraphs, so that a bare number is one? */
function isOfParagraphs(cell: Cell, family: string, shape: ShapedTable): boolean {
  if (family !== 'IFRS S2') return false;
  const heads = headsOf(shape, cell.col);
  return (
    heads.some((head) => PARAGRAPH_HEAD.test(head) || readFamily(head) === family) &&
    !heads.some((head) => PAGE_HEAD.test(head)) &&
    readBareParagraphs(cell.text).length > 0
  );
}

/** Text behind the last code of a cell → the title that stands there; empty when it is only marks. */
function titleAfter(text: string, end: number): string {
  const title = text
    .slice(end)
    .replace(/^[\s:：.,–—-]+/, '')
    .trim();
  return /\p{L}{2}/u.test(title) ? title : '';
}

/** A cell that spells out one of the TCFD's recommended disclosures, under the pillar that a heading or the row names. */
function readTcfdCell(cell: Cell, shape: ShapedTable): CellReading[] {
  if (readTcfdRecommendation(cell.text) === null || readCodes(cell.text, 'TCFD').length > 0) return [];
  const pillar = readTcfdPillar(shape.table.headings.at(-1) ?? '');
  if (pillar === null) return [];
  const named = pillar.charAt(0).toUpperCase() + pillar.slice(1).toLowerCase();
  return [{ cell, standard: 'TCFD', code: `${named}: ${cell.text}`, title: cell.text }];
}
