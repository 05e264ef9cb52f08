import { Worker } from 'node:worker_threads';
import type { WorkerHandle } from '../worker/scope.ts';

/** A thread of Node behind the face of a browser's worker, so that one client and one pool serve both. */
export class Thread extends EventTarget implements WorkerHandle {
  readonly #worker: Worker;

  /** @param maxMegabytes of objects; a thread that needs more ends with an `error` event */
  constructor(url: URL, maxMegabytes: number, workerData: unknown = null) {
    super();
    this.#worker = new Worker(url, { workerData, resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } });
    this.#worker.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#worker.on('messageerror', () => this.dispatchEvent(new Event('messageerror')));
    this.#worker.on('error', (error) => this.dispatchEvent(new ThreadError(error)));
    // A thread that ends by itself has died: all are ended by their owners.
    this.#worker.on('exit', () => this.dispatchEvent(new ThreadError(new Error('The thread ended.'))));
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    this.#worker.postMessage(message, transfer as never);
  }

  terminate(): void {
    void this.#worker.terminate();
  }
}

/** The `error` event of a thread. */
export class ThreadError extends Event {
  readonly error: unknown;
  constructor(error: unknown) {
    super('error', { cancelable: true });
    this.error = error;
  }
}
