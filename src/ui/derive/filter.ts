import type { Fact } from '../../model/fact.ts';
import type { TriageState } from '../../model/triage.ts';
import { pagesOf } from './margin-note.ts';
import type { Item, Standing } from './standing.ts';

/** What narrows the list of findings; null lets everything through. */
export interface Filters {
  standing: Standing | null;
  state: TriageState | null;
  /** Kind of check. */
  kind: string | null;
  /** Group of metrics: `ghg`, `water`; `other` for what is about no metric. */
  topic: string | null;
  page: number | null;
}

export type Facet = keyof Filters;

export const noFilters: Filters = { standing: null, state: null, kind: null, topic: null, page: null };

/** The topic of findings that are about no metric. */
export const otherTopic = 'other';

/** What each filter looks at in a finding. */
export type FacetsOf = (item: Item) => { [F in Facet]: readonly NonNullable<Filters[F]>[] };

export function factsById(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

/** Facts by id → the topics of a finding: the groups of the metrics that it rests on. */
export function topicsOf({ finding }: Item, facts: ReadonlyMap<string, Fact>): string[] {
  const topics = new Set<string>();
  for (const { factId } of finding.evidence) {
    const metric = factId === null ? null : facts.get(factId)?.metric;
    if (metric) topics.add(metric.split('.')[0]!);
  }
  return topics.size === 0 ? [otherTopic] : [...topics];
}

/** Everything about an item that a filter can ask for. */
export function facetsOf(item: Item, facts: ReadonlyMap<string, Fact>, state: TriageState): ReturnType<FacetsOf> {
  return {
    standing: [item.standing],
    state: [state],
    kind: [item.finding.kind],
    topic: topicsOf(item, facts),
    page: pagesOf(item.finding),
  };
}

function passes(facets: ReturnType<FacetsOf>, filters: Filters, but: Facet | null): boolean {
  return (Object.keys(filters) as Facet[]).every((facet) => {
    const wanted = filters[facet];
    return wanted === null || facet === but || (facets[facet] as readonly unknown[]).includes(wanted);
  });
}

/** Items that pass every filter. */
export function filterItems(items: Item[], filters: Filters, facetsOfItem: FacetsOf): Item[] {
  if (isUnfiltered(filters)) return items;
  return items.filter((item) => passes(facetsOfItem(item), filters, null));
}

export function isUnfiltered(filters: Filters): boolean {
  return Object.values(filters).every((wanted) => wanted === null);
}

/** The choices of one filter with how many items each would show, as the other filters stand. */
export function choicesOf<F extends Facet>(
  facet: F,
  items: Item[],
  filters: Filters,
  facetsOfItem: FacetsOf,
): Map<NonNullable<Filters[F]>, number> {
  const counts = new Map<NonNullable<Filters[F]>, number>();
  for (const item of items) {
    const facets = facetsOfItem(item);
    if (!passes(facets, filters, facet)) continue;
    for (const value of facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
