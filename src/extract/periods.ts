import { makeReadable } from './readable-text.ts';

/** A period named in a head, label or sentence. Offsets are those of the original string. */
export interface PeriodReading {
  /** `2024`, `2023/2024` for a split year, `2024H1`, `2024Q3`. */
  period: string;
  raw: string;
  start: number;
  end: number;
}

export interface PeriodContext {
  /** The year that the report is about, for `this year` and 上年. */
  reportYear: string | null;
}

/** Years that a report can speak of. */
const YEAR = '(?:19[89]\\d|20[0-6]\\d)';
const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';

interface PeriodPattern {
  pattern: RegExp;
  read(match: RegExpExecArray, context: PeriodContext): string | null;
}

const shifted = (context: PeriodContext, years: number): string | null =>
  context.reportYear === null ? null : String(Number(context.reportYear.slice(-4)) + years);

/** `23` → `2023`. */
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** Most telling first: a split year contains a plain one. */
const PATTERNS: PeriodPattern[] = [
  {
    // 2023/24, 2020-21, FY 23/24: a fiscal year over two calendar years.
    pattern: new RegExp(
      `(?<![\\d.,])(?:FY ?)?(${YEAR}) ?[/–-] ?(?:FY ?)?(${YEAR}|\\d\\d)(?![\\d,.-]\\d|\\d|[%/])|\\bFY ?'?(\\d\\d) ?[/–-] ?(?:FY ?)?(\\d\\d)(?!\\d)`,
      'i',
    ),
    read: (m) => splitYear(fullYear(m[1] ?? m[3] ?? ''), m[2] ?? m[4] ?? ''),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(${YEAR}) ?(?:年?上半年|H1)|\\bH1 ?(?:FY ?)?(${YEAR})|first half of (${YEAR})`,
      'i',
    ),
    read: (m) => `${m[1] ?? m[2] ?? m[3] ?? ''}H1`,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(${YEAR}) ?(?:年?下半年|H2)|\\bH2 ?(?:FY ?)?(${YEAR})|second half of (${YEAR})`,
      'i',
    ),
    read: (m) => `${m[1] ?? m[2] ?? m[3] ?? ''}H2`,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(${YEAR}) ?(?:年?第?([一二三四1-4])季度|Q([1-4]))|\\bQ([1-4]) ?(?:FY ?)?(${YEAR})`,
      'i',
    ),
    read: (m) => `${m[1] ?? m[5] ?? ''}Q${'一二三四'.indexOf(m[2] ?? '#') + 1 || (m[2] ?? m[3] ?? m[4] ?? '')}`,
  },
  { pattern: new RegExp(`\\bFY ?'?(${YEAR}|\\d\\d)(?!\\d)`, 'i'), read: (m) => fullYear(m[1] ?? '') },
  { pattern: new RegExp(`(?<![\\d.,])(${YEAR})(?: ?年度?| ?财年)`), read: (m) => m[1] ?? null },
  {
    pattern: new RegExp(`\\b(?:\\d{1,2} ${MONTHS},? |${MONTHS} \\d{1,2},? |${MONTHS} ?[-' ]?)(${YEAR})\\b`, 'i'),
    read: (m) => m[1] ?? null,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(${YEAR})[./-]\\d{1,2}[./-]\\d{1,2}(?!\\d)|\\b\\d{1,2}[./-]\\d{1,2}[./-](${YEAR})(?!\\d)`,
    ),
    read: (m) => m[1] ?? m[2] ?? null,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,:A-Za-z-])(${YEAR})(?![\\d%]|[.,]\\d| ?[-–/~至] ?${YEAR}| ?(?:%|tonnes|tCO|MWh|kWh|GJ|employees|[万亿吨人名家件次个元户]))`,
    ),
    read: (m) => m[1] ?? null,
  },
  {
    pattern: /\b(?:two years (?:ago|earlier))\b|前年/i,
    read: (_, context) => shifted(context, -2),
  },
  {
    pattern:
      /\b(?:last|previous|prior|preceding) (?:financial |fiscal |reporting )?(?:year|period)\b|\bthe year before\b|\ba year (?:ago|earlier)\b|上年度?|上一年度?|去年|上一报告期|上一财年|同期|上期|(?:期初|年初|前期)(?=余额|餘額|数|數|金额|金額|账面|賬面|持有|持股|未|$)/i,
    read: (_, context) => shifted(context, -1),
  },
  {
    pattern:
      /\b(?:reporting|current|this) (?:financial |fiscal )?(?:period|year)\b|\bthe past year\b|\bduring the year\b|\bfor the year\b|\bthe year under review\b|报告期|本年度?|本报告期|本期|今年|当年|年内|全年|本财年|(?:期末|年末|当期|當期)(?=余额|餘額|数|數|金额|金額|账面|賬面|持有|持股|发生|發生|未|$)/i,
    read: (_, context) => context.reportYear,
  },
];

