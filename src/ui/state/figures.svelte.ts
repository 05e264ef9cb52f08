import type { Fact } from '../../model/fact.ts';
import type { SearchMessage, SearchReply } from '../figures/search.worker.ts';
import { createSearchWorker } from './workers.ts';

function searchText(fact: Fact): string {
  const { label, metric, period, raw, number, unit, unitRaw, boundary, context } = fact;
  const words = [label, metric?.replace(/[._-]/g, ' '), period, raw, number, unit, unitRaw, boundary, ...context];
  return words.filter(Boolean).join(' ');
}

/** The table of figures and its search, which runs in a worker so that typing never waits. */
export class FiguresState {
  readonly all: Fact[];
  query = $state('');
  /** Positions in `all`, the best first; null shows everything. */
  #found = $state.raw<number[] | null>(null);
  #worker: Worker | null = null;
  #lastQuery = 0;

  /** The rows to show. */
  rows = $derived.by(() => (this.#found === null ? this.all : this.#found.map((index) => this.all[index]!)));

  constructor(facts: Fact[]) {
    this.all = facts;
  }

  /** Searches as the reader types; an answer that a later query has overtaken is dropped. */
  search(query: string): void {
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
    if (this.#worker) return this.#worker;
    const worker = createSearchWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id === this.#lastQuery) this.#found = data.found;
    });
    worker.postMessage({ kind: 'texts', texts: this.all.map(searchText) } satisfies SearchMessage);
    this.#worker = worker;
    return worker;
  }
}
