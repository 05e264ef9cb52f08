import type { Passage } from '../passages.ts';
import type { Slip } from '../text-slips.ts';

/** `(Publisher, 2020)` after a title. */
const SOURCE = /\p{Lu}[^()（）。]{12,160}?[(（][^()（）\d]{2,60}, ?((?:19|20)\d\d)[)）]/gu;
/** `Title 2021: Subtitle`, `Outlook 2022`: a year of the title itself. */
const TITLE_YEAR = /(?<![\d/–-])((?:19|20)\d\d)(?![\d/–-]| ?年)/g;
/** A title that looks ahead bears a later year. */
const AHEAD =
  /target|goal|outlook|towards?|by 20|roadmap|vision|scenario|pathway|plan|projection|展望|目标|目標|规划|規劃|愿景|願景/i;

/** Passages → sources that are dated before the year that their own title bears. */
export function findSourcesBeforeTheirYear(passages: readonly Passage[]): Slip[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(SOURCE)].flatMap((match): Slip[] => {
      const title = match[0].slice(0, match[0].search(/[(（]/));
      const years = [...title.matchAll(TITLE_YEAR)].map((year) => Number(year[1]));
      const [year] = years;
      if (years.length !== 1 || year === undefined || AHEAD.test(title) || year - Number(match[1]) !== 1) return [];
      const quote = { passage, start: match.index, end: match.index + match[0].length };
      return [{ quotes: [quote], expected: String(year) }];
    }),
  );
}

/** `于通过`, where a date stands between as a rule; not in 小于, 基于, and not before 后 or 时. */
const NO_DATE =
  /(?<![大小高低等多少由关關基鉴鑑优優不位处處对對用至终終])[於于](?:通過|通过|取得|獲得|获得|獲頒|获颁|完成)(?![^，,。；;]{0,30}[後后時时])[^，,。；;]{4,}/gu;
/** `2021 年，… 2021 年，`: the year at the head of the sentence and again before a comma. */
const YEAR_AGAIN = /(?<![\d-])((?:19|20)\d\d)\s?年，[^。]{8,120}?\p{Script=Han}\s?\1\s?年，/gu;

/** Passages → dates that are left out after their preposition, or that come twice in one sentence. */
export function findMisplacedDates(passages: readonly Passage[]): Slip[] {
  return passages.flatMap((passage) => {
    if (passage.kind !== 'paragraph') return [];
    return [...passage.text.matchAll(NO_DATE), ...passage.text.matchAll(YEAR_AGAIN)].map((match): Slip => {
      const start = Math.max(0, match.index - BEFORE);
      return { quotes: [{ passage, start, end: match.index + match[0].length }], expected: null };
    });
  });
}

/** Characters quoted before the slip, so that the sentence can be recognised. */
const BEFORE = 16;
