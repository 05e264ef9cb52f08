import { locate } from '../extract/locate.ts';
import type { Evidence } from '../model/finding.ts';
import type { Box } from '../model/page.ts';
import type { Reading } from '../model/report.ts';
import type { BlockKind, TextLine } from '../model/table.ts';

/** A piece of the report's text with its place: a block of running text, or a cell of a table. */
export interface Passage {
  page: number;
  box: Box;
  text: string;
  lines: readonly TextLine[];
  kind: BlockKind | 'cell';
  /** Id of the table that the cell stands in; null for running text. */
  table: string | null;
}

/** Every rule about wording reads the same passages; they are listed once for a reading. */
const listed = new WeakMap<Reading, readonly Passage[]>();

/** Reading → headings, paragraphs and notes, then the cells of its tables; running heads and page numbers are left out. */
export function listPassages(reading: Reading): readonly Passage[] {
  const known = listed.get(reading);
  if (known !== undefined) return known;
  const running = reading.blocks
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ page, box, text, lines, kind }): Passage => ({ page, box, text, lines, kind, table: null }));
  const cells = reading.tables.flatMap(({ id, page, cells }) =>
    cells
      .filter(({ text }) => text !== '')
      .map(({ box, text, lines }): Passage => ({ page, box, text, lines, kind: 'cell', table: id })),
  );
  const passages = [...running, ...cells];
  listed.set(reading, passages);
  return passages;
}

/** Stretch of a passage → evidence that marks it; the whole passage is marked when the stretch cannot be found on the page. */
export function quotePassage(passage: Passage, role: string, start = 0, end = passage.text.length): Evidence {
  return {
    page: passage.page,
    box: locate(passage.lines, passage.text, start, end, true) ?? passage.box,
    raw: passage.text.slice(start, end),
    role,
    factId: null,
    label: '',
    period: null,
    unit: null,
  };
}

/** Words around a stretch, for a message: cut at spaces, with an ellipsis where something is left out. */
export function quoteAround(text: string, start: number, end: number): string {
  const from = start <= CONTEXT ? 0 : text.indexOf(' ', start - CONTEXT) + 1 || start - CONTEXT;
  const until = end + CONTEXT >= text.length ? text.length : text.lastIndexOf(' ', end + CONTEXT);
  const left = Math.min(from, start);
  const right = Math.max(until, end);
  const words = text.slice(left, right).replace(/\s+/g, ' ').trim();
  return `${left > 0 ? '…' : ''}${words}${right < text.length ? '…' : ''}`;
}

/** Characters kept on either side of a quoted stretch: enough to recognise the sentence. */
const CONTEXT = 45;
