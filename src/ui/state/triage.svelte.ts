import { SvelteMap } from 'svelte/reactivity';
import type { Triage, TriageChange, TriageState } from '../../model/triage.ts';
import type { StoreProblem } from '../../store/document-store.ts';
import { changeTriage } from '../../store/triage-store.ts';
import type { TriageStore } from '../../store/triage-store.ts';
import type { History, Step } from './history.svelte.ts';

/** A change of a finding that the next letter of a note goes on. */
interface Change extends Step {
  fingerprint: string;
  before: TriageChange;
  after: TriageChange;
}

/** Fields of a change as they are in a decision; what is not there is empty, which takes it away again. */
function fieldsOf(triage: Triage | undefined, change: TriageChange): TriageChange {
  const now: Required<TriageChange> = {
    state: triage?.state ?? 'open',
    reason: triage?.reason ?? '',
    note: triage?.note ?? '',
  };
  return Object.fromEntries(Object.keys(change).map((key) => [key, now[key as keyof TriageChange]]));
}

function isSame(a: TriageChange, b: TriageChange): boolean {
  return (Object.keys(b) as (keyof TriageChange)[]).every((key) => a[key] === b[key]);
}

/** The decisions on one document's findings: shown at once, kept at once, heard from other tabs, with a step in the history. */
export class TriageBook {
  readonly document: string;
  readonly #store: TriageStore;
  readonly #decided = new SvelteMap<string, Triage>();
  /** How many changes of each finding were made here, to know an answer that a later change has overtaken. */
  readonly #turns: Record<string, number> = {};
  readonly #stopListening: () => void;
  readonly #history: History;
  /** The last change, to know whether another goes on with it. */
  #last: Change | null = null;
  /** Why the last decision could not be kept; null when it was. */
  problem = $state<StoreProblem | null>(null);

  constructor(store: TriageStore, document: string, history: History) {
    this.#store = store;
    this.#history = history;
    this.document = document;
    this.#stopListening = store.listen((record) => {
      if (record.document === document) this.#take(record);
    });
    void this.#load();
  }

  /** The decision on a finding; undefined when there is none. */
  of(fingerprint: string): Triage | undefined {
    return this.#decided.get(fingerprint);
  }

  stateOf(fingerprint: string): TriageState {
    return this.#decided.get(fingerprint)?.state ?? 'open';
  }

  /** Every decision, for an export. */
  all(): Triage[] {
    return [...this.#decided.values()];
  }

  change(fingerprint: string, change: TriageChange): void {
    const before = fieldsOf(this.of(fingerprint), change);
    if (isSame(before, change)) return;
    const last = this.#history.last === this.#last ? this.#last : null;
    // Typing a note is one step, not one for every letter.
    const isNote = (each: TriageChange): boolean => Object.keys(each).join() === 'note';
    const goesOn = last?.fingerprint === fingerprint && isNote(last.after) && isNote(change);
    this.#last = this.#stepOf(fingerprint, goesOn ? last.before : before, change);
    this.#history.add(this.#last, goesOn);
    this.#apply(fingerprint, change);
  }

  #stepOf(fingerprint: string, before: TriageChange, after: TriageChange): Change {
    return {
      ...{ fingerprint, before, after, about: { finding: fingerprint } },
      undo: () => this.#apply(fingerprint, before),
      redo: () => this.#apply(fingerprint, after),
    };
  }

  close(): void {
    this.#stopListening();
  }

  #apply(fingerprint: string, change: TriageChange): void {
    const after = changeTriage(this.of(fingerprint), fingerprint, change);
    this.#take(after);
    const turn = (this.#turns[fingerprint] ?? 0) + 1;
    this.#turns[fingerprint] = turn;
    void this.#store.change(this.document, fingerprint, change, after.changed).then((answer) => {
      this.problem = answer.kept ? null : answer.reason;
      // The store's answer holds what another tab changed; the reviewer may have typed on since.
      if (answer.kept && this.#turns[fingerprint] === turn) this.#take(answer.value);
    });
  }

  /** Takes over a decision unless a later one is known. */
  #take(decision: Triage): void {
    const known = this.#decided.get(decision.fingerprint);
    if (known && known.changed > decision.changed) return;
    const { fingerprint, state, reason, note, changed } = decision;
    this.#decided.set(fingerprint, {
      fingerprint,
      state,
      ...(reason ? { reason } : {}),
      ...(note ? { note } : {}),
      changed,
    });
  }

  async #load(): Promise<void> {
    const answer = await this.#store.list(this.document);
    if (answer.kept) for (const decision of answer.value) this.#take(decision);
    else this.problem = answer.reason;
  }
}
