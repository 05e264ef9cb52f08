import { readIfrsParagraphs } from './index-ifrs.ts';
import { readTcfdLetter } from './index-tcfd.ts';

/** A standard's code as found in a text. */
export interface CodeReading {
  standard: string;
  code: string;
  start: number;
  end: number;
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** 二十一 → 21; digits pass through; null when it is no number up to 99. */
export function readChineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? CHINESE_DIGITS.indexOf(tens) : null;
  return (tens ? CHINESE_DIGITS.indexOf(tens) : 1) * 10 + (ones ? CHINESE_DIGITS.indexOf(ones) : 0);
}

/** Ranges wider than this are misread. */
const MAX_RANGE = 30;

const NUMERAL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const TO_ZH = '(?:至|到|-|–|—|~|～)';
/** 第二十一条至第二十八条, 第二十一至二十八条, or one or several: 第五、五十三条. */
const ARTICLE_ZH = new RegExp(
  `第\\s*(${NUMERAL})\\s*(?:[条條]\\s*)?${TO_ZH}\\s*第?\\s*(${NUMERAL})\\s*[条條]|第\\s*(${NUMERAL}(?:\\s*[、,，]\\s*${NUMERAL})*)\\s*[条條]`,
  'g',
);
/** `Article 21`, and lists and ranges of such: `Articles 5, 21 to 28 and 53`. */
const ARTICLE_EN =
  /\b(?:articles?|arts?\.)\s*(\d{1,2}(?!\d)(?:\s*(?:to|-|–|—|~|through|,|、|and|&)\s*(?:article\s*)?\d{1,2}(?!\d))*)/gi;
const ARTICLES = /(\d{1,2})(?:\s*(?:to|-|–|—|~|through)\s*(?:article\s*)?(\d{1,2}))?/gi;
const GRI_CODE =
  /(?<![\d.-])(\d{1,3})\s?[-–‑]\s?(\d{1,2})(?!\d|\.\d|[-–]\d)(?:\s*(?:(?:to|through|至|到|~|～)\s*(?:GRI\s*)?(?:\1\s?[-–‑]\s?)?|[-–—]\s*\1\s?[-–‑]\s?)(\d{1,2})(?![\d-]))?/g;
const HKEX_CODE = /\b(?:KPI\s*)?([AB]\d)(?:\.(\d{1,2}))?\b/g;
const ESRS_CODE = /\b((?:E[1-5]|S[1-4]|G1)-\d{1,2}|(?:GOV|SBM|IRO|BP|MDR-[APMT])-\d|ESRS\s?2)\b/g;
const SASB_CODE = /\b([A-Z]{2}-[A-Z]{2}-\d{3}[a-z]?\.\d{1,2}|[A-Z]{2}-[A-Z]{2}-[A-Z0-9]{3,4}\.[A-Z0-9])\b/g;

/** GRI numbers: universal standards 1 to 3, sector 11 to 19, topics 101 to 418 (with the edition of 2016's 419). */
function isGriNumber(n: number): boolean {
  return (
    (n >= 2 && n <= 3) ||
    (n >= 101 && n <= 103) ||
    (n >= 200 && n <= 207) ||
    (n >= 300 && n <= 308) ||
    (n >= 401 && n <= 419)
  );
}

/**
 * Finds codes of a family in a text; ranges are spelt out into one reading a code.
 * @param family as in `IndexEntry.standard`
 */
export function readCodes(text: string, family: string): CodeReading[] {
  switch (family) {
    case 'SSE':
    case 'SZSE':
    case 'BSE':
      return readArticles(text, family);
    case 'GRI':
      return readGri(text);
    case 'HKEX':
      return matchAll(text, HKEX_CODE, family, (m) => (m[2] === undefined ? m[1]! : `${m[1]}.${m[2]}`));
    case 'ESRS':
      return matchAll(text, ESRS_CODE, family, (m) => m[1]!.replace(/\s+/, ' '));
    case 'SASB':
      return matchAll(text, SASB_CODE, family, (m) => m[1]!);
    case 'TCFD':
      return readTcfdLetter(text);
    case 'IFRS S2':
      return readIfrsParagraphs(text);
    default:
      return [];
  }
}

