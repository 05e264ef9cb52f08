/**
 * The benchmark in a real browser: the built app against what pdf.js alone needs, in a worker, for text and operators of the same pages.
 *
 *     npm run bench:browser -- [FILE.pdf …] [--runs 3] [--seed 1] [--sizes 10,100]
 *
 * The two ways of one file alternate. Printed are medians, in milliseconds from the moment that the file is picked: to the first page on screen,
 * to the first finding, to the workbench; the longest task of the main thread; the most memory of the browser's process of the page.
 */
import chromium from '@sparticuz/chromium';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { preview } from 'vite';
import { makeReport } from './make-report.ts';
import { median, printTable } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    sizes: { type: 'string', default: '10,100' },
  },
});
const top = fileURLToPath(new URL('../../', import.meta.url));
const configFile = join(top, 'vite.config.ts');
/** Milliseconds after which a run counts as failed. */
const PATIENCE = 600_000;
/** These would run everything in one process. */
const UNWANTED = /single-process|no-zygote/;

/** What one run of the app on one file took; null where it did not come to it before the end. */
interface AppRun {
  firstPage: number | null;
  firstFinding: number | null;
  done: number;
  longestTask: number;
  megabytes: number | null;
  kilobytes: number;
}

/** Notes in the page when what is waited for first stands there. */
function watchPage(): void {
  const marks: Record<string, number> = {};
  const wanted = {
    firstPage: 'canvas',
    firstFinding: 'main section li, [aria-label="Findings"] li',
    done: '[aria-label="Findings"]',
  };
  const look = (): void => {
    for (const [name, selector] of Object.entries(wanted))
      if (marks[name] === undefined && document.querySelector(selector)) marks[name] = performance.now();
  };
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries())
      if (startTime >= (marks['start'] ?? Infinity)) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    addEventListener('change', () => void (marks['start'] ??= performance.now()), { capture: true });
  });
  Object.assign(globalThis, { benchMarks: () => ({ ...marks, longest }) });
}

async function runApp(browser: Browser, url: string, path: string): Promise<AppRun> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
  const loaded = new Set<string>();
  context.on('request', (request) => loaded.add(new URL(request.url()).pathname));
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(1000);
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByRole('region', { name: 'Findings' }).waitFor({ timeout: PATIENCE });
  await page.waitForTimeout(500);
  const marks = await page.evaluate(() =>
    (globalThis as unknown as { benchMarks: () => Record<string, number> }).benchMarks(),
  );
  const megabytes = mostMemoryOfPages();
  await context.close();
  const since = (name: string): number | null =>
    marks[name] === undefined ? null : Math.round(marks[name] - marks['start']!);
  return {
    firstPage: since('firstPage'),
    firstFinding: since('firstFinding'),
    done: since('done')!,
    longestTask: Math.round(marks['longest']!),
    megabytes,
    kilobytes: Math.round(loaded.values().reduce((sum, path) => sum + sizeOf(path), 0) / 1000),
  };
}

/** Bytes of a file of the built app, as it lies on the disk; none for what is no file. */
function sizeOf(path: string): number {
  return (
    statSync(join(top, 'dist', path.endsWith('/') ? `${path}index.html` : path), { throwIfNoEntry: false })?.size ?? 0
  );
}

/** Most memory that the largest process of a page has held, in megabytes; null where the system does not tell. */
function mostMemoryOfPages(): number | null {
  try {
    const peaks = readdirSync('/proc').flatMap((id) => {
      if (!/^\d+$/.test(id)) return [];
      try {
        if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) return [];
        return [Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024];
      } catch {
        return [];
      }
    });
    return Math.round(Math.max(...peaks));
  } catch {
    return null;
  }
}

