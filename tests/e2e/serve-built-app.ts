import chromium from '@sparticuz/chromium';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app, with a slash at the end. */
    appUrl: string;
    chromiumPath: string;
  }
}

const viteCli = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

/** Builds the app, serves it on a free port with the headers of `vite preview`, and unpacks Chromium once. */
export default async function serveBuiltApp(project: TestProject): Promise<() => Promise<void>> {
  // In a process of its own: under Vitest's NODE_ENV, Svelte would be built for development.
  execFileSync(process.execPath, [viteCli, 'build', '--config', configFile, '--logLevel', 'warn'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  const server = await preview({ configFile, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
  project.provide('appUrl', server.resolvedUrls!.local[0]!);
  project.provide('chromiumPath', await chromium.executablePath());
  return () => server.close();
}
