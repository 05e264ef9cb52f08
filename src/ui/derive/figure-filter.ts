import type { Fact } from '../../model/fact.ts';
import type { FigureState } from './figure-states.ts';

/** What the shown figures have in common; null leaves it open. */
export interface FigureFilter {
  metric: string | null;
  period: string | null;
  unit: string | null;
  page: string | null;
  source: string | null;
  state: string | null;
}

export type Facet = keyof FigureFilter;

export const facets: readonly Facet[] = ['metric', 'period', 'unit', 'page', 'source', 'state'];

export const noFilter: FigureFilter = { metric: null, period: null, unit: null, page: null, source: null, state: null };

/** Stands for figures of which a facet is not known: no metric, no period, no unit. */
export const none = '–';

type States = ReadonlyMap<string, FigureState>;

function valueOf(fact: Fact, facet: Facet, states: States): string {
  if (facet === 'state') return states.get(fact.id) ?? 'unchecked';
  if (facet === 'page') return String(fact.page);
  return fact[facet] ?? none;
}

/** The facts that pass the filter, in their order. */
export function filterFigures(facts: readonly Fact[], filter: FigureFilter, states: States): readonly Fact[] {
  const asked = facets.filter((facet) => filter[facet] !== null);
  if (asked.length === 0) return facts;
  return facts.filter((fact) => asked.every((facet) => valueOf(fact, facet, states) === filter[facet]));
}

/** One value of a facet, and how many figures have it. */
export interface FacetOption {
  value: string;
  count: number;
}

const byNumber = (a: FacetOption, b: FacetOption): number => Number(a.value) - Number(b.value);
const byCount = (a: FacetOption, b: FacetOption): number => b.count - a.count || a.value.localeCompare(b.value);
const latestFirst = (a: FacetOption, b: FacetOption): number => b.value.localeCompare(a.value);

const orders: Record<Facet, (a: FacetOption, b: FacetOption) => number> = {
  metric: (a, b) => a.value.localeCompare(b.value),
  period: latestFirst,
  unit: byCount,
  page: byNumber,
  source: byCount,
  state: byCount,
};

/**
 * What each facet can be narrowed to, given what the others ask for. A value that is asked for stays, even with nothing
 * left. One walk through the facts: one that fails a single facet counts there, one that fails none counts in all.
 */
export function facetOptions(
  facts: readonly Fact[],
  filter: FigureFilter,
  states: States,
): Record<Facet, FacetOption[]> {
  const counts = new Map(
    facets.map((facet) => [facet, new Map<string, number>(filter[facet] === null ? [] : [[filter[facet], 0]])]),
  );
  for (const fact of facts) {
    const values = facets.map((facet) => valueOf(fact, facet, states));
    const failed = facets.filter((facet, index) => filter[facet] !== null && filter[facet] !== values[index]);
    if (failed.length > 1) continue;
    facets.forEach((facet, index) => {
      if (failed.length === 1 && failed[0] !== facet) return;
      const own = counts.get(facet)!;
      own.set(values[index]!, (own.get(values[index]!) ?? 0) + 1);
    });
  }
  const optionsOf = (facet: Facet): FacetOption[] =>
    [...counts.get(facet)!].map(([value, count]) => ({ value, count })).sort(orders[facet]);
  return Object.fromEntries(facets.map((facet) => [facet, optionsOf(facet)])) as Record<Facet, FacetOption[]>;
}
