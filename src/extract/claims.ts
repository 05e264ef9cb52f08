import Big from 'big.js';
import type { Claim, Direction } from '../model/fact.ts';
import { simplify } from './chinese.ts';
import { splitChange } from './change-words.ts';
import type { ChangePhrase } from './change-words.ts';
import { readNumbers } from './numbers.ts';
import type { NumberReading } from './numbers.ts';
import { readPeriods } from './periods.ts';
import { makeReadable } from './readable-text.ts';
import {
  isAboutMeasure,
  isAboutOthers,
  isAboutPart,
  isForward,
  isUnreal,
  spansYears,
  splitSentences,
} from './sentences.ts';
import type { Stretch } from './sentences.ts';
import type { TextContext } from './vocabulary.ts';

/** A claim in a sentence, without id, page and boxes. Offsets are those of the text given. */
export type TextClaim = Omit<Claim, 'id' | 'page' | 'box' | 'magnitudeBox'> & {
  start: number;
  end: number;
  magnitudeStart: number | null;
  magnitudeEnd: number | null;
};

/** Below this score the subject is not sure enough to name a metric. */
const LOWEST_METRIC_SCORE = 0.75;

/** Paragraph → its statements that something rose, fell or stayed; targets, purposes, wishes and denials are left out. */
export function readClaims(text: string, context: TextContext): TextClaim[] {
  // Same length as the text, so that offsets stay valid.
  return splitSentences(simplify(text)).flatMap((sentence) => {
    const readable = makeReadable(sentence.text);
    if (isForward(sentence.text, context.reportYear) || isUnreal(sentence.text)) return [];
    const phrases = splitChange(readable.text);
    if (phrases.length === 0) return [];
    const numbers = readNumbers(sentence.text, context.convention ? { convention: context.convention } : {});
    const claims: TextClaim[] = [];
    for (const phrase of phrases) {
      const original = toOriginal(phrase, (offset) => readable.toOriginal(offset));
      const claim = makeClaim(text, sentence, original, numbers, context);
      if (claim !== null && !isRepeated(claims, claim)) claims.push(claim);
    }
    return claims;
  });
}

/** The same phrase with offsets of the original sentence. */
function toOriginal(phrase: ChangePhrase, map: (offset: number) => number): ChangePhrase {
  return {
    ...phrase,
    start: map(phrase.start),
    end: map(phrase.end),
    subjectStart: map(phrase.subjectStart),
    subjectEnd: map(phrase.subjectEnd),
    sizeFrom: map(phrase.sizeFrom),
    sizeTo: map(phrase.sizeTo),
  };
}

function isRepeated(claims: readonly TextClaim[], claim: TextClaim): boolean {
  return claims.some(
    (c) => c.subject === claim.subject && c.magnitude === claim.magnitude && c.direction === claim.direction,
  );
}

/** The size of a change, as the sentence prints it. */
interface Size {
  reading: NumberReading;
  kind: NonNullable<Claim['magnitudeKind']>;
  unit: string | null;
  scale: string;
  end: number;
}

