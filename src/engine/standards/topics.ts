import type { Reading } from '../../model/report.ts';
import type { Requirement, Standard } from '../../model/rule.ts';
import { listIndexPages } from './places.ts';
import { holdsWord, plainText } from './words.ts';

/** Pages that an index names for a topic, and where its words stand instead. */
export interface ElsewhereTopic {
  /** A few words that were looked for. */
  words: string[];
  /** Pages that speak of the topic, the fullest first. */
  pages: number[];
}

/** A page that holds so many of the words may speak of the topic; one that holds more does. */
const WORDS_OF_A_TOPIC = 2;
const MOST_PAGES = 5;
const MOST_WORDS = 6;
/** A page with less text is a picture or a divider: its silence tells nothing. In characters. */
const SHORTEST_PAGE = 400;

/**
 * Requirement and the pages that the index names for it → where its topic is spoken of, when these pages have none of its words and their
 * neighbours hardly any; null when they have, when they cannot be read, or when no page speaks of the topic.
 * @param pages pages of the file
 */
export function findTopicElsewhere(
  standard: Standard,
  { codes }: Requirement,
  pages: readonly number[],
  reading: Reading,
): ElsewhereTopic | null {
  const { languages, unreadPages, pages: count } = reading.document;
  const words = standard.vocabulary.find((each) =>
    each.codes.some((code) => codes.some((own) => isOf(own, code))),
  )?.words;
  // The vocabulary knows English and Chinese.
  if (words === undefined || pages.length === 0 || !languages.every((each) => /^(?:en|zh)/.test(each))) return null;
  const near = [...new Set(pages.flatMap((page) => [page - 1, page, page + 1]))].filter((p) => p >= 1 && p <= count);
  const texts = listPageTexts(reading);
  const indexPages = listIndexPages(reading);
  if (near.some((page) => unreadPages.includes(page)) || pages.some((page) => indexPages.has(page))) return null;
  if (pages.some((page) => (texts.get(page) ?? '').length < SHORTEST_PAGE)) return null;
  const countWords = (page: number): number =>
    words.filter((word) => holdsWord(texts.get(page) ?? '', plainText(word))).length;
  if (pages.some((page) => countWords(page) > 0) || near.some((page) => countWords(page) >= WORDS_OF_A_TOPIC))
    return null;
  const spoken = [...texts.keys()]
    .filter((page) => !indexPages.has(page))
    .map((page) => ({ page, count: countWords(page) }))
    .filter((each) => each.count > WORDS_OF_A_TOPIC)
    .sort((a, b) => b.count - a.count);
  if (spoken.length === 0) return null;
  return { words: pickWords(words, reading), pages: spoken.slice(0, MOST_PAGES).map(({ page }) => page) };
}

const isOf = (code: string, topic: string): boolean => code === topic || code.startsWith(`${topic}-`);

/** Words in the report's own script, to show what was looked for. */
function pickWords(words: readonly string[], { document }: Reading): string[] {
  const chinese = document.languages.every((language) => language.startsWith('zh'));
  return words.filter((word) => /\p{Script=Han}/u.test(word) === chinese).slice(0, MOST_WORDS);
}

/** Text of each page in small letters, running heads left out; made once for a reading. */
const listed = new WeakMap<Reading, Map<number, string>>();

function listPageTexts(reading: Reading): Map<number, string> {
  const known = listed.get(reading);
  if (known !== undefined) return known;
  const texts = new Map<number, string>();
  const add = (page: number, text: string): void =>
    void texts.set(page, `${texts.get(page) ?? ''}${plainText(text)}\n`);
  for (const { kind, page, text } of reading.blocks) if (kind !== 'furniture') add(page, text);
  for (const { page, cells, caption } of reading.tables)
    add(page, [caption ?? '', ...cells.map(({ text }) => text)].join('\n'));
  listed.set(reading, texts);
  return texts;
}
