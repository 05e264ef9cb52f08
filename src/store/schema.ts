import type { DBSchema, IDBPDatabase } from 'idb';
import type { Report } from '../model/report.ts';

export const databaseName = 'crossfoot';

/** Raise with every change of the schema, and add a step to `migrations`. */
export const databaseVersion = 1;

/** How the findings of a report stand, for the list of documents. */
export interface Counts {
  verified: number;
  wrong: number;
  doubtful: number;
  look: number;
  untold: number;
}

/** One kept document, small enough to list many. */
export interface DocumentRecord {
  /** Hex SHA-256 of the file: the document's identity. */
  id: string;
  name: string;
  /** Bytes of the file. */
  size: number;
  pages: number;
  /** Milliseconds since 1970. */
  addedAt: number;
  checkedAt: number;
  counts: Counts;
}

/** Keys of `files` and `reports` are document ids. Triage will be a store of its own, in version 2. */
export interface CrossfootSchema extends DBSchema {
  documents: { key: string; value: DocumentRecord };
  files: { key: string; value: ArrayBuffer };
  reports: { key: string; value: Report };
}

type Migration = (database: IDBPDatabase<CrossfootSchema>) => void;

/** Step `n` takes a database from version `n` to `n + 1`. */
export const migrations: Migration[] = [
  (database) => {
    database.createObjectStore('documents', { keyPath: 'id' });
    database.createObjectStore('files');
    database.createObjectStore('reports');
  },
];
