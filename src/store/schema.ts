import type { DBSchema, IDBPDatabase } from 'idb';
import type { Correction } from '../model/correction.ts';
import type { CheckErrorCode, Report } from '../model/report.ts';
import type { Triage } from '../model/triage.ts';

export const databaseName = 'crossfoot';

/** Raise with every change of the schema, and add a step to `migrations`. */
export const databaseVersion = 4;

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

/** A decision with the document that it belongs to. */
export interface TriageRecord extends Triage {
  document: string;
}

/** A correction with the document that it belongs to. */
export interface CorrectionRecord extends Correction {
  document: string;
}

/** A file of the queue, kept until it is taken off the list: what waits goes on after a reload. */
export interface QueueRecord {
  id: string;
  name: string;
  /** Bytes of the file. */
  size: number;
  /** Milliseconds since 1970. */
  addedAt: number;
  state: 'waiting' | 'done' | 'refused';
  /** How often its check was begun. A file that takes the whole page down is not tried for ever. */
  attempts: number;
  /** The file as long as it may be needed; null once it is checked. */
  file: Blob | null;
  /** Why it was refused. */
  problem: CheckErrorCode | null;
  /** Id of the document that it became. */
  document: string | null;
  counts: Counts | null;
}

/** Keys of `files` and `reports` are document ids. */
export interface CrossfootSchema extends DBSchema {
  documents: { key: string; value: DocumentRecord };
  files: { key: string; value: ArrayBuffer };
  reports: { key: string; value: Report };
  queue: { key: string; value: QueueRecord };
  /** One record a decision, so that two tabs that decide different findings never write the same record. */
  triage: { key: [document: string, fingerprint: string]; value: TriageRecord; indexes: { document: string } };
  corrections: { key: [document: string, id: string]; value: CorrectionRecord; indexes: { document: string } };
}

type Migration = (database: IDBPDatabase<CrossfootSchema>) => void;

/** Step `n` takes a database from version `n` to `n + 1`. What is kept stays. */
export const migrations: Migration[] = [
  (database) => {
    database.createObjectStore('documents', { keyPath: 'id' });
    database.createObjectStore('files');
    database.createObjectStore('reports');
  },
  (database) => {
    const triage = database.createObjectStore('triage', { keyPath: ['document', 'fingerprint'] });
    triage.createIndex('document', 'document');
  },
  (database) => {
    const corrections = database.createObjectStore('corrections', { keyPath: ['document', 'id'] });
    corrections.createIndex('document', 'document');
  },
  (database) => void database.createObjectStore('queue', { keyPath: 'id' }),
];
