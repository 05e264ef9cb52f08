import type { Metric } from '../model/rule.ts';
import { hasSplit, withoutMethod, withoutScope } from './label-scope.ts';
import { chineseKey, isOnlyFiller, significantWords, wordKey } from './label-tokens.ts';
import {
  isBreakdown,
  isOneScope,
  isOtherBreakdown,
  meaningElsewhere,
  methodIn,
  vetoFromContext,
} from './metric-context.ts';
import { accepts, COUNTED, isExcluded, NO_SHARE } from './metric-fit.ts';
import { chineseCandidates, ENGLISH_TIERS, SCORE } from './metric-lookup.ts';
import type { Candidates } from './metric-lookup.ts';
import { buildTables } from './metric-tables.ts';
import type { MetricTables } from './metric-tables.ts';
import type { Units } from './units.ts';

/** What a label was found to name. */
export interface MetricMatch {
  metric: string | null;
  /** 0 to 1; 0 when no metric was found. */
  score: number;
  doubts: string[];
  /** The column head, not the row label, names the figure: the row is a total over columns that are its parts. */
  fromColumn?: boolean;
}

export interface MatchContext {
  /** Headings, caption and band rows that the label stands under, outermost first. */
  context?: readonly string[];
  /** Dimension of the figure's unit, as `Units.info` gives it; null when no unit is known. */
  dimension?: string | null;
  /** The text names no unit by its nature (a claim's subject), so that its absence is no reason for doubt. */
  noUnitExpected?: boolean;
  /** Names of the reporting company, lower case, as `findEntityNames` gives them: they narrow a label to nothing. */
  entity?: readonly string[];
  /** Heads of the figure's column that name neither a period nor a unit, outermost first. */
  column?: readonly string[];
  /** The figure as printed: with decimals it counts no people or cases, above 100 it is hardly a share. */
  number?: string;
  /** The figure is printed like a year: `2023`, not `2,023`. */
  bareYear?: boolean;
}

export interface MetricIndex {
  match(label: string, options?: MatchContext): MetricMatch;
  get(id: string): Metric | null;
}

/** Without a unit, nothing confirms the metric. */
const NO_UNIT_FACTOR = 0.85;
/** A bilingual label of which only one half is known. */
const HALF_KNOWN_FACTOR = 0.8;

const HAN = /[\u4e00-\u9fff]/;
const NONE: MetricMatch = { metric: null, score: 0, doubts: [] };

/** Metrics of the rule pack → the index that names labels. Results are cached by label, context and dimension. */
export function buildMetricIndex(metrics: readonly Metric[], units: Units): MetricIndex {
  const tables = buildTables(metrics, units);
  const cache = new Map<string, MetricMatch>();
  return {
    get: (id) => tables.ids.get(id) ?? null,
    match(label, options = {}) {
      const { number, ...rest } = options;
      const key = JSON.stringify([label, rest, sizeOf(number)]);
      const known = cache.get(key);
      if (known !== undefined) return known;
      const match = matchLabel(tables, label, options);
      const result = options.noUnitExpected === true ? match : doubtWithoutUnit(match, options.dimension ?? null);
      cache.set(key, result);
      return result;
    },
  };
}

/** The same match, less sure where no unit confirms it. */
function doubtWithoutUnit(match: MetricMatch, dimension: string | null): MetricMatch {
  if (match.metric === null || dimension !== null) return match;
  return { ...match, score: match.score * NO_UNIT_FACTOR, doubts: [...match.doubts, 'no unit confirms the metric'] };
}

/** What a figure's size says of what it can be. */
function sizeOf(number: string | undefined): 'fraction' | 'many' | null {
  if (number === undefined) return null;
  if (/\.\d*[1-9]/.test(number)) return 'fraction';
  return Math.abs(Number(number)) > MOST_PERCENT ? 'many' : null;
}

/** A share of a whole is no more. */
const MOST_PERCENT = 100;

