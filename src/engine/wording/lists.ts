import type { Passage } from '../passages.ts';
import type { Slip } from '../text-slips.ts';

/** `A, B, C and D`: three items at least, each short and without punctuation of its own. */
const LATIN_LIST =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][^,;.:()[\]•·\n]{0,30}, ){2,}(?:and |or )?[\p{L}\p{N}][^,;.:()[\]•·\n]{0,30}/gu;
/** `甲、乙、丙和丁`. */
const CHINESE_LIST = /(?:[^\s、，。；：,.;()（）《》“”‘’]{2,14}、){2,}[^\s、，。；：,.;()（）《》“”‘’]{2,14}/gu;
const LATIN_JOINT = /, (?:and |or )?| and | or /gu;
const CHINESE_JOINT = /、|(?<=\p{Script=Han}{2})[和及與与](?=[^、]{2,}$)/gu;
/** Shorter items are marks and units. */
const SHORTEST_ITEM = 3;
const SHORTEST_CHINESE_ITEM = 2;

/** Passages → lists in which an item comes again, with another between. */
export function findRepeatedItems(passages: readonly Passage[]): Slip[] {
  return passages.flatMap((passage) => [
    ...findIn(passage, LATIN_LIST, LATIN_JOINT, SHORTEST_ITEM),
    ...findIn(passage, CHINESE_LIST, CHINESE_JOINT, SHORTEST_CHINESE_ITEM),
  ]);
}

function findIn(passage: Passage, list: RegExp, joint: RegExp, shortest: number): Slip[] {
  return [...passage.text.matchAll(list)].flatMap((match) => {
    const items = match[0].split(joint).map((item) => item.trim().toLowerCase());
    // The first item may have words of its sentence before it, the last may have some behind.
    const again = items.findIndex((item, i) => {
      const first = items.indexOf(item);
      return first < i - 1 && item.length >= shortest && /\p{L}/u.test(item) && !(shortest === 2 && first === 0);
    });
    if (again < 0) return [];
    // `A and B, A and C, A and D` are pairs, not one list.
    if (items.filter((item) => item === items[again]).length > 2) return [];
    return [{ quotes: [{ passage, start: match.index, end: match.index + match[0].length }], expected: null }];
  });
}
