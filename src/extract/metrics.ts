import type { Metric } from '../model/rule.ts';
import { narrowings } from './label-narrowing.ts';
import { hasSplit, withoutAllWorkers, withoutMethod, withoutScope } from './label-scope.ts';
import { isOnlyFiller, significantWords } from './label-tokens.ts';
import {
  crossSplit,
  isBreakdown,
  isOneScope,
  isOtherBreakdown,
  meaningElsewhere,
  methodIn,
  vetoFromContext,
  whoseSafety,
} from './metric-context.ts';
import { COUNTED, NO_SHARE, saysCount } from './metric-fit.ts';
import { SCORE } from './metric-lookup.ts';
import { matchLastPart, matchName, matchWithContext, NONE, RULED_OUT, withoutUnit } from './metric-names.ts';
import type { MetricMatch } from './metric-names.ts';
import { buildTables } from './metric-tables.ts';
import type { MetricTables } from './metric-tables.ts';
import type { Units } from './units.ts';

export type { MetricMatch } from './metric-names.ts';

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
  /** The text that the unit was read from: `Average hours per year` says more than hours. */
  unitText?: string;
  /** The figure is printed like a year: `2023`, not `2,023`. */
  bareYear?: boolean;
}

export interface MetricIndex {
  match(label: string, options?: MatchContext): MetricMatch;
  get(id: string): Metric | null;
}

/** Without a unit, nothing confirms the metric. */
const NO_UNIT_FACTOR = 0.85;

const HAN = /[\u4e00-\u9fff]/;

/** Metrics of the rule pack → the index that names labels. Results are cached by label, context and dimension. */
export function buildMetricIndex(metrics: readonly Metric[], units: Units): MetricIndex {
  const tables = buildTables(metrics, units);
  const cache = new Map<string, MetricMatch>();
  return {
    get: (id) => tables.ids.get(id) ?? null,
    match(label, options = {}) {
      const key = keyOf(label, options);
      const known = cache.get(key);
      if (known !== undefined) return known;
      const match = matchLabel(tables, withoutAllWorkers(label), options);
      const result = options.noUnitExpected === true ? match : doubtWithoutUnit(match, options.dimension ?? null);
      if (cache.size >= MOST_KEPT) cache.clear();
      cache.set(key, result);
      return result;
    },
  };
}

/** So many matches are kept before all are let go: more than a long report has, and few enough for a run over thousands. */
const MOST_KEPT = 50_000;

/** Label and all that a match depends on → the key that it is kept under. */
function keyOf(label: string, { number, context, column, entity, ...rest }: MatchContext): string {
  const list = (texts: readonly string[] | undefined): string => texts?.join('\u0001') ?? '';
  const { dimension, unitText, noUnitExpected, bareYear } = rest;
  const figure = [sizeOf(number), number?.startsWith('-'), bareYear].join();
  return [label, figure, dimension, unitText, noUnitExpected, list(context), list(column), list(entity)].join('\u0000');
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
  if ((options.dimension == null || options.dimension === 'ratio') && options.bareYear === true)
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
  const dimension = options.dimension ?? (sizeOf(options.number) === 'many' ? NO_SHARE : null);
  const entity = (options.entity ?? []).filter((name) => !isOrdinaryWord(tables, name));
  const scoped = withoutScope(withoutHeading(label, context), entity);
  const headings = context.map((text) => scopedHeading(tables, text, entity));
  const saysNothing = isOnlyFiller(withoutUnit(tables.units, scoped)) || ONLY_MARKS.test(label) || isDate(label);
  const byColumn = saysNothing ? matchColumn(tables, column, headings, dimension) : null;
  if (saysNothing && (byColumn === null || byColumn.metric === null))
    return perHead(matchHeading(tables, label, options), [options.unitText ?? '', ...column]);
  const variants = [label, scoped, /scope|范围|範圍/i.test(scoped) ? withoutMethod(scoped) : scoped];
  const own = byColumn ?? matchVariants(tables, variants, headings, dimension);
  const silent = own.doubts.every((doubt) => doubt === RULED_OUT);
  const found = own.metric === null && silent ? (matchNarrowed(tables, scoped, headings, dimension) ?? own) : own;
  const method = withMethod(tables, found, [...column, ...[...context].reverse()], label);
  const match = perHead(method, [options.unitText ?? '', ...column, ...context.slice(-2)]);
  if (match.metric === null) return match;
  const around = [...context.slice(-3), ...label.split(/\s[–—-]\s|[–—]/).slice(0, -1)];
  const reason = reasonAgainst(tables, match.metric, label, around, options);
  if (reason !== null) return { metric: null, score: 0, doubts: [reason] };
  const whose =
    match.part === undefined
      ? (whoseSafety(match.metric, [...context, ...column]) ?? crossSplit(match.metric, context.slice(-2)))
      : null;
  return whose === null ? match : { ...match, part: whose };
}

