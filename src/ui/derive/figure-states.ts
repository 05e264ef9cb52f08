import { SURE_METRIC_SCORE } from '../../engine/finding.ts';
import { canMeet, readInterval, scaleInterval } from '../../engine/interval.ts';
import type { Fact } from '../../model/fact.ts';
import type { FigureCover } from './coverage.ts';

/**
 * How a figure stands: `conflict` where the same fact is printed elsewhere with a value that cannot meet it; `failing` in
 * another relation that does not hold; `verified` in relations that all hold; `unchecked` in none.
 */
export type FigureState = 'conflict' | 'failing' | 'verified' | 'unchecked';

/** The kind of check that compares the places where one fact is printed. */
const comparesPlaces = 'equal';

/** What makes two figures the same fact: metric, period, boundary and unit; null when one of the first is not known. */
function factKey({ metric, period, boundary, unit }: Fact): string | null {
  return metric === null || period === null ? null : [metric, period, boundary ?? '', unit ?? ''].join('|');
}

function group<T>(values: Iterable<T>, keyOf: (value: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const own = groups.get(key);
    if (own) own.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Can both be right? Equal print is the common case and needs no arithmetic. */
function agree(a: Fact, b: Fact): boolean {
  if (a.number === b.number && a.scale === b.scale && a.upper === b.upper) return true;
  const [one, other] = [a, b].map((fact) =>
    scaleInterval(readInterval(fact, 'roundedOrTruncated', fact.source === 'text'), fact.scale),
  );
  return canMeet(one!, other!);
}

function allAgree(facts: readonly Fact[]): boolean {
  return facts.every((a, index) => facts.slice(index + 1).every((b) => agree(a, b)));
}

/**
 * Groups of figures that are one fact by metric, period, boundary and unit, but whose values cannot meet. Only figures
 * that were read without doubt count; a table that prints several values for one fact prints parts of it, or other things.
 */
export function findConflicts(facts: readonly Fact[]): Fact[][] {
  const sure = facts.filter(({ doubts, metricScore }) => doubts.length === 0 && metricScore >= SURE_METRIC_SCORE);
  const conflicts: Fact[][] = [];
  for (const same of group(sure, factKey).values()) {
    if (same.length < 2) continue;
    const tables = group(same, ({ id, tableId }) => tableId ?? id);
    const places = [...tables.values()].filter(allAgree).flat();
    if (!allAgree(places)) conflicts.push(places);
  }
  return conflicts;
}

function stateOf(cover: FigureCover | undefined, clashes: boolean): FigureState {
  const differs = cover?.items.some(
    ({ finding, standing }) => standing !== 'verified' && finding.kind === comparesPlaces,
  );
  if (clashes || differs) return 'conflict';
  if (cover?.cover === 'failing') return 'failing';
  return cover?.cover === 'verified' ? 'verified' : 'unchecked';
}

/** Every figure's state, by its id. */
export function stateFigures(
  facts: readonly Fact[],
  covers: ReadonlyMap<string, FigureCover>,
): Map<string, FigureState> {
  const clashing = new Set(findConflicts(facts).flatMap((group) => group.map(({ id }) => id)));
  return new Map(facts.map(({ id }) => [id, stateOf(covers.get(id), clashing.has(id))]));
}
