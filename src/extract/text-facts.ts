import Big from 'big.js';
import type { Fact, Provenance } from '../model/fact.ts';
import { simplify } from './chinese.ts';
import { readNumbers } from './numbers.ts';
import type { NumberReading } from './numbers.ts';
import { readPeriods } from './periods.ts';
import type { PeriodReading } from './periods.ts';
import { pairRespectively } from './respective.ts';
import type { MeasuredFigure } from './respective.ts';
import { findLabel } from './sentence-labels.ts';
import { countedNoun, measured, unitOf } from './sentence-units.ts';
import type { FoundLabel } from './figure-place.ts';
import { nameFigure } from './sentence-metric.ts';
import type { Obstacle } from './sentence-metric.ts';
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

/** Paragraph or bullet → its figures, with what they seem to be. Years, dates, codes and list numbers are left out. */
export function readTextFacts(original: string, context: TextContext): TextFact[] {
  const numbers = readNumbers(original, context.convention ? { convention: context.convention } : {}).filter(
    (n) => !isOfName(original, n, context.entity ?? []),
  );
  if (!numbers.some((n) => n.kind === 'figure')) return [];
  // Same length as the original, so that offsets stay valid.
  const text = simplify(original);
  return splitSentences(text).flatMap((sentence) => {
    const figures = numbers.filter((n) => n.kind === 'figure' && sentence.start <= n.start && n.end <= sentence.end);
    const facts = figures.length === 0 ? [] : readSentence(text, sentence, figures, context);
    return text === original ? facts : facts.map((fact) => asPrinted(fact, text, original));
  });
}

/** Whether a number begins the company's own name: `360 Security`, for a company of that name. */
function isOfName(text: string, { start }: NumberReading, entity: readonly string[]): boolean {
  return entity.some((name) => {
    const lead = /^\d+ ?\p{L}+/u.exec(name)?.[0];
    return lead !== undefined && text.slice(start, start + lead.length).toLowerCase() === lead;
  });
}

/** A fact read from simplified text → the same in the original characters. */
function asPrinted(fact: TextFact, text: string, original: string): TextFact {
  const { labelStart, labelEnd, start, end } = fact;
  const rawStart = end - fact.raw.length;
  const sameLabel = labelStart !== null && labelEnd !== null && text.slice(labelStart, labelEnd) === fact.label;
  const label = sameLabel
    ? original.slice(labelStart, labelEnd)
    : [...fact.label].map((char) => original.charAt(text.indexOf(char)) || char).join('');
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
  let previous: { label: FoundLabel | null; end: number } = { label: null, end: sentence.start };
  const placed = figures.map((figure) => placeFigure(text, figure, context));
  const paired = pairRespectively(text, sentence, placed, periods, context.entity ?? []);
  for (const { figure, unit: own, end } of placed) {
    const pair = paired.get(figure);
    const unit = own ?? pair?.unit ?? null;
    const found =
      pair?.label ??
      findLabel(text, sentence, figure, own && measured(text, figure, own), previous, context.entity ?? []);
    const label: FoundLabel | null = pair?.label === null && found !== null ? { ...found, kind: 'several' } : found;
    const period =
      pair?.period ??
      periodOf(
        figure.start - sentence.start,
        end - sentence.start,
        periods,
        sentence.text,
        isForward(sentence.text, context.reportYear),
      );
    facts.push(makeFact(text, sentence, figure, unit, label, period, obstacle, context));
    previous = {
      label: label !== null && label.kind !== 'change' ? label : previous.label,
      end,
    };
  }
  return facts;
}

function placeFigure(text: string, figure: NumberReading, context: TextContext): MeasuredFigure {
  const unit = unitOf(text, figure, context);
  const start = Math.min(figure.qualifierStart, unit?.before === true ? unit.start : figure.start);
  return { figure, unit, start, end: Math.max(figure.end, unit?.end ?? 0) };
}

