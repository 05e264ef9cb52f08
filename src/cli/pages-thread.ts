import { parentPort } from 'node:worker_threads';
import type { WorkerScope } from '../worker/scope.ts';
import { servePages } from '../worker/serve-pages.ts';

servePages(parentPort as unknown as WorkerScope);
