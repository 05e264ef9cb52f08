import Big from 'big.js';
import type { Fact, Provenance } from '../model/fact.ts';
import { simplify } from './chinese.ts';
import { readNumbers } from './numbers.ts';
import type { NumberReading } from './numbers.ts';
import { readPeriods } from './periods.ts';
import type { PeriodReading } from './periods.ts';
import { findLabel } from './sentence-labels.ts';
import type { FoundLabel } from './sentence-labels.ts';
import {
  describesSubsidiaries,
  isAboutMeasure,
  isAboutOthers,
  isAboutPart,
  isForward,
  isUnreal,
  spansYears,
  splitSentences,
} from './sentences.ts';
import type { Stretch } from './sentences.ts';
import type { UnitReading } from './units.ts';
import type { TextContext } from './vocabulary.ts';

/** A figure in a sentence: a fact without id, page and boxes. Offsets are those of the text given. */
export type TextFact = Pick<
  Fact,
  | 'raw'
  | 'number'
  | 'qualifier'
  | 'upper'
  | 'label'
  | 'period'
  | 'unit'
  | 'scale'
  | 'unitRaw'
  | 'metric'
  | 'metricScore'
  | 'boundary'
  | 'provenance'
  | 'doubts'
> & {
  start: number;
  end: number;
  /** The words that name the figure; both null when it has no label. */
  labelStart: number | null;
  labelEnd: number | null;
};

/** Below this score a sentence's label is not sure enough to name a metric. */
const LOWEST_METRIC_SCORE = 0.8;

/** Paragraph or bullet → its figures, with what they seem to be. Years, dates, codes and list numbers are left out. */
export function readTextFacts(original: string, context: TextContext): TextFact[] {
  const numbers = readNumbers(original, context.convention ? { convention: context.convention } : {});
  if (!numbers.some((n) => n.kind === 'figure')) return [];
  // Same length as the original, so that offsets stay valid.
  const text = simplify(original);
  return splitSentences(text).flatMap((sentence) => {
    const figures = numbers.filter((n) => n.kind === 'figure' && sentence.start <= n.start && n.end <= sentence.end);
    const facts = figures.length === 0 ? [] : readSentence(text, sentence, figures, context);
    return text === original ? facts : facts.map((fact) => asPrinted(fact, text, original));
  });
}

/** A fact read from simplified text → the same in the original characters. */
function asPrinted(fact: TextFact, text: string, original: string): TextFact {
  const { labelStart, labelEnd, start, end } = fact;
  const rawStart = end - fact.raw.length;
  const sameLabel = labelStart !== null && labelEnd !== null && text.slice(labelStart, labelEnd) === fact.label;
  const label = sameLabel ? original.slice(labelStart, labelEnd) : fact.label;
  const unitRaw =
    fact.unitRaw !== null && text.slice(start, end).endsWith(fact.unitRaw)
      ? original.slice(end - fact.unitRaw.length, end)
      : fact.unitRaw;
  return { ...fact, raw: original.slice(rawStart, end), label, unitRaw };
}

function readSentence(text: string, sentence: Stretch, figures: NumberReading[], context: TextContext): TextFact[] {
  const periods = readPeriods(sentence.text, context);
  const obstacle = describesSubsidiaries(text)
    ? 'the paragraph describes subsidiaries'
    : obstacleTo(sentence.text, context);
  const facts: TextFact[] = [];
  let previous: FoundLabel | null = null;
  for (const figure of figures) {
    const unit = unitOf(text, figure, context);
    const label = findLabel(text, sentence, figure, unit?.end ?? figure.end, previous);
    const period = periodOf(
      figure.start - sentence.start,
      Math.max(figure.end, unit?.end ?? 0) - sentence.start,
      periods,
      sentence.text,
    );
    facts.push(makeFact(text, sentence, figure, unit, label, period, obstacle, context));
    if (label !== null && label.kind === 'names') previous = label;
  }
  return facts;
}