/** Both years of a split year, if the second follows the first; a span of years is no period. */
function splitYear(first: string, second: string): string | null {
  const last = second.length === 2 ? `${first.slice(0, 2)}${second}` : second;
  return Number(last) === Number(first) + 1 ? `${first}/${last}` : null;
}

/** Head, label or phrase → the first period of the most telling kind; null when it names none. */
export function readPeriod(text: string, context: PeriodContext): PeriodReading | null {
  const readable = makeReadable(text);
  if (!/\d{2}|year|period|年|期/i.test(readable.text)) return null;
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(readable.text);
    const period = match === null ? null : read(match, context);
    if (match === null || period === null) continue;
    const start = readable.toOriginal(match.index);
    const end = readable.toOriginal(match.index + match[0].length);
    return { period, raw: text.slice(start, end), start, end };
  }
  return null;
}

/** Text → all years and other periods in it, by place. */
export function readPeriods(text: string, context: PeriodContext): PeriodReading[] {
  const found: PeriodReading[] = [];
  let from = 0;
  for (let i = 0; i < MOST_PERIODS; i++) {
    const rest = text.slice(from);
    const first = earliest(rest, context);
    if (first === null) break;
    found.push({ ...first, start: first.start + from, end: first.end + from });
    from += Math.max(first.end, 1);
  }
  return found;
}

/** Periods looked for in one sentence; more is a table in prose. */
const MOST_PERIODS = 12;

/** The period that stands first; of two at one place, the more telling kind. */
function earliest(text: string, context: PeriodContext): PeriodReading | null {
  const readable = makeReadable(text);
  let best: PeriodReading | null = null;
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(readable.text);
    const period = match === null ? null : read(match, context);
    if (match === null || period === null) continue;
    const start = readable.toOriginal(match.index);
    if (best !== null && best.start <= start) continue;
    const end = readable.toOriginal(match.index + match[0].length);
    best = { period, raw: text.slice(start, end), start, end };
  }
  return best;
}

const CHANGE_HEAD =
  /\b(?:change|changes|variance|variation|growth|increase|decrease|yoy|y-o-y|year[- ]on[- ]year|year[- ]over[- ]year|vs\.?|versus|difference|trend|% ?chg)\b|[△Δ]|同比|环比|增减|增长率?|增幅|降幅|变动|变化|差异|较上年|比上年/i;

/** Whether a column head names a change between periods and not a period: `% change`, 同比, 增減. */
export function isChangeHead(text: string): boolean {
  return CHANGE_HEAD.test(makeReadable(text).text);
}

const TARGET_HEAD =
  /\b(?:targets?|goals?|ambition|objective|baseline|base[- ]year|commitment)\b|目标|基准|基期|基线|规划值|计划值/i;

/** Whether a column head names a target or a base year: `2030 target`, 基准年. */
export function isTargetHead(text: string): boolean {
  return TARGET_HEAD.test(makeReadable(text).text);
}

