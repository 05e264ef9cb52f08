#!/usr/bin/env node
// Starts the command line under a Node that runs TypeScript as it is. The machine's own is used when it can;
// otherwise the one that `npm ci` brings (npm package `node`).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./main.ts');
} else {
  const bundled = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(bundled)) {
    console.error('Crossfoot needs Node 22.18 or later, or the one that `npm ci` installs. Run `npm ci` first.');
    process.exit(2);
  }
  const { status } = spawnSync(bundled, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 2);
}
