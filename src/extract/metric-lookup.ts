import type { Metric } from '../model/rule.ts';
import { chineseKey, plainLine, reducedChineseKey, significantWords, wordKey } from './label-tokens.ts';
import { lineOf } from './metric-tables.ts';
import type { MetricTables } from './metric-tables.ts';
import { makeReadable } from './readable-text.ts';

/** How surely each way of matching names the metric. */
export const SCORE = { exact: 1, sameWords: 0.95, reduced: 0.9, softWords: 0.85, context: 0.75, spelling: 0.75 };
/** Words that say how a figure was come by, or that it is the whole company's, and may be added to any metric's name. */
const NEUTRAL_WORDS = new Set(
  'recorded reported incurred recognised recognized realised realized achieved measured considered deemed represented each own operation operational business activity entire corporate end date period time approximate kpi metric'.split(
    ' ',
  ),
);
/** Words that may be added to a metric's name within its group without changing what it is. */
const SOFT_WORDS: Record<string, ReadonlySet<string>> = {
  ghg: soft('ghg emission direct indirect generated produced released gas footprint absolute operational'),
  energy: soft('use energy need source'),
  water: soft('water use source'),
  waste: soft('waste generated produced disposal registered site'),
  pollutant: soft('emission discharge'),
  safety: soft('work case incident accident injury resulting result employee due caused'),
  hr: soft('employee invested received provided completed delivered'),
  fin: soft('generated attributable shareholder owner parent ordinary equity holder'),
  social: soft('contributed completed made given csr csi'),
  supply: soft('engaged'),
};

function soft(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Candidates of one look-up and how sure it is. */
export interface Candidates {
  metrics: Metric[];
  score: number;
  doubts: string[];
}

/** Ways of looking an English label up, surest first. */
export const ENGLISH_TIERS: ((tables: MetricTables, label: string) => Candidates)[] = [
  (tables, label) =>
    found(tables.lines.get(plainLine(label)) ?? tables.lines.get(lineOf(significantWords(label))), SCORE.exact),
  (tables, label) =>
    found(
      tables.words.get(wordKey(significantWords(label))) ?? wordsWithoutAbbreviation(tables, label),
      SCORE.sameWords,
    ),
  (tables, label) => found(softCandidates(tables, significantWords(label)), SCORE.softWords),
  (tables, label) => respelt(tables, significantWords(label)),
];

const found = (metrics: Iterable<Metric> | undefined, score: number): Candidates => ({
  metrics: [...(metrics ?? [])],
  score,
  doubts: [],
});

/** `Chemical oxygen demand (COD)`: the label without an abbreviation in brackets. */
function wordsWithoutAbbreviation(tables: MetricTables, label: string): Set<Metric> | undefined {
  const stripped = label.replace(/\(\s*(?=[A-Za-z&]*[A-Z][A-Za-z&]*[A-Z])[A-Za-z&]{2,7}\s*\)/g, ' ');
  return stripped === label ? undefined : tables.words.get(wordKey(significantWords(stripped)));
}

/** More words than these beside a name are a sentence, of which the name is a part. */
const MOST_ADDED = 4;

/** Metrics one of whose names stands in the label, all other words being soft in its group; the longest name wins. */
function softCandidates(tables: MetricTables, words: readonly string[]): Metric[] {
  const own = new Set(words);
  let best: Metric[] = [];
  let longest = 0;
  for (const entry of new Set(words.flatMap((word) => tables.byWord.get(word) ?? []))) {
    if (entry.words.size < longest || entry.words.size === 0 || entry.words.size >= own.size) continue;
    const soft = SOFT_WORDS[entry.metric.group];
    if (own.size - entry.words.size > MOST_ADDED || ![...entry.words].every((word) => own.has(word))) continue;
    if (!words.every((word) => entry.words.has(word) || soft?.has(word) || NEUTRAL_WORDS.has(word))) continue;
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
  const near = nearestWord(tables, word);
  if (near === null) return nothing;
  const corrected = words.map((w) => (w === word ? near : w));
  const metrics = [...(tables.words.get(wordKey([...new Set(corrected)])) ?? [])];
  return { metrics, score: SCORE.spelling, doubts: [`“${word}” read as “${near}”`] };
}

/** The word of the vocabulary that is one slip away, or null; each word is searched once. */
function nearestWord(tables: MetricTables, word: string): string | null {
  const known = tables.respelt.get(word);
  if (known !== undefined) return known;
  // The search is slow and few words have a neighbour.
  const hasNeighbour = tables.vocabulary.values().some((other) => isOneSlip(word, other));
  const hits = hasNeighbour ? tables.spelling.search(word, { limit: 3 }) : [];
  const near = hits.find((hit) => isOneSlip(word, hit.item))?.item ?? null;
  tables.respelt.set(word, near);
  return near;
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

export function chineseCandidates(tables: MetricTables, label: string): Candidates {
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
