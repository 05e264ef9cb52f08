import type { Fact } from '../../model/fact.ts';
import type { Message } from '../../model/rule.ts';
import type { FigureCover } from '../derive/coverage.ts';
import { facetOptions, facets, filterFigures, none, noFilter } from '../derive/figure-filter.ts';
import { factsById } from '../derive/filter.ts';
import type { FigureFilter } from '../derive/figure-filter.ts';
import { buildMatrix } from '../derive/figure-matrix.ts';
import type { MatrixRow } from '../derive/figure-matrix.ts';
import { stateFigures } from '../derive/figure-states.ts';
import { nameMetrics } from '../derive/metric-names.ts';
import { say } from '../i18n/language.svelte.ts';
import type { SearchMessage, SearchReply } from '../figures/search.worker.ts';
import { askedOf, isSameAsked, nameOf } from './asked.ts';
import type { Asked } from './route.ts';
import { createSearchWorker } from './workers.ts';

function searchText(fact: Fact): string {
  const { label, metric, period, raw, number, unit, unitRaw, boundary, context } = fact;
  const words = [label, metric?.replace(/[._-]/g, ' '), period, raw, number, unit, unitRaw, boundary, ...context];
  return words.filter(Boolean).join(' ');
}

/** How the figures are shown. */
export type FigureView = 'list' | 'matrix' | 'charts';

export const figureViews: readonly FigureView[] = ['list', 'matrix', 'charts'];

/** The figures, what narrows them down, and their search, which runs in a worker so that typing never waits. */
export class FiguresState {
  readonly #source: () => Fact[];
  all = $derived.by(() => this.#source());
  query = $state('');
  view = $state<FigureView>('list');
  filter = $state.raw<FigureFilter>(noFilter);
  /** Called when the reader narrows the figures down or shows them otherwise. */
  onask: () => void = () => undefined;
  /** What the vocabulary calls its metrics; empty until it is loaded. */
  #names = $state.raw<ReadonlyMap<string, Message>>(nameMetrics([]));
  /** Ids of the figures that were found, the best first; null shows everything. */
  #found = $state.raw<string[] | null>(null);
  #worker: Worker | null = null;
  #lastQuery = 0;
  /** The figures whose words the worker searches. */
  #searched: readonly Fact[] = [];

  /** The figures of each page, by its number. */
  byPage = $derived.by(() => Map.groupBy(this.all, ({ page }) => page));
  #byId = $derived.by(() => factsById(this.all));
  readonly #covers: () => ReadonlyMap<string, FigureCover>;

  /** Every figure's state, by its id. */
  states = $derived.by(() => stateFigures(this.all, this.#covers()));
  #matching = $derived.by(() =>
    this.#found === null ? this.all : this.#found.flatMap((id) => this.#byId.get(id) ?? []),
  );
  /** What was asked for: another object for another question, and the same when only figures were read otherwise. */
  question = $derived.by(() => ({ found: this.#found, filter: this.filter }));
  /** The figures to show. */
  rows = $derived.by(() => filterFigures(this.#matching, this.filter, this.states));
  options = $derived.by(() => facetOptions(this.#matching, this.filter, this.states));
  matrix = $derived.by(() => buildMatrix(this.rows, this.states));

  /** `covers` tells how each figure is accounted for now. */
  constructor(facts: () => Fact[], covers: () => ReadonlyMap<string, FigureCover>) {
    this.#source = facts;
    this.#covers = covers;
  }

  /** What a metric is called; its id when the vocabulary is not there. */
  metricName(id: string): string {
    const message = this.#names.get(id);
    const name = message ? say(message) : id;
    return name === none ? none : name.charAt(0).toUpperCase() + name.slice(1);
  }

  rowName(row: MatrixRow): string {
    return row.metric === null ? row.label : this.metricName(row.metric);
  }

  narrow(filter: FigureFilter): void {
    this.filter = filter;
    this.onask();
  }

  show(view: FigureView): void {
    this.view = view;
    this.onask();
  }

  /** How the figures are shown and narrowed down, for the address. */
  get asked(): Asked {
    return askedOf({ ...this.filter, view: this.view === 'list' ? null : this.view, q: this.query || null });
  }

  /** Takes over what an address asks for. */
  take(asked: Asked): void {
    if (isSameAsked(asked, this.asked)) return;
    this.view = figureViews.find((view) => view === asked.view) ?? 'list';
    this.filter = { ...noFilter, ...Object.fromEntries(facets.map((facet) => [facet, asked[nameOf(facet)] ?? null])) };
    if ((asked.q ?? '') !== this.query) this.#search(asked.q ?? '');
  }

  /** Loads the vocabulary's names; without them, the metrics keep their ids. */
  async loadNames(): Promise<void> {
    if (this.#names.size > 0) return;
    try {
      const { default: pack } = await import('virtual:rule-pack');
      this.#names = nameMetrics(pack.metrics);
    } catch {
      // Offline before the first visit of this page.
    }
  }

  /** Searches as the reader types; an answer that a later query has overtaken is dropped. */
  search(query: string): void {
    this.#search(query);
    this.onask();
  }

  #search(query: string): void {
    this.query = query;
    const id = ++this.#lastQuery;
    if (query.trim() === '') this.#found = null;
    else this.#searcher().postMessage({ kind: 'query', id, query } satisfies SearchMessage);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #searcher(): Worker {
    // Figures that were read otherwise since have other words.
    if (this.#worker && this.#searched === this.all) return this.#worker;
    this.close();
    const worker = createSearchWorker();
    const facts = this.all;
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id === this.#lastQuery) this.#found = data.found.map((index) => facts[index]!.id);
    });
    worker.postMessage({ kind: 'texts', texts: facts.map(searchText) } satisfies SearchMessage);
    this.#worker = worker;
    this.#searched = facts;
    return worker;
  }
}
