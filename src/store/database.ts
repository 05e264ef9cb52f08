import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { databaseName, databaseVersion, migrations } from './schema.ts';
import type { CrossfootSchema } from './schema.ts';

/** Why the browser kept nothing: it has no storage for this page, it is full, or something else went wrong. */
export type StoreProblem = 'refused' | 'full' | 'failed';

export type Kept<T> = { kept: true; value: T } | { kept: false; reason: StoreProblem };

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** The one database, opened when it is first needed. */
export class Database {
  #opening: Promise<IDBPDatabase<CrossfootSchema>> | null = null;

  /** Does some work in the database. Never throws: what could not be done comes back as a value. */
  async try<T>(work: (database: IDBPDatabase<CrossfootSchema>) => Promise<T>): Promise<Kept<T>> {
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