/** What keeps the figures of a sentence from being the company's own for the year; null when nothing does. */
function obstacleTo(sentence: string, context: TextContext): string | null {
  if (isForward(sentence, context.reportYear)) return 'the sentence speaks of the future';
  if (isUnreal(sentence)) return 'the sentence is hypothetical or negated';
  if (spansYears(sentence)) return 'the sentence spans several years';
  return isAboutMeasure(sentence) ? 'the sentence speaks of a measure' : null;
}

/** The figure's unit: a currency before it, a percent sign, or the unit after it. */
function unitOf(text: string, figure: NumberReading, context: TextContext): (UnitReading & { before: boolean }) | null {
  const percent = { scale: '1', start: figure.start, end: figure.end, before: false };
  if (figure.percentPoints)
    return { ...percent, unit: 'pp', raw: text.slice(figure.digitsEnd, figure.end).trim(), dimension: 'ratio points' };
  if (figure.percent) return { ...percent, unit: '%', raw: '%', dimension: 'ratio' };
  const after = context.units.readAfter(text, figure.end);
  if (after?.dimension.startsWith('money:') === true) return { ...after, before: false };
  const before = context.units.readBefore(text, figure.start);
  if (before !== null) return { ...before, end: figure.end, before: true };
  return after === null ? null : { ...after, before: false };
}

/** Words between which a year is one compared with, not the figure's own. */
const COMPARED =
  /(?:compared (?:with|to)|versus|vs\.?|than(?: in)?|from|against|over|较|比|相比|同比|对比)\s*(?:the )?$/i;