function makeClaim(
  text: string,
  sentence: Stretch,
  phrase: ChangePhrase,
  numbers: readonly NumberReading[],
  context: TextContext,
): TextClaim | null {
  const subject = text.slice(sentence.start + phrase.subjectStart, sentence.start + phrase.subjectEnd).trim();
  const size = readSize(sentence.text, phrase, numbers, context);
  const comparison = readComparison(sentence.text, phrase, context);
  if (comparison === null || subject === '') return null;
  const named = nameSubject(sentence, subject, phrase, size, context);
  if (named.metric === null && size === null) return null;
  if (
    !comparison.stated &&
    size === null &&
    phrase.strength === null &&
    phrase.factor === null &&
    phrase.direction !== 'flat'
  )
    return null;
  const start = Math.min(phrase.subjectStart, phrase.start);
  const end = Math.max(phrase.subjectEnd, phrase.end, size?.end ?? 0);
  const magnitudeStart = size === null ? null : sentence.start + size.reading.start;
  return {
    start: sentence.start + start,
    end: sentence.start + end,
    raw: text.slice(sentence.start + start, sentence.start + end),
    subject,
    metric: named.metric,
    metricScore: named.score,
    direction: phrase.direction,
    magnitude: phrase.factor ?? size?.reading.number ?? null,
    magnitudeRaw:
      size === null ? phrase.factorRaw : text.slice(sentence.start + size.reading.start, sentence.start + size.end),
    magnitudeKind: phrase.factor === null ? (size?.kind ?? null) : 'times',
    magnitudeStart,
    magnitudeEnd: size === null ? null : sentence.start + size.end,
    qualifier: size?.reading.qualifier ?? null,
    unit: size?.unit ?? null,
    scale: size?.scale ?? '1',
    strength: phrase.strength,
    period: comparison.period,
    against: comparison.against,
    doubts: [...named.doubts, ...doubtsOfComparison(text, comparison.against)],
  };
}

/** A claim without a comparison of its own, in a paragraph that compares with an older base year. */
function doubtsOfComparison(paragraph: string, against: string | null): string[] {
  const older = against === null && (spansYears(simplify(paragraph)) || BASE_YEAR_ONLY.test(paragraph));
  return older ? ['the paragraph also compares over several years'] : [];
}

/** The number that says how much, between the phrase's bounds; a level (`to 12`) is no size. */
function readSize(
  sentence: string,
  phrase: ChangePhrase,
  numbers: readonly NumberReading[],
  context: TextContext,
): Size | null {
  const reading = numbers.find((n) => n.kind === 'figure' && n.start >= phrase.sizeFrom && n.start < phrase.sizeTo);
  if (reading === undefined || phrase.factor !== null) return null;
  const lead = sentence.slice(Math.max(0, reading.qualifierStart - 6), reading.qualifierStart);
  if (/(?:\bto|\bat|\bfrom|\bthan|至|到|为|从|由)\s*$/i.test(lead) && !/(?:幅|率)(?:度)?(?:约)?为\s*$/.test(lead))
    return null;
  if (reading.percentPoints) return { reading, kind: 'points', unit: 'pp', scale: '1', end: reading.end };
  if (reading.percent) return { reading, kind: 'percent', unit: '%', scale: reading.scale, end: reading.end };
  if (/^\s*(?:times|倍|-fold|fold)/i.test(sentence.slice(reading.end))) return null;
  const unit = context.units.readAfter(sentence, reading.end);
  const money = unit === null ? context.units.readBefore(sentence, reading.start) : null;
  if (unit === null && money === null) return null;
  const scale = new Big(reading.scale).times(unit?.scale ?? '1').toFixed();
  return { reading, kind: 'absolute', unit: (unit ?? money)?.unit ?? null, scale, end: unit?.end ?? reading.end };
}

const AGAINST_PREVIOUS =
  /year[- ]on[- ]year|year[- ]over[- ]year|\by-?o-?y\b|(?:compared (?:with|to)|from|over|than|versus|vs\.?|on|relative to)(?: that of| that in)?(?: in)? (?:the )?(?:previous|last|prior|preceding) (?:financial |fiscal |reporting )?(?:year|period)|year (?:earlier|before)|in the past year|同比|[较比](?:去年|上年度?|上一年度?|上期|前一年)|去年同期/i;
const AGAINST_YEAR =
  /(?:compared (?:with|to)|from|over|than|versus|vs\.?|against|relative to)(?: that of| that in| those in| our| the)*(?: in| levels? in)?(?: the)?(?: base(?:line)? year(?: of)?,?)? (?:FY ?)?((?:19|20)\d\d)\b|[较比](?:基准年)?(?:于)? ?((?:19|20)\d\d) ?年/i;
