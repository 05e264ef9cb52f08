import type { FactIndex } from './fact-index.ts';
import type { Quantity } from './quantity.ts';

/**
 * What of the figures a piece of work looked at. Everything else of a reading (text, tables, index, claims) is the same before and after a
 * correction.
 */
export interface Looked {
  /** All figures, or nobody knows which. */
  all: boolean;
  /** Groups of the index, each by its kind and key: a metric, the first table of a chain, a page. */
  groups: Set<string>;
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
    const looked: Looked = { all: false, groups: new Set(), standards: false };
    this.#open.push(looked);
    try {
      return { value: work(), looked };
    } finally {
      this.#open.pop();
      this.join(looked);
    }
  }

  /** Notes that the work at hand uses what an earlier one found. */
  join({ all, groups, standards }: Looked): void {
    const here = this.#open.at(-1);
    if (here === undefined) return;
    here.all ||= all;
    here.standards ||= standards;
    for (const group of groups) here.groups.add(group);
  }

  see(what: 'all' | 'standards'): void {
    const here = this.#open.at(-1);
    if (here !== undefined) here[what] = true;
  }

  seeGroup(group: string): void {
    this.#open.at(-1)?.groups.add(group);
  }
}

/** Does a change touch anything that was looked at? */
export function touches(looked: Looked, changed: Changed): boolean {
  return (
    (looked.all && changed.all) ||
    (looked.standards && changed.standards) ||
    [...changed.groups].some((group) => looked.groups.has(group))
  );
}

type GroupKind = 'metric' | 'table' | 'page';

/** A group of the index, as `Looked` has it. */
export function nameGroup(kind: GroupKind, key: string | number): string {
  return `${kind} ${key}`;
}

/** A map that notes which keys are asked for; whoever walks through it sees all figures. */
class WatchedMap<K extends string | number, V> extends Map<K, V> {
  readonly #watch: Watch;
  readonly #kind: GroupKind;

  constructor(entries: ReadonlyMap<K, V>, watch: Watch, kind: GroupKind) {
    super();
    this.#watch = watch;
    this.#kind = kind;
    for (const [key, value] of entries) super.set(key, value);
  }

  override get(key: K): V | undefined {
    this.#watch.seeGroup(nameGroup(this.#kind, key));
    return super.get(key);
  }

  override has(key: K): boolean {
    this.#watch.seeGroup(nameGroup(this.#kind, key));
    return super.has(key);
  }

  override get size(): number {
    this.#watch.see('all');
    return super.size;
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    this.#watch.see('all');
    return super[Symbol.iterator]();
  }

  override entries(): MapIterator<[K, V]> {
    this.#watch.see('all');
    return super.entries();
  }

  override keys(): MapIterator<K> {
    this.#watch.see('all');
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.#watch.see('all');
    return super.values();
  }

  override forEach(work: (value: V, key: K, map: Map<K, V>) => void): void {
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
    byMetric: new WatchedMap(index.byMetric, watch, 'metric'),
    byTable: new WatchedMap(index.byTable, watch, 'table'),
    byPage: new WatchedMap(index.byPage, watch, 'page'),
  };
}
