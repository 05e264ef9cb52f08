/** Ends of a phrase that must be ends of a word: `whole` both, `start` the first only (so that a plural matches), `none` for ideographs and signs. */
type Ends = 'whole' | 'start';

const WORD_SIGN = /[\p{Script=Latin}\p{N}]/u;
const BEFORE = '(?<![\\p{Script=Latin}\\p{N}])';
const AFTER = '(?![\\p{Script=Latin}\\p{N}])';

/**
 * Phrases of a rule file → one pattern that finds any of them, in any case. Everything is taken as it stands but spaces and hyphens, which may
 * be missing or be each other, and `#`, which is two to six letters X (the first three times): no rule file can make a pattern hang.
 */
export function compilePhrases(phrases: readonly string[], ends: Ends): RegExp {
  const groups = new Map<string, string[]>();
  for (const phrase of phrases) {
    const before = WORD_SIGN.test(phrase[0]!) || phrase.startsWith('#') ? BEFORE : '';
    const after = ends === 'whole' && (WORD_SIGN.test(phrase.at(-1)!) || phrase.endsWith('#')) ? AFTER : '';
    const key = `${before}(?:|)${after}`;
    groups.set(key, [...(groups.get(key) ?? []), sourceOf(phrase)]);
  }
  const sources = [...groups].map(([frame, words]) => frame.replace('(?:|)', () => `(?:${words.join('|')})`));
  return new RegExp(sources.join('|'), 'giu');
}

/** Blanks of one phrase that stand for letters X. Each may end in five places: more would multiply without end. */
const MAX_BLANKS = 3;

function sourceOf(phrase: string): string {
  return phrase
    .split(/#+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]{0,2}'))
    .reduce((source, part, i) => source + (i <= MAX_BLANKS ? '[xX]{2,6}' : 'XX') + part);
}
