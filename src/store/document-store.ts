import type { Correction } from '../model/correction.ts';
import type { Report } from '../model/report.ts';
import type { Triage } from '../model/triage.ts';
import { Database } from './database.ts';
import type { Kept } from './database.ts';
import type { Counts, DocumentRecord } from './schema.ts';

export type { Kept, StoreProblem } from './database.ts';

export interface StoredDocument {
  record: DocumentRecord;
  file: ArrayBuffer;
  report: Report;
}

/** A document with all that was decided about it: what a deletion takes away and an undo brings back. */
export interface WholeDocument extends StoredDocument {
  triage: Triage[];
  corrections: Correction[];
}

/** A document in the list, with the decisions on its findings, and how many of its figures were corrected. */
export interface ListedDocument {
  record: DocumentRecord;
  triage: Triage[];
  corrections: number;
}

const parts = ['documents', 'files', 'reports'] as const;
/** What the reviewer adds to a document. */
const additions = ['triage', 'corrections'] as const;

function strip<T extends { document: string }>({ document: _, ...own }: T): Omit<T, 'document'> {
  return own;
}

/** Documents, their files and reports in IndexedDB. Nothing here throws: what could not be done comes back as a value. */
export class DocumentStore {
  readonly #database: Database;

  constructor(database = new Database()) {
    this.#database = database;
  }

  /** All kept documents, the one checked last first. */
  list(): Promise<Kept<ListedDocument[]>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction(['documents', 'triage', 'corrections']);
      const [records, triage, corrections] = await Promise.all([
        transaction.objectStore('documents').getAll(),
        transaction.objectStore('triage').getAll(),
        transaction.objectStore('corrections').getAllKeys(),
        transaction.done,
      ]);
      const of = Map.groupBy(triage, ({ document }) => document);
      const corrected = Map.groupBy(corrections, ([document]) => document);
      return records
        .sort((a, b) => b.checkedAt - a.checkedAt)
        .map((record) => ({
          record,
          triage: (of.get(record.id) ?? []).map(strip),
          corrections: corrected.get(record.id)?.length ?? 0,
        }));
    });
  }

  /**
   * Keeps the three parts together: after a fault, all of them are there or none. Replaces what has the same id, but
   * never the decisions and corrections: a document that is checked again keeps them.
   */
  put({ record, file, report }: StoredDocument): Promise<Kept<DocumentRecord>> {
    return this.#database.try(async (database) => {
      const before = await database.get('documents', record.id);
      const merged = before ? { ...record, addedAt: before.addedAt } : record;
      const transaction = database.transaction(parts, 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.objectStore('documents').put(merged),
        transaction.objectStore('files').put(file, record.id),
        transaction.objectStore('reports').put(report, record.id),
        transaction.done,
      ]);
      return merged;
    });
  }

  /** Keeps how the findings of a document stand now; nothing when there is no such document. */
  recount(id: string, counts: Counts): Promise<Kept<null>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction('documents', 'readwrite');
      const record = await transaction.store.get(id);
      await Promise.all([record && transaction.store.put({ ...record, counts }), transaction.done]);
      return null;
    });
  }

  /** A kept document with its file and report, or null when there is none with this id. */
  get(id: string): Promise<Kept<StoredDocument | null>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction(parts);
      const [record, file, report] = await Promise.all([
        transaction.objectStore('documents').get(id),
        transaction.objectStore('files').get(id),
        transaction.objectStore('reports').get(id),
        transaction.done,
      ]);
      return record && file && report ? { record, file, report } : null;
    });
  }

  /** Deletes a document with the decisions and corrections of it, and returns all for an undo; null when there was none. */
  delete(id: string): Promise<Kept<WholeDocument | null>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction([...parts, ...additions], 'readwrite', { durability: 'strict' });
      const decisions = transaction.objectStore('triage');
      const corrected = transaction.objectStore('corrections');
      const [record, file, report, triage, corrections] = await Promise.all([
        transaction.objectStore('documents').get(id),
        transaction.objectStore('files').get(id),
        transaction.objectStore('reports').get(id),
        decisions.index('document').getAll(id),
        corrected.index('document').getAll(id),
      ]);
      await Promise.all([
        ...parts.map((store) => transaction.objectStore(store).delete(id)),
        ...triage.map(({ fingerprint }) => decisions.delete([id, fingerprint])),
        ...corrections.map((correction) => corrected.delete([id, correction.id])),
        transaction.done,
      ]);
      return record && file && report
        ? { record, file, report, triage: triage.map(strip), corrections: corrections.map(strip) }
        : null;
    });
  }

  /** Brings a deleted document back as it was. */
  restore({ record, file, report, triage, corrections }: WholeDocument): Promise<Kept<null>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction([...parts, ...additions], 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.objectStore('documents').put(record),
        transaction.objectStore('files').put(file, record.id),
        transaction.objectStore('reports').put(report, record.id),
        ...triage.map((each) => transaction.objectStore('triage').put({ ...each, document: record.id })),
        ...corrections.map((each) => transaction.objectStore('corrections').put({ ...each, document: record.id })),
        transaction.done,
      ]);
      return null;
    });
  }
}

/** Whether the browser has promised not to clear what is kept here by itself; null where it does not say. */
export async function isPersistent(): Promise<boolean | null> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/** Asks the browser not to clear what is kept here when the disk runs low. True when it agreed. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}

/** Bytes that this app uses in the browser, and how many it may; null where the browser does not say. */
export async function measureStorage(): Promise<{ used: number; most: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, most: quota };
  } catch {
    return null;
  }
}
