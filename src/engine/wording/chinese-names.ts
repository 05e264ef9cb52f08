import { groupBy, pushTo } from '../fact-index.ts';
import type { Passage } from '../passages.ts';
import type { Quote, Slip } from '../text-slips.ts';
import { countEdits, listEdits } from './edits.ts';

/** Names of rules, laws and programmes in their brackets: 《…》, 「…」. */
const BRACKETED = /[《「『]([^《》「」『』。；;]{6,44})[》」』]/gu;
/** What is no part of a name's wording. */
const PUNCTUATION = /[\s、,，·:：()（）“”"—–-]/gu;
/** Shorter names differ in one character because they are two names. */
const SHORTEST_NAME = 8;
/** A passage that may be such a name without brackets: a heading, a cell. */
const BARE_NAME = /^[\p{Script=Han}、]{10,44}$/u;
/** One letter in this many may differ between two spellings of one name. */
const LETTERS_PER_EDIT = 7;
/** Characters that tell two names apart: numbers and opposites. */
const TELLING = /[一二三四五六七八九十百\d上下甲乙丙男女大中小内內外前后後新旧舊非不无無有水气氣土]/u;
/** First and last characters of a name by which it is looked for without brackets. */
const ANCHOR = 4;

/** Passages → Chinese names in brackets that come in two wordings, each with the places of both. */
export function findChineseNameVariants(passages: readonly Passage[]): Slip[] {
  const places = collectNames(passages);
  const bracketed = [...places.keys()];
  for (const [name, quotes] of collectBareNames(passages, bracketed)) if (!places.has(name)) places.set(name, quotes);
  const names = [...places.keys()];
  const clusterOf = new Map(names.map((name) => [name, name]));
  const find = (name: string): string => (clusterOf.get(name) === name ? name : find(clusterOf.get(name)!));
  for (const [i, a] of bracketed.entries()) {
    for (const b of names.slice(i + 1)) if (isOneName(a, b)) clusterOf.set(find(b), find(a));
  }
  return [...groupBy(names, find).values()].flatMap((cluster) => {
    if (cluster.length < 2) return [];
    const byUse = cluster.toSorted((a, b) => places.get(a)!.length - places.get(b)!.length);
    const usual = byUse.at(-1)!;
    const quotes = byUse.map((name) => places.get(name)![0]!);
    return [{ quotes, expected: places.get(usual)![0]!.passage.text.slice(quotes.at(-1)!.start, quotes.at(-1)!.end) }];
  });
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\[\d{1,2}\]/g, '')
    .replace(PUNCTUATION, '');
}

function collectNames(passages: readonly Passage[]): Map<string, Quote[]> {
  const places = new Map<string, Quote[]>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(BRACKETED)) {
      const name = plainName(match[1]!);
      if (name.length < SHORTEST_NAME || !/\p{Script=Han}{4}/u.test(name) || /[\p{Script=Kana}]/u.test(name)) continue;
      const start = match.index + 1;
      pushTo(places, name, { passage, start, end: start + match[1]!.length });
    }
  }
  return places;
}

/** Names that stand without brackets: whole passages, and stretches that begin and end as a bracketed name does. */
function collectBareNames(passages: readonly Passage[], bracketed: readonly string[]): Map<string, Quote[]> {
  const places = new Map<string, Quote[]>();
  const anchors = [...groupBy(bracketed, (name) => `${name.slice(0, ANCHOR)} ${name.slice(-ANCHOR)}`).values()];
  const patterns = anchors.flatMap(([name]) => {
    const inner = name!.length - 2 * ANCHOR;
    if (inner < 1 || !/^\p{Script=Han}+$/u.test(name!)) return [];
    const [head, tail] = [name!.slice(0, ANCHOR), name!.slice(-ANCHOR)];
    return [new RegExp(`${head}\\p{Script=Han}{${Math.max(0, inner - 2)},${inner + 2}}?${tail}`, 'gu')];
  });
  for (const passage of passages) {
    if (BARE_NAME.test(passage.text))
      pushTo(places, plainName(passage.text), { passage, start: 0, end: passage.text.length });
    for (const pattern of patterns) {
      for (const match of passage.text.matchAll(pattern)) {
        pushTo(places, match[0], { passage, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  return places;
}

/** Are two names one, in two wordings: a few characters changed, dropped or put in, or the same in another order? */
function isOneName(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST_NAME || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  const edits = listEdits(a, b);
  // Two characters in the place of two others are another word.
  const otherWord = edits.some(
    ([left, right]) => Math.min(left.length, right.length) > 1 || TELLING.test(left + right),
  );
  if (otherWord) return false;
  if (countEdits(edits) <= Math.max(1, Math.floor(shorter / LETTERS_PER_EDIT))) return true;
  return a.length === b.length && a.length >= 2 * ANCHOR + 4 && sortLetters(a) === sortLetters(b);
}

function sortLetters(text: string): string {
  return [...text].sort().join('');
}