/** What may stand between a figure and its own year: `in 2023`, `(2023)`. */
const RIGHT_AFTER = /^\s*(?:in|for|during|as of|at the end of|[(（])?\s*(?:the year |FY ?)?$/i;

/** The figure's period: the one right after it, the last one named before it, else the first after it; years compared with do not count. */
function periodOf(
  at: number,
  until: number,
  periods: readonly PeriodReading[],
  sentence: string,
): PeriodReading | null {
  const next = periods.find((p) => p.start >= until && RIGHT_AFTER.test(sentence.slice(until, p.start)));
  if (next !== undefined) return next;
  const own = periods.filter((p) => !COMPARED.test(sentence.slice(Math.max(0, p.start - 16), p.start)));
  return own.findLast((p) => p.start < at) ?? own.find((p) => p.start >= at) ?? null;
}

function makeFact(
  text: string,
  sentence: Stretch,
  figure: NumberReading,
  unit: (UnitReading & { before: boolean }) | null,
  label: FoundLabel | null,
  period: PeriodReading | null,
  obstacle: string | null,
  context: TextContext,
): TextFact {
  const start = unit?.before === true ? unit.start : figure.start;
  const end = Math.max(figure.end, unit?.end ?? 0);
  const why = obstacle ?? obstacleAround(text, sentence, start, end, label);
  const named = nameFact(
    label,
    unit,
    why,
    text.slice(Math.max(sentence.start, figure.start - LONGEST_CLAUSE), figure.start),
    context,
  );
  const statedPeriod = period?.period ?? null;
  return {
    raw: text.slice(Math.min(figure.qualifierStart, start), end),
    start,
    end,
    number: figure.number,
    qualifier: figure.qualifier,
    upper: figure.upper,
    label: label?.text ?? '',
    labelStart: label?.start ?? null,
    labelEnd: label?.end ?? null,
    period: statedPeriod ?? (named.metric === null ? null : context.reportYear),
    unit: unit?.unit ?? null,
    scale: new Big(figure.scale).times(unit?.scale ?? '1').toFixed(),
    unitRaw:
      unit === null
        ? figure.scaleWord
        : `${figure.scaleWord ?? ''}${figure.scaleWord !== null && /[a-z]$/i.test(figure.scaleWord) ? ' ' : ''}${unit.raw}`,
    metric: named.metric,
    metricScore: named.score,
    boundary: boundaryOf(sentence.text),
    provenance: {
      label: label === null ? null : fromSentence(label.text),
      period: period !== null ? fromSentence(period.raw) : named.metric === null ? null : { from: 'report', text: '' },
      unit: unit === null ? null : fromSentence(unit.raw),
    },
    doubts: [
      ...figure.doubts,
      ...named.doubts,
      ...(statedPeriod === null && named.metric !== null ? ['the sentence names no period'] : []),
    ],
  };
}

function fromSentence(text: string): Provenance {
  return { from: 'sentence', text };
}

/** Words after a headcount that make it those who did something: `人参加培训`, `employees who attended`. */
const DID_SOMETHING =
  /^\s*(?:人|名|员工|employees|staff|people|persons)?\s*(?:参与|参加|接受|获|荣获|加入|完成|通过|受训|who|participat|attend|receiv|complet|were (?:trained|hired)|trained|joined|left|in (?:training|total training))/i;

/** Words right after a figure that limit it: `for our female employees`, `in Germany`. */
const NARROWED_AFTER =
  /^\s*(?:for|among|in|at|of|by) (?:our |the )?(?!January|February|March|April|May|June|July|August|September|October|November|December|FY|Fiscal|Total)(?:fe)?(?:male|women|men|new|temporary|contract|senior|management|middle|[A-Z][a-z])/;

/** What in the figure's own clause makes it another's, or a part's; null when nothing does. */
function obstacleAround(
  text: string,
  sentence: Stretch,
  start: number,
  end: number,
  label: FoundLabel | null,
): string | null {
  if (label === null) return null;
  const around = textAround(text, sentence, start, end)
    .replace(label.text, ' ')
    .replace(/^\s*其中/, ' ');
  if (isAboutPart(label.text) || isAboutPart(around)) return 'the sentence speaks of a part of the company';
  if (NARROWED_AFTER.test(text.slice(end, sentence.end))) return 'the sentence speaks of a part of the company';
  if (isAboutOthers(around)) return 'the sentence may speak of others';
  return DID_SOMETHING.test(text.slice(end, sentence.end)) ? 'those who did something' : null;
}

/** How far a clause may reach to either side of a figure, in characters. */
const LONGEST_CLAUSE = 200;

/** The clause around a figure, in which a part of the company may be named. */
function textAround(text: string, sentence: Stretch, start: number, end: number): string {
  const before = text.slice(Math.max(sentence.start, start - LONGEST_CLAUSE), start);
  const cut = Math.max(before.lastIndexOf('，'), before.lastIndexOf(', '), before.lastIndexOf('；'));
  const after = text.slice(end, Math.min(sentence.end, end + LONGEST_CLAUSE));
  const stop = after.search(/[，；。]|, /);
  return before.slice(cut + 1) + (stop === -1 ? after : after.slice(0, stop));
}

/** Label and unit → metric, unless something in the sentence stands in the way. */
function nameFact(
  label: FoundLabel | null,
  unit: UnitReading | null,
  obstacle: string | null,
  before: string,
  context: TextContext,
): { metric: string | null; score: number; doubts: string[] } {
  if (label === null || label.kind !== 'names') return { metric: null, score: 0, doubts: [] };
  const match = context.metrics.match(label.text, { dimension: unit?.dimension ?? null, context: [before] });
  if (match.metric === null) return { metric: null, score: 0, doubts: [] };
  if (obstacle !== null) return { metric: null, score: 0, doubts: [obstacle] };
  if (unit === null || match.score < LOWEST_METRIC_SCORE) return { metric: null, score: 0, doubts: match.doubts };
  return { metric: match.metric, score: match.score, doubts: match.doubts };
}

/** `location-based` or `market-based` when the sentence says which Scope 2 method it means. */
function boundaryOf(sentence: string): string | null {
  if (/location[- ]based|基于位置|基於位置|位置法/i.test(sentence)) return 'location-based';
  return /market[- ]based|基于市场|基於市場|市场法|市場法/i.test(sentence) ? 'market-based' : null;
}