const BASE_YEAR_ONLY = /\bbase(?:line)?[ -]year\b|\bbaseline\b|基准年|基期/i;
const OTHER_INTERVAL = /month[- ]on[- ]month|quarter|first half|second half|环比|季度|上半年|下半年/i;

/** Compared with a product, a plan or a limit: no change over time. */
const OTHER_COMPARISON =
  /\b(?:compared (?:with|to)|versus|in relation to|relative to|than)\b|相比于|与[^，。]{1,12}相比/i;

/**
 * Period and period compared with; `stated` when either is named. Null when the sentence compares
 * with something else than another year.
 */
function readComparison(
  sentence: string,
  phrase: ChangePhrase,
  context: TextContext,
): { period: string | null; against: string | null; stated: boolean } | null {
  if (OTHER_INTERVAL.test(sentence) || spansYears(sentence)) return null;
  const near = sentence.slice(Math.min(phrase.subjectStart, phrase.start));
  const year = AGAINST_YEAR.exec(near) ?? AGAINST_YEAR.exec(sentence);
  const against = year?.[1] ?? year?.[2] ?? null;
  // 上年 and “last year” are what is compared with, never the claim's own year.
  const stated = readPeriods(sentence, context)
    .filter((p) => /\d/.test(p.raw) || p.period === context.reportYear)
    .map((p) => p.period)
    .filter((p) => /^\d{4}$/.test(p) && p !== against);
  const own = stated.findLast((p) => context.reportYear === null || Number(p) <= Number(context.reportYear));
  const previous = AGAINST_PREVIOUS.test(near) || AGAINST_PREVIOUS.test(sentence);
  const period = pickPeriod(own ?? null, previous, context);
  if (against !== null) return { period, against, stated: true };
  if (BASE_YEAR_ONLY.test(sentence) || (!previous && OTHER_COMPARISON.test(near))) return null;
  const before = period === null || !/^\d{4}$/.test(period) ? null : String(Number(period) - 1);
  return { period, against: previous ? before : null, stated: previous || own !== undefined };
}

/** The stated year unless it is only the one compared with. */
function pickPeriod(own: string | null, previous: boolean, context: TextContext): string | null {
  const year = context.reportYear;
  if (own === null || year === null) return own ?? year;
  return previous && own === String(Number(year) - 1) ? year : own;
}

/** Subject → metric, unless the sentence speaks of a part, of others, or of what a measure brought. */
function nameSubject(
  sentence: Stretch,
  subject: string,
  phrase: ChangePhrase,
  size: Size | null,
  context: TextContext,
): { metric: string | null; score: number; doubts: string[] } {
  const unknown = { metric: null, score: 0, doubts: [] as string[] };
  // A percentage says nothing of the subject's unit; points make it a ratio, an amount makes it the amount's dimension.
  const unit = size?.kind === 'points' ? '%' : size?.kind === 'absolute' ? size.unit : null;
  const dimension = unit === null ? null : (context.units.info(unit)?.dimension ?? null);
  const match = context.metrics.match(subject, { dimension, noUnitExpected: true });
  if (match.metric === null || match.score < LOWEST_METRIC_SCORE) return unknown;
  const clause = sentence.text.slice(phrase.clauseStart, phrase.clauseEnd).replace(simplify(subject), ' ');
  if (isAboutPart(subject) || isAboutPart(clause))
    return { ...unknown, doubts: ['the sentence speaks of a part of the company'] };
  if (isAboutOthers(clause)) return { ...unknown, doubts: ['the sentence may speak of others'] };
  const compares = AGAINST_PREVIOUS.test(sentence.text) || AGAINST_YEAR.test(sentence.text);
  const fell: Direction = 'down';
  const byMeasure = size?.kind === 'absolute' && phrase.direction === fell && !compares;
  if (byMeasure || (isAboutMeasure(clause) && !compares && size !== null)) {
    return { ...unknown, doubts: ['may be the effect of one measure'] };
  }
  return { metric: match.metric, score: match.score, doubts: match.doubts };
}
