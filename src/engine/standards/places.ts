import type { IndexEntry } from '../../model/fact.ts';
import type { Reading } from '../../model/report.ts';

/** What an index row says about where its disclosure stands. */
export interface Place {
  /** Page numbers as printed in the row, of this report only. */
  pages: number[];
  /** The row sends the reader to another document or the web. */
  elsewhere: boolean;
  /** The row says that the disclosure is left out, with or without the reason. */
  omitted: 'with reason' | 'without reason' | null;
  notApplicable: boolean;
  /** Words of the row that are no page number: a section's name, or the answer itself. */
  words: string;
}

const ELSEWHERE =
  /https?:|www\.|\.com\b|annual (?:business )?report|financial (?:report|statements?)|10-K|\bproxy\b|web ?site|\bCDP\b|governance (?:report|statement)|\b(?:AR|CGS|MS|MSS|Web|SR) ?[-–—]|\bAR ?(?:20)?\d\d|universal registration|data ?(?:book|sheet)|factbook|climate (?:change )?report|sustainability (?:report|supplement)[ ,]*(?:20\d\d|page)|年[报報]|年度[报報]告|官[网網]|[网網]站|公司章程|ウェブ|有価証券報告書|統合報告書|コーポレート・?ガバナンス報告書|Web/i;
const NOT_APPLICABLE = /^\W*(?:n\/?a\b|not applicable|不适用|不適用|該当(?:なし|しない))/i;
const OMITTED =
  /\bnot (?:been )?(?:reported|disclosed|available|tracked|collected|material)\b|\bomi(?:tted|ssion)\b|confidential|\bunavailable\b|incomplete|keep this information private|do(?:es)? not (?:disclose|report|track)|未(?:予)?披露|不(?:予)?披露|未揭露|从略|從略|省略|保密|[暂暫]未[统統][计計]|信息不可得|資訊不可得/i;
/** A shorter text states no reason beside the fact that something is left out. In characters. */
const SHORTEST_REASON = 30;
const REASON =
  /confidential|unavailable|incomplete|legal|prohibit|not (?:material|applicable|collected|tracked)|private|保密|[暂暫]未|不可得|法律/i;

/** A row of page numbers alone: `12, 15–17`, `P.12, P.19`, 第12页、15-17. */
const PAGES_ALONE =
  /^(?:pp?\.?|pages?|第)?\s*\d{1,3}\s*(?:[页頁]|p(?!\w))?(?:\s*(?:[,;、，；/&~～–—-]|and|to|至|\s)\s*(?:pp?\.?|pages?|第)?\s*\d{1,3}\s*(?:[页頁]|p(?!\w))?)*\.?$/i;
const PAGES_NAMED =
  /(?:\bpp?\.?\s?|\bpages?\s*|第\s*)(\d{1,3}(?:\s*(?:[,、，&~～–—-]|and|to|至)\s*(?:pp?\.?\s?)?\d{1,3})*)|(\d{1,3}(?:\s*[-–~]\s*\d{1,3})?)\s*[页頁]/giu;

/** A list of pages of this report before the name of another document: `53-54 Refer to the website`. */
const PAGES_FIRST =
  /^((?:pp?\.?|pages?)?\s*\d{1,3}(?:\s*[,;、\s~–-]\s*(?:pp?\.?|pages?)?\s*\d{1,3})*),?\s+(?=\p{L}{3})/iu;
/** The name of a section with its page, as two columns give them: `Energy use 14`. */
const PAGE_LAST = /^\p{L}.{0,60}?\s(\d{1,3}(?:\s*[,、~–-]\s*\d{1,3})*)$/u;

/** Location of an index row as printed → what it says. */
export function readPlace(location: string): Place {
  const text = location.replace(/\s+/g, ' ').trim();
  const elsewhere = ELSEWHERE.test(text);
  const alone = PAGES_ALONE.test(text);
  const lists = alone ? [text] : listPages(text, elsewhere);
  const says = OMITTED.test(text);
  const reasoned = REASON.test(text) || text.length >= SHORTEST_REASON;
  return {
    pages: [...new Set(lists.flatMap(readPages))],
    elsewhere,
    omitted: says ? (reasoned ? 'with reason' : 'without reason') : null,
    notApplicable: NOT_APPLICABLE.test(text),
    words: alone
      ? ''
      : text
          .replace(PAGES_NAMED, ' ')
          .replace(/\s\d[\d\s,、~–-]*$/, '')
          .trim(),
  };
}

