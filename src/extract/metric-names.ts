import type { Metric } from '../model/rule.ts';
import { chineseKey, isOnlyFiller, significantWords, wordKey } from './label-tokens.ts';
import { accepts, isExcluded, saysCount } from './metric-fit.ts';
import { chineseCandidates, ENGLISH_TIERS, SCORE } from './metric-lookup.ts';
import type { Candidates } from './metric-lookup.ts';
import type { MetricTables } from './metric-tables.ts';
import type { Units } from './units.ts';

/** What a label was found to name. */
export interface MetricMatch {
  metric: string | null;
  /** 0 to 1; 0 when no metric was found. */
  score: number;
  doubts: string[];
  /** The column head, not the row label, names the figure: the row is a total over columns that are its parts. */
  fromColumn?: number[];
  /** The label narrows the metric to this part: a place, a scope, what was done with it. */
  part?: string;
}

export const NONE: MetricMatch = { metric: null, score: 0, doubts: [] };
/** The doubt about a label that holds a word which the metric's definition excludes. */
export const RULED_OUT = 'a word in the label rules the metric out';
const HAN = /[\u4e00-\u9fff]/;
/** A bilingual label of which only one half is known. */
const HALF_KNOWN_FACTOR = 0.8;

/** Footnote marks, and the letters in brackets by which rows refer to each other: `(d + i)`. */
const MARKS =
  /[*†‡^]+|\[\d{1,2}\]|(?<=[a-z\u4e00-\u9fff)])[¹²³⁴⁵⁶⁷⁸⁹]+|[(（](?:[a-z]|[ivx]+|\d)(?:\s?[-+&,/=]\s?(?:[a-z]|[ivx]+|\d))*[)）]/g;
/** Remarks that say what the figure takes in, and leave it the figure that it is. */
const REMARKS = /[(（](?:including|incl\.|i\.e\.|含|包括|包含)[^()（）]{0,40}[)）]/gi;

/** The label without its unit in brackets or after a comma, and without footnote marks. */
export function withoutUnit(units: Units, label: string): string {
  let text = label.replace(MARKS, ' ').replace(REMARKS, ' ');
  for (let i = 0; i < 3; i++) {
    const unit = units.findIn(text);
    if (unit === null || unit.start === unit.end) break;
    text = `${text.slice(0, unit.start)} ${text.slice(unit.end)}`;
  }
  return text.replace(/^[\s•·–—-]+|[\s:：,，;；–—-]+$/g, '').trim();
}

/** A label's own words → metric. `printed` is the label with its unit, for the metrics' exclusions. */
export function matchName(tables: MetricTables, label: string, dimension: string | null, printed: string): MetricMatch {
  const han = HAN.test(label);
  const latin = label
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/\b(?:CO2e?|PUE|ESG|VOCs?|NOx|SOx|SO2|COD|PM\d*|A4|R&D)\b/gi, '');
  if (!han) return decideEnglish(tables, label, dimension, printed);
  const chinese = decide(chineseCandidates(tables, label), dimension, printed, tables);
  const intensity = chinese.metric === null ? decideIntensity(tables, label, dimension) : null;
  if (intensity !== null) return intensity;
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
  return first.metric === null && first.doubts.length === 0
    ? (decideIntensity(tables, label, dimension) ?? first)
    : first;
}

const INTENSITY = /\b(?:intensity|normali[sz]ed)\b|强度|密度/i;

/** `Normalized scope 1 emissions`, 范围一排放强度: an amount per something, when the unit says so too. */
function decideIntensity(tables: MetricTables, label: string, dimension: string | null): MetricMatch | null {
  if (dimension?.includes('/') !== true || !INTENSITY.test(label)) return null;
  const amount = label.replace(INTENSITY, ' ').replace(/\s+/g, ' ').trim();
  const metrics = HAN.test(label)
    ? chineseCandidates(tables, amount).metrics
    : [...(tables.words.get(wordKey(significantWords(amount))) ?? [])];
  const found = metrics.map((metric) => derive(metric, dimension, tables)).find((match) => match !== null);
  return found ?? null;
}

/** `General waste – kitchen waste`, 无害废弃物-厨余垃圾: the last part names the figure when the whole does not. */
export function matchLastPart(
  tables: MetricTables,
  label: string,
  dimension: string | null,
  printed: string,
): MetricMatch {
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
export function matchWithContext(
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
  if (allowed.length === 0) return { metric: null, score: 0, doubts: [RULED_OUT] };
  const counts = saysCount(printed) && !printed.includes('%') && dimension !== 'ratio';
  const fitting = allowed.filter(
    (metric) => accepts(metric, dimension, tables.units) && !(counts && metric.dimension === 'ratio'),
  );
  const [only] = fitting;
  if (only === undefined) {
    const derived = allowed.map((metric) => derive(metric, dimension, tables)).find((match) => match !== null);
    return (
      derived ?? {
        metric: null,
        score: 0,
        doubts: [`a unit of ${dimension ?? 'no'} dimension does not fit ${allowed.map((m) => m.id).join(', ')}`],
      }
    );
  }
  if (fitting.length > 1) return { metric: null, score: 0, doubts: [`fits ${fitting.map((m) => m.id).join(' and ')}`] };
  return { metric: only.id, score: candidates.score, doubts: candidates.doubts };
}

/** Quantities whose amount per revenue, head or product is the intensity of their group; a part of the whole narrows it. */
const INTENSITIES: [amount: RegExp, intensity: string, part: RegExp | null][] = [
  [/^ghg\.(?:total|scope)/, 'ghg.intensity', /^ghg\.(scope.*)$/],
  [/^energy\.total$/, 'energy.intensity', null],
  [/^water\.(?:consumption|withdrawal)$/, 'water.intensity', null],
  [/^waste\.(?:total|hazardous|nonhazardous)$/, 'waste.intensity', /^waste\.((?:non)?hazardous)$/],
];

/** An amount whose unit is per something → the intensity of its group. */
function derive(metric: Metric, dimension: string | null, tables: MetricTables): MetricMatch | null {
  const found = dimension?.includes('/') === true ? INTENSITIES.find(([amount]) => amount.test(metric.id)) : undefined;
  const derived = found === undefined ? undefined : tables.ids.get(found[1]);
  if (derived === undefined || !accepts(derived, dimension, tables.units)) return null;
  const part = found?.[2]?.exec(metric.id)?.[1];
  return {
    metric: derived.id,
    score: SCORE.softWords,
    doubts: ['named by its unit'],
    ...(part === undefined ? {} : { part }),
  };
}
