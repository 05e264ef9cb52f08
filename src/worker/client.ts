import { CheckError } from '../model/check-error.ts';
import type { Correction, Revision } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { Progress, Report } from '../model/report.ts';
import { limitError, limits } from '../model/limits.ts';
import type { PdfAssets } from '../read/open-pdf.ts';
import type { CheckReply, CheckRequest, WorkerRequest } from './protocol.ts';
import type { WorkerHandle } from './scope.ts';

export interface ClientOptions {
  name: string;
  password?: string | undefined;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Is told findings of pages read so far, while the others are read; the report decides. */
  onFindings?: (findings: Finding[]) => void;
}

interface Pending {
  id: number;
  settle: () => void;
  resolve: (report: Report) => void;
  reject: (error: CheckError) => void;
  onProgress: ((progress: Progress) => void) | undefined;
  onFindings: ((findings: Finding[]) => void) | undefined;
}

const crashed = 'The check stopped unexpectedly while reading this file. Try again, or save the PDF anew and try that.';

/** What took a worker down → the error to tell: memory in Node, a wrong rule file with its line, else the plain fact. */
function explainCrash(cause: unknown): CheckError {
  const { name, code, message } = (cause ?? {}) as { name?: string; code?: string; message?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return limitError('too-much-memory');
  if (name === 'RulePackError') return new CheckError('internal', message ?? crashed);
  return new CheckError('internal', crashed);
}

/**
 * Runs checks in one worker, one at a time; a new check ends the one before.
 * Stopping ends the worker itself, because a page deep in pdf.js cannot be interrupted; the next check starts a new one.
 */
export class CheckClient {
  readonly #createWorker: () => WorkerHandle;
  readonly #assets: PdfAssets;
  #worker: WorkerHandle | null = null;
  #pending: Pending | null = null;
  #lastId = 0;
  /** Hash of the file whose reading the worker holds. */
  #held: string | null = null;
  readonly #corrections = new Map<
    number,
    { resolve: (revision: Revision) => void; reject: (error: CheckError) => void }
  >();

  constructor(createWorker: () => WorkerHandle, assets: PdfAssets) {
    this.#createWorker = createWorker;
    this.#assets = assets;
  }

  /**
   * Checks a copy of `bytes`; the caller's own stay usable.
   * @throws CheckError with a sentence for the user; its code is `aborted` when `signal` stopped it.
   */
  check(bytes: Uint8Array, { name, password, signal, onProgress, onFindings }: ClientOptions): Promise<Report> {
    this.#stop(new CheckError('aborted', 'Another check was started.'));
    if (signal?.aborted) return Promise.reject(new CheckError('aborted', 'The check was cancelled.'));
    if (bytes.byteLength > limits.maxBytes) return Promise.reject(limitError('too-large'));
    const id = ++this.#lastId;
    return new Promise<Report>((resolve, reject) => {
      const onAbort = (): void => this.#stop(new CheckError('aborted', 'The check was cancelled.'));
      const timer = setTimeout(() => this.#stop(limitError('timed-out')), limits.maxMilliseconds);
      signal?.addEventListener('abort', onAbort);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.#pending = null;
      };
      this.#pending = { id, settle, resolve, reject, onProgress, onFindings };
      const copy = new Uint8Array(bytes);
      const request: CheckRequest = {
        kind: 'check',
        id,
        bytes: copy,
        name,
        password: password ?? null,
        assets: this.#assets,
        early: onFindings !== undefined,
      };
      this.#held = null;
      this.#post(request, [copy.buffer]);
    });
  }

  /**
   * Puts figures of a checked report right. The worker still has its reading, or is given the report as it was checked, once.
   * @param corrections all of the document's
   * @throws CheckError `aborted` when another check took the worker over.
   */
  correct(report: Report, corrections: readonly Correction[]): Promise<Revision> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#corrections.set(id, { resolve, reject });
      this.prepare(report);
      this.#post({ kind: 'correct', id, corrections: [...corrections] });
    });
  }

  /** Gets the worker ready for corrections of a report, as it was checked, so that the first of them need not wait. */
  prepare(report: Report): void {
    const { sha256 } = report.document;
    if (this.#held === sha256 || this.#pending) return;
    this.#post({ kind: 'resume', report });
    this.#held = sha256;
  }

  #post(request: WorkerRequest, transfer: Transferable[] = []): void {
    this.#running().postMessage(request, transfer);
  }

  /** Ends the worker; a later check starts a new one. */
  close(): void {
    this.#stop(new CheckError('aborted', 'The check was cancelled.'));
    this.#worker?.terminate();
    this.#letGo(new CheckError('aborted', 'The check was cancelled.'));
  }

  /** The worker is gone, and with it what it held and owed. */
  #letGo(error: CheckError): void {
    this.#worker = null;
    this.#held = null;
    for (const { reject } of this.#corrections.values()) reject(error);
    this.#corrections.clear();
  }

  #running(): WorkerHandle {
    if (this.#worker) return this.#worker;
    const worker = this.#createWorker();
    const die = (event: Event): void => {
      event.preventDefault();
      // The end of a worker that was ended before is no news.
      if (worker !== this.#worker) return;
      const error = explainCrash((event as ErrorEvent).error);
      this.#letGo(error);
      this.#stop(error);
    };
    worker.addEventListener('message', (event) => this.#receive((event as MessageEvent<CheckReply>).data));
    worker.addEventListener('error', die);
    worker.addEventListener('messageerror', die);
    this.#worker = worker;
    return worker;
  }

  #receive(reply: CheckReply): void {
    const correction = this.#corrections.get(reply.id);
    if (correction) {
      this.#corrections.delete(reply.id);
      if (reply.kind === 'revision') correction.resolve(reply.revision);
      else if (reply.kind === 'error') correction.reject(new CheckError(reply.code, reply.message));
      return;
    }
    const pending = this.#pending;
    if (!pending || reply.id !== pending.id || reply.kind === 'revision') return;
    if (reply.kind === 'progress') return pending.onProgress?.(reply.progress);
    if (reply.kind === 'findings') return pending.onFindings?.(reply.findings);
    pending.settle();
    if (reply.kind === 'report') {
      this.#held = reply.report.document.sha256;
      pending.resolve(reply.report);
    } else pending.reject(new CheckError(reply.code, reply.message));
  }

  #stop(error: CheckError): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#worker?.terminate();
    this.#letGo(error);
    pending.settle();
    pending.reject(error);
  }
}
