import type { Metric } from '../model/rule.ts';
import { chineseKey, isOnlyFiller, plainLine, reducedChineseKey, significantWords, wordKey } from './label-tokens.ts';
import { buildTables } from './metric-tables.ts';
import type { MetricTables } from './metric-tables.ts';
import { makeReadable } from './readable-text.ts';
import type { Units } from './units.ts';

/** What a label was found to name. */
export interface MetricMatch {
  metric: string | null;
  /** 0 to 1; 0 when no metric was found. */
  score: number;
  doubts: string[];
}

export interface MatchContext {
  /** Headings, caption and band rows that the label stands under, outermost first. */
  context?: readonly string[];
  /** Dimension of the figure's unit, as `Units.info` gives it; null when no unit is known. */
  dimension?: string | null;
  /** The text names no unit by its nature (a claim's subject), so that its absence is no reason for doubt. */
  noUnitExpected?: boolean;
}

export interface MetricIndex {
  match(label: string, options?: MatchContext): MetricMatch;
  get(id: string): Metric | null;
}

/** How surely each way of matching names the metric. */
const SCORE = { exact: 1, sameWords: 0.95, reduced: 0.9, softWords: 0.85, context: 0.75, spelling: 0.75 };
/** Without a unit, nothing confirms the metric. */
const NO_UNIT_FACTOR = 0.85;
/** A bilingual label of which only one half is known. */
const HALF_KNOWN_FACTOR = 0.8;

/** Words that may be added to a metric's name within its group without changing what it is. */
const SOFT_WORDS: Record<string, ReadonlySet<string>> = {
  ghg: new Set(['ghg', 'emission', 'direct', 'indirect']),
  energy: new Set(['use', 'energy']),
  water: new Set(['water', 'use']),
  waste: new Set(['waste']),
  pollutant: new Set(['emission', 'discharge']),
  safety: new Set(['work', 'related']),
};

/** Candidates of one look-up and how sure it is. */
interface Candidates {
  metrics: Metric[];
  score: number;
  doubts: string[];
}

const HAN = /[\u4e00-\u9fff]/;
const NONE: MetricMatch = { metric: null, score: 0, doubts: [] };

