import { triageStates } from '../../model/triage.ts';
import { t } from '../i18n/t.ts';
import type { FindingsState } from '../state/findings.svelte.ts';
import type { Facet, Filters } from './filter.ts';
import { standings } from './standing.ts';

type Value = NonNullable<Filters[Facet]>;

/** What a kind of check is called; its id where it has no name yet. */
export function kindName(kind: string): string {
  const names: Record<string, string> = t.triage.kinds;
  return names[kind] ?? kind;
}

/** What a filter's choice is called. A kind or topic that has no name yet goes by its id. */
export function facetName(facet: Facet, value: Value): string {
  if (facet === 'page') return t.common.page(Number(value));
  const names: Record<Exclude<Facet, 'page'>, Record<string, string>> = {
    standing: t.findings.standings,
    state: t.triage.states,
    kind: t.triage.kinds,
    topic: t.triage.topics,
  };
  return names[facet][value] ?? String(value);
}

/** The choices of a filter in their natural order, with how many findings each would show. */
export function listChoices(facet: Facet, findings: FindingsState): [Value, number][] {
  const choices = [...findings.choices(facet)] as [Value, number][];
  const natural: readonly Value[] = facet === 'standing' ? standings : triageStates;
  if (facet === 'page') return choices.toSorted(([a], [b]) => Number(a) - Number(b));
  if (facet === 'standing' || facet === 'state')
    return choices.toSorted(([a], [b]) => natural.indexOf(a) - natural.indexOf(b));
  return choices.toSorted(([a, many], [b, others]) => others - many || String(a).localeCompare(String(b)));
}

/** The filters that are set, for the list to say so. */
export function setFilters({ filters }: FindingsState): [Facet, Value][] {
  return (Object.entries(filters) as [Facet, Value | null][]).filter(
    (each): each is [Facet, Value] => each[1] !== null,
  );
}
