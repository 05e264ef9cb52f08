import { pushTo } from '../fact-index.ts';
import type { Passage } from '../passages.ts';
import type { Quote, Slip } from '../text-slips.ts';
import { countEdits, listEdits } from './edits.ts';

/** Capitalised words with small ones between: `Bank of the Two Rivers`. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Script=Latin}’'-]+(?: (?:(?:of|for|and|the|on|in|to|&) ){0,2}\p{Lu}[\p{Script=Latin}’'-]+){2,8}/gu;
/** Shorter names differ in a word because they are two names. */
const FEWEST_WORDS = 3;
/** Words of fewer letters differ because they are other words. */
const SHORTEST_ODD_WORD = 5;
/** Letters in which two spellings of one word may differ. */
const MOST_EDITS = 2;
/** Endings by which two forms of one word differ. */
const ENDING = /^(?:s|es|al|ed|ing|ly|d|r|er|e|n|y|ies|ment)$/;
/** Letters that one country's spelling has within a word and another's lacks: `labour`, `labelling`. */
const VARIANT = /^[lptu]$/;

/** Passages → names of three words or more that come in two spellings of one word. */
export function findEnglishNameVariants(passages: readonly Passage[]): Slip[] {
  const places = new Map<string, Quote[]>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(NAME)) {
      const article = /^(?:The|Our|In|At|For|By) /.exec(match[0])?.[0].length ?? 0;
      const quote = { passage, start: match.index + article, end: match.index + match[0].length };
      pushTo(places, plainName(match[0].slice(article)), quote);
    }
  }
  const withGap = new Map<string, string[]>();
  for (const name of places.keys()) {
    const words = name.split(' ');
    for (const [i, word] of words.entries()) {
      if (words.length >= FEWEST_WORDS && word.length >= SHORTEST_ODD_WORD)
        pushTo(withGap, words.toSpliced(i, 1, '_').join(' '), name);
    }
  }
  const found = new Map<string, Slip>();
  for (const [frame, names] of withGap) {
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        if (!isMisspelling(oddWord(a, frame), oddWord(b, frame))) continue;
        const [rare, usual] = places.get(a)!.length <= places.get(b)!.length ? [a, b] : [b, a];
        const { passage, start, end } = places.get(usual)![0]!;
        const quotes = [places.get(rare)![0]!, places.get(usual)![0]!];
        found.set(rare, { quotes, expected: passage.text.slice(start, end) });
      }
    }
  }
  return [...found.values()];
}

/** Name → small letters, without possessives and the hyphens of line ends. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']s?(?= |$)/g, '')
    .replace(/-/g, '');
}

function oddWord(name: string, frame: string): string {
  return name.split(' ')[frame.split(' ').indexOf('_')] ?? '';
}

function isMisspelling(a: string, b: string): boolean {
  if (a[0] !== b[0] || a === b) return false;
  const edits = listEdits(a, b);
  if (countEdits(edits) > MOST_EDITS) return false;
  const [only, ...more] = edits;
  if (more.length > 0 || !only!.includes('')) return true;
  const surplus = only!.join('');
  const atEnd = (a.length > b.length ? a : b).endsWith(surplus);
  return !(VARIANT.test(surplus) || (atEnd && ENDING.test(surplus)));
}
