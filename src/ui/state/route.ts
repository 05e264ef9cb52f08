/** Where the reader is. Everything in it survives a reload. */
export type Route =
  | { at: 'start' }
  | {
      at: 'document';
      /** SHA-256 of the file. */
      id: string;
      tab: 'findings' | 'figures';
      /** Key of the chosen finding or id of the chosen figure; null when none is. */
      chosen: string | null;
      /** The page being leafed through; null while the pages of what is chosen are shown. */
      page: number | null;
    };

export type DocumentRoute = Extract<Route, { at: 'document' }>;

const pattern = /^#\/doc\/([0-9a-f]{64})(?:\/(finding|figure|figures)(?:\/([^/?]+))?)?(?:\?page=(\d+))?$/;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Reads `location.hash`; anything that is no route is the start. */
export function parseRoute(hash: string): Route {
  const match = pattern.exec(hash);
  if (!match) return { at: 'start' };
  const [, id, kind, chosen, page] = match;
  return {
    at: 'document',
    id: id!,
    tab: kind?.startsWith('figure') ? 'figures' : 'findings',
    chosen: chosen === undefined ? null : decode(chosen),
    page: page === undefined ? null : Number(page),
  };
}

/** The hash of a route, as `parseRoute` reads it. */
export function formatRoute(route: Route): string {
  if (route.at === 'start') return '#/';
  const { id, tab, chosen, page } = route;
  const kind = tab === 'findings' ? 'finding' : 'figure';
  const place = chosen === null ? (tab === 'figures' ? '/figures' : '') : `/${kind}/${encodeURIComponent(chosen)}`;
  return `#/doc/${id}${place}${page === null ? '' : `?page=${page}`}`;
}
