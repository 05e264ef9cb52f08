import Fuse from 'fuse.js';
import type { Metric } from '../model/rule.ts';
import { chineseKey, plainLine, reducedChineseKey, significantWords, wordKey } from './label-tokens.ts';
import type { Units } from './units.ts';

/** One way of looking names up: key → metrics. */
export type NameTable = Map<string, Set<Metric>>;

/** All names of all metrics, ready to be looked up. */
export interface MetricTables {
  lines: NameTable;
  words: NameTable;
  chinese: NameTable;
  reduced: NameTable;
  /** Every English name's word set, for labels with an extra soft word. */
  names: { words: Set<string>; metric: Metric }[];
  byWord: Map<string, { words: Set<string>; metric: Metric }[]>;
  vocabulary: Set<string>;
  spelling: Fuse<string>;
  /** Words looked up in `spelling` before, with their correction or null. */
  respelt: Map<string, string | null>;
  ids: ReadonlyMap<string, Metric>;
  /** Headings met before → the same without scope. */
  headings: Map<string, string>;
  units: Units;
}

/** Words that tell, in their order, as a key beside the plain lines. */
export const lineOf = (words: readonly string[]): string => (words.length === 0 ? '' : `=${words.join(' ')}`);

/** Metrics → their names, by line, by words, and for Chinese in full and without filler words. */
export function buildTables(metrics: readonly Metric[], units: Units): MetricTables {
  const lines: NameTable = new Map();
  const words: NameTable = new Map();
  const chinese: NameTable = new Map();
  const reduced: NameTable = new Map();
  const names: MetricTables['names'] = [];
  const byWord: MetricTables['byWord'] = new Map();
  const vocabulary = new Set<string>();
  const add = (table: NameTable, key: string, metric: Metric): void => {
    if (key === '') return;
    const found = table.get(key) ?? new Set();
    table.set(key, found.add(metric));
  };
  for (const metric of metrics) {
    for (const name of metric.en) {
      const significant = significantWords(name);
      add(lines, plainLine(name), metric);
      add(lines, lineOf(significant), metric);
      add(words, wordKey(significant), metric);
      const entry = { words: new Set(significant), metric };
      names.push(entry);
      for (const word of significant) {
        vocabulary.add(word);
        const entries = byWord.get(word);
        if (entries === undefined) byWord.set(word, [entry]);
        else entries.push(entry);
      }
    }
    for (const name of metric.zh) {
      add(chinese, chineseKey(name), metric);
      add(reduced, reducedChineseKey(chineseKey(name)), metric);
    }
  }
  const spelling = new Fuse([...vocabulary], { threshold: 0.3, ignoreLocation: true, includeScore: true });
  const ids = new Map(metrics.map((m) => [m.id, m]));
  return {
    respelt: new Map(),
    headings: new Map(),
    ids,
    lines,
    words,
    chinese,
    reduced,
    names,
    byWord,
    vocabulary,
    spelling,
    units,
  };
}