/** How strongly each kind of mention says which year the report is about. */
const REPORT_YEAR_EVIDENCE: [RegExp, number][] = [
  // The reporting period itself: from the first day of a fiscal year to the last of the same.
  [
    new RegExp(
      `(?:${MONTHS}[^.;]{0,14}|(?<!\\d)\\d{1,2}(?!\\d)[^.;]{0,14}|${YEAR} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日 ?)(?:to|-|–|—|until|through|至|到|~)[^.;]{0,16}?(${YEAR})`,
      'gi',
    ),
    6,
  ],
  [new RegExp(`(?:${YEAR}) ?年 ?1 ?月 ?1 ?日 ?(?:至|到|-|–|~|—) ?(${YEAR}) ?年`, 'g'), 8],
  [new RegExp(`(?:至|到|-|–|~|—) ?(?:同年)?(${YEAR}) ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日`, 'g'), 4],
  [
    new RegExp(
      `(?:report|review|statement|databook|data book|index|disclosure)s?(?: for)?(?: the)?(?: \\w+){0,2} (?:FY ?)?(${YEAR})\\b`,
      'gi',
    ),
    4,
  ],
  [
    new RegExp(
      `(?:FY ?)?(${YEAR})(?: annual)? (?:\\w+[ ,&/()-]+){0,6}(?:report|review|databook|performance data|data book|index)\\b`,
      'gi',
    ),
    4,
  ],
  [new RegExp(`(${YEAR}) ?(?:年度?)?[\\u4e00-\\u9fff、,()（）A-Za-z \\-—]{0,24}(?:报告|白皮书)`, 'g'), 5],
  [new RegExp(`(?:year|period|months) end(?:ed|ing)[^.;]{0,16}?(${YEAR})`, 'gi'), 6],
  [new RegExp(`(?:fiscal|financial|reporting|calendar) year (?:FY ?)?(${YEAR})`, 'gi'), 5],
  [new RegExp(`\\bFY ?(${YEAR})\\b`, 'gi'), 2],
  [new RegExp(`截至 ?(${YEAR}) ?年`, 'g'), 2],
  [new RegExp(`(?<![\\d.,/-])(${YEAR})(?![\\d.,%/-])`, 'g'), 0.3],
];
/** A year far in the future is a target, never the year reported on. */
const TARGET_WORDS_BEFORE = /\b(?:by|until|before|towards?)\s*$|(?:到|在)$/i;
/** Weight of the file's name: as telling as one title. */
const FILE_NAME_WEIGHT = 4;
/** Mentions beyond this many of one kind add nothing: a running head repeats on every page. */
const MOST_MENTIONS = 5;
/** Later years in a report are targets or misread codes. */
const LATEST_REPORT_YEAR = 2039;

/**
 * First pages, title and running heads → the year that the report is about, by weighted vote; null without evidence.
 * A publication year lies after the year reported on, so that a stated reporting period outweighs all else.
 */
export function findReportYear(texts: readonly string[], fileName?: string): string | null {
  const votes = new Map<string, number>();
  const vote = (year: string, weight: number): void => void votes.set(year, (votes.get(year) ?? 0) + weight);
  const all = texts.map((text) => makeReadable(text).text).join('\n');
  for (const [pattern, weight] of REPORT_YEAR_EVIDENCE) {
    const mentions = new Map<string, number>();
    for (const match of all.matchAll(pattern)) {
      const year = match[1] ?? '';
      const at = match.index + match[0].lastIndexOf(year);
      const count = mentions.get(year) ?? 0;
      if (
        Number(year) > LATEST_REPORT_YEAR ||
        TARGET_WORDS_BEFORE.test(all.slice(Math.max(0, at - 9), at)) ||
        count >= MOST_MENTIONS
      )
        continue;
      mentions.set(year, count + 1);
      vote(year, weight);
    }
  }
  const named = [...(fileName ?? '').matchAll(new RegExp(`(?<!\\d)(${YEAR})(?!\\d)`, 'g'))].at(-1)?.[1];
  if (named !== undefined) vote(named, FILE_NAME_WEIGHT);
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || Number(b[0]) - Number(a[0]));
  return ranked[0]?.[0] ?? null;
}
