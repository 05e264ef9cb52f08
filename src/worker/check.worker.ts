import rulePack from 'virtual:rule-pack';
import { checkReport } from '../check-report.ts';
import { CheckError } from '../model/check-error.ts';
import type { PdfAssets } from '../read/open-pdf.ts';
import { limits } from './limits.ts';
import type { CheckReply, CheckRequest } from './protocol.ts';
import { slimReport } from './slim-report.ts';

function send(reply: CheckReply): void {
  self.postMessage(reply);
}

/** Where pdf.js finds its data. */
function pdfjsAssets(url: string): PdfAssets {
  return {
    cMapUrl: `${url}cmaps/`,
    standardFontDataUrl: `${url}standard_fonts/`,
    wasmUrl: `${url}wasm/`,
    iccUrl: `${url}iccs/`,
  };
}

/** Runs one request and answers with progress and then exactly one report or error. */
async function answer({ id, bytes, name, password, assetsUrl }: CheckRequest): Promise<void> {
  try {
    const report = await checkReport(bytes, {
      name,
      rulePack,
      assets: pdfjsAssets(assetsUrl),
      ...(password === null ? {} : { password }),
      maxPages: limits.maxPages,
      onProgress: (progress) => send({ kind: 'progress', id, progress }),
    });
    send({ kind: 'report', id, report: slimReport(report) });
  } catch (error) {
    if (error instanceof CheckError) send({ kind: 'error', id, code: error.code, message: error.message });
    else throw error;
  }
}

self.addEventListener('message', (event: MessageEvent<CheckRequest>) => void answer(event.data));

// A rejected promise in a worker does not reach the page's `error` event by itself.
self.addEventListener('unhandledrejection', (event) => {
  throw event.reason;
});
