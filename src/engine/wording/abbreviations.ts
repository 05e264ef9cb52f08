import { groupBy, pushTo } from '../fact-index.ts';
import type { Passage } from '../passages.ts';
import type { Quote, Slip } from '../text-slips.ts';
import { countEdits, listEdits } from './edits.ts';

/** Words and, in brackets after them, their initials. */
const INTRODUCED = /((?:[\p{Script=Latin}’'-]+ ){1,9}[\p{Script=Latin}’'-]+) ?[(（](\p{Lu}{2,7})s?[)）]/gu;
const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'of', 'for', 'the', 'on', 'in', 'to', 'a']);
/** Two words that share so many first letters are forms of one word. */
const STEM = 4;

/** Passages → abbreviations that are introduced for two things which share a word: one of the two is a slip. */
export function findTwoMeanings(passages: readonly Passage[]): Slip[] {
  const bracketed = passages.filter(({ text }) => /[(（]\p{Lu}/u.test(text));
  const introduced = bracketed.flatMap((passage) =>
    [...passage.text.matchAll(INTRODUCED)].flatMap((match) => {
      const words = matchInitials(match[1]!, match[2]!);
      const start = match.index + match[1]!.length - (words?.length ?? 0);
      return words === null
        ? []
        : [{ short: match[2]!, words, quote: { passage, start, end: match.index + match[0].length } }];
    }),
  );
  return [...groupBy(introduced, ({ short }) => short).values()].flatMap((same) => {
    const [first, ...rest] = same;
    const other = rest.find(({ words }) => isOtherMeaning(first!.words, words));
    return other === undefined ? [] : [{ quotes: [other.quote, first!.quote], expected: first!.words }];
  });
}

/** Words before a bracket → the last of them whose initials are the abbreviation; null when they are not. */
function matchInitials(words: string, short: string): string | null {
  const list = words.split(' ');
  let at = list.length;
  let letter = short.length;
  while (at > 0 && letter > 0) {
    const parts = list[at - 1]!.split('-').filter((part) => part !== '');
    const initials = parts.map((part) => part[0]!.toUpperCase()).join('');
    if (short.slice(0, letter).endsWith(initials) && initials !== '') letter -= initials.length;
    else if (initials[0] === short[letter - 1]) letter--;
    else if (!SMALL_WORDS.has(list[at - 1]!.toLowerCase())) return null;
    at--;
  }
  return letter === 0 ? list.slice(at).join(' ') : null;
}

/** Do two expansions of one abbreviation share a word and differ in another that is no form of the same? */
function isOtherMeaning(a: string, b: string): boolean {
  const [left, right] = [tellingWords(a), tellingWords(b)];
  if (left.length !== right.length) return false;
  const differing = left.map((word, i) => [word, right[i]!] as const).filter(([x, y]) => x !== y);
  if (differing.length === 0 || differing.length === left.length) return false;
  return differing.some(([x, y]) => x.slice(0, STEM) !== y.slice(0, STEM) || Math.min(x.length, y.length) < STEM);
}

function tellingWords(words: string): string[] {
  return words
    .toLowerCase()
    .replace(/[’']s?(?= |$)|-/g, '')
    .split(/ +/)
    .filter((word) => !SMALL_WORDS.has(word));
}

/** A Chinese name and, in brackets after it, its abbreviation, alone or after the name in full. */
const CHINESE_INTRODUCED =
  /(\p{Script=Han}{4,16}) ?[(（](?:\p{Script=Latin}[\p{Script=Latin} .&-]*, ?)?(\p{Lu}{3,7})s? ?[)）]/gu;
/** Characters that two Chinese names of one thing must share for their ends to be compared, and the longest end. */
const SHARED = 4;
const LONGEST_END = 7;

/** Passages → abbreviations with two Chinese names that begin alike and end in other words. */
export function findTwoChineseNames(passages: readonly Passage[]): Slip[] {
  const places = new Map<string, { run: string; quote: Quote }[]>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(CHINESE_INTRODUCED)) {
      const quote = { passage, start: match.index, end: match.index + match[0].length };
      pushTo(places, match[2]!, { run: match[1]!, quote });
    }
  }
  return [...places.values()].flatMap((same) => {
    const [first, ...rest] = same;
    const other = rest.find(({ run }) => haveOtherEnds(first!.run, run));
    return other === undefined ? [] : [{ quotes: [other.quote, first!.quote], expected: null }];
  });
}

function haveOtherEnds(a: string, b: string): boolean {
  for (let length = Math.min(a.length, b.length); length >= SHARED; length--) {
    for (let i = 0; i + length <= a.length; i++) {
      const at = b.indexOf(a.slice(i, i + length));
      if (at < 0) continue;
      const [endA, endB] = [a.slice(i + length), b.slice(at + length)];
      const short = Math.max(endA.length, endB.length) <= LONGEST_END;
      return short && Math.min(endA.length, endB.length) > 1 && endA.at(-1) !== endB.at(-1);
    }
  }
  return false;
}

/** An abbreviation in running text. */
const SHORT = /(?<![\p{L}\p{N}.@/-])(\p{Lu}{3,7})s?(?![\p{L}\p{N}]|-\p{L})/gu;
/** What it stands for, in brackets after it. */
const EXPLAINED = /(?<!\p{L})(\p{Lu}{3,6})s? ?[(（](\p{Ll}[\p{Ll} -]{5,40})[)）]/gu;
/** The right one comes at least this often. */
const USUAL_COUNT = 2;
/** Of three letters, two orders are two abbreviations as often. */
const SHORTEST_SWAPPED = 4;

/** Passages → abbreviations with two letters exchanged: by another that the report uses, or by what they are said to stand for. */
export function findSwappedLetters(passages: readonly Passage[]): Slip[] {
  const places = new Map<string, Quote[]>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(SHORT)) {
      pushTo(places, match[1]!, { passage, start: match.index, end: match.index + match[0].length });
    }
  }
  const slips: Slip[] = [...places].flatMap(([short, quotes]) => {
    if (short.length < SHORTEST_SWAPPED || quotes.length > 1 || standsAmongCapitals(quotes[0]!)) return [];
    const meant = swapEach(short).find((other) => (places.get(other)?.length ?? 0) >= USUAL_COUNT);
    return meant === undefined ? [] : [{ quotes, expected: meant }];
  });
  const explained = passages.flatMap((passage) =>
    [...passage.text.matchAll(EXPLAINED)].flatMap((match): Slip[] => {
      const [short, words] = [match[1]!.toLowerCase(), match[2]!];
      if (isContainedIn(short, words)) return [];
      const meant = swapEach(short).find((other) => isContainedIn(other, words));
      const quote = { passage, start: match.index, end: match.index + match[0].length };
      return meant === undefined ? [] : [{ quotes: [quote], expected: meant.toUpperCase() }];
    }),
  );
  const told = new Set(explained.map(({ expected }) => expected));
  return [...explained, ...slips.filter(({ expected }) => !told.has(expected))];
}

/** Word → the same with each two neighbouring letters exchanged. */
function swapEach(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2),
  ).filter((other) => other !== word);
}

/** Do the letters stand in the words, in this order? */
function isContainedIn(letters: string, words: string): boolean {
  return countEdits(listEdits(letters, words).filter(([left]) => left !== '')) === 0;
}

/** In a line of capitals a word is a word. */
function standsAmongCapitals({ passage, start, end }: Quote): boolean {
  const around = `${passage.text.slice(Math.max(0, start - 12), start)} ${passage.text.slice(end, end + 12)}`;
  return !/\p{Ll}{2}|\p{Script=Han}/u.test(around);
}