/** A label that says only “total”, a date or a mark → what the nearest heading that says more names. */
function matchHeading(tables: MetricTables, label: string, options: MatchContext): MetricMatch {
  const { context = [], dimension = null, ...rest } = options;
  const at = context.findLastIndex((text) => !isOnlyFiller(text) && !isDate(text) && !SAYS_HOW.test(text));
  const heading = context[at];
  if (heading === undefined) return NONE;
  if (SPLITS_WORKFORCE.test(heading) && (dimension === null || COUNTED.has(dimension)))
    return { metric: 'hr.headcount', score: SCORE.context, doubts: ['named by the heading above it'] };
  const named = matchLabel(tables, heading, { ...rest, dimension, context: context.slice(0, at) });
  if (named.metric === null) return named;
  const counted = COUNTED.has(tables.ids.get(named.metric)?.dimension ?? '');
  const isTotal = !SAYS_WHEN.test(label) && !isDate(label);
  const far = (at < context.length - 1 || !isTotal) && dimension === null && !counted;
  if (far || (saysCount([label, ...context.slice(at + 1)].join(' ')) && !counted)) return NONE;
  const heads = (options.column ?? []).map((head) =>
    matchName(tables, withoutUnit(tables.units, head), dimension, head),
  );
  if (heads.some(({ metric }) => metric !== null && metric !== named.metric))
    return { metric: null, score: 0, doubts: ['its column names another metric'] };
  const sumsShares = dimension === 'ratio' && isBreakdown(named.metric) && !ONLY_MARKS.test(label);
  if (sumsShares) return { metric: null, score: 0, doubts: ['a total of shares'] };
  return limited(named, SCORE.context, vetoFromContext(heading), 'named by the heading above it');
}

/** Headings that say over what their rows are split, or which code they answer to: `Gender`, `By region`, `GRI 404-1`. */
const SAYS_HOW =
  /^(?:by )?(?:gender|sex|age(?: group)?|region|country|location|employee (?:category|level)|category|level|type|rank|function)$|^(?:GRI|SASB|HKEX|SSE|TCFD|KPI)\b[\sA-Z\d.,;:()-]*$|^(?:性别|性別|年龄|年齡|地区|地區|类别|類別|职级|職級|层级)$/i;
/** Headings whose total is the workforce. */
const SPLITS_WORKFORCE =
  /^(?:type of employment|employment (?:type|contract)s?|(?:employee|workforce|staff) (?:structure|profile|composition|breakdown)|(?:员工|雇员|職工|员工人数|員工)(?:构成|構成|结构|結構))$/i;
const DATE =
  /^(?:(?:as (?:at|of)|at) )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?$/i;
const SAYS_WHEN = /\byear\b|年度|年/i;
const isDate = (label: string): boolean => DATE.test(label.trim());

/** A label narrowed to a part of what it names: `Turnover rate (Germany)` → the turnover rate, of that part. */
function matchNarrowed(
  tables: MetricTables,
  label: string,
  headings: readonly string[],
  dimension: string | null,
): MetricMatch | null {
  const clean = withoutUnit(tables.units, label);
  const isEnergy = dimension !== null && tables.units.info('kWh')?.dimension === dimension;
  if (isEnergy && RENEWABLE_SOURCE.test(clean) && (RENEWABLE.test(headings.at(-1) ?? '') || USED.test(clean)))
    return { metric: 'energy.renewable', score: SCORE.context, doubts: ['narrowed to a part'], part: clean };
  for (const { rest, part } of narrowings(clean)) {
    const match = matchName(tables, withoutUnit(tables.units, rest), dimension, rest);
    if (match.metric === null || match.score < SCORE.softWords) continue;
    const counted = COUNTED.has(tables.ids.get(match.metric)?.dimension ?? '');
    if (!counted && (dimension === null || dimension === NO_SHARE)) continue;
    return limited({ ...match, part }, SCORE.context, vetoFromContext(headings.at(-1) ?? ''), 'narrowed to a part');
  }
  return null;
}

/** Renewable sources under a heading that says so, or whose energy was used. */
const RENEWABLE_SOURCE = /^(?:renewables? )?(?:solar|wind|hydro|geothermal|photovoltaic|biomass|biogas|pv)\b/i;
const RENEWABLE = /(?<!non-?)\brenewables?\b/i;
const USED = /\b(?:generated|consumed|used|consumption)\b/i;

