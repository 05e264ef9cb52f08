import { expect, test } from 'vitest';
import { refuseModule } from '../../../src/ui/build/network-guard-plugin.ts';

test.each([
  ['a package nobody looked at', '/app/node_modules/axios/index.js', 'export default 1', /^axios is not among/],
  ['one inside another', '/app/node_modules/idb/node_modules/@sentry/core/a.js', '', /^@sentry\/core is not among/],
  ['a socket', '/app/src/ui/a.ts', 'new WebSocket(address)', /holds WebSocket/],
  ['a beacon', '/app/src/ui/a.ts', 'navigator.sendBeacon(address, report)', /holds sendBeacon/],
  ['a fetch', '/app/src/worker/a.ts', 'await fetch(address)', /holds fetch/],
  ['a known package that has begun to talk', '/app/node_modules/idb/a.js', 'new XMLHttpRequest()', /holds XMLHttp/],
])('%s fails the build', (_name, id, code, expected) => {
  expect(refuseModule(id, code)).toMatch(expected);
});

test.each([
  ['own code that only reads', '/app/src/ui/a.ts', 'const prefetched = cache.fetch(1)'],
  ['the sample report', '/app/src/ui/state/app.svelte.ts', 'await fetch(sampleFile)'],
  ['pdf.js with its data files', '/app/node_modules/pdfjs-dist/build/pdf.mjs', 'await fetch(cMapUrl)'],
])('%s may enter', (_name, id, code) => {
  expect(refuseModule(id, code)).toBeNull();
});
