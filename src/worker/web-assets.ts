import type { PdfAssets } from '../read/open-pdf.ts';

/** Where pdf.js finds its data under `url`, the absolute address of their folder with a slash at its end. */
export function webAssets(url: string): PdfAssets {
  return {
    cMapUrl: `${url}cmaps/`,
    standardFontDataUrl: `${url}standard_fonts/`,
    wasmUrl: `${url}wasm/`,
    iccUrl: `${url}iccs/`,
  };
}
