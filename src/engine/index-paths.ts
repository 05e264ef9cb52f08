import type { IndexEntry } from '../model/fact.ts';
import type { Reading } from '../model/report.ts';
import type { Comparison } from './comparison.ts';
import { quotePassage } from './passages.ts';
import type { SectionTitle } from './section-titles.ts';
import { listSectionTitles, plainTitle } from './section-titles.ts';
import { listIndexPages } from './standards/places.ts';

/** A section that a row of the index names. */
export interface NamedSection {
  text: string;
  plain: string;
  row: IndexEntry;
  /** Plain title of the chapter that the row names before it: `Chapter-Section`. */
  parent: string | null;
}

/** What joins a chapter and its section. */
const JOINT = /[-–—/|>]/;
const APART = /[；;、,，]|\s{2,}/;

/**
 * Index rows → the sections that they name, in order. Names that stand one below the other run together where no space parts them, as in
 * Chinese: what ends with a known title is two names.
 * @param known plain titles of the report
 */
export function listNamedSections(index: readonly IndexEntry[], known: ReadonlySet<string>): NamedSection[] {
  return index.flatMap((row) =>
    (row.location || row.title).split(APART).flatMap((path) => {
      let parent: string | null = null;
      return path.split(JOINT).flatMap((part) => {
        const [first, ...rest] = partTitles(part.trim(), known);
        if (first === undefined) return [];
        const named = { ...first, row, parent };
        parent = (rest.at(-1) ?? first).plain;
        return [named, ...rest.map((each) => ({ ...each, row, parent: null }))];
      });
    }),
  );
}

/** Ideographs of a title that is split off. */
const SHORTEST_PART = 2;

/** 节约用水客户服务 → 节约用水, 客户服务 where the second is a title of the report and the whole is none. */
function partTitles(text: string, known: ReadonlySet<string>): { text: string; plain: string }[] {
  const plain = plainTitle(text);
  if (plain === '') return [];
  if (!/^\p{Script=Han}+$/u.test(text) || known.has(plain)) return [{ text, plain }];
  for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at++) {
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    if (known.has(plainTitle(tail)) && (known.has(plainTitle(head)) || head.length > SHORTEST_PART))
      return [head, tail].map((part) => ({ text: part, plain: plainTitle(part) }));
  }
  return [{ text, plain }];
}

/** `6.2.3 Title` → `6.2.3`; null where a title has no number. */
export function numberOf({ passage }: SectionTitle): string | null {
  return /^(\d{1,2}(?:\.\d{1,2})*)[.\s\u3000、]+(?=["“‘《「]?\p{L})/u.exec(passage.text)?.[1] ?? null;
}

/** Is a number that of a section within a chapter, or of the chapter itself? */
export const isWithin = (number: string, chapter: string): boolean =>
  number === chapter || number.startsWith(`${chapter}.`);

/** Chapters of the report by number, such as 2 → its heading. */
function listChapters(titles: readonly SectionTitle[]): Map<string, SectionTitle> {
  const chapters = titles.flatMap((title) => {
    const number = title.level > 0 ? numberOf(title) : null;
    return number !== null && !number.includes('.') ? [[number, title] as const] : [];
  });
  return new Map(chapters.toReversed());
}

/** Reading → sections that the index names under a chapter other than their own, by their numbers; told once for a chapter and the right one. */
export function findMisplacedSections(reading: Reading): Comparison {
  const indexPages = listIndexPages(reading);
  const titles = listSectionTitles(reading).filter(({ passage }) => !indexPages.has(passage.page));
  const chapters = listChapters(titles);
  const byPlain = Map.groupBy(titles, ({ plain }) => plain);
  const numbersOf = (plain: string): string[] => (byPlain.get(plain) ?? []).flatMap((title) => numberOf(title) ?? []);
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  const wrong = new Map<string, NamedSection[]>();
  for (const section of listNamedSections(reading.index, new Set(byPlain.keys()))) {
    if (section.parent === null) continue;
    const [parent, own] = [numbersOf(section.parent), numbersOf(section.plain)];
    if (parent.length !== 1 || parent[0]!.includes('.') || own.length === 0) continue;
    const right = chapters.get(own[0]!.split('.')[0]!);
    if (own.some((number) => isWithin(number, parent[0]!))) comparison.agreeing.push(rowEvidence(section));
    else if (right !== undefined) {
      const key = `${section.parent} ${right.plain}`;
      wrong.set(key, [...(wrong.get(key) ?? []), section]);
    }
  }
  for (const sections of wrong.values()) {
    const paths = [...new Map(sections.map((section) => [section.plain, section])).values()];
    const right = chapters.get(numbersOf(paths[0]!.plain)[0]!.split('.')[0]!)!;
    comparison.mismatches.push({
      first: paths.map(({ row }) => row.location).join('; '),
      second: right.passage.text,
      firstPages: paths.map(({ row }) => row.page),
      secondPages: [right.passage.page],
      evidence: [...paths.map((path) => rowEvidence(path)), quotePassage(right.passage, 'heading')],
    });
  }
  return comparison;
}

function rowEvidence({ row, text }: NamedSection): Comparison['agreeing'][number] {
  return {
    page: row.page,
    box: row.box,
    raw: row.location || text,
    role: 'index row',
    factId: null,
    label: row.title,
    period: null,
    unit: null,
  };
}