/** Label, its context and the figure's dimension → metric, or null with the reason. */
function matchLabel(tables: MetricTables, label: string, options: MatchContext): MetricMatch {
  const { context = [], column = [] } = options;
  const heading = context.at(-1);
  if (options.dimension == null && options.bareYear === true)
    return { metric: null, score: 0, doubts: ['may be a year'] };
  // Rows of years under a split heading are of one part of it each.
  if (
    heading !== undefined &&
    hasSplit(heading) &&
    !HAN.test(label) &&
    significantWords(label).length === 0 &&
    !isOnlyFiller(label)
  )
    return NONE;
  // A mark or icon instead of words: the heading next to it is the label.
  if (heading !== undefined && ONLY_MARKS.test(label)) {
    const named = matchLabel(tables, heading, { ...options, context: context.slice(0, -1) });
    return limited(named, SCORE.context, null, 'named by the heading above it');
  }
  const dimension = options.dimension ?? (sizeOf(options.number) === 'many' ? NO_SHARE : null);
  const entity = (options.entity ?? []).filter((name) => !isOrdinaryWord(tables, name));
  const scoped = withoutScope(withoutHeading(label, context), entity);
  const headings = context.map((text) => scopedHeading(tables, text, entity));
  const own = matchVariants(
    tables,
    [label, scoped, /scope|范围|範圍/i.test(scoped) ? withoutMethod(scoped) : scoped],
    headings,
    dimension,
  );
  const byColumn = isOnlyFiller(withoutUnit(tables.units, scoped))
    ? matchColumn(tables, column, headings, dimension)
    : null;
  const match = withMethod(tables, byColumn ?? own, [...column, ...[...context].reverse()], label);
  if (match.metric === null) return match;
  const around = [...context.slice(-2), ...label.split(/\s[–—-]\s|[–—]/).slice(0, -1)];
  const reason = reasonAgainst(tables, match.metric, label, around, options);
  return reason === null ? match : { metric: null, score: 0, doubts: [reason] };
}

/** A heading without scope; the same heading stands over many rows, so that it is worked out once. */
function scopedHeading(tables: MetricTables, heading: string, entity: readonly string[]): string {
  const key = `${entity.join()}|${heading}`;
  const known = tables.headings.get(key) ?? withoutScope(heading, entity);
  tables.headings.set(key, known);
  return known;
}

/** A label without the heading that runs into it: `Governance Number of board members` under `Governance`. */
function withoutHeading(label: string, context: readonly string[]): string {
  const heading = context.find((text) => text.length >= 4 && label.startsWith(`${text} `));
  return heading === undefined ? label : label.slice(heading.length + 1);
}

/** Whether a company's name is a word of the vocabulary as well: `gas`, `power` or `general` in a name. */
function isOrdinaryWord(tables: MetricTables, name: string): boolean {
  return !/\s/.test(name) && significantWords(name).every((word) => tables.vocabulary.has(word));
}

/** The first of several forms of a label that names a metric; each form is a little less sure than the printed one. */
function matchVariants(
  tables: MetricTables,
  variants: readonly string[],
  context: readonly string[],
  dimension: string | null,
): MetricMatch {
  const [printed = '', ...others] = variants;
  const first = matchInContext(tables, printed, context, dimension);
  if (first.metric !== null) return first;
  for (const variant of new Set(others)) {
    if (variant === '' || variant === printed) continue;
    const match = matchInContext(tables, variant, context, dimension, printed);
    if (match.metric !== null) return limited(match, SCORE.reduced, null, null);
  }
  return first;
}

/** A total over columns that split the whole: `Total` under `Female` is what the heading counts of women. */
function matchColumn(
  tables: MetricTables,
  column: readonly string[],
  context: readonly string[],
  dimension: string | null,
): MetricMatch | null {
  const head = column.at(-1);
  if (head === undefined || isOnlyFiller(head)) return null;
  const match = matchInContext(tables, head, context, dimension);
  if (match.metric === null) return match;
  return { ...limited(match, SCORE.softWords, null, 'named by its column'), fromColumn: true };
}

/** Scope 2 under a heading or column that names the method is the metric of that method. */
function withMethod(tables: MetricTables, match: MetricMatch, around: readonly string[], label: string): MetricMatch {
  if (match.metric === null) return match;
  const suffix = methodIn([label, ...around]);
  const id = suffix === null ? null : `${match.metric}${suffix}`;
  return id !== null && tables.ids.has(id) ? { ...match, metric: id } : match;
}

/** What speaks against a metric that the words alone would name; null when nothing does. */
function reasonAgainst(
  tables: MetricTables,
  metric: string,
  label: string,
  around: readonly string[],
  options: MatchContext,
): string | null {
  const saysTotal = metric === 'hr.headcount' && /\b(?:total|number)\b|总|總|合计|合計|人数|人數/i.test(label);
  if (!saysTotal && isOtherBreakdown(metric, around)) return 'a breakdown of another group than the workforce';
  const elsewhere = meaningElsewhere(metric, [...around, ...(options.column ?? [])], options.dimension != null);
  if (elsewhere !== null) return elsewhere;
  if (metric === 'ghg.total' && /^\W*emissions?\W*$/i.test(label)) return 'emissions of what and of whom is not said';
  const total = metric === 'ghg.total' || metric === 'ghg.scope12';
  if (total && !/scope|范围|範圍/i.test(label) && around.some(isOneScope)) return 'stands under a heading of one scope';
  // “Total 100 %” under “Female” adds up shares; so does a total over a split.
  const filler = isOnlyFiller(withoutUnit(tables.units, withoutScope(label, options.entity ?? [])));
  const sumsShares = options.dimension === 'ratio' && (hasSplit(label) || (filler && isBreakdown(metric)));
  if (sumsShares) return 'a total of shares';
  const counted = COUNTED.has(tables.ids.get(metric)?.dimension ?? '');
  return counted && options.dimension == null && sizeOf(options.number) === 'fraction'
    ? 'a figure with decimals counts no people or cases'
    : null;
}

