import { locate } from '../extract/locate.ts';
import type { Passage } from './passages.ts';
import { compilePhrases } from './phrases.ts';

/** One stretch of a passage. */
export interface Quote {
  passage: Passage;
  start: number;
  end: number;
}

/** A slip of the pen: where it stands, and what should stand there where that is known. */
export interface Slip {
  quotes: Quote[];
  expected: string | null;
}

/** A word and the same word in small letters right after it. Only white space stands between, so that lists and sentences are passed over. */
const DOUBLED_WORD = /(?<![\p{L}\p{N}'’&./-])(\p{Script=Latin}+)\s+(?=(\p{Ll}+)(?![\p{L}\p{N}'’&/-]))/gu;

/** Two ideographs or more, printed twice in a row; and single function words, which are never doubled for emphasis. */
const DOUBLED_IDEOGRAPHS = /(\p{Script=Han}{3,10})\1|(?<!\p{Script=Han}[了的])([与與及并並将將])\2/gu;

/** Passages → words printed twice in a row; `allowed` are the words that may be (`had had`). */
export function findDoubledWords(passages: readonly Passage[], allowed: readonly string[]): Slip[] {
  const legitimate = new Set(allowed.map((word) => word.toLowerCase()));
  return passages.flatMap((passage) => {
    const slips: Slip[] = [];
    for (const match of passage.text.matchAll(DOUBLED_WORD)) {
      const [first = '', second = ''] = [match[1], match[2]];
      if (first.toLowerCase() !== second || legitimate.has(second)) continue;
      if (first.length < SHORTEST_DOUBLED_WORD && !SHORT_WORDS.has(second)) continue;
      const start = match.index;
      const end = match.index + match[0].length + second.length;
      const wraps = passage.kind !== 'cell';
      if (areNeighbours(passage, [start, start + first.length], [end - second.length, end], wraps))
        slips.push({ quotes: [{ passage, start, end }], expected: first });
    }
    if (passage.kind === 'cell') return slips;
    for (const match of passage.text.matchAll(DOUBLED_IDEOGRAPHS)) {
      const once = match[1] ?? match[2] ?? '';
      if (legitimate.has(once)) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      const middle = start + once.length;
      // A heading without its own line space is read as the beginning of what follows and repeats its words.
      if (areNeighbours(passage, [start, middle], [middle, end], false))
        slips.push({ quotes: [{ passage, start, end }], expected: once });
    }
    return slips;
  });
}

/** One and two letters are symbols, units and list marks as often as words. */
const SHORTEST_DOUBLED_WORD = 3;
const SHORT_WORDS: ReadonlySet<string> = new Set(['of', 'to', 'in', 'on', 'at', 'by', 'is', 'as', 'we', 'an', 'be']);

type Span = readonly [start: number, end: number];

/** Two words of a line that stand further apart than this many line heights belong to two columns that were read as one. */
const WIDEST_WORD_SPACE = 0.8;
/** Runs of one line further apart than this many font sizes belong to two columns. */
const WIDEST_GAP = 1.5;
/** A word that goes on in the next line begins within this share of the passage's width. */
const LINE_START = 0.15;

/** Do two stretches stand side by side in one line, or (where text `wraps`) at the end of a line and the start of the next? Unplaced text does. */
function areNeighbours(passage: Passage, first: Span, second: Span, wraps: boolean): boolean {
  const a = locate(passage.lines, passage.text, ...first);
  const b = locate(passage.lines, passage.text, ...second);
  if (a === null || b === null) return true;
  const height = a[3] - a[1];
  if (Math.abs(a[3] - b[3]) < height / 2) return b[0] - a[2] < height * WIDEST_WORD_SPACE;
  const width = passage.box[2] - passage.box[0];
  return wraps && isOneColumn(passage) && b[1] > a[1] && b[0] < passage.box[0] + width * LINE_START;
}

/** Is the passage set in one column: no line with a gap between its runs that no word space can be? */
function isOneColumn({ lines }: Passage): boolean {
  return lines.every(({ runs, size }) => {
    const inOrder = runs.toSorted((a, b) => a.box[0] - b.box[0]);
    return inOrder.every((run, i) => i === 0 || run.box[0] - inOrder[i - 1]!.box[2] < size * WIDEST_GAP);
  });
}

/** Passages and phrases → stretches that were left to be filled in. */
export function findPlaceholders(passages: readonly Passage[], phrases: readonly string[]): Slip[] {
  const pattern = compilePhrases(phrases, 'whole');
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map((match) => ({
      quotes: [{ passage, start: match.index, end: match.index + match[0].length }],
      expected: null,
    })),
  );
}

/** Figures grouped by commas or by points, with the digits around them; a figure of one comma and no point is a date or a list as often. */
const GROUPED_BY_COMMAS =
  /(?<![\p{Script=Latin}\d.,/:-])\d{1,4}(?:,\d{1,9}){1,6}\.\d{1,9}(?![\d.,/:-]{0,20}[\p{Script=Latin}\d])/gu;
