import rulePack from 'virtual:rule-pack';
import { PagePool } from './page-pool.ts';
import type { WorkerScope } from './scope.ts';
import { serveCheck } from './serve-check.ts';
import { tellRequests } from './request-log.ts';

/** More readers than this do not pay: the rest of the check runs in one thread. */
const MAX_LANES = 4;

const createPageWorker = (): Worker => new Worker(new URL('./pages.worker.ts', import.meta.url), { type: 'module' });
const pool = new PagePool(createPageWorker, Math.min(MAX_LANES, navigator.hardwareConcurrency));

tellRequests();
serveCheck(self as unknown as WorkerScope, rulePack, pool.open);

// A rejected promise in a worker does not reach the page's `error` event by itself.
self.addEventListener('unhandledrejection', (event) => {
  throw event.reason;
});
