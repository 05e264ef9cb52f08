import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { networkGuardPlugin } from './src/ui/build/network-guard-plugin.ts';
import { offlinePlugin } from './src/ui/build/offline-plugin.ts';
import { pdfjsAssetsPlugin } from './src/ui/build/pdfjs-assets-plugin.ts';
import { pdfjsCssPlugin } from './src/ui/build/pdfjs-css-plugin.ts';
import { rulePackPlugin } from './src/ui/build/rule-pack-plugin.ts';
import { securityPlugin } from './src/ui/build/security-plugin.ts';

const top = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: `${top}src/ui`,
  publicDir: `${top}public`,
  cacheDir: `${top}.cache/vite`,
  // Relative, so that the built app also works from a folder of a site.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    rulePackPlugin(top),
    pdfjsAssetsPlugin(),
    pdfjsCssPlugin(),
    securityPlugin(),
    offlinePlugin(top),
    networkGuardPlugin(),
  ],
  worker: { format: 'es', plugins: () => [rulePackPlugin(top), networkGuardPlugin()] },
  build: {
    outDir: `${top}dist`,
    emptyOutDir: true,
    target: 'es2023',
    // Every browser of that target preloads by itself; the stand-in would fetch.
    modulePreload: { polyfill: false },
    // An inlined asset would be a data: address, which the Content-Security-Policy refuses for scripts and workers.
    assetsInlineLimit: 0,
    // pdf.js alone is larger than the default; the app is served once and cached.
    chunkSizeWarningLimit: 2500,
  },
  preview: { port: 4173 },
  test: {
    root: top,
    reporters: ['default', `${top}tests/summary-reporter.ts`],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          environment: 'node',
          // A whole check of the sample takes a second, and many times that on a machine with other work.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: `${top}tests/e2e/serve-built-app.ts`,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One Chromium at a time: two cores are shared with the checks that the pages run.
          fileParallelism: false,
        },
      },
    ],
  },
});
