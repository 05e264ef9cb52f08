import { remember } from '../extract/remember.ts';
import type { Reading } from '../model/report.ts';
import type { Passage } from './passages.ts';
import { listPassages } from './passages.ts';

/** A title that stands over a part of the report, or may. */
export interface SectionTitle {
  passage: Passage;
  plain: string;
  /** Level of the heading; 0 for a short line of another kind that may be one. */
  level: number;
}

/** A title is no sentence and not longer than this, in characters. */
const LONGEST_TITLE = 110;
/** Numbers before a title: `3.2`, `Chapter 3`, 第三章, 一、, `(2)`. */
const NUMBERING =
  /^(?:chapter\.?\s*\d+[.:]?|section\s*\d+[.:]?|part\s*\d+[.:]?|第[一二三四五六七八九十\d]+[章节節部分篇]+|[一二三四五六七八九十]+[、.]|[(（]\s*(?:\d+|[一二三四五六七八九十]+)\s*[)）]|\d+(?:\.\d+)*[.、]?)\s*/iu;

/** Title → letters and digits alone, small, without its numbering; `and` and `&` are the same. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .trim()
    .replace(NUMBERING, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\b(?:the|a|an|and)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Reading → its headings, and short lines of running text or cells that may be headings as well (level 0). */
export function listSectionTitles(reading: Reading): SectionTitle[] {
  const levels = new Map(reading.blocks.map((block) => [block.text, block.level]));
  return listPassages(reading)
    .filter(({ text }) => text.length <= LONGEST_TITLE && !/[.。;；!！]\s*$/.test(text))
    .map((passage) => ({
      passage,
      plain: plainTitle(passage.text),
      level: passage.kind === 'heading' ? (levels.get(passage.text) ?? 0) : 0,
    }))
    .filter(({ plain }) => plain.length >= 2);
}

/** Plain titles → 0 to 1: how many of their pairs of neighbouring letters they share (Dice's coefficient). */
export function compareTitles(a: string, b: string): number {
  const pairs = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  if (pairs === 0) return a === b ? 1 : 0;
  const [pairsA, pairsB] = [countPairs(a), countPairs(b)];
  let shared = 0;
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0);
  return (2 * shared) / pairs;
}

/** Text → how often each pair of neighbouring letters comes. Each title is held against hundreds of others. */
const countPairs = remember((text): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
});

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** Words that stand in titles of all sorts. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'the and for our with report reporting about company group corporate chapter'.split(' '),
);

/** Titles → 0 to 1: how many of their telling words they share, pairs of ideographs counted as words. */
export function compareWords(a: string, b: string): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return wordsA.size + wordsB.size === 0 ? 0 : (2 * shared) / (wordsA.size + wordsB.size);
}

function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/\p{Script=Latin}{3,}/gu) ?? [];
  const ideographs = (title.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(pairsOf);
  return new Set([...words.filter((word) => !SMALL_WORDS.has(word)), ...ideographs]);
}
