import { overlapX } from '../../geometry/box.ts';
import { noteMark, splitMarks } from '../../model/note-marks.ts';
import type { Block, Table } from '../../model/table.ts';
import { median } from '../segment.ts';
import { isPeriodHead } from './values.ts';

/** One thing on a page, in reading order. */
export type Element = { kind: 'block'; block: Block } | { kind: 'table'; table: Table };

/** Text of one column may miss that of the table before by this many points: heads and values are aligned differently. */
const SLACK = 6;
/** Notes are set no larger than the cells that they explain, but for so many points. */
const SIZE_SLACK = 0.5;
/** A caption is at most this long. */
const CAPTION_LENGTH = 160;
const CAPTION = /^(?:table|exhibit|figure|表|图表|圖表)\s*[\d.–-]*/i;
const UNIT_LINE = /(?:^|[(（])\s*(?:units?|单位|單位)\s*[:：]|^\(?in\s+(?:thousands|millions|million|RMB|USD|tonnes)/i;

/** Ties each table to its headings, caption and notes, and to the table that it continues. */
export function relateTables(elements: readonly Element[]): void {
  const headings: Block[] = [];
  elements.forEach((element, i) => {
    if (element.kind === 'block') {
      if (element.block.kind === 'heading') {
        while (headings.length > 0 && headings.at(-1)!.level >= element.block.level) headings.pop();
        headings.push(element.block);
      }
      return;
    }
    const { table } = element;
    table.headings = headings.map((h) => h.text);
    table.caption = captionOf(elements, i);
    table.notes = notesOf(elements, i);
  });
  continueTables(elements);
}

/** The lines right above a table, if they are short: its caption, with the unit line if there is one. */
function captionOf(elements: readonly Element[], at: number): string | null {
  const { table } = elements[at] as { table: Table };
  const parts: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const element = elements[i]!;
    if (element.kind !== 'block' || element.block.page !== table.page) break;
    const { block } = element;
    if (table.box[1] - block.box[3] > 40 || overlapX(block.box, table.box) <= 0 || block.box[1] > table.box[1]) break;
    const isUnit = UNIT_LINE.test(block.text);
    const short = block.text.length <= CAPTION_LENGTH && block.lines.length <= 2;
    if (!isUnit && !(short && (block.kind === 'heading' || CAPTION.test(block.text) || !/[.。]$/.test(block.text))))
      break;
    parts.unshift(block.text);
    if (!isUnit) break;
  }
  return parts.length > 0 ? parts.join(' ') : null;
}

/** Notes that follow a table directly, and those further down its page that begin with a mark of its cells. */
function notesOf(elements: readonly Element[], at: number): string[] {
  const { table } = elements[at] as { table: Table };
  const notes = notesBelow(elements, at);
  const marks = new Set(table.cells.flatMap((c) => c.marks.flatMap(splitMarks)));
  if (marks.size === 0) return notes;
  const size = median(table.cells.flatMap((c) => c.lines.map((l) => l.size)));
  for (const element of elements) {
    if (element.kind !== 'block' || element.block.page !== table.page) continue;
    const { block } = element;
    const mark = block.box[1] < table.box[3] || notes.includes(block.text) ? null : noteMark(block.text);
    const set = block.kind === 'note' || block.lines.every((l) => l.size <= size + SIZE_SLACK);
    if (mark !== null && marks.has(mark) && set) notes.push(block.text);
  }
  return notes;
}

/** Notes directly below a table. */
function notesBelow(elements: readonly Element[], at: number): string[] {
  const { table } = elements[at] as { table: Table };
  const notes: string[] = [];
  for (let i = at + 1; i < elements.length; i++) {
    const element = elements[i]!;
    if (element.kind !== 'block' || element.block.page !== table.page) break;
    const small = element.block.lines.every((l) => l.size <= 7.5);
    if (element.block.kind !== 'note' && !(notes.length > 0 && small)) break;
    notes.push(element.block.text);
  }
  return notes;
}

/**
 * A table without a head of its own whose columns stand where those of the table before it stand goes on from it;
 * so does one that repeats the head. A head without rows, left at the foot of a column, goes on in the next.
 */
function continueTables(elements: readonly Element[]): void {
  const tables = elements.filter((e) => e.kind === 'table').map((e) => e.table);
  const position = new Map(elements.map((e, i) => [e.kind === 'table' ? e.table : e.block, i] as const));
  tables.forEach((table, i) => {
    const before = tables[i - 1];
    if (!before || table.page - before.page > 1) return;
    const moved = table.page !== before.page || table.box[1] < before.box[3] - 2;
    const adjacent =
      table.page === before.page && table.box[1] - before.box[3] < 14 && overlapX(table.box, before.box) > 0;
    if (!moved && !adjacent) return;
    const bodyless = !before.cells.some((c) => !c.header);
    const between = elements.slice(position.get(before)! + 1, position.get(table)!);
    const text = between.filter((e) => e.kind === 'block' && e.block.kind !== 'note').length;
    if (text > (bodyless ? 3 : 1)) return;
    if (headLooksLikeBody(table, before)) for (const cell of table.cells) cell.header = false;
    const headless = !hasPeriodOrWordHead(table);
    const repeats = !headless && headText(table) === headText(before);
    if (headless && before.cols === table.cols + 1 && endsAlike(before, table)) insertFirstColumn(table);
    if ((headless && sameColumns(before, table)) || (repeats && before.cols === table.cols))
      table.continues = before.id;
  });
}

/** Whether what was taken for a head is set like the rows of the table before, and unlike its head; years are a head. */
function headLooksLikeBody(table: Table, before: Table): boolean {
  if (table.cells.some((c) => c.header && c.col > 0 && isPeriodHead(c.text))) return false;
  const looks = (t: Table, header: boolean): Set<string> =>
    new Set(
      t.cells
        .filter((c) => c.header === header && c.lines.length > 0)
        .map((c) => `${c.lines[0]!.bold}|${c.lines[0]!.color}`),
    );
  const own = looks(table, true);
  const [heads, rows] = [looks(before, true), looks(before, false)];
  return own.size === 1 && [...own].every((look) => rows.has(look) && !heads.has(look));
}

const headText = (table: Table): string =>
  table.cells
    .filter((c) => c.header)
    .map((c) => c.text.replace(/\s+/g, ' '))
    .join('|');

const hasPeriodOrWordHead = (table: Table): boolean => table.cells.some((c) => c.header && c.col > 0);

/** Whether columns stand where they stand in the other table: on the page, or measured from the table's left side. */
function sameColumns(a: Table, b: Table): boolean {
  if (a.cols !== b.cols) return false;
  const [upper, lower] = [columnRanges(a), columnRanges(b)];
  return alike(upper, lower, 0) || alike(upper, lower, b.box[0] - a.box[0]);
}

/** Whether the columns after the first stand where all the columns of the next table stand. */
const endsAlike = (before: Table, table: Table): boolean =>
  alike(columnRanges(before).slice(1), columnRanges(table), 0);

/** The first column of a continued table is blank when its one cell, a category, was printed on the page before. */
function insertFirstColumn(table: Table): void {
  for (const cell of table.cells) cell.col += 1;
  table.cols += 1;
}

type Range = readonly [from: number, to: number] | null;

/** Whether ranges pair up in order, the second list moved left by `shift` points. A column without text fits any. */
function alike(a: readonly Range[], b: readonly Range[], shift: number): boolean {
  return a.every((range, i) => {
    const other = b[i];
    if (!range || !other) return true;
    return Math.min(range[1], other[1] - shift) - Math.max(range[0], other[0] - shift) >= -SLACK;
  });
}

/** From where to where the text of each column reaches, in points; null for a column with no cell of its own. */
function columnRanges(table: Table): Range[] {
  return Array.from({ length: table.cols }, (_, col) => {
    const lines = table.cells.filter((c) => c.col === col && c.colSpan === 1).flatMap((c) => c.lines.map((l) => l.box));
    if (lines.length === 0) return null;
    return [Math.min(...lines.map((b) => b[0])), Math.max(...lines.map((b) => b[2]))] as const;
  });
}