/** Metrics of the rule pack → the index that names labels. Results are cached by label, context and dimension. */
export function buildMetricIndex(metrics: readonly Metric[], units: Units): MetricIndex {
  const tables = buildTables(metrics, units);
  const byId = new Map(metrics.map((m) => [m.id, m]));
  const cache = new Map<string, MetricMatch>();
  return {
    get: (id) => byId.get(id) ?? null,
    match(label, options = {}) {
      const key = [label, options.dimension ?? '', options.noUnitExpected === true, ...(options.context ?? [])].join(
        '\u0001',
      );
      const known = cache.get(key);
      if (known !== undefined) return known;
      const match = matchLabel(tables, label, options.context ?? [], options.dimension ?? null);
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

/** Label, its context and the figure's dimension → metric, or null with the reason. */
function matchLabel(
  tables: MetricTables,
  label: string,
  context: readonly string[],
  dimension: string | null,
): MetricMatch {
  const match = matchInContext(tables, label, context, dimension);
  const around = [...context.slice(-2), ...label.split(/\s[–—-]\s|[–—]/).slice(0, -1)];
  if (match.metric === null || !isOtherBreakdown(match.metric, around)) return match;
  return { metric: null, score: 0, doubts: ['a breakdown of another group than the workforce'] };
}

/** The same, before breakdown rows are held against their headings. */
function matchInContext(
  tables: MetricTables,
  label: string,
  context: readonly string[],
  dimension: string | null,
): MetricMatch {
  const clean = withoutUnit(tables.units, label);
  const innermost = context.at(-1) ?? '';
  if (clean === '') return NONE;
  const veto = vetoFromContext(innermost);
  if (isOnlyFiller(clean)) {
    const fromContext =
      innermost === '' ? NONE : matchName(tables, withoutUnit(tables.units, innermost), dimension, label);
    return limited(fromContext, SCORE.context, veto, 'named by the heading above it');
  }
  const own = matchName(tables, clean, dimension, label);
  if (own.metric === null) {
    const parted = matchLastPart(tables, clean, dimension, label);
    if (parted.metric !== null) return limited(parted, SCORE.context, veto, null);
    if (own.doubts.some((d) => d.startsWith('fits'))) return own;
    const joined = matchWithContext(tables, clean, context, dimension, label);
    return joined.metric === null
      ? own
      : limited(joined, SCORE.context, veto, 'named together with the heading above it');
  }
  const refined = matchWithContext(tables, clean, context, dimension, label);
  if (refined.metric?.startsWith(`${own.metric}.`) === true) return limited(refined, SCORE.sameWords, veto, null);
  return limited(own, 1, veto, null);
}

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

/** Context that makes a row something else than the company's own figure of the year. */
function vetoFromContext(context: string): string | null {
  const text = makeReadable(context).text.toLowerCase();
  if (/metric|progress|performance|指标|绩效|进展|完成/.test(text)) return null;
  if (/\btargets?\b|\bgoals?\b|目标/.test(text)) return 'stands under a target heading';
  return null;
}

/** Breakdown rows (female, under 30, full-time …) that mean the workforce unless the heading is about something else. */
const BREAKDOWN = /^hr\.(?:male|female|age_|education_|fulltime|parttime|permanent|temporary)/;
const OTHER_THAN_WORKFORCE =
  /\b(?:hir(?:e[sd]?|ing)|recruit\w*|joiners?|turnover|attrition|leave[rs]?|left|training|trained|manage(?:ment|rs?)|directors?|board|executives?|senior|promot\w+|injur\w+|pay|salar\w+|wages?|remuneration|absen\w+|parental|return\w*|retention|supervisors?|of which)\b|新进|新入职|新增|新聘|招聘|流失|离职|培训|受训|管理|董事|晋升|高管|高级|薪酬|工伤|监事|留任|复职|育婴|育儿|休假|产假|主管|干部|其中/i;

/** Whether a breakdown row stands under a heading, or after words, about another group than the workforce. */
function isOtherBreakdown(metric: string, context: readonly string[]): boolean {
  if (!BREAKDOWN.test(metric)) return false;
  return context.some((heading) => OTHER_THAN_WORKFORCE.test(makeReadable(heading).text));
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
  if (!han) return decide(englishCandidates(tables, label), dimension, printed, tables);
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
  const english = decide(englishCandidates(tables, latinPart), dimension, printed, tables);
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

function englishCandidates(tables: MetricTables, label: string): Candidates {
  const line = tables.lines.get(plainLine(label));
  if (line !== undefined) return { metrics: [...line], score: SCORE.exact, doubts: [] };
  const words = significantWords(label);
  const same = tables.words.get(wordKey(words)) ?? wordsWithoutAbbreviation(tables, label);
  if (same !== undefined) return { metrics: [...same], score: SCORE.sameWords, doubts: [] };
  const soft = softCandidates(tables, words);
  if (soft.length > 0) return { metrics: soft, score: SCORE.softWords, doubts: [] };
  return respelt(tables, words);
}

/** `Chemical oxygen demand (COD)`: the label without an abbreviation in brackets. */
function wordsWithoutAbbreviation(tables: MetricTables, label: string): Set<Metric> | undefined {
  const stripped = label.replace(/\(\s*[A-Z][A-Za-z&]{1,6}\s*\)/g, ' ');
  return stripped === label ? undefined : tables.words.get(wordKey(significantWords(stripped)));
}

/** Metrics one of whose names stands in the label, all other words being soft in its group; the longest name wins. */
function softCandidates(tables: MetricTables, words: readonly string[]): Metric[] {
  const own = new Set(words);
  let best: Metric[] = [];
  let longest = 0;
  for (const entry of new Set(words.flatMap((word) => tables.byWord.get(word) ?? []))) {
    if (entry.words.size < longest || entry.words.size === 0 || entry.words.size >= own.size) continue;
    const soft = SOFT_WORDS[entry.metric.group];
    if (soft === undefined || ![...entry.words].every((word) => own.has(word))) continue;
    if (!words.every((word) => entry.words.has(word) || soft.has(word))) continue;
    best = entry.words.size > longest ? [entry.metric] : [...new Set([...best, entry.metric])];
    longest = entry.words.size;
  }
  return best;
}

/** Letters that a misspelt word must have at least; shorter words have too many neighbours. */
const RESPELL_LETTERS = 6;

/** Candidates after correcting the only unknown word to the nearest of the vocabulary. */
function respelt(tables: MetricTables, words: readonly string[]): Candidates {
  const nothing: Candidates = { metrics: [], score: 0, doubts: [] };
  const unknown = words.filter((word) => !tables.vocabulary.has(word));
  const [word] = unknown;
  if (unknown.length !== 1 || word === undefined || word.length < RESPELL_LETTERS || /\d/.test(word)) return nothing;
  const near = tables.spelling.search(word, { limit: 3 }).find((hit) => isOneSlip(word, hit.item));
  if (near === undefined) return nothing;
  const corrected = words.map((w) => (w === word ? near.item : w));
  const metrics = [...(tables.words.get(wordKey([...new Set(corrected)])) ?? [])];
  return { metrics, score: SCORE.spelling, doubts: [`“${word}” read as “${near.item}”`] };
}

/** Whether two words differ by one letter added, lost, changed or swapped with its neighbour. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front++;
  let back = 0;
  while (back < a.length - front && back < b.length - front && a[a.length - 1 - back] === b[b.length - 1 - back])
    back++;
  const restA = a.slice(front, a.length - back);
  const restB = b.slice(front, b.length - back);
  return restA.length <= 1 && restB.length <= 1 ? true : restA.length === 2 && restA === [...restB].reverse().join('');
}

function chineseCandidates(tables: MetricTables, label: string): Candidates {
  const key = chineseKey(label);
  const exact = tables.chinese.get(key);
  if (exact !== undefined) return { metrics: [...exact], score: SCORE.exact, doubts: [] };
  const reduced = tables.reduced.get(reducedChineseKey(key));
  if (reduced !== undefined) return { metrics: [...reduced], score: SCORE.reduced, doubts: [] };
  return bracketCandidates(tables, label);
}

/** 直接排放量（范围一）: the part before the bracket and the bracket must name the same metric; an abbreviation may follow. */
function bracketCandidates(tables: MetricTables, label: string): Candidates {
  const nothing: Candidates = { metrics: [], score: 0, doubts: [] };
  const readable = makeReadable(label).text;
  const bracket = /^(.{2,}?)[([【]([^()[\]【】]+)[)\]】]\s*$/.exec(readable);
  if (bracket === null) return nothing;
  const look = (text: string): Metric[] => {
    const key = chineseKey(text);
    return [...(tables.chinese.get(key) ?? tables.reduced.get(reducedChineseKey(key)) ?? [])];
  };
  const outer = look(bracket[1] ?? '');
  const inside = bracket[2] ?? '';
  if (/^[A-Za-z0-9.&]{1,8}$/.test(inside.trim())) return { metrics: outer, score: SCORE.reduced, doubts: [] };
  const inner = look(inside);
  return { metrics: outer.filter((m) => inner.includes(m)), score: SCORE.reduced, doubts: [] };
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
  for (const heading of [...context].reverse()) {
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

/** Whether one of the metric's excluded words stands in the label. */
function isExcluded(metric: Metric, label: string): boolean {
  if (metric.exclude.length === 0) return false;
  const line = ` ${plainLine(label)} `;
  const key = chineseKey(label);
  return metric.exclude.some((word) => {
    if (HAN.test(word)) return key.includes(chineseKey(word));
    const plain = plainLine(word) || word.trim();
    return word.length <= 4 && /^[a-z]+$/.test(word) ? line.includes(` ${plain} `) : line.includes(plain);
  });
}

const COUNTED = new Set(['people', 'count', 'people times']);

/** Whether a figure of this dimension can be the metric; no unit contradicts nothing. */
function accepts(metric: Metric, dimension: string | null, units: Units): boolean {
  if (dimension === null) return true;
  if (metric.units.length === 0) return !dimension.startsWith('money:');
  const own = metric.units.map((unit) => units.info(unit)?.dimension ?? unit);
  if (own.includes(dimension)) return true;
  if (metric.dimension === 'money') return dimension.startsWith('money:') && !dimension.includes('/');
  // 人次 counts attendances, not people.
  if (metric.dimension === 'people' && dimension === 'people times') return false;
  if (COUNTED.has(metric.dimension)) return COUNTED.has(dimension);
  if (metric.dimension === 'ghg') return dimension === 'mass';
  if (metric.dimension === 'time') return /^time\b[^/]*$/.test(dimension);
  if (metric.dimension !== 'intensity') return false;
  const [top = ''] = dimension.split('/');
  const tops = own.map((d) => d.split('/')[0] ?? '');
  const wide = tops.includes('volume') || tops.includes('ghg') ? [...tops, 'mass'] : tops;
  return dimension.includes('/') && wide.includes(top);
}
