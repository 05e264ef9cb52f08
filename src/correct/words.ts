/** Words that come and go between drafts and name nothing. */
const FILLERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'in',
  'for',
  'our',
  'by',
  '的',
  '之',
  '及',
  '与',
  '與',
  '和',
]);

const known = new Map<string, readonly string[]>();
/** Strings kept with their words; a long report has some ten thousand labels and headings. */
const MOST_KNOWN = 50_000;

/** Text → its words without case, width, punctuation, plural s and fillers. Han text is one word a sign. */
export function wordsOf(text: string): readonly string[] {
  let words = known.get(text);
  if (words === undefined) {
    const found =
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
    words = found.filter((word) => !FILLERS.has(word)).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, words);
  }
  return words;
}

/** A misspelling is put right within words of at least this many letters; shorter ones differ by a letter and mean another thing. */
const LONG_WORD = 6;

/**
 * Are these two wordings of one name? Their words are the same, in any order, but for one letter of one long word: `Scope 1` is not `Scope 2`,
 * `male` is not `female`, `Total emissons` is `total emissions`.
 */
export function nameOneThing(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [[...wordsOf(a)].sort(), [...wordsOf(b)].sort()];
  if (left.length !== right.length) return false;
  const [mine, theirs] = [without(left, right), without(right, left)];
  if (mine.length === 0) return true;
  return mine.length === 1 && isMisspelling(mine[0]!, theirs[0]!);
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** One letter more, less or other, and both long words of letters. */
function isMisspelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LONG_WORD || long.length - short.length > 1 || /[\p{N}\p{Script=Han}]/u.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** Two lists of headings → how much of their words they share: 0 to 1, and 1 for two empty ones. */
export function likenessOf(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a.flatMap(wordsOf)), new Set(b.flatMap(wordsOf))];
  if (left.size + right.size === 0) return 1;
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size);
}
