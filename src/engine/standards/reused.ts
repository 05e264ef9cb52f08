import type { IndexEntry } from '../../model/fact.ts';
import type { Reading } from '../../model/report.ts';
import type { Requirement, ReusedCodes, Standard } from '../../model/rule.ts';
import { compareTitles, plainTitle } from '../section-titles.ts';
import type { Caption } from './captions.ts';
import { listCaptions } from './captions.ts';
import { OTHER_TITLE, SAME_TITLE } from './codes.ts';
import { holdsWord, plainText } from './words.ts';

/** A code that stands with what it meant in an edition which no longer holds. */
export interface OldMeaning {
  edition: ReusedCodes;
  code: string;
  /** As printed. */
  title: string;
  /** What the code means today. */
  today: Requirement;
  /** The row of the index, or the caption, where it stands. */
  place: IndexEntry | Caption;
}

/** Standard, its rows, reading → codes with the meaning of an edition that no longer held when such a report could first be published. */
export function findOldMeanings(standard: Standard, entries: readonly IndexEntry[], reading: Reading): OldMeaning[] {
  const year = Number(/^\d{4}/.exec(reading.document.reportYear ?? '')?.[0]);
  const named = [
    ...entries.map((entry) => ({ code: entry.code, title: entry.title, place: entry, caption: false })),
    ...listCaptions(reading).map((caption) => ({ ...caption, place: caption, caption: true })),
  ];
  return standard.reused.flatMap((edition) => {
    if (!(year > Number(edition.until.slice(0, 4)))) return [];
    return named.flatMap(({ code, title, place, caption }) => {
      const meaning = edition.meanings.find((each) => each.code === code);
      const today = standard.requirements.find(({ codes }) => codes.includes(code));
      if (meaning === undefined || today === undefined) return [];
      const plain = plainTitle(title);
      const likeness = (titles: readonly string[]): number =>
        Math.max(...titles.map((each) => compareTitles(plainTitle(each), plain)));
      if (likeness([today.title.en, today.title.zh, ...today.aliases]) >= OTHER_TITLE) return [];
      const old = likeness([meaning.title.en, meaning.title.zh]) >= SAME_TITLE;
      // A caption is shorter than the standard's own title: its words tell.
      const signed = caption && meaning.signs.some((sign) => holdsWord(plainText(title), plainText(sign)));
      return old || signed ? [{ edition, code, title, today, place }] : [];
    });
  });
}
