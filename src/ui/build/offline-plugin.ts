import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const fileName = 'service-worker.js';

/** For hosts, not for browsers; and old font files that every browser of today passes over. */
const leftOut = /^_headers$|\.woff$|\.map$|^service-worker\.js$/;

/**
 * Builds the service worker beside the app, with the list of all files that the build emits or copies. Own code instead
 * of a toolbox, because the list is all that there is to know: the usual one brings three hundred packages.
 */
export function offlinePlugin(top: string): Plugin {
  const publicFolder = join(top, 'public');
  return {
    name: 'crossfoot:offline',
    apply: 'build',
    buildStart() {
      if (this.environment.config.isWorker) return;
      this.emitFile({ type: 'chunk', id: join(top, 'src/ui/offline/service-worker.ts'), fileName });
    },
    generateBundle: {
      // After every other plugin has emitted its files.
      order: 'post',
      async handler(_options, bundle) {
        const worker = bundle[fileName];
        if (worker?.type !== 'chunk') return;
        const copied = await readdir(publicFolder, { recursive: true });
        const names = [...Object.keys(bundle), ...copied].filter((name) => !leftOut.test(name)).toSorted();
        // By its bare address: many hosts redirect from the name, and a redirected page may not be shown from the cache.
        const files = names.map((name) => (name === 'index.html' ? './' : name));
        const build = createHash('sha256').update(files.join('\n'));
        for (const name of copied) build.update(await readFile(join(publicFolder, name)));
        // The page's own name does not change with what is in it.
        const page = bundle['index.html'];
        if (page?.type === 'asset') build.update(page.source);
        worker.code = worker.code
          .replaceAll('__FILES__', JSON.stringify(files))
          .replaceAll('__BUILD__', JSON.stringify(build.digest('hex').slice(0, 16)));
      },
    },
  };
}
