import type { WorkerScope } from './scope.ts';
import { servePages } from './serve-pages.ts';
import { tellRequests } from './request-log.ts';

tellRequests();
servePages(self as unknown as WorkerScope);

// A rejected promise in a worker does not reach its owner's `error` event by itself.
self.addEventListener('unhandledrejection', (event) => {
  throw event.reason;
});