const GROUPED_BY_POINTS =
  /(?<![\p{Script=Latin}\d.,/:-])\d{1,3}(?:\.\d{3}){1,6}\.\d{1,2}(?![\d.,/:-]{0,20}[\p{Script=Latin}\d])/gu;
const WELL_GROUPED = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,2}(?:,\d{2})*,\d{3}\.\d+$|^\d{1,4}(?:,\d{4}){2,}\.\d+$/;
const SPACED_FIGURE = /^\d{1,3}, \d{3}(?: ?\p{L}{1,8})?$/u;
const WHOLE_FIGURE = /^\d{1,3}(?:,\d{3})+(?: ?\p{L}{1,8})?$/u;

/** Passages → figures whose separators cannot be right: `11,1001.99`, `12.623.97`, `250, 506` among figures such as `268,265`. */
export function findMalformedNumbers(passages: readonly Passage[]): Slip[] {
  const slips: Slip[] = [];
  for (const passage of passages) {
    const found = [
      ...[...passage.text.matchAll(GROUPED_BY_COMMAS)].filter(([figure]) => !WELL_GROUPED.test(figure)),
      ...[...passage.text.matchAll(GROUPED_BY_POINTS)].filter(([figure]) => !isAddress(figure)),
    ];
    for (const match of found) {
      const quote = { passage, start: match.index, end: match.index + match[0].length };
      slips.push({ quotes: [quote, ...findFiguresAbove(passage, passages)], expected: null });
    }
  }
  const cells = passages.filter(({ kind }) => kind === 'cell');
  for (const passage of cells) {
    if (!SPACED_FIGURE.test(passage.text)) continue;
    // The other cells of its line: a list of pages stands among lists of pages, a figure among figures.
    const line = cells.filter(
      (other) =>
        other !== passage && other.table === passage.table && Math.abs(other.box[3] - passage.box[3]) < SAME_LINE,
    );
    if (!line.some(({ text }) => WHOLE_FIGURE.test(text))) continue;
    slips.push({
      quotes: [{ passage, start: 0, end: passage.text.length }],
      expected: passage.text.replace(', ', ','),
    });
  }
  return slips;
}

/** A figure alone in its cell, well grouped. */
const FIGURE = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/;
/** Figures above a malformed one that are shown beside it: they tell how it is meant to be grouped. */
const FIGURES_SHOWN = 2;

/** Cell → the nearest figures above it in its column; none for running text. */
function findFiguresAbove(passage: Passage, passages: readonly Passage[]): Quote[] {
  if (passage.table === null) return [];
  const above = passages.filter(
    ({ table, box, text }) =>
      table === passage.table &&
      FIGURE.test(text) &&
      box[3] <= passage.box[1] + SAME_LINE &&
      box[0] < passage.box[2] &&
      box[2] > passage.box[0],
  );
  return above
    .toSorted((a, b) => b.box[1] - a.box[1])
    .slice(0, FIGURES_SHOWN)
    .map((cell) => ({ passage: cell, start: 0, end: cell.text.length }));
}

/** Four numbers up to 255 are an address of the internet. */
function isAddress(figure: string): boolean {
  const parts = figure.split('.').map(Number);
  return parts.length === 4 && parts.every((part) => part <= 255);
}

/** Cells whose lower edges are this close stand in one row, in points. */
const SAME_LINE = 3;

/** A name that is often got wrong, and how it is written. */
export interface Misnomer {
  wrong: string;
  right: string;
}

/** No standard of ISO has a number of more than five digits; a year may follow after a colon. */
const ISO_NUMBER = /(?<![\p{L}\d])ISO(?:\/IEC)?\s?(\d{6,})/gu;

/** Passages and names → names of bodies and standards that do not exist as written. */
export function findMisnomers(passages: readonly Passage[], names: readonly Misnomer[]): Slip[] {
  const numbers = passages.flatMap((passage) =>
    [...passage.text.matchAll(ISO_NUMBER)].map((match) => ({
      quotes: [{ passage, start: match.index, end: match.index + match[0].length }],
      expected: null,
    })),
  );
  return [...findNames(passages, names), ...numbers];
}

/** Passages and names → where one of them stands as it is got wrong, with how it is written. */
export function findNames(passages: readonly Passage[], names: readonly Misnomer[]): Slip[] {
  const right = new Map(names.map((name) => [name.wrong.toLowerCase(), name.right]));
  const pattern = compilePhrases(
    names.map(({ wrong }) => wrong),
    'whole',
  );
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map((match) => ({
      quotes: [{ passage, start: match.index, end: match.index + match[0].length }],
      expected: right.get(match[0].replace(/\s+/g, ' ').toLowerCase()) ?? null,
    })),
  );
}
