/**
 * Keeps the whole app for use without a network: every file of a build is fetched once and served from there. A new
 * build is fetched beside the old one and waits until it is told to take over, or until the last tab is closed.
 * The build puts the list of files, and a name that changes with them, in the place of `__FILES__` and `__BUILD__`.
 */
declare const __FILES__: string[];
declare const __BUILD__: string;

/** What a service worker has that a page has not; TypeScript cannot know both worlds in one project. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Scope {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<string>) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
}

const scope = self as unknown as Scope;
const prefix = 'crossfoot-files-';
const cacheName = prefix + __BUILD__;

scope.addEventListener('install', (event) => {
  const addresses = __FILES__.map((file) => new URL(file, scope.registration.scope).href);
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(addresses)));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldBuilds().then(() => scope.clients.claim()));
});

scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const isOwn = event.request.url.startsWith(scope.registration.scope);
  if (isOwn && event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function forgetOldBuilds(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
}

/** The kept file, or what the app's own origin has under that address. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const asked = request.mode === 'navigate' ? scope.registration.scope : request;
  return (await cache.match(asked, { ignoreSearch: true })) ?? fetch(request);
}
