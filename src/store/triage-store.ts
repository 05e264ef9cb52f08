import type { Triage, TriageChange } from '../model/triage.ts';
import { Database } from './database.ts';
import type { Kept } from './database.ts';
import type { TriageRecord } from './schema.ts';

/** What another tab is told when a decision was kept. */
interface Notice {
  kind: 'triage';
  record: TriageRecord;
}

const channelName = 'crossfoot:triage';

/** A decision with a change made to it at an ISO time; an empty reason or note is taken away. */
export function changeTriage(
  before: Triage | undefined,
  fingerprint: string,
  change: TriageChange,
  changed = new Date().toISOString(),
): Triage {
  const after: Triage = { state: 'open', ...before, ...change, fingerprint, changed };
  if (!after.reason) delete after.reason;
  if (!after.note) delete after.note;
  return after;
}

const journalPrefix = 'crossfoot:unkept:';

/** A change on its way into the database, in a place that is written before the next line runs. */
interface Entry {
  document: string;
  fingerprint: string;
  change: TriageChange;
  changed: string;
}

/** Notes a change down; returns what crosses it out again. Where the browser keeps nothing, neither does anything. */
function noteDown(entry: Entry): () => void {
  const key = `${journalPrefix}${entry.document}:${entry.fingerprint}:${crypto.randomUUID()}`;
  try {
    localStorage.setItem(key, JSON.stringify(entry));
    return () => localStorage.removeItem(key);
  } catch {
    return () => undefined;
  }
}

/** Changes of a document that were noted down and not crossed out, because the page was closed in between; oldest first. */
function unkept(document: string): [key: string, entry: Entry][] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${journalPrefix}${document}:`));
    const entries = keys.map((key): [string, Entry] => [key, JSON.parse(localStorage.getItem(key)!) as Entry]);
    return entries.toSorted(([, a], [, b]) => a.changed.localeCompare(b.changed));
  } catch {
    return [];
  }
}

/**
 * Decisions on findings. A change is read, made and written in one transaction, field by field: a tab that did not know
 * of another's note does not write over it. Every other tab hears of the change at once.
 */
export class TriageStore {
  readonly #database: Database;
  #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);

  constructor(database = new Database()) {
    this.#database = database;
  }

  /** All decisions on a document's findings. */
  async list(document: string): Promise<Kept<TriageRecord[]>> {
    for (const [key, { fingerprint, change, changed }] of unkept(document)) {
      const answer = await this.#write(document, fingerprint, change, changed);
      if (answer.kept) localStorage.removeItem(key);
    }
    return this.#database.try((database) => database.getAllFromIndex('triage', 'document', document));
  }

  /** Makes one change and keeps it before it returns. */
  async change(
    document: string,
    fingerprint: string,
    change: TriageChange,
    changed = new Date().toISOString(),
  ): Promise<Kept<TriageRecord>> {
    // The database answers later than a page can be closed.
    const crossOut = noteDown({ document, fingerprint, change, changed });
    const answer = await this.#write(document, fingerprint, change, changed);
    crossOut();
    if (answer.kept) this.#channel?.postMessage({ kind: 'triage', record: answer.value } satisfies Notice);
    return answer;
  }

  /** Reads, changes and writes one record in one transaction. */
  #write(document: string, fingerprint: string, change: TriageChange, changed: string): Promise<Kept<TriageRecord>> {
    return this.#database.try(async (database) => {
      const transaction = database.transaction('triage', 'readwrite', { durability: 'strict' });
      const before = await transaction.store.get([document, fingerprint]);
      const record = { ...changeTriage(before, fingerprint, change, changed), document };
      await Promise.all([transaction.store.put(record), transaction.done]);
      return record;
    });
  }

  /** Calls back when another tab has kept a decision. */
  listen(heard: (record: TriageRecord) => void): () => void {
    const onmessage = ({ data }: MessageEvent<Notice>): void => heard(data.record);
    this.#channel?.addEventListener('message', onmessage);
    return () => this.#channel?.removeEventListener('message', onmessage);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }
}