function matchAll(
  text: string,
  pattern: RegExp,
  standard: string,
  codeOf: (m: RegExpMatchArray) => string,
): CodeReading[] {
  return [...text.matchAll(pattern)].map((m) => ({
    standard,
    code: codeOf(m),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

function readArticles(text: string, standard: string): CodeReading[] {
  const readings: CodeReading[] = [];
  const push = (from: number, to: number, m: RegExpMatchArray): void => {
    if (to < from || to - from > MAX_RANGE) return;
    for (let n = from; n <= to; n++) {
      readings.push({ standard, code: String(n), start: m.index!, end: m.index! + m[0].length });
    }
  };
  for (const m of text.matchAll(ARTICLE_ZH)) {
    const [, first = '', last = first, listed] = m;
    const spans =
      listed === undefined ? [[first, last]] : listed.split(/[、,，]/).map((each) => [each.trim(), each.trim()]);
    for (const span of spans) {
      const [from, to] = span.map(readChineseNumber);
      if (from != null && to != null) push(from, to, m);
    }
  }
  for (const m of text.matchAll(ARTICLE_EN)) {
    for (const [, from, to = from] of m[1]!.matchAll(ARTICLES)) push(Number(from), Number(to), m);
  }
  return readings;
}

function readGri(text: string): CodeReading[] {
  const readings: CodeReading[] = [];
  for (const m of text.matchAll(GRI_CODE)) {
    const [standard, from] = [Number(m[1]), Number(m[2])];
    const to = m[3] === undefined ? from : Number(m[3]);
    if (!isGriNumber(standard) || to < from || to - from > MAX_RANGE) continue;
    if (standard === 2 ? to > 30 : standard === 3 ? to > 3 : to > 56) continue;
    for (let n = from; n <= to; n++) {
      readings.push({ standard: 'GRI', code: `${standard}-${n}`, start: m.index, end: m.index + m[0].length });
    }
  }
  return readings;
}

const FAMILIES: [RegExp, string][] = [
  [/\bTCFD\b|Task Force on Climate|气候相关财务(?:信息)?披露|氣候相關財務揭露/i, 'TCFD'],
  [/\bGRI\b|全球报告倡议|全球報告倡議/i, 'GRI'],
  [/\bSASB\b/i, 'SASB'],
  [/\bESRS\b/i, 'ESRS'],
  [/\bHKEX\b|Stock Exchange of Hong Kong|Appendix (?:27|C2)|联交所|聯交所|港交所/i, 'HKEX'],
  [/\bSZSE\b|Shenzhen Stock Exchange|深交所|深圳证券交易所/i, 'SZSE'],
  [/\bBSE\b|Beijing Stock Exchange|北交所|北京证券交易所/i, 'BSE'],
  [/\bSSE\b|Shanghai Stock Exchange|上交所|上海证券交易所|Guidelines?\b.*\b14\b|14号指引/i, 'SSE'],
];

const IFRS_S2 = /\bIFRS\s?S2\b|可持[续續]披露[准準][则則]第\s?2\s?[号號]/i;

/** The standard that a column head, caption or heading names; null when it names none or several. */
export function readFamily(text: string): string | null {
  const named = FAMILIES.filter(([pattern]) => pattern.test(text)).map(([, family]) => family);
  // IFRS S2 rests on the TCFD recommendations and is named beside other standards whose codes stand in the rows.
  if (named.length === 0 && IFRS_S2.test(text)) return 'IFRS S2';
  return named.length === 1 ? named[0]! : null;
}

/** A cell that names a GRI standard as a whole, such as `103` for the management approach → its number as a code. */
export function readBareStandard(text: string, family: string | null): CodeReading[] {
  const match = family === 'GRI' ? /^\s*(?:GRI\s*)?(\d{3})\s*$/.exec(text) : null;
  if (!match || !isGriNumber(Number(match[1]))) return [];
  return [{ standard: 'GRI', code: match[1]!, start: 0, end: text.length }];
}