/** The same, before breakdown rows are held against their headings. */
function matchInContext(
  tables: MetricTables,
  label: string,
  context: readonly string[],
  dimension: string | null,
  printed = label,
): MetricMatch {
  const clean = withoutUnit(tables.units, label);
  const innermost = context.at(-1) ?? '';
  if (clean === '') return NONE;
  if (ONE_GAS.test(clean)) return { metric: null, score: 0, doubts: ['one greenhouse gas of several'] };
  const veto = vetoFromContext(innermost);
  if (isOnlyFiller(clean)) {
    const fromContext =
      innermost === '' ? NONE : matchName(tables, withoutUnit(tables.units, innermost), dimension, printed);
    return limited(fromContext, SCORE.context, veto, 'named by the heading above it');
  }
  const own = matchName(tables, clean, dimension, printed);
  if (own.metric === null) {
    const parted = matchLastPart(tables, clean, dimension, printed);
    if (parted.metric !== null) return limited(parted, SCORE.context, veto, null);
    if (own.doubts.some((d) => d.startsWith('fits'))) return own;
    const joined = matchWithContext(tables, clean, context, dimension, printed);
    return joined.metric === null
      ? own
      : limited(joined, SCORE.context, veto, 'named together with the heading above it');
  }
  const refined = matchWithContext(tables, clean, context, dimension, printed);
  if (refined.metric?.startsWith(`${own.metric}.`) === true) return limited(refined, SCORE.sameWords, veto, null);
  return limited(own, 1, veto, null);
}

const ONLY_MARKS = /^[\p{Co}\p{So}\s]+$/u;
/** Rows of a split by gas. */
const ONE_GAS =
  /^(?:CO ?[2₂]|carbon dioxide|CH ?[4₄]|methane|N ?[2₂] ?O|nitrous oxide|HFCs?|PFCs?|SF ?[6₆]|NF ?[3₃]|二氧化碳|甲烷|氧化亚氮|氧化亞氮)(?: emissions| ?排放量?)?$/i;
/** Footnote marks, and the letters in brackets by which rows refer to each other: `(d + i)`. */
const MARKS =
  /[*†‡^]+|\[\d{1,2}\]|(?<=[a-z\u4e00-\u9fff)])[¹²³⁴⁵⁶⁷⁸⁹]+|[(（](?:[a-z]|[ivx]+|\d)(?:\s?[-+&,/=]\s?(?:[a-z]|[ivx]+|\d))*[)）]/g;
/** Remarks that say what the figure takes in, and leave it the figure that it is. */
const REMARKS = /[(（](?:including|incl\.|i\.e\.|含|包括|包含)[^()（）]{0,40}[)）]/gi;

/** The label without its unit in brackets or after a comma, and without footnote marks. */
function withoutUnit(units: Units, label: string): string {
  let text = label.replace(MARKS, ' ').replace(REMARKS, ' ');
  for (let i = 0; i < 3; i++) {
    const unit = units.findIn(text);
    if (unit === null || unit.start === unit.end) break;
    text = `${text.slice(0, unit.start)} ${text.slice(unit.end)}`;
  }
  return text.replace(/^[\s•·–—-]+|[\s:：,，;；–—-]+$/g, '').trim();
}

/** Applies a ceiling of the score, a veto and a doubt to a match. */
function limited(match: MetricMatch, ceiling: number, veto: string | null, doubt: string | null): MetricMatch {
  if (match.metric === null) return match;
  if (veto !== null) return { metric: null, score: 0, doubts: [veto] };
  return {
    metric: match.metric,
    score: Math.min(match.score, ceiling),
    doubts: doubt === null ? match.doubts : [...match.doubts, doubt],
  };
}

/** A label's own words → metric. `printed` is the label with its unit, for the metrics' exclusions. */
function matchName(tables: MetricTables, label: string, dimension: string | null, printed: string): MetricMatch {
  const han = HAN.test(label);
  const latin = label
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/\b(?:CO2e?|PUE|ESG|VOCs?|NOx|SOx|SO2|COD|PM\d*|A4|R&D)\b/gi, '');
  if (!han) return decideEnglish(tables, label, dimension, printed);
  const chinese = decide(chineseCandidates(tables, label), dimension, printed, tables);
  const bilingual =
    (latin.match(/[A-Za-z]{3,}/g) ?? []).length >= 1 && label.replace(/[^\u4e00-\u9fff]/g, '').length >= 2;
  if (!bilingual || chinese.metric !== null) return chinese;
  return decideBilingual(tables, label, dimension, printed);
}

