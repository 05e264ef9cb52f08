import type { Qualifier } from '../model/fact.ts';
import { findNonFigures, kindByNeighbours, looksLikeYear, MONEY_BEFORE } from './number-context.ts';
import type { NonFigureSpan, NumberKind } from './number-context.ts';
import { cutDigitRun, shapeNumber } from './number-shape.ts';
import type { NumberConvention } from './number-shape.ts';
import { makeReadable } from './readable-text.ts';

export { guessConvention } from './number-shape.ts';
export type { NumberConvention } from './number-shape.ts';
export type { NumberKind } from './number-context.ts';

/** One number in a text. Offsets are those of the original string. */
export interface NumberReading {
  /** From the sign or bracket to the end of the scale word or percent sign. */
  start: number;
  end: number;
  /** End of the digits (of the upper end, for a range), where a unit may follow a scale word. */
  digitsEnd: number;
  /** Where the words that qualify it begin (`over`, 约); equals `start` when there are none. */
  qualifierStart: number;
  raw: string;
  /** Decimal string as printed, sign and separators resolved, not scaled. */
  number: string;
  qualifier: Qualifier;
  /** Upper end of a range; `number` is then the lower end. */
  upper: string | null;
  /** Decimal string of the scale word: 万 is `10000`; `1` when there is none. */
  scale: string;
  scaleWord: string | null;
  percent: boolean;
  /** `percentage points`, 个百分点: a difference of two percentages. */
  percentPoints: boolean;
  kind: NumberKind;
  doubts: string[];
}

/** Longest spellings first, so that 不超过 is not read as 超过. */
const QUALIFIERS: [Exclude<Qualifier, null>, string][] = [
  [
    'atMost',
    'no more than|not more than|not exceeding|up to|at most|a maximum of|≤|<=|不超过|不多于|不高于|不大于|最多|至多',
  ],
  [
    'atLeast',
    'no less than|not less than|no fewer than|not fewer than|at least|a minimum of|≥|>=|不少于|不低于|不小于|至少',
  ],
  [
    'about',
    'approximately|approx\\.?|about|around|roughly|circa|ca\\.|nearly|almost|close to|~|≈|大约|约为|约|将近|接近|近',
  ],
  [
    'over',
    'more than|greater than|in excess of|upwards of|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|over|above|>|超过|超出|超|逾|突破|大于|多于|高于',
  ],
  ['under', 'less than|fewer than|lower than|below|under|<|低于|少于|小于|不足|不到'],
];
const MONEY_BETWEEN = '(?:RMB|CNY|USD|HKD|SGD|EUR|KRW|INR|(?:US|HK|NT|S|A|R)?[$¥€£]|R|人民币|港币|美元)? ?';
const QUALIFIER_BEFORE = QUALIFIERS.map(
  ([name, words]) => [name, new RegExp(`(?:(?<![A-Za-z])(?:${words})) ?${MONEY_BETWEEN}$`, 'i')] as const,
);
/** Longest qualifier with a currency, in characters, that is looked for before a number. */
const QUALIFIER_REACH = 32;

const SCALES: [RegExp, string][] = [
  [/^ ?(?:万亿|兆(?=[ 元美日港新韩円多余]|$))/, '1000000000000'],
  [/^ ?(?:千亿)/, '100000000000'],
  [/^ ?(?:百亿)/, '10000000000'],
  [/^ ?(?:十亿)/, '1000000000'],
  [/^ ?(?:亿)/, '100000000'],
  [/^ ?(?:千万)/, '10000000'],
  [/^ ?(?:百万)/, '1000000'],
  [/^ ?(?:十万)/, '100000'],
  [/^ ?(?:万)/, '10000'],
  [/^ ?千(?=[元人吨多余个家件份名户美港只])/, '1000'],
  [/^ ?百(?=[多余])/, '100'],
  [/^[ -]?(?:thousands?)\b/i, '1000'],
  [/^[ -]?(?:millions?|mn|mio)\b/i, '1000000'],
  [/^[ -]?(?:billions?|bn)\b/i, '1000000000'],
  [/^[ -]?(?:trillions?|tn)\b/i, '1000000000000'],
  [/^[kK](?![A-Za-z])/, '1000'],
];
/** `m` and `b` are metres and bytes unless money stands before the number. */
const MONEY_SCALES: [RegExp, string][] = [
  [/^ ?[mM]{1,2}(?![A-Za-z0-9])/, '1000000'],
  [/^ ?[bB](?![A-Za-z0-9])/, '1000000000'],
];

