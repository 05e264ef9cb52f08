import { SvelteMap } from 'svelte/reactivity';
import type { Triage, TriageChange, TriageState } from '../../model/triage.ts';
import type { StoreProblem } from '../../store/document-store.ts';
import { changeTriage } from '../../store/triage-store.ts';
import type { TriageStore } from '../../store/triage-store.ts';

/** One change that can be taken back: the fields that it set, before and after. */
interface Step {
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

/** The decisions on one document's findings: shown at once, kept at once, heard from other tabs, taken back and done again. */
export class TriageBook {
  readonly document: string;
  readonly #store: TriageStore;
  readonly #decided = new SvelteMap<string, Triage>();
  /** How many changes of each finding were made here, to know an answer that a later change has overtaken. */
  readonly #turns: Record<string, number> = {};
  readonly #stopListening: () => void;
  #done = $state.raw<Step[]>([]);
  #undone = $state.raw<Step[]>([]);
  /** Why the last decision could not be kept; null when it was. */
  problem = $state<StoreProblem | null>(null);

  canUndo = $derived(this.#done.length > 0);
  canRedo = $derived(this.#undone.length > 0);

  constructor(store: TriageStore, document: string) {
    this.#store = store;
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
    const last = this.#done.at(-1);
    // Typing a note is one step, not one for every letter.
    const goesOn = last?.fingerprint === fingerprint && 'note' in last.after && Object.keys(change).join() === 'note';
    if (goesOn && Object.keys(last.after).join() === 'note')
      this.#done = [...this.#done.slice(0, -1), { ...last, after: change }];
    else this.#done = [...this.#done, { fingerprint, before, after: change }];
    this.#undone = [];
    this.#apply(fingerprint, change);
  }

  /** Takes the last change back. Returns the finding that it was about; null when there is nothing to take back. */
  undo(): string | null {
    const step = this.#done.at(-1);
    if (!step) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    this.#apply(step.fingerprint, step.before);
    return step.fingerprint;
  }

  /** Does again what was taken back last. */
  redo(): string | null {
    const step = this.#undone.at(-1);
    if (!step) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    this.#apply(step.fingerprint, step.after);
    return step.fingerprint;
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
