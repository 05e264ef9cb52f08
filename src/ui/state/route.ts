/** The views of a document. */
export type Tab = 'findings' | 'figures' | 'index' | 'coverage' | 'rules';

/** Where the reader is. Everything in it survives a reload. */
export type Route =
  | { at: 'start' }
  | {
      at: 'document';
      /** SHA-256 of the file. */
      id: string;
      tab: Tab;
      /** Key of the chosen finding, id of the chosen figure or of the chosen rule; null when none is. */
      chosen: string | null;
      /** The page being leafed through; null while the pages of what is chosen are shown. */
      page: number | null;
      /** What narrows the list and how it is shown, by name; not there when nothing does. */
      asked?: Asked;
    };

/** `{ view: 'matrix', q: 'water' }`; each tab has its own names, and leaves out what it does not know. */
export type Asked = Readonly<Record<string, string>>;

export type DocumentRoute = Extract<Route, { at: 'document' }>;

/** What an address calls one chosen thing of a tab; the tab's own name stands for none chosen. */
const nouns: Record<Tab, string> = {
  findings: 'finding',
  figures: 'figure',
  index: 'requirement',
  coverage: 'coverage',
  rules: 'rule',
};

const pattern =
  /^#\/doc\/([0-9a-f]{64})(?:\/(finding|figures?|index|requirement|coverage|rules?)(?:\/([^/?]+))?)?(?:\?([^#]*))?$/;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function tabOf(noun: string | undefined): Tab {
  const tabs = Object.keys(nouns) as Tab[];
  return tabs.find((tab) => noun === tab || noun === nouns[tab]) ?? 'findings';
}

/** Reads `location.hash`; anything that is no route is the start. */
export function parseRoute(hash: string): Route {
  const match = pattern.exec(hash);
  if (!match) return { at: 'start' };
  const [, id, noun, chosen, query] = match;
  const { page, ...asked } = Object.fromEntries(new URLSearchParams(query));
  return {
    at: 'document',
    id: id!,
    tab: tabOf(noun),
    chosen: chosen === undefined ? null : decode(chosen),
    page: page !== undefined && /^\d+$/.test(page) ? Number(page) : null,
    ...(Object.keys(asked).length > 0 ? { asked } : {}),
  };
}

/** The hash of a route, as `parseRoute` reads it. */
export function formatRoute(route: Route): string {
  if (route.at === 'start') return '#/';
  const { id, tab, chosen, page, asked = {} } = route;
  const bare = tab === 'findings' ? '' : `/${tab}`;
  const place = chosen === null ? bare : `/${nouns[tab]}/${encodeURIComponent(chosen)}`;
  const query = new URLSearchParams({ ...(page === null ? {} : { page: String(page) }), ...asked }).toString();
  return `#/doc/${id}${place}${query === '' ? '' : `?${query}`}`;
}