const POINTS =
  /^ ?(?:percentage[- ]points?|percent points?|%[- ]?points?|pct\.? points?|pp(?![A-Za-z])|ppts?\b|个?百分点)/i;
const PERCENT = /^ ?(?:%|percent\b|per cent\b|pct\b)/i;
const RANGE_LINK = /^ ?(?:-|–|—|~|to(?= )|至|到)(?= ?\d) ?/;
const NO_RANGE_BEFORE = /(?:\bfrom|\bbetween|由|从|自) ?(?:RMB|USD|[$¥€£])? ?$/i;

/** A minus before the number, or before its currency (`–R617`), or in brackets (`(-)14.9`). */
const SIGN_BEFORE =
  /(?:^|[\s(:;,，。>約约])(?:([-–])\s?(?:(?:US|HK|NT|S|A)?[$¥€£]|(?:RMB|CNY|USD|HKD|SGD|EUR|KRW|INR|R)\s?)?|\(([-–])\)\s?)$/;

interface ReadOptions {
  convention?: NumberConvention | null;
  /** The text is one table cell: brackets are negatives, a stray space may stand after a thousands comma. */
  cell?: boolean;
}

/** What stands right before a number. */
interface Front {
  start: number;
  negative: boolean;
  money: boolean;
  qualifier: Qualifier;
  qualifierStart: number;
}

/** What stands right after a number's digits. */
interface Tail {
  end: number;
  scale: string;
  scaleWord: string | null;
  percent: boolean;
  percentPoints: boolean;
  qualifier: Qualifier;
}

/** Text → all its numbers, in order; what is no figure carries its `kind`. */
export function readNumbers(text: string, options: ReadOptions = {}): NumberReading[] {
  const readable = makeReadable(text);
  if (!/\d/.test(readable.text)) return [];
  const spans = findNonFigures(readable.text);
  const readings: NumberReading[] = [];
  let at = 0;
  for (;;) {
    const start = nextDigit(readable.text, at);
    if (start === -1) break;
    const reading = readNumberAt(readable.text, start, spans, options);
    at = Math.max(reading.end, start + 1);
    while (at < readable.text.length && /[\d^]/.test(readable.text[at] ?? '') && reading.kind !== 'figure') at++;
    const shown = { ...reading };
    for (const key of ['start', 'end', 'digitsEnd', 'qualifierStart'] as const)
      shown[key] = readable.toOriginal(reading[key]);
    shown.raw = text.slice(shown.start, shown.end);
    if (readable.text[start - 1] !== '^') readings.push(shown);
  }
  return readings;
}

/** Where the digits of a number begin that starts at `start`, its sign and currency (`–R617`) left out. */
export function firstDigit(text: string, start: number): number {
  const at = text.slice(start).search(/\p{Nd}/u);
  return at < 0 ? start : start + at;
}

/** Offset of the first ASCII digit at or after `from`, or -1. */
function nextDigit(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return i;
  }
  return -1;
}

/** The number whose first digit is at `start` of a readable text. */
function readNumberAt(
  text: string,
  start: number,
  spans: readonly NonFigureSpan[],
  options: ReadOptions,
): NumberReading {
  const convention = options.convention ?? null;
  const span = spans.find((s) => s.start <= start && start < s.end);
  if (span !== undefined)
    return nonFigure(text, start, Math.max(start + 1, endOfDigits(text, start, span.end)), span.kind);
  const spaces =
    options.cell === true || convention?.decimal === ',' || convention?.group === ' ' || convention === null;
  const run = cutDigitRun(text, start, { cell: options.cell === true, spaces });
  const front = readFront(text, start, options.cell === true);
  const kind = kindByNeighbours(text, start, run.end);
  if (kind !== 'figure') return nonFigure(text, start, run.end, kind);
  if (looksLikeYear(text.slice(start, run.end), text.slice(run.end, run.end + 12), front.money)) {
    return { ...nonFigure(text, start, run.end, 'year'), doubts: ['a bare year'] };
  }
  const shaped = shapeNumber(run, convention);
  const range = readRange(text, run.end, shaped.number, spans, options, front);
  const digitsEnd = range?.end ?? run.end;
  const tail = readTail(text, digitsEnd, front.money);
  const doubts = [...shaped.doubts];
  if (run.separators.includes(' ') && convention?.group !== ' ' && run.groups.length === 2 && options.cell !== true) {
    doubts.push('digits grouped by a space');
  }
  const closed = closeBracket(text, front, tail.end, options.cell === true);
  return {
    start: closed.start,
    end: closed.end,
    digitsEnd,
    qualifierStart: Math.min(front.qualifierStart, closed.start),
    raw: '',
    number: (front.negative || closed.negative ? '-' : '') + shaped.number,
    qualifier: front.qualifier ?? tail.qualifier,
    upper: range?.upper ?? null,
    scale: tail.scale,
    scaleWord: tail.scaleWord,
    percent: tail.percent,
    percentPoints: tail.percentPoints,
    kind: 'figure',
    doubts,
  };
}

