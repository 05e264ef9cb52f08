import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import type { Report } from '../model/report.ts';
import { databaseName, databaseVersion, migrations } from './schema.ts';
import type { CrossfootSchema, DocumentRecord } from './schema.ts';

/** Why the browser kept nothing: it has no storage for this page, it is full, or something else went wrong. */
export type StoreProblem = 'refused' | 'full' | 'failed';

export type Kept<T> = { kept: true; value: T } | { kept: false; reason: StoreProblem };

export interface StoredDocument {
  record: DocumentRecord;
  file: ArrayBuffer;
  report: Report;
}

const stores = ['documents', 'files', 'reports'] as const;

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** Documents, their files and reports in IndexedDB. Nothing here throws: what could not be done comes back as a value. */
export class DocumentStore {
  #opening: Promise<IDBPDatabase<CrossfootSchema>> | null = null;

  /** All kept documents, the one checked last first. */
  list(): Promise<Kept<DocumentRecord[]>> {
    return this.#try(async (database) => {
      const records = await database.getAll('documents');
      return records.sort((a, b) => b.checkedAt - a.checkedAt);
    });
  }

  /** Keeps the three parts together: after a fault, all of them are there or none. Replaces what has the same id. */
  put({ record, file, report }: StoredDocument): Promise<Kept<DocumentRecord>> {
    return this.#try(async (database) => {
      const before = await database.get('documents', record.id);
      const merged = before ? { ...record, addedAt: before.addedAt } : record;
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.objectStore('documents').put(merged),
        transaction.objectStore('files').put(file, record.id),
        transaction.objectStore('reports').put(report, record.id),
        transaction.done,
      ]);
      return merged;
    });
  }

  /** A kept document with its file and report, or null when there is none with this id. */
  get(id: string): Promise<Kept<StoredDocument | null>> {
    return this.#try(async (database) => {
      const transaction = database.transaction(stores);
      const [record, file, report] = await Promise.all([
        transaction.objectStore('documents').get(id),
        transaction.objectStore('files').get(id),
        transaction.objectStore('reports').get(id),
        transaction.done,
      ]);
      return record && file && report ? { record, file, report } : null;
    });
  }

  delete(id: string): Promise<Kept<null>> {
    return this.#try(async (database) => {
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all([...stores.map((store) => transaction.objectStore(store).delete(id)), transaction.done]);
      return null;
    });
  }

  async #try<T>(work: (database: IDBPDatabase<CrossfootSchema>) => Promise<T>): Promise<Kept<T>> {
    let database: IDBPDatabase<CrossfootSchema>;
    try {
      database = await this.#open();
    } catch (error) {
      return { kept: false, reason: isFull(error) ? 'full' : 'refused' };
    }
    try {
      return { kept: true, value: await work(database) };
    } catch (error) {
      return { kept: false, reason: isFull(error) ? 'full' : 'failed' };
    }
  }

  async #open(): Promise<IDBPDatabase<CrossfootSchema>> {
    const forget = (): void => void (this.#opening = null);
    this.#opening ??= openDB<CrossfootSchema>(databaseName, databaseVersion, {
      upgrade(database, oldVersion) {
        for (const migrate of migrations.slice(oldVersion)) migrate(database);
      },
      // A newer Crossfoot in another tab wants to upgrade: let it, and open again on the next call.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    try {
      return await this.#opening;
    } catch (error) {
      forget();
      throw error;
    }
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
