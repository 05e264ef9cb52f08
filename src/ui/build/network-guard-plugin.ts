import type { Plugin } from 'vite';

/** What a page can talk to others with. */
const TALKS =
  /\b(?:WebSocket|WebTransport|EventSource|RTCPeerConnection|XMLHttpRequest|sendBeacon)\b|(?<![.\w])fetch\s*\(/;

/** Packages that may enter the bundle: each was looked at. A new one fails the build until it stands here. */
const PACKAGES = new Set([
  '@fontsource/noto-sans',
  '@fontsource/noto-sans-sc',
  '@libpdf/core',
  '@noble/ciphers',
  '@noble/hashes',
  '@scure/base',
  'asn1js',
  'big.js',
  'bytestreamjs',
  'clsx',
  'esm-env',
  'fuse.js',
  'hucre',
  'idb',
  'lru-cache',
  'pako',
  'pdfjs-dist',
  'pkijs',
  'pvtsutils',
  'pvutils',
  'svelte',
  'tslib',
  'valibot',
]);

/**
 * The only packages and modules that may hold means of talking, and why that is no leak: the policy of `security-headers.ts` lets
 * none of them reach beyond the origin, and a test in the real browser watches that none tries.
 */
const TALKERS: Record<string, string> = {
  'pdfjs-dist': 'fetches its own data files; a PDF is handed to it as bytes, never as an address',
  svelte: 'names fetch in the comments of its source, which the build takes out',
  'lru-cache': 'has a method of its own that is called fetch',
  'src/ui/offline/service-worker.ts': 'answers with the kept files of the app, and asks its own origin for the others',
  'src/ui/state/app.svelte.ts': 'loads the sample report, which comes with the app',
};

/** One module on its way into the bundle → why it may not enter, or null. `id` is its path with forward slashes. */
export function refuseModule(id: string, code: string): string | null {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (name !== undefined && !PACKAGES.has(name)) {
    return `${name} is not among the packages that may enter the bundle. Look for what it sends, then add it to network-guard-plugin.ts.`;
  }
  const found = TALKS.exec(code)?.[0];
  if (found === undefined || Object.keys(TALKERS).some((talker) => name === talker || id.endsWith(`/${talker}`)))
    return null;
  return `${id} holds ${found.trim()}, which can send what was read to others.`;
}

/** Fails the build when a package that nobody looked at, or a means of talking to others, enters the bundle. */
export function networkGuardPlugin(): Plugin {
  return {
    name: 'crossfoot:network-guard',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      const reason = refuseModule(id.replaceAll('\\', '/').split('?')[0]!, code);
      if (reason !== null) this.error(reason);
      return null;
    },
  };
}