/** End of the digits at `start`, not beyond `limit`. */
function endOfDigits(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && /[\d.,]/.test(text[end] ?? '')) end++;
  while (end > start + 1 && /[.,]/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** A number that is no figure: its digits as they stand. */
function nonFigure(text: string, start: number, end: number, kind: NumberKind): NumberReading {
  const number = text.slice(start, end).replace(/[^\d.]/g, '');
  const base = { start, end, digitsEnd: end, qualifierStart: start, raw: '', number, kind, doubts: [] };
  return { ...base, qualifier: null, upper: null, scale: '1', scaleWord: null, percent: false, percentPoints: false };
}

/** Sign, currency mark and qualifier before the digits at `start`. */
function readFront(text: string, start: number, cell: boolean): Front {
  const before = text.slice(Math.max(0, start - QUALIFIER_REACH), start);
  const money = MONEY_BEFORE.test(before.trimEnd());
  const sign = SIGN_BEFORE.exec(before) ?? /^([-–])$/.exec(before);
  const joined = sign !== null && /\d\s*[-–]\s?$/.test(before);
  const spaced = sign !== null && !cell && /[-–]\s$/.test(before);
  const negative = sign !== null && !joined && !spaced;
  const numberStart = negative ? start - (before.length - (sign.index + sign[0].search(/[-–(]/u))) : start;
  const found = QUALIFIER_BEFORE.map(([name, pattern]) => ({ name, match: pattern.exec(before) })).find((q) => q.match);
  const qualifierStart = found?.match ? start - (before.length - found.match.index) : numberStart;
  return { start: numberStart, negative, money, qualifier: found?.name ?? null, qualifierStart };
}

/** The upper end of a printed range after a number, or null. */
function readRange(
  text: string,
  end: number,
  lower: string,
  spans: readonly NonFigureSpan[],
  options: ReadOptions,
  front: Front,
): { upper: string; end: number } | null {
  const percent = PERCENT.exec(text.slice(end, end + 10))?.[0] ?? '';
  const scale = SCALES.map(([pattern]) => pattern.exec(text.slice(end, end + 12))).find((m) => m !== null)?.[0] ?? '';
  const linkStart = end + (percent || scale).length;
  const link = RANGE_LINK.exec(text.slice(linkStart, linkStart + 8));
  if (link === null || NO_RANGE_BEFORE.test(text.slice(Math.max(0, front.qualifierStart - 12), front.qualifierStart)))
    return null;
  const from = linkStart + link[0].length;
  if (spans.some((s) => s.start <= from && from < s.end)) return null;
  const run = cutDigitRun(text, from, { cell: options.cell === true, spaces: false });
  if (kindByNeighbours(text, from, run.end) !== 'figure') return null;
  const upper = shapeNumber(run, options.convention ?? null).number;
  return Number(upper) > Number(lower) ? { upper, end: run.end } : null;
}

/** Scale word, percent sign and trailing qualifier after the digits. */
function readTail(text: string, digitsEnd: number, money: boolean): Tail {
  let end = digitsEnd;
  let qualifier: Qualifier = null;
  const takeSuffix = (): void => {
    const more = /^(?: ?[余多](?=[ 万亿千百个\u4e00-\u9fff]|$)(?!年)|\+(?! ?\d))/.exec(text.slice(end, end + 3));
    if (more === null) return;
    qualifier = 'over';
    end += more[0].length;
  };
  takeSuffix();
  const rest = text.slice(end, end + 14);
  const scales = money ? [...SCALES, ...MONEY_SCALES] : SCALES;
  let scale = '1';
  let scaleWord: string | null = null;
  for (const [pattern, factor] of scales) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    scale = factor;
    scaleWord = match[0].trim();
    end += match[0].length;
    takeSuffix();
    break;
  }
  const points = POINTS.exec(text.slice(end, end + 20));
  const percent = points === null ? PERCENT.exec(text.slice(end, end + 10)) : null;
  end += (points ?? percent)?.[0].length ?? 0;
  qualifier ??= trailingQualifier(text.slice(end, end + 14));
  return { end, scale, scaleWord, percent: percent !== null, percentPoints: points !== null, qualifier };
}

/** 以上, 左右, `or more` after the number and at most one measure word. */
function trailingQualifier(rest: string): Qualifier {
  const match = /^(?: ?or (more|less|above|below)|[\u4e00-\u9fff]{0,2}(以上|以下|左右|上下))/.exec(rest);
  const word = match?.[1] ?? match?.[2];
  if (word === undefined) return null;
  if (word === 'more' || word === 'above' || word === '以上') return 'atLeast';
  return word === '左右' || word === '上下' ? 'about' : 'atMost';
}

/** In a cell, a number wholly in brackets is negative. */
function closeBracket(
  text: string,
  front: Front,
  end: number,
  cell: boolean,
): { start: number; end: number; negative: boolean } {
  const open = text.slice(0, front.start).trimEnd();
  const close = /^ ?\) ?%?/.exec(text.slice(end));
  const whole = cell && !front.negative && /^(?:[$¥€£]|[A-Z]{1,3}\$?)? ?\($/.test(open) && close !== null;
  return whole
    ? { start: open.length - 1, end: end + close[0].length, negative: true }
    : { start: front.start, end, negative: false };
}

/** What cells print where no figure stands. */
const NO_FIGURE =
  /^(?:[-–—/.*•\s]+|n\/?a\.?|nil|none|not (?:reported|applicable|available|disclosed)|n\.?[adm]\.?|无|未披露|不适用|暂无|未统计)$/i;
/** Words that may follow a cell's figure (its unit and a note), in characters; longer text is prose. */
const LONGEST_CELL_TAIL = 64;

/** Table cell → its single figure (kind `figure`, or `year` for a bare year), or null when it holds none, several, or prose. */
export function readCellNumber(text: string, convention?: NumberConvention | null): NumberReading | null {
  const trimmed = text.trim();
  if (trimmed === '' || NO_FIGURE.test(trimmed)) return null;
  const bare = text.replace(/(?<=[\d%)\]])\s*(?:\[\d{1,2}\]|[*†‡#△▲]+|\((?:\d|[a-z]|[ivx]{1,4})\))\s*$/i, '');
  const readings = readNumbers(bare, { convention: convention ?? null, cell: true });
  const figures = readings.filter((r) => r.kind === 'figure' || r.kind === 'year');
  const [figure] = figures;
  if (figure === undefined || readings.some((r) => r.kind === 'date')) return null;
  const front = bare.slice(0, figure.qualifierStart).trim();
  const tail = bare.slice(figure.end).trim();
  if (
    !isCellFront(front) ||
    tail.length > LONGEST_CELL_TAIL ||
    /[.;。；](?:\s|$)|\b(?:is|are|was|were|we|our)\b/.test(tail)
  )
    return null;
  const others = figures.slice(1).every((r) => isPartOfUnit(bare, figure, r));
  const codes = readings.filter((r) => r !== figure && r.kind !== 'figure' && r.start < figure.start);
  return others && codes.length === 0 ? figure : null;
}

/** Whether the text before a cell's figure is only a currency, an arrow or a bracket. */
function isCellFront(front: string): boolean {
  return /^(?:[(（[]|[↑↓▲▼△]|(?:US|HK|NT|S|A|C|R)?[$¥￥€£₩₹]|RMB|CNY|USD|HKD|TWD|NTD|NT\$|SGD|EUR|GBP|JPY|KRW|INR|CHF|AUD|CAD|ZAR|R|人民币|人民幣|新臺幣|新台币|港币|港幣|美元|约|約|\s)*$/.test(
    front,
  );
}

/** `10,000 tonnes` after `3.5`, or `per 100 employees`: a number that belongs to the unit. */
function isPartOfUnit(text: string, figure: NumberReading, other: NumberReading): boolean {
  const between = text.slice(figure.end, other.start).trim();
  const round = /^10+$/.test(other.number) || /^[25]00000$/.test(other.number) || other.scale !== '1';
  return round && (between === '' || /(?:\bper|\/|每)$/i.test(between));
}
