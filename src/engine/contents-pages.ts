import { readContents } from '../extract/contents-entries.ts';
import type { ContentsEntry } from '../extract/contents-entries.ts';
import type { Reading } from '../model/report.ts';
import { groupBy, pushTo } from './fact-index.ts';
import type { SectionTitle } from './section-titles.ts';
import { compareTitles, compareWords, listSectionTitles, plainTitle } from './section-titles.ts';

/** An entry of the contents with the places where its title stands. */
export interface PlacedEntry {
  entry: ContentsEntry;
  plain: string;
  /** Titles that read the same, the contents themselves left out. */
  same: SectionTitle[];
  /** Pages of the file that the printed number may mean; none when the numbering of the report could not be made out. */
  target: number[];
}

/** The table of contents held against the pages. */
export interface PlacedContents {
  entries: PlacedEntry[];
  titles: SectionTitle[];
}

/** Entries whose title stands somewhere, that tell how printed numbers and pages of the file go together. */
const LEAST_AGREEMENT = 0.6;
const FEWEST_WITNESSES = 4;

/** Reading → its contents with the places of each title; null when there are none. */
export function placeContents(reading: Reading): PlacedContents | null {
  const contents = readContents(reading);
  if (contents.length === 0) return null;
  const own = new Set(contents.map(({ page, box }) => `${page} ${box.join(' ')}`));
  // The cover, the contents and the index name sections that stand elsewhere.
  const pages = new Set([1, ...contents.map(({ page }) => page), ...reading.index.map(({ page }) => page)]);
  const titles = listSectionTitles(reading).filter(
    ({ passage }) =>
      passage.kind !== 'cell' &&
      !own.has(`${passage.page} ${passage.box.join(' ')}`) &&
      (!pages.has(passage.page) || reading.document.pages === 1),
  );
  const byPlain = groupBy(titles, ({ plain }) => plain);
  const entries = contents.map((entry) => {
    const plain = plainTitle(entry.title);
    return { entry, plain, same: byPlain.get(plain) ?? [], target: [] as number[] };
  });
  const toPages = learnNumbering(entries);
  if (toPages !== null) for (const placed of entries) placed.target = toPages(placed.entry.printed);
  const dividers = findDividers(entries);
  const stays = ({ passage }: SectionTitle) => !dividers.has(passage.page);
  return {
    entries: entries.map((placed) => ({ ...placed, same: placed.same.filter(stays) })),
    titles: titles.filter(stays),
  };
}

/** A page with this many titles of the contents, most of which lead elsewhere, is the divider of a chapter that lists its sections. */
const TITLES_ON_A_DIVIDER = 3;

/** Entries → pages that list sections which stand elsewhere. */
function findDividers(entries: readonly PlacedEntry[]): Set<number> {
  const listed = new Map<number, PlacedEntry[]>();
  for (const placed of entries) {
    for (const page of new Set(placed.same.map(({ passage }) => passage.page))) pushTo(listed, page, placed);
  }
  const dividers = [...listed].filter(([page, placed]) => {
    const elsewhere = placed.filter(({ target }) => target.length > 0 && !target.includes(page));
    return placed.length >= TITLES_ON_A_DIVIDER && elsewhere.length * 2 > placed.length;
  });
  return new Set(dividers.map(([page]) => page));
}

/** Entries → how a printed number becomes pages of the file: by a fixed distance, or two to a page; null when no way fits most of them. */
function learnNumbering(entries: readonly PlacedEntry[]): ((printed: number) => number[]) | null {
  const headed = entries.filter(({ same }) => same.some(({ level }) => level > 0));
  const witnesses = headed.length >= FEWEST_WITNESSES ? headed : entries.filter(({ same }) => same.length > 0);
  if (witnesses.length < FEWEST_WITNESSES) return null;
  for (const perPage of [1, 2]) {
    const votes = new Map<number, PlacedEntry[]>();
    for (const witness of witnesses) {
      const distances = new Set(
        witness.same.map(({ passage }) => passage.page - Math.floor(witness.entry.printed / perPage)),
      );
      for (const distance of distances) pushTo(votes, distance, witness);
    }
    const [distance, voters] = [...votes].sort((a, b) => b[1].length - a[1].length)[0]!;
    if (voters.length >= witnesses.length * LEAST_AGREEMENT)
      return (printed) => [Math.floor(printed / perPage) + distance];
  }
  return null;
}

/** Titles alike by less than this share of their letters are two titles, and so are those that share no word. */
const LEAST_LIKENESS = 0.3;

/**
 * Contents → entries whose title stands nowhere, with the one heading on their page that must be meant: of the level of the entries that are
 * found, like in its words, and named by no other entry.
 */