/** A label printed in both languages: the halves must not disagree. */
function decideBilingual(tables: MetricTables, label: string, dimension: string | null, printed: string): MetricMatch {
  const latinPart = label.replace(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/g, ' ').trim();
  const hanPart = label.replace(/[A-Za-z][\x20-\x7e]*[A-Za-z.)]/g, ' ').trim();
  const english = decideEnglish(tables, latinPart, dimension, printed);
  const chinese = decide(chineseCandidates(tables, hanPart), dimension, printed, tables);
  if (english.metric === chinese.metric) return english;
  if (english.metric !== null && chinese.metric !== null) {
    return { metric: null, score: 0, doubts: ['the two languages of the label name different metrics'] };
  }
  const known = english.metric === null ? chinese : english;
  return {
    ...known,
    score: known.score * HALF_KNOWN_FACTOR,
    doubts: [...known.doubts, 'only one language of the label is known'],
  };
}

/** English label → metric by the surest way that fits its unit; else the first reason why not. */
function decideEnglish(tables: MetricTables, label: string, dimension: string | null, printed: string): MetricMatch {
  let first: MetricMatch = NONE;
  for (const tier of ENGLISH_TIERS) {
    const candidates = tier(tables, label);
    const match = decide(candidates, dimension, printed, tables);
    if (match.metric !== null) return match;
    if (first === NONE && candidates.metrics.length > 0) first = match;
    // Looser ways only serve where the surer ones know nothing, or only another unit's metric.
    if (candidates.metrics.length > 0 && candidates.score < SCORE.exact) break;
  }
  return first;
}

/** `General waste – kitchen waste`, 无害废弃物-厨余垃圾: the last part names the figure when the whole does not. */
function matchLastPart(tables: MetricTables, label: string, dimension: string | null, printed: string): MetricMatch {
  const parts = label.split(/\s+[–—-]\s+|[–—]|(?<=[\u4e00-\u9fff])-|[:：](?=\s|[\u4e00-\u9fff])/).map((p) => p.trim());
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || last === '') return NONE;
  if (isOnlyFiller(last)) return parts.length === 2 ? matchName(tables, parts[0] ?? '', dimension, printed) : NONE;
  const known = parts.slice(0, -1).every((part) => isKnownTopic(tables, part));
  return known ? matchName(tables, last, dimension, printed) : NONE;
}

/** Whether all words of a label's first part are vocabulary, so that it narrows nothing to a place or product. */
function isKnownTopic(tables: MetricTables, part: string): boolean {
  if (HAN.test(part)) return chineseCandidates(tables, part).metrics.length > 0;
  return significantWords(part).every((word) => tables.vocabulary.has(word));
}

/** Label and one of its headings together, innermost first, as one name. */
function matchWithContext(
  tables: MetricTables,
  label: string,
  context: readonly string[],
  dimension: string | null,
  printed: string,
): MetricMatch {
  // A bare year or mark says nothing of its own, so that only the heading next to it may name it.
  const telling = HAN.test(label) || significantWords(label).length > 0;
  for (const heading of telling ? [...context].reverse() : context.slice(-1)) {
    const both = `${withoutUnit(tables.units, heading)} ${label}`;
    const words = significantWords(both);
    const metrics = HAN.test(label)
      ? [...(tables.chinese.get(chineseKey(both)) ?? [])]
      : [...(tables.words.get(wordKey(words)) ?? [])];
    const match = decide({ metrics, score: SCORE.context, doubts: [] }, dimension, printed, tables);
    if (match.metric !== null) return match;
  }
  return NONE;
}

/** Candidates → the one that the exclusions and the unit leave; several left is a doubt, not a guess. */
function decide(candidates: Candidates, dimension: string | null, printed: string, tables: MetricTables): MetricMatch {
  if (candidates.metrics.length === 0) return NONE;
  const allowed = candidates.metrics.filter((metric) => !isExcluded(metric, printed));
  const fitting = allowed.filter((metric) => accepts(metric, dimension, tables.units));
  const [only] = fitting;
  if (allowed.length === 0) return { metric: null, score: 0, doubts: ['a word in the label rules the metric out'] };
  if (only === undefined)
    return {
      metric: null,
      score: 0,
      doubts: [`a unit of ${dimension ?? 'no'} dimension does not fit ${allowed.map((m) => m.id).join(', ')}`],
    };
  if (fitting.length > 1) return { metric: null, score: 0, doubts: [`fits ${fitting.map((m) => m.id).join(' and ')}`] };
  return { metric: only.id, score: candidates.score, doubts: candidates.doubts };
}
