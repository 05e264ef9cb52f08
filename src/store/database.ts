import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { databaseName, databaseVersion, migrations } from './schema.ts';
import type { CrossfootSchema } from './schema.ts';

/**
 * Why the browser kept nothing: it has no storage for this page, it is full, an older Crossfoot in another tab holds on
 * to the database, a newer one has written it, or something else went wrong.
 */
export type StoreProblem = 'refused' | 'full' | 'blocked' | 'newer' | 'failed';

export type Kept<T> = { kept: true; value: T } | { kept: false; reason: StoreProblem };

/** Milliseconds that an old tab gets to let go of the database before the user is told. */
const MAX_WAIT = 2000;

class Blocked extends Error {}

const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

/** Why the database did not open. */
function openingProblem(error: unknown): StoreProblem {
  if (error instanceof Blocked) return 'blocked';
  if (error instanceof Error && error.name === 'VersionError') return 'newer';
  return isFull(error) ? 'full' : 'refused';
}

/** The one database, opened when it is first needed. */
export class Database {
  #opening: Promise<IDBPDatabase<CrossfootSchema>> | null = null;
  /** Rejects once the opening has been blocked for too long. */
  readonly #blocked = Promise.withResolvers<never>();

  constructor() {
    // A rejection that nobody waits for is no error.
    this.#blocked.promise.catch(() => undefined);
  }

  /** Does some work in the database. Never throws: what could not be done comes back as a value. */
  async try<T>(work: (database: IDBPDatabase<CrossfootSchema>) => Promise<T>): Promise<Kept<T>> {
    let database: IDBPDatabase<CrossfootSchema>;
    try {
      database = await this.#open();
    } catch (error) {
      return { kept: false, reason: openingProblem(error) };
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
      // An older Crossfoot in another tab does not let go: the wait goes on, but the user is told.
      blocked: () => void setTimeout(() => this.#blocked.reject(new Blocked()), MAX_WAIT),
      // A newer Crossfoot in another tab wants to upgrade: let it, and open again on the next call.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    try {
      return await Promise.race([this.#opening, this.#blocked.promise]);
    } catch (error) {
      if (!(error instanceof Blocked)) forget();
      throw error;
    }
  }
}
