import type { Requirement, Standard } from '../../model/rule.ts';
import type { Reading } from '../../model/report.ts';
import { readCodes } from '../../extract/index-codes.ts';
import type { Passage } from '../passages.ts';
import { listPassages } from '../passages.ts';
import { listIndexPages } from './places.ts';
import { holdsWord, plainText } from './words.ts';

/** A line outside the index that bears one code of a standard and a title: `GRI 305-1 Direct emissions`. */
export interface Caption {
  passage: Passage;
  code: string;
  title: string;
}

/** A longer line speaks of a code instead of bearing it. In characters. */
const LONGEST_CAPTION = 110;
const SHORTEST_TITLE = 4;

/** Reading → captions, headings and labels of rows that begin with one GRI code. */
export function listCaptions(reading: Reading): Caption[] {
  const indexPages = listIndexPages(reading);
  return listPassages(reading).flatMap((passage) => {
    const { text, page } = passage;
    if (indexPages.has(page) || text.length > LONGEST_CAPTION || !/^\W*GRI\s?\d/.test(text)) return [];
    const codes = readCodes(text, 'GRI');
    const title = codes.length === 1 ? text.slice(codes[0]!.end).replace(/^[\s:：.–—-]+/, '') : '';
    return title.length < SHORTEST_TITLE ? [] : [{ passage, code: codes[0]!.code, title }];
  });
}

/** A title that bears the signs of another requirement of the same topic, and none of its own. */
export interface Mistaken {
  own: Requirement;
  meant: Requirement;
}

/** Code and title → the requirement that the title speaks of instead of the code's own; null when it does not, or of several. */
export function findMistaken(standard: Standard, code: string, title: string): Mistaken | null {
  const own = standard.requirements.find(({ codes }) => codes.includes(code));
  if (own === undefined || own.signs.length === 0) return null;
  const plain = plainText(title);
  const spokenOf = standard.requirements.filter(
    ({ id, signs }) => topicOf(id) === topicOf(own.id) && signs.some((sign) => holdsSign(plain, plainText(sign))),
  );
  return spokenOf.length === 1 && spokenOf[0] !== own ? { own, meant: spokenOf[0]! } : null;
}

const topicOf = (id: string): string => id.split('-')[0]!;

/** `scope 1` is not in `scope 11`. */
function holdsSign(text: string, sign: string): boolean {
  return !/\d$/.test(sign) ? holdsWord(text, sign) : holdsWord(text.replace(/\d{2,}/g, ' '), sign);
}
