import type { DocumentStore, StoredDocument, StoreProblem } from '../../store/document-store.ts';
import type { DocumentRecord } from '../../store/schema.ts';

/** The documents that the browser keeps. */
export class LibraryState {
  records = $state.raw<DocumentRecord[]>([]);
  problem = $state<StoreProblem | null>(null);
  /** The document just deleted, for as long as it can be taken back. */
  deleted = $state.raw<StoredDocument | null>(null);
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async refresh(): Promise<void> {
    const answer = await this.#store.list();
    this.problem = answer.kept ? null : answer.reason;
    if (answer.kept) this.records = answer.value;
  }

  /** Keeps a document; null when it is kept, else why it is not. */
  async keep(document: StoredDocument): Promise<StoreProblem | null> {
    const answer = await this.#store.put(document);
    await this.refresh();
    if (!answer.kept) this.problem = answer.reason;
    return answer.kept ? null : answer.reason;
  }

  /** The document with this id; null when it is not kept here. */
  async get(id: string): Promise<StoredDocument | null> {
    const answer = await this.#store.get(id);
    if (!answer.kept) this.problem = answer.reason;
    return answer.kept ? answer.value : null;
  }

  async delete(id: string): Promise<void> {
    this.deleted = await this.get(id);
    await this.#store.delete(id);
    await this.refresh();
  }

  /** Takes the last deletion back. */
  async undo(): Promise<void> {
    if (this.deleted) await this.keep(this.deleted);
    this.deleted = null;
  }
}