/** Row that is not page numbers alone → its lists of pages of this report. */
function listPages(text: string, elsewhere: boolean): string[] {
  const first = PAGES_FIRST.exec(text)?.[1];
  if (elsewhere) return first === undefined ? [] : [first];
  const named = [...text.matchAll(PAGES_NAMED)].map((m) => m[1] ?? m[2]!);
  return named.length > 0 ? named : [PAGE_LAST.exec(text)?.[1] ?? []].flat();
}

/** A range wider than this is no range of pages. */
const WIDEST_RANGE = 60;

/** `12, 15–17` → 12, 15, 16, 17. */
function readPages(list: string): number[] {
  return [...list.matchAll(/(\d{1,3})(?:\s*(?:[~～–—-]|to|至)\s*(?:pp?\.?\s?)?(\d{1,3}))?/gi)].flatMap(
    ([, from, to]) => {
      const [first, last] = [Number(from), Number(to ?? from)];
      if (last < first || last - first > WIDEST_RANGE) return [first];
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    },
  );
}

/** Index rows → what all of them say together. */
export function readPlaces(rows: readonly IndexEntry[]): Place {
  const places = rows.map(({ location }) => readPlace(location));
  return {
    pages: [...new Set(places.flatMap(({ pages }) => pages))],
    elsewhere: places.some(({ elsewhere }) => elsewhere),
    omitted: places.find(({ omitted }) => omitted !== null)?.omitted ?? null,
    notApplicable: places.some(({ notApplicable }) => notApplicable),
    words: places
      .map(({ words }) => words)
      .filter((words) => words !== '')
      .join('; '),
  };
}

/** A page wider than it is high by this much may show two printed pages. */
const SPREAD_RATIO = 1.2;

/** The pages of a report by their printed numbers. */
export interface PageNumbers {
  /** Printed number → pages of the file; none when it could not be made out which. */
  find(printed: number): number[];
  /** The highest number that the report can have printed. */
  last: number;
}

/** What stands on more pages than this, such as the number of a chapter, is no page number. */
const MOST_OF_ONE_NUMBER = 2;

export function numberPages({ document }: Reading): PageNumbers {
  const labels = document.pageLabels.map((label) => (/^\d{1,3}$/.test(label ?? '') ? Number(label) : null));
  const spreads = document.pageSizes.some(([width, height]) => width > height * SPREAD_RATIO);
  const known = labels.filter((label) => label !== null).length;
  const distance = usualDistance(labels);
  return {
    find: (printed) => {
      if (distance !== null) {
        const page = printed + distance;
        return page >= 1 && page <= document.pages ? [page] : [];
      }
      if (known === 0) return printed <= document.pages ? [printed] : [];
      const pages = labels.flatMap((label, i) => (label === printed ? [i + 1] : []));
      return pages.length <= MOST_OF_ONE_NUMBER ? pages : [];
    },
    last: Math.max(document.pages * (spreads ? 2 : 1), ...labels.map((label) => label ?? 0)),
  };
}

/** Printed numbers stand at one distance from the pages of the file on so many of the pages that show them, and at no other on half as many. */
const LEAST_AT_ONE_DISTANCE = 0.4;

/** A number misread on one page does not move the others: the distance that most pages have, or null when there is none. */
function usualDistance(labels: readonly (number | null)[]): number | null {
  const distances = labels.flatMap((label, i) => (label === null ? [] : [i + 1 - label]));
  const [usual, next] = [...Map.groupBy(distances, (d) => d).values()].sort((a, b) => b.length - a.length);
  if (!usual || usual.length < distances.length * LEAST_AT_ONE_DISTANCE) return null;
  return (next?.length ?? 0) * 2 <= usual.length ? usual[0]! : null;
}

/** Pages that hold the index and nothing else; none in a report of one page. */
export function listIndexPages({ document, index }: Reading): ReadonlySet<number> {
  return new Set(document.pages === 1 ? [] : index.map(({ page }) => page));
}
