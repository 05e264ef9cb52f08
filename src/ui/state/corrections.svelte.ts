import { SvelteMap } from 'svelte/reactivity';
import type { Correction } from '../../model/correction.ts';
import type { CorrectionStore } from '../../store/correction-store.ts';
import type { Kept, StoreProblem } from '../../store/document-store.ts';
import type { History } from './history.svelte.ts';

export interface CorrectionBookInput {
  store: CorrectionStore;
  document: string;
  history: History;
  /** What is kept already. */
  known: readonly Correction[];
  /** Called after every change, of this tab or another. */
  onchange: () => void;
}

/** What is to be kept under an id; null for nothing. */
type Entry = readonly [id: string, correction: Correction | null];

/** The corrections of one document's figures: applied at once, kept at once, heard from other tabs, with a step in the history. */
export class CorrectionBook {
  readonly #input: CorrectionBookInput;
  readonly #kept = new SvelteMap<string, Correction>();
  readonly #stopListening: () => void;
  /** Why the last change could not be kept; null when it was. */
  problem = $state<StoreProblem | null>(null);

  constructor(input: CorrectionBookInput) {
    this.#input = input;
    for (const correction of input.known) this.#kept.set(correction.id, correction);
    this.#stopListening = input.store.listen(({ document, id, correction }) => {
      if (document !== input.document) return;
      this.#take([[id, correction]]);
      input.onchange();
    });
  }

  /** All of them, the earliest first. */
  all(): Correction[] {
    return [...this.#kept.values()].sort((a, b) => a.changed.localeCompare(b.changed));
  }

  of(id: string): Correction | undefined {
    return this.#kept.get(id);
  }

  /** Keeps corrections, each in place of an earlier one with its id. */
  put(...corrections: Correction[]): void {
    this.#change(corrections.map((correction) => [correction.id, correction]));
  }

  takeBack(id: string): void {
    if (this.#kept.has(id)) this.#change([[id, null]]);
  }

  close(): void {
    this.#stopListening();
  }

  #change(after: Entry[]): void {
    const before = after.map(([id]): Entry => [id, this.#kept.get(id) ?? null]);
    const [, first] = [...after, ...before].find(([, correction]) => correction !== null) ?? [];
    if (!first) return;
    this.#input.history.add({
      about: { figure: first.figure.label },
      undo: () => void this.#apply(before),
      redo: () => void this.#apply(after),
    });
    void this.#apply(after);
  }

  async #apply(entries: readonly Entry[]): Promise<void> {
    const { store, document, onchange } = this.#input;
    this.#take(entries);
    onchange();
    const put = entries.flatMap(([, correction]) => correction ?? []);
    const gone = entries.filter(([, correction]) => correction === null).map(([id]) => id);
    const answers: Kept<null>[] = [];
    if (put.length > 0) answers.push(await store.put(document, put));
    if (gone.length > 0) answers.push(await store.delete(document, gone));
    const failed = answers.find((answer) => !answer.kept);
    this.problem = failed && !failed.kept ? failed.reason : null;
  }

  #take(entries: readonly Entry[]): void {
    for (const [id, correction] of entries) {
      if (correction === null) this.#kept.delete(id);
      else this.#kept.set(id, $state.snapshot(correction));
    }
  }
}
