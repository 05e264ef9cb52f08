import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PdfAssets } from '../read/open-pdf.ts';

/** Folders of the installed pdf.js with its CMaps, fonts, wasm and colour profiles. */
export function assetsInNode(): PdfAssets {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => join(root, name) + sep;
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}
