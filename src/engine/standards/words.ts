/** Text → the same in small letters, full-width forms as plain ones. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Does a word of the text begin so? Ideographs know no beginnings. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{Script=Latin}\p{N}]/u.test(text[at - 1]!) || !/^\p{Script=Latin}/u.test(word)) return true;
  }
  return false;
}
