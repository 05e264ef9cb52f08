import { readChineseNumber } from '../extract/index-codes.ts';
import type { Reading } from '../model/report.ts';
import type { Comparison } from './comparison.ts';
import { beginsWith, listBeginnings, readNumberedTitle, spellings, squeeze } from './numbered-titles.ts';
import { OTHER_DOCUMENT } from './page-references.ts';
import { listPassages, quotePassage } from './passages.ts';

/** `see section 4.2`, `refer to Table 9`. */
const REFERENCE =
  /\b(?:see|refer to|described in|detailed in|set out in|shown in)\s+(?:also\s+)?(section|chapter|table|figure)\s?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d%-]|\.\d)/giu;
/** 详见第3.2节, 參見第七章, 请见表5. */
const REFERENCE_ZH =
  /(?:[参參][见見阅閱照]|[详詳][见見]|[请請][见見])(?:本[报報]告)?(?:第\s?(\d{1,2}(?:\.\d{1,2}){0,2}|[一二三四五六七八九十]{1,3})\s?([章节節])|([表图圖])\s?(\d{1,2})(?![\d.-]))/gu;
/** `section 4.2 of the Code`: of something else. */
const OF_ANOTHER = /^[)）]?\s*(?:of|in|to)\s+(?!this report)/i;
/** Words around a reference that name a law or another document. */
const LAW =
  /\b(?:act|law|code|regulations?|standards?|protocol|guidelines?|note)\b|[》」]|法律|[办辦]法|法[规規]|[准準][则則]|附[录錄注註]/i;
/** Reach of those words around a reference, in characters. */
const REACH = 60;
/** Numbered titles of the kind that show that the report numbers them. */
const FEWEST_NUMBERED = 4;

/** Reading → references to numbered sections, chapters, tables and figures that there are, and to those that there are not. */
export function findDeadSectionReferences(reading: Reading): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  // What was not read may hold what a reference leads to.
  if (reading.document.unreadPages.length > 0) return comparison;
  const passages = listPassages(reading);
  const titles = passages.flatMap(readNumberedTitle);
  const beginnings = listBeginnings(reading);
  for (const passage of passages) {
    const { text } = passage;
    for (const match of [...text.matchAll(REFERENCE), ...text.matchAll(REFERENCE_ZH)]) {
      const end = match.index + match[0].length;
      const around = text.slice(Math.max(0, match.index - REACH), end + REACH);
      if (OTHER_DOCUMENT.test(around) || LAW.test(around) || OF_ANOTHER.test(text.slice(end))) continue;
      const target = readTarget(match);
      const kin = titles.filter(({ series }) => target.isKin(series));
      if (kin.length < FEWEST_NUMBERED) continue;
      const evidence = quotePassage(passage, 'reference', match.index, end);
      if (target.printed.some((each) => beginnings.some((beginning) => beginsWith(beginning, each)))) {
        comparison.agreeing.push(evidence);
        continue;
      }
      const last = kin.at(-1)!.passage;
      comparison.mismatches.push({
        first: match[0],
        second: last.text,
        firstPages: [passage.page],
        secondPages: [last.page],
        evidence: [evidence, quotePassage(last, 'heading')],
      });
    }
  }
  return comparison;
}

interface Target {
  /** Are titles of a series such as the reference speaks of? */
  isKin: (series: string) => boolean;
  /** How the title may begin. */
  printed: string[];
}

function readTarget(match: RegExpMatchArray): Target {
  const chinese = match[0].search(/\p{Script=Han}/u) >= 0;
  const [kind, number] = chinese ? [match[2] ?? match[3]!, match[1] ?? match[4]!] : [match[1]!, match[2]!];
  if (number.includes('.'))
    return { isKin: (series) => /^\d+\.$/.test(series), printed: [number, `${squeeze(kind)}${number}`] };
  if (chinese && match[2] !== undefined) {
    return {
      isKin: (series) => series === '第' && kind === '章',
      printed: spellings('第', readChineseNumber(number) ?? 0),
    };
  }
  const series = squeeze(kind);
  return { isKin: (each) => each === series, printed: spellings(series, Number(number)) };
}
