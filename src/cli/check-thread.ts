import { parentPort, workerData } from 'node:worker_threads';
import { limits } from '../model/limits.ts';
import { PagePool } from '../worker/page-pool.ts';
import type { WorkerScope } from '../worker/scope.ts';
import { serveCheck } from '../worker/serve-check.ts';
import { loadRulePack } from './load-rule-pack.ts';
import { Thread } from './thread.ts';

const { lanes } = workerData as { lanes: number };

const createPageThread = (): Thread =>
  new Thread(new URL('./pages-thread.ts', import.meta.url), limits.maxReaderMegabytes);

// The pool comes first: its threads load pdf.js while this one reads the rules.
const pool = new PagePool(createPageThread, lanes);
serveCheck(parentPort as unknown as WorkerScope, await loadRulePack(), pool.open);
