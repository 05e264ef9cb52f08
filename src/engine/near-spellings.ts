import { pushTo } from './fact-index.ts';
import type { Passage } from './passages.ts';
import type { Quote, Slip } from './text-slips.ts';

/** Shorter words have too many neighbours that are words as well (`from`, `form`). */
const SHORTEST_WORD = 9;
/** A spelling that comes this often is the report's own. */
const USUAL_COUNT = 5;
/** Last letters that carry the inflection: words that differ there are forms of one word. */
const ENDING = 3;
/** First letters that carry the prefix: words that differ there are other words. */
const BEGINNING = 2;

const WORD = /(?<![\p{L}\p{N}@./_-])\p{Lu}?\p{Ll}+(?![\p{L}\p{N}@_]|[./-]\p{L})/gu;

/** Passages → long words that come once and are one letter off a word that the report uses throughout. */
export function findNearSpellings(passages: readonly Passage[]): Slip[] {
  const places = new Map<string, Quote[]>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(WORD)) {
      if (match[0].length < SHORTEST_WORD - 1) continue;
      pushTo(places, match[0].toLowerCase(), { passage, start: match.index, end: match.index + match[0].length });
    }
  }
  const usual = [...places].filter(([word, quotes]) => quotes.length >= USUAL_COUNT && word.length >= SHORTEST_WORD);
  const byGap = new Map<string, string[]>();
  for (const [word] of usual) for (const key of dropEach(word)) pushTo(byGap, key, word);
  return [...places].flatMap(([word, quotes]) => {
    if (quotes.length !== 1) return [];
    const near = [word, ...dropEach(word)].flatMap((key) => byGap.get(key) ?? []);
    const meant = near.find((other) => isSlipOf(word, other));
    return meant === undefined ? [] : [{ quotes, expected: meant }];
  });
}

/** Word → the word without each of its inner letters: two words one letter apart share one of these. */
function dropEach(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Is `word` the usual word with one inner letter dropped, doubled or two neighbours swapped, and no other spelling of it? */
function isSlipOf(word: string, usual: string): boolean {
  let head = 0;
  while (head < word.length && word[head] === usual[head]) head++;
  let tail = 0;
  while (tail < Math.min(word.length, usual.length) - head && word.at(-1 - tail) === usual.at(-1 - tail)) tail++;
  if (head < BEGINNING || tail < ENDING) return false;
  const [odd, meant] = [word.slice(head, word.length - tail), usual.slice(head, usual.length - tail)];
  if (odd.length === 2 && meant.length === 2) {
    return odd[0] === meant[1] && odd[1] === meant[0] && odd !== 'er' && odd !== 're';
  }
  if (odd.length + meant.length !== 1) return false;
  return !isVariant(odd + meant, usual[head - 1]!, usual.at(-tail)!);
}

/** Is a letter one that British and American spellings differ in: `behaviour`, `travelling`, `acknowledgement`, `aluminium`? */
function isVariant(letter: string, before: string, after: string): boolean {
  const doubled = letter === before || letter === after;
  return (
    (doubled && 'lpt'.includes(letter)) ||
    (letter === 'u' && before === 'o') ||
    (letter === 'e' && ('ao'.includes(before) || 'mai'.includes(after))) ||
    (letter === 'a' && after === 'e') ||
    (letter === 'i' && before === 'n')
  );
}
