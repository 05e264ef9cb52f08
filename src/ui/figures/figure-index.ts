import Fuse from 'fuse.js';
import type { IFuseOptions } from 'fuse.js';

/** One searchable line: all the words that a reader may type to find the thing. */
export interface Line {
  text: string;
}

const options: IFuseOptions<Line> = {
  keys: ['text'],
  ignoreLocation: true,
  ignoreDiacritics: true,
  // One wrong letter in four: `emisions` finds emissions and 温室汽体 finds 温室气体, `scope 1` does not find scope 2.
  threshold: 0.3,
  // Every word typed narrows the result.
  useTokenSearch: true,
  tokenMatch: 'all',
};

/** A query of digits is a number to look up, not a word to guess: `11,746` must not find 11,764. */
const numeric = /^[\d.,\s％%+−-]*\d[\d.,\s％%+−-]*$/;

function digits(text: string): string {
  return text.replace(/[,，\s]/g, '');
}

/** Searches lines with room for typing errors, in English and Chinese alike. */
export class FigureIndex {
  readonly #lines: Line[];
  readonly #plain: string[];
  readonly #fuse: Fuse<Line>;

  constructor(texts: string[]) {
    this.#lines = texts.map((text) => ({ text }));
    this.#plain = texts.map(digits);
    this.#fuse = new Fuse(this.#lines, options);
  }

  /** Positions of the matching texts, the best first. */
  search(query: string): number[] {
    const wanted = query.trim();
    if (numeric.test(wanted)) {
      const number = digits(wanted);
      return this.#plain.flatMap((text, index) => (text.includes(number) ? [index] : []));
    }
    return this.#fuse.search(wanted).map((result) => result.refIndex);
  }
}
