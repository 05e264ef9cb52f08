import type { Fact } from '../model/fact.ts';
import type { Reading } from '../model/report.ts';
import type { Metric } from '../model/rule.ts';
import { measureFact } from './quantity.ts';
import type { Quantity, UnitLookup } from './quantity.ts';

/** All facts of a report, measured and grouped once, so that each rule only looks up. */
export interface FactIndex {
  all: Quantity[];
  /** Ids of metrics → period → figures in reading order. Facts without a period are left out. */
  byMetric: Map<string, Map<string, Quantity[]>>;
  /** First table of a chain → its figures in reading order. */
  byTable: Map<string, Quantity[]>;
  /** Pages → their figures in reading order. */
  byPage: Map<number, Quantity[]>;
}

/**
 * Reading → its facts measured and grouped. A table that goes on over a page break counts as one.
 * @param measured figures of an earlier index of this reading: those of the same facts are taken over
 */
export function indexFacts(
  reading: Reading,
  units: UnitLookup,
  metrics: ReadonlyMap<string, Metric>,
  measured?: ReadonlyMap<Fact, Quantity>,
): FactIndex {
  const first = chainTables(reading);
  const index: FactIndex = { all: [], byMetric: new Map(), byTable: new Map(), byPage: new Map() };
  for (const fact of reading.facts) {
    const table = fact.tableId === null ? null : (first.get(fact.tableId) ?? fact.tableId);
    const metric = fact.metric === null ? null : (metrics.get(fact.metric) ?? null);
    const quantity = measured?.get(fact) ?? measureFact(fact, units, table, metric);
    index.all.push(quantity);
    pushTo(index.byPage, fact.page, quantity);
    if (table !== null) pushTo(index.byTable, table, quantity);
    if (fact.metric !== null && fact.period !== null) {
      let periods = index.byMetric.get(fact.metric);
      if (periods === undefined) index.byMetric.set(fact.metric, (periods = new Map<string, Quantity[]>()));
      pushTo(periods, fact.period, quantity);
    }
  }
  return index;
}

/** Table id → id of the first table of its chain. A chain that bites its own tail ends where it would repeat. */
function chainTables(reading: Reading): Map<string, string> {
  const continues = new Map(reading.tables.map((table) => [table.id, table.continues]));
  const first = new Map<string, string>();
  for (const id of continues.keys()) {
    const seen = new Set([id]);
    let at = id;
    for (let next = continues.get(at); next != null && !seen.has(next); next = continues.get(at)) {
      seen.add(next);
      at = next;
    }
    first.set(id, at);
  }
  return first;
}

/** Metric and period → its figures in reading order; none when it is not printed. */
export function findFigures(index: FactIndex, metric: string, period: string): readonly Quantity[] {
  return index.byMetric.get(metric)?.get(period) ?? [];
}

/** Page → its figures in reading order. */
export function findPage(index: FactIndex, page: number): readonly Quantity[] {
  return index.byPage.get(page) ?? [];
}

/** Metrics → the periods in which any of them is printed, latest first. */
export function listPeriods(index: FactIndex, metrics: readonly string[]): string[] {
  const periods = new Set(metrics.flatMap((metric) => [...(index.byMetric.get(metric)?.keys() ?? [])]));
  return [...periods].sort().reverse();
}

/** Adds a value to the list under a key. */
export function pushTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** Values → groups under a key, in order of first appearance. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) pushTo(groups, keyOf(value), value);
  return groups;
}

/**
 * Do two facts of one table stand under the same band rows? A row stands under its parent row as well, so the one list may go on where the
 * other ends: a total and its indented parts are one block.
 */
export function shareBand(a: Fact, b: Fact): boolean {
  const [shorter, longer] = a.context.length <= b.context.length ? [a.context, b.context] : [b.context, a.context];
  return shorter.every((words, i) => words.trim().toLowerCase() === longer[i]!.trim().toLowerCase());
}

/** The way Scope 2 was counted limits a figure by method, not by part of the organisation. */
const METHOD_BOUNDARY =
  /location|market|region|基于位置|基於位置|位置法|基于市场|基於市場|市场法|市場法|所在地|マーケット|ロケーション/i;

/** Boundary that limits a figure to a part of the organisation, lower case; empty for the whole report. */
export function partBoundary(fact: Fact): string {
  const boundary = fact.boundary?.trim().toLowerCase() ?? '';
  return METHOD_BOUNDARY.test(boundary) ? '' : boundary;
}

/** Method that a figure was counted by, lower case; empty when none is named. */
export function methodBoundary(fact: Fact): string {
  const boundary = fact.boundary?.trim().toLowerCase() ?? '';
  return METHOD_BOUNDARY.test(boundary) ? boundary : '';
}

/** Can these figures belong to one calculation: same part of the organisation, and no two different methods? */
export function shareBoundary(facts: readonly Fact[]): boolean {
  const methods = new Set(facts.map(methodBoundary).filter((method) => method !== ''));
  return methods.size < 2 && new Set(facts.map(partBoundary)).size < 2;
}