/** What keeps the figures of a sentence from being the company's own for the year; null when nothing does. */
function obstacleTo(sentence: string, context: TextContext): string | null {
  if (isForward(sentence, context.reportYear)) return 'the sentence speaks of the future';
  if (isUnreal(sentence)) return 'the sentence is hypothetical or negated';
  // Chinese sentences go on over many clauses; each says for itself over which years it sums up.
  return !HAN.test(sentence) && spansYears(sentence) ? SPANS : null;
}

/** Words after which a year is one compared with or begun from, not the figure's own. */
const COMPARED =
  /(?:compared (?:with|to)|versus|vs\.?|than(?: in)?|from|against|over|since|baseline(?: of)?|base year(?: of)?|(?:to|than|with|from|of) (?:our|the|its)|较|比|相比|同比|对比|自|从)\s*(?:the |our |its )?$/i;
/** An amount compared with, and before its year: `compared to 101 hours in`. */
const COMPARED_AMOUNT =
  /(?:compared (?:with|to)|versus|vs\.?|than|up from|down from|against)\s+(?:about |approximately |the )?\S{0,3}[\d.,]+[^.,;\d]{0,30}[(\s]$/i;
/** What after a year makes it one compared with or begun from: `2010 baseline`, 2016年起. */
const COMPARED_AFTER = /^\s*(?:base(?:line)?\b|levels?\b|年?(?:以来|起|为基准|基准))/i;

/** What may stand between a figure and its own year: `in 2023`, `(2023)`. */
const RIGHT_AFTER = /^\s*(?:in|for|during|as of|by|at the end of|by the end of|[(（])?\s*(?:the year |FY ?)?$/i;
/** What stands between a year and its own figure: `our 2020 rate (15%)`, `in 2023 (905 t)`. */
const RIGHT_BEFORE =
  /^(?!.*(?:increas|decreas|reduc|higher|lower|more|less|\bby\b|\bup\b|\bdown\b|improv|增|减|降|升|提))[^,，;；.。\d]{0,24}[(（为:：是]\s*(?:[A-Z$¥€£]{1,4}\s?)?$/is;
/** A year that a goal or plan runs to. */
const UNTIL = /\b(?:by|until|through|before|to)\s+(?:the end of\s+)?(?:the year\s+)?(?:FY ?)?$|(?:到|至|在)\s*$/i;

/**
 * The figure's period: the one right after or right before it, a goal's target year, the last one named before it,
 * else the first after it; years compared with do not count.
 */
function periodOf(
  at: number,
  until: number,
  periods: readonly PeriodReading[],
  sentence: string,
  isTarget: boolean,
): PeriodReading | null {
  const next = periods.find((p) => p.start >= until && RIGHT_AFTER.test(sentence.slice(until, p.start)));
  if (next !== undefined) return next;
  const last = periods.findLast((p) => p.end <= at);
  if (last !== undefined && RIGHT_BEFORE.test(sentence.slice(last.end, at))) return last;
  const own = periods.filter(
    (p) =>
      !COMPARED.test(sentence.slice(Math.max(0, p.start - 20), p.start)) &&
      !(p.start >= until && COMPARED_AMOUNT.test(sentence.slice(until, p.start))) &&
      !COMPARED_AFTER.test(sentence.slice(p.end, p.end + 12)),
  );
  const target = isTarget
    ? own.find((p) => p.start >= until && UNTIL.test(sentence.slice(Math.max(0, p.start - 24), p.start)))
    : undefined;
  return target ?? own.findLast((p) => p.start < at) ?? own.find((p) => p.start >= at) ?? null;
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
  const why: Obstacle | null =
    obstacle === null ? obstacleAround(text, sentence, start, end, label) : { reason: obstacle, kind: 'other' };
  const named = nameFigure(
    label,
    unit,
    figure.number,
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
    period: statedPeriod ?? context.reportYear,
    unit: unit?.unit ?? null,
    scale: new Big(figure.scale).times(unit?.scale ?? '1').toFixed(),
    unitRaw:
      unit === null
        ? (figure.scaleWord ?? countedNoun(text, figure))
        : unit.before
          ? `${unit.raw}${figure.scaleWord === null ? '' : ` ${figure.scaleWord}`}`
          : `${figure.scaleWord ?? ''}${figure.scaleWord !== null && /[a-z]$/i.test(figure.scaleWord) ? ' ' : ''}${unit.raw}`,
    metric: named.metric,
    metricScore: named.score,
    boundary: named.part ?? boundaryOf(sentence.text),
    provenance: {
      label: label === null ? null : fromSentence(label.text),
      period:
        period !== null
          ? fromSentence(period.raw)
          : context.reportYear === null
            ? null
            : { from: 'report', text: context.reportYear },
      unit: unit === null ? null : fromSentence(unit.raw),
    },
    doubts: [...figure.doubts, ...named.doubts, ...(statedPeriod === null ? ['the sentence names no period'] : [])],
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
): Obstacle | null {
  if (label === null) return null;
  const around = textAround(text, sentence, start, end)
    .replace(label.text, ' ')
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .replace(/^\s*(?:其中|,?\s*of (?:which|whom)\b)/, ' ');
  if (HAN.test(label.text) && spansYears(`${label.text}${around}`)) return { reason: SPANS, kind: 'other' };
  if (isAboutPart(label.text) || isAboutPart(around)) return { reason: PART, kind: 'other' };
  const narrowed = NARROWED_AFTER.exec(text.slice(end, sentence.end))?.[0];
  if (narrowed !== undefined) {
    const place = /^\s*(?:in|at) [A-Z][A-Za-z]+(?: [A-Z][a-z]+)*/.exec(text.slice(end, sentence.end))?.[0].trim();
    return { reason: PART, kind: 'part', ...(place === undefined ? {} : { words: place }) };
  }
  if (isAboutOthers(around)) return { reason: 'the sentence may speak of others', kind: 'others' };
  if (DID_SOMETHING.test(text.slice(end, sentence.end))) return { reason: 'those who did something', kind: 'deed' };
  if (isAboutMeasure(measureAround(text, sentence, start, end)))
    return { reason: 'the sentence speaks of a measure', kind: 'measure' };
  return null;
}

const SPANS = 'the sentence spans several years';
const HAN = /[\u4e00-\u9fff]/;
const PART = 'the sentence speaks of a part of the company';

/** How far a clause may reach to either side of a figure, in characters. */
const LONGEST_CLAUSE = 200;

/** The clause around a figure, in which a part of the company may be named. */
function textAround(text: string, sentence: Stretch, start: number, end: number): string {
  const before = text.slice(Math.max(sentence.start, start - LONGEST_CLAUSE), start);
  const cut = Math.max(before.lastIndexOf('，'), before.lastIndexOf(', '), before.lastIndexOf('；'));
  const after = text.slice(end, Math.min(sentence.end, end + LONGEST_CLAUSE));
  const stop = after.search(/^[^(（]*?[)）]/) === 0 ? after.search(/[)）]/) : after.search(/[，；。]|, /);
  return before.slice(cut + 1) + (stop === -1 ? after : after.slice(0, stop));
}

/** The figure's clause and the one before it, in which the measure may stand whose effect the figure is. */
function measureAround(text: string, sentence: Stretch, start: number, end: number): string {
  const before = text.slice(Math.max(sentence.start, start - LONGEST_CLAUSE), start);
  const cuts = [...before.matchAll(/，|；|, |; /g)].map((mark) => mark.index);
  return before.slice((cuts.at(-2) ?? -1) + 1) + textAround(text, sentence, start, end);
}

/** `location-based` or `market-based` when the sentence says which Scope 2 method it means. */
function boundaryOf(sentence: string): string | null {
  if (/location[- ]based|基于位置|基於位置|位置法/i.test(sentence)) return 'location-based';
  return /market[- ]based|基于市场|基於市場|市场法|市場法/i.test(sentence) ? 'market-based' : null;
}
