import { CheckError } from '../../model/check-error.ts';
import type { Correction, Revision } from '../../model/correction.ts';
import type { Finding } from '../../model/finding.ts';
import type { Progress, Report } from '../../model/report.ts';
import { Database } from '../../store/database.ts';
import { DocumentStore } from '../../store/document-store.ts';
import { QueueStore } from '../../store/queue-store.ts';
import { CorrectionStore } from '../../store/correction-store.ts';
import { TriageStore } from '../../store/triage-store.ts';
import { CheckClient } from '../../worker/client.ts';
import { webAssets } from '../../worker/web-assets.ts';
import { limits } from '../../model/limits.ts';
import { documentOf } from '../derive/document-record.ts';
import type { Problem } from '../derive/problem.ts';
import { PdfPages, pdfjsAssetsUrl } from '../page-view/pdf-pages.ts';
import { LibraryState } from './library.svelte.ts';
import type { DroppedFiles } from '../start/dropped-files.ts';
import { inOneTab } from './one-tab.ts';
import { QueueState } from './queue.svelte.ts';
import { ReviewState } from './review.svelte.ts';
import type { ReviewInput } from './review.svelte.ts';
import { formatRoute, parseRoute } from './route.ts';
import { RuleSwitches } from './rule-switches.svelte.ts';
import type { DocumentRoute, Route } from './route.ts';
import { createCheckWorker } from './workers.ts';

/** A file on its way through the check. */
interface Job {
  name: string;
  file: ArrayBuffer;
  password: string | null;
  progress: Progress | null;
  /** What the pages read so far show, in the order in which it was found. */
  early: Finding[];
  /** Set while the file asks for a password; `wrong` after one that did not fit. */
  asks: 'first' | 'wrong' | null;
  stop: AbortController;
  /** The pages, to be seen while they are checked; null until they are open, and when they cannot be. */
  pages: PdfPages | null;
  /** The entry of the queue that the file comes from; null when it was opened by itself. */
  entry: string | null;
}

const sampleFile = 'sample-report.pdf';

/** The whole app: at most one job and one open document, and the queue and the library behind them. */
export class AppState {
  readonly library: LibraryState;
  readonly queue: QueueState;
  readonly #client: CheckClient;
  readonly #switches = new RuleSwitches();
  readonly #decisions: TriageStore;
  readonly #corrections: CorrectionStore;
  job = $state<Job | null>(null);
  review = $state.raw<ReviewState | null>(null);
  /** What could not be done. */
  problem = $state<Problem | null>(null);

  constructor() {
    const database = new Database();
    this.library = new LibraryState(new DocumentStore(database));
    this.#decisions = new TriageStore(database);
    this.#corrections = new CorrectionStore(database);
    const assets = webAssets(pdfjsAssetsUrl());
    this.#client = new CheckClient(createCheckWorker, assets);
    // With workers of its own, so that a report can be opened while others are checked.
    const queued = new CheckClient(createCheckWorker, assets);
    this.queue = new QueueState({
      store: new QueueStore(database),
      check: (bytes, options) => queued.check(bytes, options),
      keep: async (document) => {
        const notKept = await this.library.keep(document);
        if (notKept === null && this.library.persistent === false && !this.library.refused) void this.library.protect();
        return notKept;
      },
      inOneTab,
    });
  }