/** A heading without scope; the same heading stands over many rows, so that it is worked out once. */
function scopedHeading(tables: MetricTables, heading: string, entity: readonly string[]): string {
  const key = `${entity.join()}|${heading}`;
  const known = tables.headings.get(key) ?? withoutScope(heading, entity);
  if (tables.headings.size >= MOST_KEPT) tables.headings.clear();
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
  const last = column.length - 1;
  const head = column[last];
  if (head === undefined || isOnlyFiller(head)) return null;
  const named = (text: string, from: number[], outer: readonly string[] = []): MetricMatch | null => {
    const match = matchInContext(tables, text, [...context, ...outer], dimension);
    const found = { ...limited(match, SCORE.softWords, null, 'named by its column'), fromColumn: from };
    return match.metric === null ? null : found;
  };
  // People of whom the inner head says what they did are no part that adds up to them.
  const amount = (match: MetricMatch | null): MetricMatch | null =>
    COUNTED.has(tables.ids.get(match?.metric ?? '')?.dimension ?? '') ? null : match;
  const outermost = column[0];
  // “Discharge” under “Water”; or the outer head alone, of which the inner one is a part.
  const byOuter = last > 0 && outermost !== undefined && !isOnlyFiller(outermost);
  return (
    named(head, [last]) ??
    (byOuter ? (named(head, [...column.keys()], [outermost]) ?? amount(named(outermost, [0]))) : null) ??
    NONE
  );
}

/** What is counted per head when the unit says so: `Average hours per year`. */
const PER_HEAD: Record<string, string> = { 'hr.training_hours': 'hr.training_hours_avg' };
const SAYS_AVERAGE = /\baverage\b|\bper (?:employee|person|capita|head|fte)\b|人均|平均/i;

/** Hours whose unit or heading says that they are an average are those of one employee. */
function perHead(match: MetricMatch, texts: readonly string[]): MetricMatch {
  const average = PER_HEAD[match.metric ?? ''];
  return average !== undefined && texts.some((text) => SAYS_AVERAGE.test(text)) ? { ...match, metric: average } : match;
}

/** Scope 2 under a heading or column that names the method is the metric of that method. */
function withMethod(tables: MetricTables, match: MetricMatch, around: readonly string[], label: string): MetricMatch {
  if (match.metric === null) return match;
  const suffix = methodIn([label, ...around]);
  const id = suffix === null ? null : `${match.metric}${suffix}`;
  return id !== null && tables.ids.has(id) ? { ...match, metric: id } : match;
}

/** Amounts of the whole company, and heads of columns that divide them. */
const AMOUNT = /^(?:ghg\.(?:total|scope)|energy\.total|water\.(?:consumption|withdrawal)|waste\.total)/;
const PER = /\bper\b|\bintensity\b|人均|强度|強度|密度/i;

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
  const isInput = metric.startsWith('materials.') && /\b(?:used|consumed|purchased)\b|使用|消耗|采购/i.test(label);
  const elsewhere = isInput
    ? null
    : meaningElsewhere(metric, [...around, ...(options.column ?? [])], options.dimension != null);
  if (elsewhere !== null) return elsewhere;
  if (metric === 'ghg.total' && /^\W*emissions?\W*$/i.test(label)) return 'emissions of what and of whom is not said';
  const total = metric === 'ghg.total' || metric === 'ghg.scope12';
  if (total && !/scope|范围|範圍/i.test(label) && around.some(isOneScope)) return 'stands under a heading of one scope';
  // “Total 100 %” under “Female” adds up shares; so does a total over a split.
  const filler = isOnlyFiller(withoutUnit(tables.units, withoutScope(label, options.entity ?? [])));
  const sumsShares = options.dimension === 'ratio' && (hasSplit(label) || (filler && isBreakdown(metric)));
  if (sumsShares) return 'a total of shares';
  if (options.dimension === 'ratio' && options.number?.startsWith('-') === true && metric !== 'hr.pay_gap')
    return 'a share is not negative';
  const isAmount = AMOUNT.test(metric) && options.dimension?.includes('/') !== true;
  if (isAmount && (options.column ?? []).some((head) => PER.test(head)))
    return 'its column is of amounts per something';
  const counted = COUNTED.has(tables.ids.get(metric)?.dimension ?? '');
  const counts = options.dimension == null || COUNTED.has(options.dimension);
  return counted && counts && sizeOf(options.number) === 'fraction'
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
/** Applies a ceiling of the score, a veto and a doubt to a match. */
function limited(match: MetricMatch, ceiling: number, veto: string | null, doubt: string | null): MetricMatch {
  if (match.metric === null) return match;
  if (veto !== null) return { metric: null, score: 0, doubts: [veto] };
  return {
    ...match,
    score: Math.min(match.score, ceiling),
    doubts: doubt === null ? match.doubts : [...match.doubts, doubt],
  };
}
