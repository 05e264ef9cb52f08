/** The inside of a worker, in a browser (`self`) as in Node (`parentPort`). */
export interface WorkerScope {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The outside of a worker: a browser's `Worker`, or a thread of Node in its clothes. */
export interface WorkerHandle {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}
