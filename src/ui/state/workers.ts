/** Starts the worker that runs the whole check. */
export function createCheckWorker(): Worker {
  return new Worker(new URL('../../worker/check.worker.ts', import.meta.url), { type: 'module' });
}

/** Starts the worker that searches figures. */
export function createSearchWorker(): Worker {
  return new Worker(new URL('../figures/search.worker.ts', import.meta.url), { type: 'module' });
}
