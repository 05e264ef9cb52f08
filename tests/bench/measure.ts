/** One measurement in a process of its own: `measure.ts pdfjs|check|threads FILE` prints one line of JSON. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as pdfjs from '#pdfjs';
import * as pdfjsWorker from '#pdfjs-worker';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import { startChecker } from '../../src/cli/check-file.ts';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import type { Timings } from '../../src/model/report.ts';
import { makeReport } from './make-report.ts';

export interface Measurement {
  milliseconds: number;
  /** Milliseconds of processor time, of all threads together: what the work costs, whatever else the machine does. */
  processor: number;
  pages: number;
  /** Most memory that the whole process held. */
  megabytes: number;
  timings: Timings | null;
}

type Run = (bytes: Uint8Array, name: string) => Promise<{ pages: number; timings: Timings | null }>;

/** What pdf.js alone needs for text and operators of every page, with the settings that Crossfoot reads with. */
const readWithPdfjsAlone: Run = async (bytes) => {
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = pdfjsWorker;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...assetsInNode(),
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = document.numPages;
  await task.destroy();
  return { pages, timings: null };
};

async function runnerOf(mode: string): Promise<{ run: Run; close: () => void }> {
  if (mode === 'pdfjs') return { run: readWithPdfjsAlone, close: () => undefined };
  if (mode === 'check') {
    const rulePack = await loadRulePack();
    const run: Run = async (bytes, name) => {
      const report = await checkReport(bytes, { name, rulePack, assets: assetsInNode() });
      return { pages: report.document.pages, timings: report.timings };
    };
    return { run, close: () => undefined };
  }
  const checker = startChecker();
  const run: Run = async (bytes, name) => {
    const report = await checker.check(bytes, { name });
    return { pages: report.document.pages, timings: report.timings };
  };
  return { run, close: () => checker.close() };
}

const [mode = '', path = ''] = process.argv.slice(2);
const { run, close } = await runnerOf(mode);
// A short report first, so that loading the program and starting threads is not measured.
await run(makeReport(2, 1), 'short.pdf');
const bytes = new Uint8Array(readFileSync(path));
const begun = performance.now();
const before = process.cpuUsage();
const { pages, timings } = await run(bytes, basename(path));
const milliseconds = Math.round(performance.now() - begun);
const { user, system } = process.cpuUsage(before);
const processor = Math.round((user + system) / 1000);
close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ milliseconds, processor, pages, megabytes, timings } satisfies Measurement));