  /** Shows what the address asks for and follows it from now on. */
  async start(): Promise<void> {
    addEventListener('popstate', () => void this.#follow(parseRoute(location.hash)));
    await this.#follow(parseRoute(location.hash));
    void this.queue.resume();
    // On a narrow screen, a reload comes back to the detail and not to the list before it.
    if (this.review?.pane === 'list' && location.hash.includes('/finding/')) this.review.pane = 'detail';
  }

  /** Opens one dropped or picked file; several, or one while others wait, go to the queue. */
  async take({ files, leftOut }: DroppedFiles): Promise<void> {
    const [file] = files;
    if (file && files.length === 1 && leftOut === 0 && !this.queue.busy) return this.open(file);
    if (!file && leftOut === 0) return;
    this.problem = null;
    if (this.review || this.job) this.home();
    await this.queue.add(files, leftOut);
  }

  /** Checks a file. */
  async open(file: File): Promise<void> {
    if (file.size > limits.maxBytes) return this.#fail('too-large');
    await this.#check(file.name, await file.arrayBuffer());
  }

  /** Opens what a file of the queue became; one that asks for a password is checked by hand. */
  async openEntry(id: string): Promise<void> {
    const entry = this.queue.entries.find((each) => each.id === id);
    if (entry?.document) return this.openKept(entry.document);
    const file = this.queue.fileOf(id);
    if (file) await this.#check(file.name, await file.arrayBuffer(), null, id);
  }

  /** Checks the report that comes with the app. */
  async openSample(): Promise<void> {
    try {
      const response = await fetch(sampleFile);
      if (!response.ok) throw new Error(response.statusText);
      await this.#check(sampleFile, await response.arrayBuffer());
    } catch {
      this.#fail('sample');
    }
  }

  /** Opens a kept document with the result it had. */
  openKept(id: string): void {
    this.#go({ at: 'document', id, tab: 'findings', chosen: null, page: null }, 'push');
  }

  /** Runs the check on a kept document again. */
  async checkAgain(id: string): Promise<void> {
    const kept = await this.library.get(id);
    if (kept) await this.#check(kept.record.name, kept.file);
    else this.#gone();
  }

  /** Goes on with the password that the user typed. */
  async answerPassword(password: string): Promise<void> {
    if (this.job) await this.#check(this.job.name, this.job.file, password, this.job.entry);
  }

  cancel(): void {
    this.job?.stop.abort();
    this.job = null;
  }

  home(): void {
    this.#go({ at: 'start' }, 'push');
  }

  async #check(
    name: string,
    file: ArrayBuffer,
    password: string | null = null,
    entry: string | null = null,
  ): Promise<void> {
    const stop = new AbortController();
    this.problem = null;
    this.job = { name, file, password, progress: null, early: [], asks: null, stop, pages: null, entry };
    const job = this.job;
    const opening = this.#openPages(job);
    try {
      const report = await this.#client.check(new Uint8Array(file), {
        name,
        password: password ?? undefined,
        signal: stop.signal,
        onProgress: (progress) => {
          job.progress = progress;
        },
        onFindings: (findings) => {
          job.early = [...job.early, ...findings];
        },
      });
      const document = documentOf(report, file, Date.now());
      const { id, checkedAt } = document.record;
      const notKept = await this.library.keep(document);
      // Now there is something to lose, unless it is the sample, which comes with the app.
      if (notKept === null && name !== sampleFile) void this.library.protect();
      if (entry !== null) this.queue.settle(entry, document);
      const pdf = await opening;
      const corrected = await this.#correctedBefore(report);
      if (stop.signal.aborted) return;
      this.job = null;
      this.#show(this.#reviewOf({ report, file, checkedAt, password, notKept, pdf, ...corrected }));
      this.#go({ at: 'document', id, tab: 'findings', chosen: null, page: null }, 'push');
    } catch (error) {
      this.#ended(job, error);
    }
  }

  /** Opens the pages beside the check, so that the first can be seen at once. What goes wrong here, the check tells. */
  async #openPages(job: Job): Promise<PdfPages | null> {
    const pages = await PdfPages.open(job.file, job.password).catch(() => null);
    if (!(pages instanceof PdfPages)) return null;
    if (job.stop.signal.aborted) {
      pages.close();
      return null;
    }
    job.pages = pages;
    return pages;
  }

  #ended(job: Job, error: unknown): void {
    job.pages?.close();
    if (!(error instanceof CheckError)) throw error;
    if (error.code === 'aborted') return;
    if (error.code === 'password-needed' || error.code === 'password-wrong')
      job.asks = error.code === 'password-wrong' ? 'wrong' : 'first';
    else this.#fail(error.code);
  }

  #fail(problem: Problem): void {
    this.job = null;
    this.problem = problem;
    this.#show(null);
    this.#go({ at: 'start' }, 'replace');
  }

  #gone(): void {
    this.#show(null);
    this.problem = 'gone';
    history.replaceState(null, '', formatRoute({ at: 'start' }));
  }

  #show(review: ReviewState | null): void {
    this.review?.close();
    this.review = review;
  }

  /** To another place; with `note`, only the address changes, because the place has already. */
  #go(route: Route, step: 'push' | 'replace' | 'note'): void {
    const hash = formatRoute(route);
    if (step === 'push' && hash !== location.hash) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
    if (step !== 'note') void this.#follow(route);
  }

  async #follow(route: Route): Promise<void> {
    if (route.at === 'start') {
      this.#show(null);
      return this.library.refresh();
    }
    this.problem = null;
    if (this.review?.id !== route.id) await this.#load(route);
    this.review?.follow(route);
  }

  async #load({ id }: DocumentRoute): Promise<void> {
    const kept = await this.library.get(id);
    const found = kept ?? this.queue.unkept(id);
    if (!found) return this.#gone();
    const { file, report, record } = found;
    const { checkedAt } = record;
    const notKept = kept ? null : (this.library.problem ?? 'failed');
    const corrected = await this.#correctedBefore(report);
    this.#show(this.#reviewOf({ report, file, checkedAt, password: null, notKept, ...corrected }));
  }

  /** The corrections kept with a report, and what they change in it. */
  async #correctedBefore(report: Report): Promise<{ known: Correction[]; revision: Revision | null }> {
    const answer = await this.#corrections.list(report.document.sha256);
    const known = answer.kept ? answer.value : [];
    // Where they cannot be applied now, the next change applies them.
    const revision = known.length === 0 ? null : await this.#client.correct(report, known).catch(() => null);
    return { known, revision };
  }

  #reviewOf(input: Omit<ReviewInput, 'switches' | 'decisions' | 'corrections' | 'checker' | 'library'>): ReviewState {
    const own = {
      switches: this.#switches,
      decisions: this.#decisions,
      corrections: this.#corrections,
      checker: this.#client,
      library: this.library,
    };
    return new ReviewState({ ...input, ...own }, (route, step) => this.#go(route, step));
  }
}
