/** One thing that a page or a worker of this app asked for, or was kept from asking for. */
export interface LoggedRequest {
  address: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Bytes that came over the network; 0 for what the browser had kept, or does not tell. */
  bytes: number;
  /** What refused it: the page's own Content-Security-Policy; null when nothing did. */
  refusedBy: string | null;
}

/** Where workers tell of their requests: a page cannot see those of its workers by itself. */
const channelName = 'crossfoot:requests';

/**
 * Calls back with every resource that this page or worker loads from now on, and has loaded before, by the browser's own
 * record (Resource Timing), and with everything that the Content-Security-Policy stopped.
 */
export function watchRequests(heard: (requests: LoggedRequest[]) => void): void {
  const told = (entries: PerformanceEntryList): void =>
    heard(
      (entries as PerformanceResourceTiming[]).map(({ name, startTime, transferSize }) => ({
        address: name,
        at: performance.timeOrigin + startTime,
        bytes: transferSize,
        refusedBy: null,
      })),
    );
  new PerformanceObserver((list) => told(list.getEntries())).observe({ type: 'resource', buffered: true });
  self.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
    heard([{ address: blockedURI, at: Date.now(), bytes: 0, refusedBy: effectiveDirective }]),
  );
}

/** In a worker: tells every page of the app of this worker's requests. */
export function tellRequests(): void {
  const channel = new BroadcastChannel(channelName);
  watchRequests((requests) => channel.postMessage(requests));
}

/** In a page: calls back with the requests of the workers, those of other tabs included. */
export function listenToWorkers(heard: (requests: LoggedRequest[]) => void): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }: MessageEvent<LoggedRequest[]>) => heard(data));
}
