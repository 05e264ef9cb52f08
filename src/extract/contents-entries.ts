import type { Box } from '../model/page.ts';
import type { Reading } from '../model/report.ts';
import type { Cell, Table, TextLine } from '../model/table.ts';

/** One line of the table of contents. */
export interface ContentsEntry {
  /** As printed, without the page number and its leader. */
  title: string;
  /** Page number as printed. */
  printed: number;
  /** Where the entry itself stands. */
  page: number;
  box: Box;
  raw: string;
}

/** Heading of a table of contents. */
const CONTENTS_HEADING = /^(?:(?:table of )?contents?|inhalt|目\s*[录錄次]|.{1,30} and contents)$/i;
/** A table of contents stands among the first pages. */
const LATEST_PAGE = 8;
/** Fewer entries are a navigation bar or a box. */
const FEWEST_ENTRIES = 4;
/** Pages that may hold a table of contents without saying so, which then takes more entries. */
const FRONT_PAGES = [1, 2, 3];
const FEWEST_WITHOUT_HEADING = 8;
/** Pages run on from entry to entry; columns that were read across each other break the run here and there. */
const LEAST_IN_ORDER = 0.6;

/** A page number within a title: two columns were read as one line. */
const TWO_ENTRIES = /\p{L}\S*\s+\d{1,3}\s+(?:\d+\.)*\d*\s*\p{L}/u;

/** A longer line is a paragraph, leaders of dots included. */
const LONGEST_LINE = 250;

const NUMBER = /^(?:p(?:age)?\.?\s*)?(\d{1,3})$/i;
const LEADER = /^(.*[\p{L})”"’'？?])[\s.…·•_-]{3,}(\d{1,3})$/u;
const NUMBER_LAST = /^(\p{L}.{2,78}?[\p{L})”"’'])\s+(\d{1,3})$/u;
const NUMBER_FIRST = /^(\d{1,3})\s+((?:\d+(?:\.\d+)*\s*)?\p{L}.{1,78})$/u;

/** Reading → the entries of its table of contents, in reading order; none when no page holds one. */
export function readContents(reading: Reading): ContentsEntry[] {
  const headed = new Set(
    reading.blocks
      .filter((block) => block.page <= LATEST_PAGE && CONTENTS_HEADING.test(block.text.trim()))
      .flatMap(({ page }) => [page, page + 1]),
  );
  const pages = new Set([...headed, ...FRONT_PAGES].sort((a, b) => a - b));
  const last = reading.document.pages;
  return [...pages].flatMap((page) => {
    const entries = [
      ...reading.tables.filter((table) => table.page === page).flatMap(readTable),
      ...reading.blocks.filter((block) => block.page === page && block.kind !== 'furniture').flatMap(readBlock),
    ].filter(({ printed, title }) => printed > 0 && printed <= last * PAGES_OF_A_SPREAD && !TWO_ENTRIES.test(title));
    return entries.length >= (headed.has(page) ? FEWEST_ENTRIES : FEWEST_WITHOUT_HEADING) && runsOn(entries)
      ? entries
      : [];
  });
}

/** A page of the file may show two printed pages side by side. */
const PAGES_OF_A_SPREAD = 2;

function runsOn(entries: readonly ContentsEntry[]): boolean {
  const steps = entries.slice(1).filter((entry, i) => entry.printed >= entries[i]!.printed);
  return steps.length >= (entries.length - 1) * LEAST_IN_ORDER;
}

/** Table of a contents page → its rows of one title and one page number, in either order; a number of the chapter may stand before. */
function readTable(table: Table): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (let row = 0; row < table.rows; row++) {
    const cells = table.cells.filter((cell) => cell.row === row && cell.text.trim() !== '');
    const titles = cells.filter(({ text }) => /\p{L}{2}/u.test(text));
    const numbers = cells.filter(({ text }) => NUMBER.test(text.trim()));
    const [title] = titles;
    entries.push(...readPairs(cells, table.page));
    if (titles.length !== 1 || title === undefined || cells.length > MOST_CELLS) continue;
    const after = numbers.filter(({ col }) => col > title.col);
    const [number] = after.length > 0 ? after : numbers;
    if (number === undefined || after.length > 1 || (after.length === 0 && numbers.length > 1)) continue;
    entries.push({
      title: title.text.trim(),
      printed: Number(NUMBER.exec(number.text.trim())![1]),
      page: table.page,
      box: title.box,
      raw: title.text.trim(),
    });
  }
  return entries;
}

/** Row of two or more entries side by side → each of them: `Energy | 12 | Staff | 40`, or the numbers first. */
function readPairs(cells: readonly Cell[], page: number): ContentsEntry[] {
  const inOrder = cells.toSorted((a, b) => a.col - b.col);
  const pairs = Array.from({ length: inOrder.length / 2 }, (_, i) => [inOrder[2 * i]!, inOrder[2 * i + 1]!] as const);
  if (pairs.length < 2 || inOrder.length % 2 === 1) return [];
  const isNumber = ({ text }: Cell) => NUMBER.test(text.trim());
  const isTitle = ({ text }: Cell) => /\p{L}{2}/u.test(text);
  const entries = pairs.flatMap(([a, b]) => {
    const [title, number] = isNumber(b) ? [a, b] : [b, a];
    if (!isTitle(title) || !isNumber(number)) return [];
    const text = title.text.trim();
    return [{ title: text, printed: Number(NUMBER.exec(number.text.trim())![1]), page, box: title.box, raw: text }];
  });
  return entries.length === pairs.length ? entries : [];
}

/** Chapter number, title, page. */
const MOST_CELLS = 3;

/** Block of a contents page → its lines that are a title with a page number. */
function readBlock(block: { page: number; box: Box; text: string; lines: readonly TextLine[] }): ContentsEntry[] {
  const lines = block.lines.length > 0 ? block.lines : [{ text: block.text, box: block.box }];
  return lines.flatMap(({ text, box }) => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line.length > LONGEST_LINE) return [];
    const last = LEADER.exec(line) ?? NUMBER_LAST.exec(line);
    const first = last === null ? NUMBER_FIRST.exec(line) : null;
    const title = last?.[1] ?? first?.[2];
    const number = last?.[2] ?? first?.[1];
    if (title === undefined || number === undefined) return [];
    return [{ title: title.trim(), printed: Number(number), page: block.page, box, raw: line }];
  });
}