export function findRenamed(
  { entries, titles }: PlacedContents,
  texts: PageTexts,
): { entry: PlacedEntry; heading: SectionTitle }[] {
  const named = new Set(entries.map(({ plain }) => plain));
  const usual = findUsualLevel(entries);
  return entries.flatMap((entry) => {
    // A divider or a navigation bar may repeat the contents; only a heading settles it, where headings were made out.
    const found = entry.same.some(({ level }) => level > 0 || usual === null);
    // A line that begins small goes on from the line before.
    if (found || entry.target.length === 0 || /^\p{Ll}/u.test(entry.entry.title)) return [];
    if (entry.target.some((page) => texts.has(page, entry.plain) || texts.has(page + 1, entry.plain))) return [];
    const near = titles
      .filter(
        ({ passage, plain, level }) =>
          entry.target.includes(passage.page) &&
          (usual === null || level === usual) &&
          !named.has(plain) &&
          !lettersOf(plain).includes(lettersOf(entry.plain)) &&
          !lettersOf(entry.plain).includes(lettersOf(plain)) &&
          compareWords(passage.text, entry.entry.title) > 0 &&
          // The same words in another order are a title that wraps in one of the places.
          compareWords(passage.text, entry.entry.title) < 1,
      )
      .map((heading) => ({ heading, likeness: compareTitles(heading.plain, entry.plain) }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness);
    return near.length === 0 ? [] : [{ entry, heading: near[0]!.heading }];
  });
}

/** A shorter title with a letter more may be another word. */
const SHORTEST_INFLECTED = 10;
/** An ending of the plural. */
const PLURAL = /^e?s$/;

/** Contents → entries whose heading on their own page differs by the ending of its last word: `Performance`, `Performances`. */
export function findInflected({ entries, titles }: PlacedContents): { entry: PlacedEntry; heading: SectionTitle }[] {
  return entries.flatMap((entry) => {
    const headings = titles.filter(({ passage, level }) => level > 0 && entry.target.includes(passage.page));
    if (entry.plain.length < SHORTEST_INFLECTED || headings.some(({ plain }) => plain === entry.plain)) return [];
    const heading = headings.find(({ plain }) => {
      const [short, long] = plain.length < entry.plain.length ? [plain, entry.plain] : [entry.plain, plain];
      return long.startsWith(short) && PLURAL.test(long.slice(short.length));
    });
    return heading === undefined ? [] : [{ entry, heading }];
  });
}

/** Entries → the level that most of their headings have; null when none was made out as a heading. */
function findUsualLevel(entries: readonly PlacedEntry[]): number | null {
  const levels = entries.flatMap(({ same }) => same.map(({ level }) => level)).filter((level) => level > 0);
  const counts = [...groupBy(levels, (level) => level)].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? null;
}

/** A number printed beside a heading is read as a part of it; a heading of two lines may be read as two. */
function lettersOf(plain: string): string {
  return plain.replace(/\d+/g, '');
}

/** The lines of each page, to see whether a title stands there in a way that the layout missed. */
export interface PageTexts {
  /** Does a line, or a few in a row, read as the title? */
  has(page: number, plain: string): boolean;
  /** Do its words stand anywhere on the page, over the ends of blocks as well? */
  mentions(page: number, plain: string): boolean;
}

/** A line that holds a title and this many letters more is that title with a number or a mark. */
const MOST_SURPLUS = 12;
/** A title is broken into so many lines at most. */
const MOST_LINES = 3;

/** Reading and its contents → the lines of its pages, alone and joined to the next, the entries of the contents left out. */
export function readPageTexts(reading: Reading, { entries }: PlacedContents): PageTexts {
  const own = new Set(entries.map(({ entry }) => `${entry.page} ${entry.raw}`));
  const parts = new Map<number, string[][]>();
  const add = (page: number, { text, lines }: { text: string; lines: readonly { text: string }[] }) =>
    pushTo(parts, page, lines.length > 0 ? lines.map((line) => line.text) : [text]);
  for (const block of reading.blocks) if (!own.has(`${block.page} ${block.text}`)) add(block.page, block);
  for (const table of reading.tables) for (const cell of table.cells) add(table.page, cell);
  const joined = new Map<number, string[]>();
  const linesOf = (page: number): string[] => {
    const known = joined.get(page) ?? (parts.get(page) ?? []).flatMap(joinLines);
    joined.set(page, known);
    return known;
  };
  return {
    has: (page, plain) =>
      linesOf(page).some((line) => line.includes(plain) && line.length <= plain.length + MOST_SURPLUS),
    mentions: (page, plain) => plainTitle((parts.get(page) ?? []).flat().join(' ')).includes(plain),
  };
}

/** Lines of a block or cell → each alone, and joined to the one or two after it, as plain titles. */
function joinLines(lines: readonly string[]): string[] {
  const plain = lines.map(plainTitle);
  return plain.flatMap((_, i) =>
    Array.from({ length: Math.min(MOST_LINES, plain.length - i) }, (_, n) => plain.slice(i, i + n + 1).join('')),
  );
}
