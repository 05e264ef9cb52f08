import type { FactIndex } from './fact-index.ts';
import type { Quantity } from './quantity.ts';

/**
 * What of the figures a piece of work looked at. Everything else of a reading (text, tables, index, claims) is the same before and after a
 * correction.
 */
export interface Looked {
  /** All figures, or nobody knows which. */
  all: boolean;
  metrics: Set<string>;
  /** First tables of chains. */
  tables: Set<string>;
  /** How the standards stand. */
  standards: boolean;
}

/** What differs from the last run, in the same terms: `all` when any figure does. */
export type Changed = Looked;

/** Keeps a note of what each piece of work looks at, the pieces within it included. */
export class Watch {
  #open: Looked[] = [];

  /** Does some work → its value, and what it looked at. */
  during<T>(work: () => T): { value: T; looked: Looked } {
    const looked: Looked = { all: false, metrics: new Set(), tables: new Set(), standards: false };
    this.#open.push(looked);
    try {
      return { value: work(), looked };
    } finally {
      this.#open.pop();
      this.join(looked);
    }
  }

  /** Notes that the work at hand uses what an earlier one found. */
  join({ all, metrics, tables, standards }: Looked): void {
    const here = this.#open.at(-1);
    if (here === undefined) return;
    here.all ||= all;
    here.standards ||= standards;
    for (const metric of metrics) here.metrics.add(metric);
    for (const table of tables) here.tables.add(table);
  }

  see(what: 'all' | 'standards'): void {
    const here = this.#open.at(-1);
    if (here !== undefined) here[what] = true;
  }

  seeKey(kind: 'metrics' | 'tables', key: string): void {
    this.#open.at(-1)?.[kind].add(key);
  }
}

/** Does a change touch anything that was looked at? */
export function touches(looked: Looked, changed: Changed): boolean {
  return (
    (looked.all && changed.all) ||
    (looked.standards && changed.standards) ||
    [...changed.metrics].some((metric) => looked.metrics.has(metric)) ||
    [...changed.tables].some((table) => looked.tables.has(table))
  );
}

/** A map that notes which keys are asked for; whoever walks through it sees all figures. */
class WatchedMap<V> extends Map<string, V> {
  readonly #watch: Watch;
  readonly #kind: 'metrics' | 'tables';

  constructor(entries: ReadonlyMap<string, V>, watch: Watch, kind: 'metrics' | 'tables') {
    super();
    this.#watch = watch;
    this.#kind = kind;
    for (const [key, value] of entries) super.set(key, value);
  }

  override get(key: string): V | undefined {
    this.#watch.seeKey(this.#kind, key);
    return super.get(key);
  }

  override has(key: string): boolean {
    this.#watch.seeKey(this.#kind, key);
    return super.has(key);
  }

  override get size(): number {
    this.#watch.see('all');
    return super.size;
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    this.#watch.see('all');
    return super[Symbol.iterator]();
  }

  override entries(): MapIterator<[string, V]> {
    this.#watch.see('all');
    return super.entries();
  }

  override keys(): MapIterator<string> {
    this.#watch.see('all');
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.#watch.see('all');
    return super.values();
  }

  override forEach(work: (value: V, key: string, map: Map<string, V>) => void): void {
    this.#watch.see('all');
    super.forEach(work);
  }
}

/** Index → the same, with every look at its figures noted. */
export function watchIndex(index: FactIndex, watch: Watch): FactIndex {
  return {
    get all(): Quantity[] {
      watch.see('all');
      return index.all;
    },
    byMetric: new WatchedMap(index.byMetric, watch, 'metrics'),
    byTable: new WatchedMap(index.byTable, watch, 'tables'),
  };
}
