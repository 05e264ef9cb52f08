import { splitSentences } from '../extract/sentences.ts';
import type { Passage } from './passages.ts';
import type { Quote, Slip } from './text-slips.ts';

/** Shorter sentences are formulas (`We have a zero-tolerance policy.`) and may well come twice. In letters; an ideograph says as much as three. */
const SHORTEST_SENTENCE = 70;
const LETTERS_PER_IDEOGRAPH = 3;
/** Words that two wordings of one sentence may differ in. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the we our us they their it its is are was were be been have has had of to in on at by for with and or that which this these'.split(
    ' ',
  ),
);
/** Two sentences with fewer words besides the small ones may agree by chance. */
const FEWEST_TELLING_WORDS = 10;

interface Sentence extends Quote {
  /** Letters and digits alone. */
  plain: string;
}

/**
 * Passages → long sentences that stand twice in one paragraph. In two paragraphs a sentence is repeated on purpose as often: below each of two
 * charts, in each row that asks for it, drawn out in large print.
 */
export function findRepeatedSentences(passages: readonly Passage[]): Slip[] {
  return passages.filter(({ kind }) => kind === 'paragraph').flatMap(findTwins);
}

/** Two sentences that are long enough, in ideographs, take this many characters. */
const SHORTEST_PASSAGE = (2 * SHORTEST_SENTENCE) / LETTERS_PER_IDEOGRAPH;

/** Passage → its first sentence that comes again; a passage that is printed twice repeats all that follow as well. */
function findTwins(passage: Passage): Slip[] {
  if (passage.text.length < SHORTEST_PASSAGE) return [];
  const seen = new Map<string, Sentence>();
  let before: Sentence | undefined;
  for (const sentence of readSentences(passage)) {
    const twin = seen.get(sentence.plain) ?? (before && isRewording(sentence, before) ? before : undefined);
    if (twin !== undefined) return [{ quotes: [twin, sentence], expected: null }];
    seen.set(sentence.plain, sentence);
    before = sentence;
  }
  return [];
}

/** Passage → its sentences that are long enough to count and whole. */
function readSentences(passage: Passage): Sentence[] {
  return splitSentences(passage.text).flatMap(({ start, end, text }) => {
    if (!/[.!?。！？]["”’)]?$/.test(text)) return [];
    const plain = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const ideographs = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
    const length = plain.length + ideographs * (LETTERS_PER_IDEOGRAPH - 1);
    return length < SHORTEST_SENTENCE ? [] : [{ passage, start, end, plain }];
  });
}

/** Do two sentences say the same but for small words and endings? Those with figures are parallels as often. */
function isRewording(sentence: Sentence, before: Sentence): boolean {
  if (/\d/.test(sentence.plain)) return false;
  const [a, b] = [tellingWords(sentence.plain), tellingWords(before.plain)];
  return a.length >= FEWEST_TELLING_WORDS && a.join(' ') === b.join(' ');
}

/** Plain sentence → its words without the small ones and without the plural's and the verb's s. */
function tellingWords(plain: string): string[] {
  return plain
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word.replace(/s$/, ''));
}
