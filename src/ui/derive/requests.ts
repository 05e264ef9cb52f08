import type { LoggedRequest } from '../../worker/request-log.ts';

/** One address that was asked for. */
export interface RequestLine {
  /** Within the app's own place on its origin, without that place; the whole address elsewhere. */
  address: string;
  times: number;
  /** Bytes that came over the network, all times together. */
  bytes: number;
  /** Milliseconds since 1970, of the first time. */
  at: number;
  where: 'own' | 'elsewhere';
  /** What refused it; null when nothing did. */
  refusedBy: string | null;
}

/** Addresses that never leave the page: what it made itself. */
const inside = /^(?:blob|data|inline|eval|wasm-eval)\b/;

/**
 * The log, one line an address: those beyond the origin first, then in the order in which they were first asked for.
 * @param base address of the app with a slash at its end
 */
export function requestLines(requests: readonly LoggedRequest[], base: string): RequestLine[] {
  const { origin } = new URL(base);
  const lines = new Map<string, RequestLine>();
  for (const { address, at, bytes, refusedBy } of requests) {
    if (inside.test(address)) continue;
    const key = `${refusedBy ?? ''} ${address}`;
    const known = lines.get(key);
    if (known) {
      known.times += 1;
      known.bytes += bytes;
      known.at = Math.min(known.at, at);
      continue;
    }
    const own = URL.canParse(address) && new URL(address).origin === origin;
    const shown = address.startsWith(base) ? address.slice(base.length) || '/' : address;
    lines.set(key, { address: shown, times: 1, bytes, at, where: own ? 'own' : 'elsewhere', refusedBy });
  }
  const far = ({ where }: RequestLine): number => (where === 'own' ? 1 : 0);
  return [...lines.values()].sort((a, b) => far(a) - far(b) || a.at - b.at);
}
