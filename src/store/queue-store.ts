import { Database } from './database.ts';
import type { Kept } from './database.ts';
import type { QueueRecord } from './schema.ts';

/** The files that wait for their check, and how those before them ended. Nothing here throws. */
export class QueueStore {
  readonly #database: Database;

  constructor(database = new Database()) {
    this.#database = database;
  }

  /** Every entry, in the order in which they were added. */
  list(): Promise<Kept<QueueRecord[]>> {
    return this.#database.try(async (database) =>
      (await database.getAll('queue')).sort((a, b) => a.addedAt - b.addedAt || a.id.localeCompare(b.id)),
    );
  }

  /** Keeps an entry as it is now. */
  put(record: QueueRecord): Promise<Kept<null>> {
    return this.#database.try(async (database) => {
      await database.put('queue', record);
      return null;
    });
  }

  remove(id: string): Promise<Kept<null>> {
    return this.#database.try(async (database) => {
      await database.delete('queue', id);
      return null;
    });
  }
}
