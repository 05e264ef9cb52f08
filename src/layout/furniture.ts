import type { Page } from '../model/page.ts';
import { lineUp } from './phrases.ts';
import type { Phrase } from './phrases.ts';

/** Share of the page's height at the top and at the bottom (and of the width at the sides) where furniture stands. */
const MARGIN_SHARE = 0.13;
/** Right at the edge a few repeats are enough: the names of chapters. */
const EDGE_SHARE = 0.07;
/** A text at the same place on this many pages is a running head. */
const MIN_REPEATS = 3;
/** … on at least this share of the pages within reach (facing pages alternate, chapters change). */
const MIN_SHARE = 0.15;
/** Places are compared on a grid of this many points. */
const PLACE_GRID = 6;

/**
 * Tells running heads, navigation bars and page numbers from the text: what stands at the same place in a margin on
 * many pages, digits aside.
 * @param phrases each page's phrases
 * @returns for each page, the set of its phrases that are furniture
 */
export function findFurniture(pages: readonly Page[], phrases: readonly Phrase[][]): Set<Phrase>[] {
  const seen = new Map<string, Set<number>>();
  const keys = pages.map((page, i) => marginKeys(page, phrases[i]!));
  keys.forEach((pageKeys, i) => {
    for (const key of pageKeys.values()) {
      const on = seen.get(key) ?? new Set<number>();
      on.add(i);
      seen.set(key, on);
    }
  });
  const usual = Math.max(MIN_REPEATS, Math.ceil(MIN_SHARE * Math.min(pages.length, 40)));
  return pages.map((page, i) => {
    const furniture = new Set<Phrase>();
    for (const [phrase, key] of keys[i]!) {
      const outermost = phrase.box[3] < page.height * EDGE_SHARE || phrase.box[1] > page.height * (1 - EDGE_SHARE);
      if (seen.get(key)!.size >= (outermost ? MIN_REPEATS : usual)) furniture.add(phrase);
      else if (isPageNumber(phrase, page, phrases[i]!)) furniture.add(phrase);
    }
    return furniture;
  });
}

function marginKeys(page: Page, phrases: readonly Phrase[]): Map<Phrase, string> {
  const keys = new Map<Phrase, string>();
  const [top, bottom] = [page.height * MARGIN_SHARE, page.height * (1 - MARGIN_SHARE)];
  for (const phrase of phrases) {
    if (phrase.box[3] > top && phrase.box[1] < bottom) continue;
    const text = phrase.text.replace(/\d+/g, '0').trim();
    keys.set(phrase, `${text}@${Math.round(phrase.baseline / PLACE_GRID)}`);
  }
  return keys;
}

/** A bare number, alone on the outermost line of the page: its printed page number. */
function isPageNumber(phrase: Phrase, page: Page, phrases: readonly Phrase[]): boolean {
  if (!/^[-–—|\s]*(?:page|p\.|第)?\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*页?[-–—|\s]*$/i.test(phrase.text))
    return false;
  const edge = phrase.box[1] > page.height / 2;
  return phrases.every((p) => p === phrase || (edge ? p.box[3] <= phrase.box[1] + 2 : p.box[1] >= phrase.box[3] - 2));
}

/** The page number as printed, if a piece of furniture is one: `23` of `23`, `Page 23 of 55`. */
export function printedPageNumber(furniture: ReadonlySet<Phrase>): string | null {
  for (const line of lineUp([...furniture])) {
    for (const phrase of line.phrases) {
      const match = /^\D{0,6}(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?\D{0,3}$/.exec(phrase.text);
      if (match) return match[1]!;
    }
  }
  return null;
}
