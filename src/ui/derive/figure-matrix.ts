import { isTelling, normaliseLabel } from '../../engine/label.ts';
import type { Fact } from '../../model/fact.ts';
import type { FigureState } from './figure-states.ts';
import { formatNumber } from './format.ts';

/** One value of a cell, and the figures that print it, in reading order. */
export interface MatrixValue {
  text: string;
  facts: Fact[];
}

export interface MatrixCell {
  values: MatrixValue[];
  state: FigureState;
}

/** One metric (or table row that no metric names), of one boundary and unit, over the years. */
export interface MatrixRow {
  key: string;
  /** Id of the metric; null for a row that no metric names. */
  metric: string | null;
  /** The commonest label in the report. */
  label: string;
  boundary: string | null;
  /** As it is printed at the first place. */
  unit: string | null;
  /** By period. */
  cells: Map<string, MatrixCell>;
}

export interface Matrix {
  /** Oldest first. */
  periods: string[];
  rows: MatrixRow[];
}

/** A figure with no metric joins the matrix when its table row says enough to be a name. */
function rowKey(fact: Fact): string | null {
  if (fact.period === null) return null;
  const rest = [fact.boundary ?? '', fact.unit ?? '', fact.scale].join('|');
  if (fact.metric !== null) return `${fact.metric}|${rest}`;
  const label = fact.source === 'table' && fact.unit !== null ? normaliseLabel(fact) : '';
  return isTelling(label) ? `“${label}|${rest}` : null;
}

function commonest(words: string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What is wrong comes first; a cell is verified when any of its figures is. */
const byWeight: readonly FigureState[] = ['conflict', 'failing', 'verified', 'unchecked'];

function cellState(facts: readonly Fact[], states: ReadonlyMap<string, FigureState>): FigureState {
  const own = new Set(facts.map(({ id }) => states.get(id)));
  return byWeight.find((state) => own.has(state)) ?? 'unchecked';
}

function cellOf(facts: Fact[], states: ReadonlyMap<string, FigureState>): MatrixCell {
  const values = new Map<string, Fact[]>();
  for (const fact of facts) {
    const text = formatNumber(fact);
    values.set(text, [...(values.get(text) ?? []), fact]);
  }
  const sorted = [...values].map(([text, own]) => ({ text, facts: own }));
  // The value that is printed most often is the one to read.
  sorted.sort((a, b) => b.facts.length - a.facts.length);
  return { values: sorted, state: cellState(facts, states) };
}

/** The end of a period, for its place among the others: `2024` and `2023-04-01/2024-03-31` are neighbours. */
const endOf = (period: string): string => period.split('/').at(-1)!;

const byPlace = (a: Fact, b: Fact): number => a.page - b.page || a.box[1] - b.box[1] || a.box[0] - b.box[0];

/** Rows in the order of the report; those of one metric together, at its first place. */
function orderRows(rows: [row: MatrixRow, first: Fact][]): MatrixRow[] {
  const thing = (row: MatrixRow): string => row.metric ?? row.key;
  const firsts = new Map<string, Fact>();
  for (const [row, first] of rows) {
    const known = firsts.get(thing(row));
    if (!known || byPlace(first, known) < 0) firsts.set(thing(row), first);
  }
  return rows
    .sort(([a, x], [b, y]) => byPlace(firsts.get(thing(a))!, firsts.get(thing(b))!) || byPlace(x, y))
    .map(([row]) => row);
}

/** Facts → metrics by period. */
export function buildMatrix(facts: readonly Fact[], states: ReadonlyMap<string, FigureState>): Matrix {
  const rows = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = rowKey(fact);
    if (key === null) continue;
    const own = rows.get(key);
    if (own) own.push(fact);
    else rows.set(key, [fact]);
  }
  const periods = new Set<string>();
  const built = [...rows].map(([key, own]): [MatrixRow, Fact] => {
    own.sort(byPlace);
    const byPeriod = new Map<string, Fact[]>();
    for (const fact of own) {
      const period = fact.period!;
      periods.add(period);
      byPeriod.set(period, [...(byPeriod.get(period) ?? []), fact]);
    }
    const { metric, boundary, unit, unitRaw } = own[0]!;
    const cells = new Map([...byPeriod].map(([period, same]) => [period, cellOf(same, states)]));
    const label = commonest(own.map((fact) => fact.label));
    return [{ key, metric, label, boundary, unit: unitRaw ?? unit, cells }, own[0]!];
  });
  return { periods: [...periods].sort((a, b) => endOf(a).localeCompare(endOf(b))), rows: orderRows(built) };
}

/** `2024`; a year that does not follow the calendar is named after both: `2023/24`. */
export function shortPeriod(period: string): string {
  const [from, to] = period.split('/');
  if (from === undefined || to === undefined) return period;
  return from.slice(0, 4) === to.slice(0, 4) ? period.replaceAll('-', '.') : `${from.slice(0, 4)}/${to.slice(2, 4)}`;
}
