import { availableParallelism } from 'node:os';
import { limits } from '../model/limits.ts';
import { CheckClient } from '../worker/client.ts';
import { assetsInNode } from './assets.ts';
import { Thread } from './thread.ts';

/** A check in a thread of its own, which ends it when a limit is met. `lanes`: threads that read its pages. */
export function startChecker(lanes: number = availableParallelism()): CheckClient {
  const createThread = (): Thread =>
    new Thread(new URL('./check-thread.ts', import.meta.url), limits.maxCheckMegabytes, { lanes });
  return new CheckClient(createThread, assetsInNode());
}
