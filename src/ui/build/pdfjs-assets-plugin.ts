import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** pdf.js's own data: CMaps for Chinese and Japanese, the 14 standard fonts, image decoders, colour profiles. */
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

/** quickjs runs a PDF's own scripts, which Crossfoot never does. */
const leftOut = /^quickjs/;

const mediaTypes: Record<string, string> = { wasm: 'application/wasm', js: 'text/javascript' };

/** Serves the data files of pdfjs-dist under `/pdfjs/` in development and writes them to `dist/pdfjs/` in a build. */
export function pdfjsAssetsPlugin(): Plugin {
  const root = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  return {
    name: 'crossfoot:pdfjs-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs/', (request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0]!));
        const file = join(root, path);
        if (!folders.some((folder) => path.startsWith(`/${folder}/`)) || !existsSync(file)) return next();
        response.setHeader('Content-Type', mediaTypes[file.split('.').pop()!] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
    async generateBundle() {
      if (this.environment.config.isWorker) return;
      for (const folder of folders) {
        for (const name of await readdir(join(root, folder))) {
          if (leftOut.test(name)) continue;
          const source = await readFile(join(root, folder, name));
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source });
        }
      }
    },
  };
}
