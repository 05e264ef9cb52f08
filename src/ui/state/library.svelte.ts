import type { Counts } from '../../store/schema.ts';
import { askToPersist, isPersistent, measureStorage } from '../../store/document-store.ts';
import type {
  DocumentStore,
  ListedDocument,
  StoredDocument,
  StoreProblem,
  WholeDocument,
} from '../../store/document-store.ts';

/** The documents that the browser keeps. */
export class LibraryState {
  documents = $state.raw<ListedDocument[]>([]);
  problem = $state<StoreProblem | null>(null);
  /** Bytes used and allowed; null where the browser does not say. */
  storage = $state.raw<{ used: number; most: number } | null>(null);
  /** Whether the browser has promised not to clear it by itself; null where it does not say. */
  persistent = $state<boolean | null>(null);
  /** Whether the browser has been asked for that and did not agree. */
  refused = $state(false);
  /** The document just deleted, for as long as it can be taken back. */
  deleted = $state.raw<WholeDocument | null>(null);
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async refresh(): Promise<void> {
    const answer = await this.#store.list();
    this.problem = answer.kept ? null : answer.reason;
    if (answer.kept) this.documents = answer.value;
    this.storage = await measureStorage();
    this.persistent = await isPersistent();
  }

  /** Asks the browser to keep what is here even when its disk runs low. Some browsers ask the reader. */
  async protect(): Promise<void> {
    this.persistent = await askToPersist();
    this.refused = !this.persistent;
  }

  /** Keeps a document; null when it is kept, else why it is not. */
  async keep(document: StoredDocument): Promise<StoreProblem | null> {
    const answer = await this.#store.put(document);
    await this.refresh();
    if (!answer.kept) this.problem = answer.reason;
    return answer.kept ? null : answer.reason;
  }

  /** Keeps how the findings of a document stand after corrections. */
  async recount(id: string, counts: Counts): Promise<void> {
    const answer = await this.#store.recount(id, counts);
    if (!answer.kept) this.problem = answer.reason;
  }

  /** Other kept documents whose figures were corrected. */
  async listCorrected(id: string): Promise<ListedDocument[]> {
    const answer = await this.#store.list();
    return answer.kept ? answer.value.filter(({ record, corrections }) => record.id !== id && corrections > 0) : [];
  }

  /** The document with this id; null when it is not kept here. */
  async get(id: string): Promise<StoredDocument | null> {
    const answer = await this.#store.get(id);
    if (!answer.kept) this.problem = answer.reason;
    return answer.kept ? answer.value : null;
  }

  async delete(id: string): Promise<void> {
    const answer = await this.#store.delete(id);
    await this.refresh();
    if (answer.kept) this.deleted = answer.value;
    else this.problem = answer.reason;
  }

  /** Takes the last deletion back. */
  async undo(): Promise<void> {
    const whole = this.deleted;
    this.deleted = null;
    if (!whole) return;
    const answer = await this.#store.restore(whole);
    await this.refresh();
    if (!answer.kept) this.problem = answer.reason;
  }
}
