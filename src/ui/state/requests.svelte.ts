import { listenToWorkers, watchRequests } from '../../worker/request-log.ts';
import type { LoggedRequest } from '../../worker/request-log.ts';

/** What this page and its workers have asked for since it was opened. */
class Requests {
  all = $state.raw<readonly LoggedRequest[]>([]);
  /** Whether the log is shown. */
  shown = $state(false);

  /** Begins to listen; what the browser recorded before comes too. */
  watch(): void {
    const add = (some: LoggedRequest[]): void => void (this.all = [...this.all, ...some]);
    watchRequests(add);
    listenToWorkers(add);
  }
}

export const requests = new Requests();
