import type { Reading } from '../../model/report.ts';
import type { Block, Cell, Table, TextLine } from '../../model/table.ts';
import { groupBy, pushTo } from '../fact-index.ts';
import type { Passage } from '../passages.ts';

/** A numbered note at the foot of a page. */
export interface Note {
  number: number;
  passage: Passage;
}

/** A row of a table with the numbers of the notes that it bears. */
export interface MarkedRow {
  label: string;
  cells: Cell[];
  table: Table;
  marks: Set<number>;
}

/** Notes of a page, the numbers that may be marks of them, and the rows of its tables. */
export interface PageNotes {
  page: number;
  /** In order, from 1 without a gap. */
  notes: Note[];
  /** Numbers that are raised or set small, as marks are. */
  sure: Set<number>;
  /** Every number that may be a mark: those, and any that stands alone or behind a word. */
  marks: Set<number>;
  rows: MarkedRow[];
  /** The beginnings of all lines: a note that was not read as one may begin there. */
  beginnings: Set<number>;
}

/** Fewer notes do not show how the page marks its notes. */
const FEWEST_NOTES = 3;
/** A raised mark is set in less than this share of its line's size. */
const MARK_SIZE = 0.85;

const NUMBERED = /^(\d{1,2})(?:[.)）:]\s*|\s+)(?=[\p{L}“"(（]|(?:19|20)\d\d )/u;
const MARK = /^[(（[]?\d{1,2}[)）\]]?(?:\s*[,，、]\s*[(（]?\d{1,2}[)）]?)*$/;
const RAISED: Record<string, number> = { '¹': 1, '²': 2, '³': 3, '⁴': 4, '⁵': 5, '⁶': 6, '⁷': 7, '⁸': 8, '⁹': 9 };
/** `Retail outlets 5`, `outlets (5)`: a number behind a word, where its cell or block ends or a mark follows. */
const BEHIND_WORD = /\p{L}[)）”"]?\s?[(（]?(\d{1,2})[)）]?(?=$|[\s,.;:)）])/gu;

/** Reading → its pages with at least three numbered notes. */
export function listPageNotes(reading: Reading): PageNotes[] {
  const tables = groupBy(reading.tables, ({ page }) => page);
  const blocks = groupBy(
    reading.blocks.filter(({ kind }) => kind !== 'furniture'),
    ({ page }) => page,
  );
  return [...blocks].flatMap(([page, own]): PageNotes[] => {
    const notes = readNotes(own);
    if (notes.length < FEWEST_NOTES) return [];
    const texts = new Set(notes.map(({ passage }) => passage.text));
    const others = own.filter(({ text }) => !texts.has(text));
    const onPage = tables.get(page) ?? [];
    const cells = onPage.flatMap((table) => table.cells);
    const sure = new Set([...cells.flatMap(readCellMarks), ...[...others, ...cells].flatMap(readRaised)]);
    const alone = [...others, ...onPage.flatMap(listSmallCells)].flatMap(readAlone);
    const loose = [...alone, ...[...others, ...cells].flatMap(readBehindWords)];
    return [
      {
        page,
        notes,
        sure,
        marks: new Set([...sure, ...loose]),
        rows: onPage.flatMap(readRows),
        beginnings: readBeginnings(own),
      },
    ];
  });
}

function readBeginnings(blocks: readonly Block[]): Set<number> {
  const lines = blocks.flatMap(({ text, lines: own }) => [text, ...own.map((line) => line.text)]);
  return new Set(lines.flatMap((line) => Number(/^\s*[(（]?(\d{1,2})(?!\d)/.exec(line)?.[1] ?? NaN)));
}

/** Blocks → the notes that are numbered from 1 on, each a block of its own, one below the other. */
function readNotes(blocks: readonly Block[]): Note[] {
  const numbered = new Map<number, Note[]>();
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') continue;
    const number = NUMBERED.exec(block.text)?.[1];
    const passage: Passage = { ...block, table: null };
    if (number !== undefined) pushTo(numbered, Number(number), { number: Number(number), passage });
    // The raised number of a note may be read as a block of its own, before its words.
    const next = blocks[i + 1];
    if (/^\d{1,2}$/.test(block.text) && next !== undefined && next.box[0] > block.box[2] && isBeside(block, next)) {
      const joined: Passage = { ...next, text: `${block.text} ${next.text}`, table: null };
      pushTo(numbered, Number(block.text), { number: Number(block.text), passage: joined });
    }
  }
  const notes: Note[] = [];
  for (let number = 1; numbered.has(number); number++) {
    const before = notes.at(-1)?.passage.box[1] ?? 0;
    const below = numbered.get(number)!.filter(({ passage }) => passage.box[1] >= before);
    if (below.length !== 1 || numbered.get(number)!.length !== 1) return [];
    notes.push(below[0]!);
  }
  return notes;
}

/** Do two blocks begin in one line? In points: a raised number stands a little higher. */
function isBeside(a: Block, b: Block): boolean {
  return Math.abs(a.box[1] - b.box[1]) < 6 && b.box[0] - a.box[2] < 20;
}

interface Printed {
  text: string;
  lines: readonly TextLine[];
}

function readRaised({ text, lines }: Printed): number[] {
  const small = lines.flatMap((line) =>
    line.runs
      .filter(({ text: words, size }) => MARK.test(words.trim()) && size < line.size * MARK_SIZE)
      .flatMap(({ text: words }) => numbersIn(words)),
  );
  return [...small, ...[...text].flatMap((sign) => RAISED[sign] ?? [])];
}

/** Table → its cells that are set small, as marks are. */
function listSmallCells({ cells }: Table): Cell[] {
  const sizes = cells.flatMap(({ lines }) => lines.map(({ size }) => size)).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return cells.filter(({ lines }) => lines.some(({ size }) => size < usual * MARK_SIZE));
}

/** A mark may be read as a block or cell of its own; a cell of usual size holds a figure. */
function readAlone({ text }: Printed): number[] {
  return MARK.test(text.trim()) ? numbersIn(text) : [];
}

function readBehindWords({ text }: Printed): number[] {
  return [...text.matchAll(BEHIND_WORD)].map((match) => Number(match[1]));
}

function readCellMarks({ marks }: Cell): number[] {
  return marks.flatMap(numbersIn);
}

function numbersIn(text: string): number[] {
  return (text.match(/\d{1,2}/g) ?? []).map(Number);
}

function readRows(table: Table): MarkedRow[] {
  return [...groupBy(table.cells, ({ row }) => row).values()].flatMap((cells): MarkedRow[] => {
    const label = cells.toSorted((a, b) => a.col - b.col).find(({ text }) => /\p{L}{2}/u.test(text));
    if (label === undefined || label.header) return [];
    return [
      {
        label: label.text,
        cells,
        table,
        marks: new Set([...readCellMarks(label), ...readRaised(label), ...readBehindWords(label)]),
      },
    ];
  });
}