/** A page on which a worker reads a PDF with pdf.js and nothing else. */
const ALONE = `
import * as worker from './pdf.worker.mjs';
import * as pdfjs from './pdf.mjs';
globalThis.pdfjsWorker = worker;
onmessage = async ({ data: { bytes, assets } }) => {
  const begun = performance.now();
  const task = pdfjs.getDocument({ data: bytes, ...assets, useWorkerFetch: true, maxImageSize: 1, disableFontFace: true,
    useSystemFonts: false, fontExtraProperties: true, isOffscreenCanvasSupported: false, isImageDecoderSupported: false });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  postMessage(Math.round(performance.now() - begun));
};`;

const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

/** Serves pdf.js with the page above, and the report at hand. */
function servePdfjs(report: () => string): Promise<{ url: string; close: () => void }> {
  const folder = join(top, 'node_modules/pdfjs-dist');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/report.pdf' ? report() : join(folder, path.startsWith('/pdf.') ? `build${path}` : path);
    try {
      const body = path === '/' ? '<!doctype html>' : path === '/alone.mjs' ? ALONE : readFileSync(file);
      response.setHeader('Content-Type', TYPES[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => void server.close() });
    });
  });
}

async function runPdfjs(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  const milliseconds = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (await fetch('report.pdf')).arrayBuffer());
    const asset = (name: string): string => new URL(`${name}/`, location.href).href;
    const assets = {
      cMapUrl: asset('cmaps'),
      standardFontDataUrl: asset('standard_fonts'),
      wasmUrl: asset('wasm'),
      iccUrl: asset('iccs'),
    };
    const worker = new Worker('alone.mjs', { type: 'module' });
    return new Promise<number>((resolve, reject) => {
      // pdf.js greets whoever starts it.
      worker.onmessage = ({ data }) => typeof data === 'number' && resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ bytes, assets });
    });
  });
  await page.close();
  return milliseconds;
}

const made = mkdtempSync(join(tmpdir(), 'crossfoot-bench-'));
process.on('exit', () => rmSync(made, { recursive: true }));
const files =
  positionals.length > 0
    ? positionals
    : values.sizes.split(',').map((size) => {
        const path = join(made, `made-${size}.pdf`);
        writeFileSync(path, makeReport(Number(size), Number(values.seed)));
        return path;
      });

let current = '';
execFileSync(
  process.execPath,
  [join(top, 'node_modules/vite/bin/vite.js'), 'build', '--config', configFile, '--logLevel', 'warn'],
  {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  },
);
const app = await preview({ configFile, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
const alone = await servePdfjs(() => current);
const executablePath = await chromium.executablePath();
const rows: (string | number)[][] = [];
for (current of files) {
  const pdfjs: number[] = [];
  const runs: AppRun[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    // A browser for each run, so that nothing is warm and memory is that of one report.
    const args = chromium.args.filter((argument) => !UNWANTED.test(argument));
    const browser = await playwright.launch({ executablePath, args, headless: true });
    if (run % 2 === 0) pdfjs.push(await runPdfjs(browser, alone.url));
    runs.push(await runApp(browser, app.resolvedUrls!.local[0]!, current));
    if (run % 2 === 1) pdfjs.push(await runPdfjs(browser, alone.url));
    await browser.close();
  }
  const middle = (of: (run: AppRun) => number | null): number | null => {
    const known = runs.flatMap((run) => of(run) ?? []);
    return known.length === 0 ? null : median(known);
  };
  const done = median(runs.map((run) => run.done));
  rows.push([
    basename(current).slice(0, 32),
    median(pdfjs),
    done,
    (done / median(pdfjs)).toFixed(2),
    middle((run) => run.firstPage) ?? '–',
    middle((run) => run.firstFinding) ?? '–',
    middle((run) => run.longestTask) || '< 50',
    middle((run) => run.megabytes) ?? '–',
    middle((run) => run.kilobytes) ?? '–',
  ]);
}
await app.close();
alone.close();
const head = ['file', 'pdf.js ms', 'app ms', 'ratio', 'first page', 'first finding', 'longest task', 'MB', 'kB loaded'];
console.log(`${values.runs} runs, seed ${values.seed}, ${availableParallelism()} cores, Chromium`);
printTable(head, rows);
