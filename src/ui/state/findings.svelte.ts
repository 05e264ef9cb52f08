import type { Fact } from '../../model/fact.ts';
import { triageStates } from '../../model/triage.ts';
import type { TriageState } from '../../model/triage.ts';
import { choicesOf, facetsOf, factsById, filterItems, isUnfiltered, noFilters } from '../derive/filter.ts';
import type { Facet, FacetsOf, Filters } from '../derive/filter.ts';
import { findingText, wordsOf } from '../derive/finding-text.ts';
import { groupItems, standings } from '../derive/standing.ts';
import type { Item, Standing } from '../derive/standing.ts';
import { askedOf, isSameAsked, nameOf } from './asked.ts';
import type { Asked } from './route.ts';
import type { TriageBook } from './triage.svelte.ts';

/** Standings whose findings ask for a decision. */
const toDecide = new Set<Standing>(['wrong', 'doubtful', 'look']);

/** The list of findings: searched, filtered, folded, and walked through. */
export class FindingsState {
  readonly #items: () => Item[];
  readonly #book: TriageBook;
  readonly #source: () => readonly Fact[];
  #facts = $derived.by(() => factsById(this.#source()));
  query = $state('');
  /** Called when the reader searches or filters. */
  onask: () => void = () => undefined;
  filters = $state.raw<Filters>(noFilters);
  /** The list of what was verified is long and rarely read: it starts closed. */
  closed = $state<Standing[]>(['verified']);

  filtered = $derived.by(() => !isUnfiltered(this.filters));
  readonly #facetsOf: FacetsOf = (item) => facetsOf(item, this.#facts, this.#book.stateOf(item.key));
  #searched = $derived.by(() => this.#search());
  /** Items that match the search and the filters. */
  shown = $derived.by(() => filterItems(this.#searched, this.filters, this.#facetsOf));
  groups = $derived(groupItems(this.shown));
  /** Items in open groups, in the order of the screen: the road of the j and k keys. */
  road = $derived(this.groups.filter((group) => this.isOpen(group.standing)).flatMap((group) => group.items));
  /** How many of the findings that ask for a decision have one. */
  progress = $derived.by(() => {
    const asked = this.#items().filter(({ standing }) => toDecide.has(standing));
    return { decided: asked.filter(({ key }) => this.#book.stateOf(key) !== 'open').length, all: asked.length };
  });

  constructor(items: () => Item[], facts: () => readonly Fact[], book: TriageBook) {
    this.#items = items;
    this.#book = book;
    this.#source = facts;
  }

  filter<F extends Facet>(facet: F, value: Filters[F]): void {
    this.filters = { ...this.filters, [facet]: value };
    this.onask();
  }

  search(query: string): void {
    this.query = query;
    this.onask();
  }

  clearFilters(): void {
    this.filters = noFilters;
    this.query = '';
    this.onask();
  }

  /** What narrows the list, for the address. */
  get asked(): Asked {
    return askedOf({ ...this.filters, q: this.query || null });
  }

  /** Takes over what an address asks for. */
  take(asked: Asked): void {
    if (isSameAsked(asked, this.asked)) return;
    const page = Number(asked[nameOf('page')]);
    this.filters = {
      standing: standings.find((standing) => standing === asked.standing) ?? null,
      state: triageStates.find((state) => state === asked.state) ?? null,
      kind: asked.kind ?? null,
      topic: asked.topic ?? null,
      page: Number.isInteger(page) && page > 0 ? page : null,
    };
    this.query = asked.q ?? '';
  }

  /** The choices of a filter, with how many findings each would show. */
  choices<F extends Facet>(facet: F): Map<NonNullable<Filters[F]>, number> {
    return choicesOf(facet, this.#searched, this.filters, this.#facetsOf);
  }

  isOpen(standing: Standing): boolean {
    return this.query !== '' || this.filtered || !this.closed.includes(standing);
  }

  toggle(standing: Standing): void {
    this.closed = this.closed.includes(standing)
      ? this.closed.filter((each) => each !== standing)
      : [...this.closed, standing];
  }

  /** The finding after (1) or before (-1) another on the road; the first when the other is not on it; null at an end. */
  neighbour(key: string | null, by: 1 | -1): Item | null {
    const at = this.road.findIndex((item) => item.key === key);
    return (at < 0 ? this.road[0] : this.road[at + by]) ?? null;
  }

  /** The next finding that is still to be decided, after the given one or else from the top; null when all are. */
  nextOpen(key: string | null): Item | null {
    const at = this.road.findIndex((item) => item.key === key);
    const round = [...this.road.slice(at + 1), ...this.road.slice(0, Math.max(0, at))];
    return round.find((item) => toDecide.has(item.standing) && this.stateOf(item) === 'open') ?? null;
  }

  stateOf({ key }: Item): TriageState {
    return this.#book.stateOf(key);
  }

  #search(): Item[] {
    const words = wordsOf(this.query);
    const items = this.#items();
    if (words.length === 0) return items;
    return items.filter((item) => words.every((word) => findingText(item).includes(word)));
  }
}
