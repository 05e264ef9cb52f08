import type { Correction } from '../model/correction.ts';
import { Database } from './database.ts';
import type { Kept } from './database.ts';
import type { CorrectionRecord } from './schema.ts';

/** What another tab is told: a correction was kept, or taken back. */
export interface CorrectionNotice {
  document: string;
  id: string;
  correction: Correction | null;
}

const channelName = 'crossfoot:corrections';

function strip({ document: _, ...correction }: CorrectionRecord): Correction {
  return correction;
}

/** Corrections of figures that were read wrongly, kept with their document. Every other tab hears of a change at once. */
export class CorrectionStore {
  readonly #database: Database;
  #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);

  constructor(database = new Database()) {
    this.#database = database;
  }

  /** All corrections of a document, the earliest first. */
  list(document: string): Promise<Kept<Correction[]>> {
    return this.#database.try(async (database) => {
      const records = await database.getAllFromIndex('corrections', 'document', document);
      return records.map(strip).sort((a, b) => a.changed.localeCompare(b.changed));
    });
  }

  /** Keeps corrections, each in place of an earlier one with its id: all of them or none. */
  put(document: string, corrections: readonly Correction[]): Promise<Kept<null>> {
    return this.#write((store) =>
      Promise.all(corrections.map((correction) => store.put({ ...correction, document }))),
    ).then((answer) => {
      if (answer.kept) for (const correction of corrections) this.#tell({ document, id: correction.id, correction });
      return answer;
    });
  }

  /** Takes corrections back: all of them or none. */
  delete(document: string, ids: readonly string[]): Promise<Kept<null>> {
    return this.#write((store) => Promise.all(ids.map((id) => store.delete([document, id])))).then((answer) => {
      if (answer.kept) for (const id of ids) this.#tell({ document, id, correction: null });
      return answer;
    });
  }

  /** Calls back when another tab has kept a correction or taken one back. */
  listen(heard: (notice: CorrectionNotice) => void): () => void {
    const onmessage = ({ data }: MessageEvent<CorrectionNotice>): void => heard(data);
    this.#channel?.addEventListener('message', onmessage);
    return () => this.#channel?.removeEventListener('message', onmessage);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }

  #tell(notice: CorrectionNotice): void {
    this.#channel?.postMessage(notice);
  }

  #write(work: (store: CorrectionWriter) => Promise<unknown>): Promise<Kept<null>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction('corrections', 'readwrite', { durability: 'strict' });
      await Promise.all([work(transaction.store), transaction.done]);
      return null;
    });
  }
}

/** What a transaction lets this store do. */
interface CorrectionWriter {
  put(record: CorrectionRecord): Promise<unknown>;
  delete(key: [document: string, id: string]): Promise<unknown>;
}
