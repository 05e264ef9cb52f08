import type { IndexEntry } from '../model/fact.ts';
import type { Evidence } from '../model/finding.ts';
import type { Reading } from '../model/report.ts';
import { readContents } from '../extract/contents-entries.ts';
import type { Comparison, Mismatch } from './comparison.ts';
import { quotePassage } from './passages.ts';
import { isWithin, listNamedSections, numberOf } from './index-paths.ts';
import type { NamedSection } from './index-paths.ts';
import type { SectionTitle } from './section-titles.ts';
import { compareTitles, compareWords, listSectionTitles, plainTitle } from './section-titles.ts';

/** An index in which fewer than this share of the names are titles of the report does not name sections. */
const LEAST_TITLES = 0.6;
const FEWEST_NAMES = 8;
/** Names alike by less than this share of their letters are two names. */
const LEAST_LIKENESS = 0.5;
/** Within the chapter that the row names, fewer letters tell which section is meant. */
const LEAST_IN_THE_CHAPTER = 0.4;
/** Names that share fewer of their words speak of two things. */
const LEAST_SHARED_WORDS = 0.5;
/** A shorter name is a word, not a title. In letters; two ideographs say as much. */
const SHORTEST_NAME = 8;
const SHORTEST_CHINESE_NAME = 4;

/** Reading → sections that its content index calls by another name than their heading, and those that it calls right. */
export function findIndexNames(reading: Reading): Comparison {
  const contents = readContents(reading);
  const pages = new Set(reading.index.map(({ page }) => page));
  const titles = listSectionTitles(reading).filter(
    ({ passage }) => !pages.has(passage.page) || reading.document.pages === 1,
  );
  const known = new Set([...titles.map(({ plain }) => plain), ...contents.map(({ title }) => plainTitle(title))]);
  const names = listNames(reading.index, known);
  const right = names.filter(({ plain }) => known.has(plain));
  if (names.length < FEWEST_NAMES || right.length < names.length * LEAST_TITLES)
    return { agreeing: [], mismatches: [] };
  const cited = new Set(names.map(({ plain }) => plain));
  const headed = titles.some(({ level }) => level > 0);
  const headings = titles.filter(({ level }) => level > 0 || !headed);
  const meant = names
    .filter(({ plain }) => !known.has(plain))
    .flatMap((name) => findMeant(name, headings, cited) ?? []);
  return {
    agreeing: right.map(({ row, text }) => rowEvidence(row, text)),
    mismatches: meant,
  };
}

/** Index rows → the names of sections in them, each once: the places of the row, or its title where that is the place. */
function listNames(index: readonly IndexEntry[], known: ReadonlySet<string>): NamedSection[] {
  const names = new Map<string, NamedSection>();
  for (const section of listNamedSections(index, known)) {
    const { plain } = section;
    const chinese = /\p{Script=Han}/u.test(plain);
    if (plain.length < (chinese ? SHORTEST_CHINESE_NAME : SHORTEST_NAME) || /\d/.test(plain)) continue;
    if (!names.has(plain)) names.set(plain, section);
  }
  return [...names.values()];
}

/** Name that is no title → the one heading that must be meant. */
function findMeant(
  { text, plain, row, parent }: NamedSection,
  headings: readonly SectionTitle[],
  cited: ReadonlySet<string>,
): Mismatch | null {
  const chapters = headings.filter((heading) => heading.plain === parent).flatMap((heading) => numberOf(heading) ?? []);
  const isSibling = (heading: SectionTitle): boolean => {
    const number = numberOf(heading);
    return number !== null && chapters.some((chapter) => number !== chapter && isWithin(number, chapter));
  };
  const near = headings
    .map((heading) => ({ heading, likeness: compareTitles(heading.plain, plain) }))
    .filter(({ heading, likeness }) => {
      if (isOneSlip(heading.plain, plain)) return true;
      if (cited.has(heading.plain)) return false;
      const least = isSibling(heading) ? LEAST_IN_THE_CHAPTER : LEAST_LIKENESS;
      return likeness >= least && compareWords(heading.passage.text, text) >= Math.min(least, LEAST_SHARED_WORDS);
    })
    .sort((a, b) => b.likeness - a.likeness);
  const meant = near[0]?.heading;
  if (meant === undefined || meant.plain.includes(plain) || plain.includes(meant.plain)) return null;
  return {
    first: text,
    second: meant.passage.text,
    firstPages: [row.page],
    secondPages: [meant.passage.page],
    evidence: [rowEvidence(row, row.location || text), quotePassage(meant.passage, 'heading')],
  };
}

/** Chinese titles of one length that differ in one ideograph are one title, also where other rows name it right. */
function isOneSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < SHORTEST_CHINESE_NAME || !/^\p{Script=Han}+$/u.test(a + b)) return false;
  return [...a].filter((letter, i) => letter !== b[i]).length === 1;
}

function rowEvidence(row: IndexEntry, raw: string): Evidence {
  return {
    page: row.page,
    box: row.box,
    raw,
    role: 'index row',
    factId: null,
    label: row.title,
    period: null,
    unit: null,
  };
}
