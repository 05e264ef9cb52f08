import { CheckError } from '../../model/check-error.ts';
import { limits } from '../../model/limits.ts';
import type { CheckErrorCode, Progress, Report } from '../../model/report.ts';
import type { StoredDocument, StoreProblem } from '../../store/document-store.ts';
import type { QueueStore } from '../../store/queue-store.ts';
import type { Counts, QueueRecord } from '../../store/schema.ts';
import { documentOf } from '../derive/document-record.ts';
import type { OneTab } from './one-tab.ts';

/** How often a check is begun: a file that took the page down twice is refused. */
const MAX_ATTEMPTS = 2;

/** One file of the queue, as it is shown. */
export interface QueueEntry {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly addedAt: number;
  state: 'waiting' | 'checking' | 'done' | 'refused';
  attempts: number;
  progress: Progress | null;
  problem: CheckErrorCode | null;
  document: string | null;
  counts: Counts | null;
  /** The file; null once it is not needed any more. */
  file: Blob | null;
}

/** What the queue needs of the app around it. */
export interface QueueHelp {
  store: Pick<QueueStore, 'list' | 'put' | 'remove'>;
  check: (
    bytes: Uint8Array,
    options: { name: string; signal: AbortSignal; onProgress: (progress: Progress) => void },
  ) => Promise<Report>;
  /** Keeps a checked document; null when it is kept, else why it is not. */
  keep: (document: StoredDocument) => Promise<StoreProblem | null>;
  inOneTab: OneTab;
}

function recordOf(entry: QueueEntry): QueueRecord {
  const { id, name, size, addedAt, state, attempts, file, problem, document, counts } = entry;
  return {
    id,
    name,
    size,
    addedAt,
    state: state === 'checking' ? 'waiting' : state,
    attempts,
    file,
    problem,
    document,
    counts: counts && { ...counts },
  };
}

/** Files that are checked one after another, whatever becomes of any of them. The list outlives a reload. */
export class QueueState {
  readonly #help: QueueHelp;
  #entries = $state<QueueEntry[]>([]);
  /** Documents that the browser would not keep: they last until the page is closed. */
  readonly #unkept: Record<string, StoredDocument> = {};
  #running = false;
  #stop: { id: string; controller: AbortController } | null = null;
  /** Files that were left out because they are no PDF or too many. */
  leftOut = $state(0);
  /** Whether the list itself is kept for after a reload. */
  kept = $state(true);
  /** The entry that ended last, for those who hear it. */
  ended = $state.raw<QueueEntry | null>(null);

  constructor(help: QueueHelp) {
    this.#help = help;
  }

  get entries(): readonly QueueEntry[] {
    return this.#entries;
  }

  get counts(): { all: number; ended: number } {
    const ended = this.#entries.filter(({ state }) => state === 'done' || state === 'refused').length;
    return { all: this.#entries.length, ended };
  }

  get busy(): boolean {
    return this.counts.ended < this.counts.all;
  }

  /** Goes on where the page was closed, unless another tab is at it. */
  async resume(): Promise<void> {
    await this.#help.inOneTab('if-free', async () => {
      const answer = await this.#help.store.list();
      if (!answer.kept || answer.value.length === 0) return;
      const found = answer.value.filter(({ id }) => this.#entries.every((entry) => entry.id !== id));
      this.#entries = [...found.map((record): QueueEntry => ({ ...record, progress: null })), ...this.#entries];
      await this.#run();
    });
  }

  /** Puts files at the end of the queue and sets it going. */
  async add(files: readonly File[], leftOut = 0): Promise<void> {
    this.leftOut = leftOut;
    const addedAt = Date.now();
    const entries = files.map((file, at): QueueEntry => ({
      id: crypto.randomUUID(),
      name: file.name,
      size: file.size,
      // In the order in which they came.
      addedAt: addedAt + at / files.length,
      state: 'waiting',
      attempts: 0,
      progress: null,
      problem: null,
      document: null,
      counts: null,
      file,
    }));
    const from = this.#entries.length;
    this.#entries.push(...entries);
    const kept = Promise.all(this.#entries.slice(from).map((entry) => this.#keep(entry)));
    if (!this.#running) void this.#help.inOneTab('wait', () => this.#run());
    await kept;
  }

  /** Takes an entry off the list; its check, if it runs, is stopped. What it became stays in the library. */
  async remove(id: string): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    if (this.#stop?.id === id) this.#stop.controller.abort();
    await this.#help.store.remove(id);
  }

  /** Takes every entry that has ended off the list. */
  async clear(): Promise<void> {
    const gone = this.#entries.filter(({ state }) => state === 'done' || state === 'refused');
    this.leftOut = 0;
    await Promise.all(gone.map(({ id }) => this.remove(id)));
  }

  /** A file that was refused, for another try by hand, such as with its password. */
  fileOf(id: string): File | null {
    const entry = this.#entries.find((each) => each.id === id);
    return entry?.file ? new File([entry.file], entry.name) : null;
  }

  /** Takes over what a file of the queue became by hand. */
  settle(id: string, document: StoredDocument): void {
    const entry = this.#entries.find((each) => each.id === id);
    if (entry) this.#end(entry, { document });
  }

  /** A document that only the queue holds, because the browser would not keep it. */
  unkept(id: string): StoredDocument | null {
    return this.#unkept[id] ?? null;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        const next = this.#entries.find(({ state }) => state === 'waiting');
        if (!next) break;
        await this.#check(next);
      }
    } finally {
      this.#running = false;
    }
  }

  async #check(entry: QueueEntry): Promise<void> {
    const { file } = entry;
    if (!file || entry.attempts >= MAX_ATTEMPTS) return this.#end(entry, { problem: 'internal' });
    if (file.size > limits.maxBytes) return this.#end(entry, { problem: 'too-large' });
    entry.state = 'checking';
    entry.attempts += 1;
    await this.#keep(entry);
    const controller = new AbortController();
    this.#stop = { id: entry.id, controller };
    try {
      const bytes = await file.arrayBuffer();
      const report = await this.#help.check(new Uint8Array(bytes), {
        name: entry.name,
        signal: controller.signal,
        onProgress: (progress) => (entry.progress = progress),
      });
      const document = documentOf(report, bytes, Date.now());
      if (await this.#help.keep(document)) this.#unkept[document.record.id] = document;
      this.#end(entry, { document });
    } catch (error) {
      // Whatever went wrong with this file, the next has its turn; a file that has gone from the disk cannot be read.
      this.#end(entry, { problem: error instanceof CheckError ? error.code : 'internal' });
    } finally {
      this.#stop = null;
    }
  }

  #end(entry: QueueEntry, { document, problem }: { document?: StoredDocument; problem?: CheckErrorCode }): void {
    entry.state = document ? 'done' : 'refused';
    entry.progress = null;
    entry.problem = problem ?? null;
    entry.document = document?.record.id ?? null;
    entry.counts = document?.record.counts ?? null;
    // Only a password can make something of a file that was refused.
    if (problem !== 'password-needed') entry.file = null;
    if (!this.#entries.includes(entry)) return;
    this.ended = { ...entry };
    void this.#keep(entry);
  }

  async #keep(entry: QueueEntry): Promise<void> {
    const answer = await this.#help.store.put(recordOf(entry));
    if (!answer.kept) this.kept = false;
  }
}
