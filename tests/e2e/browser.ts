import chromium from '@sparticuz/chromium';
import { readFileSync } from 'node:fs';
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** The package's own list is for a cloud function: these would run everything in one process, or lift the very walls tested. */
const unwanted = /single-process|no-zygote|disable-web-security|allow-running-insecure-content|site-isolation/;

/** How long the sample's check may take on a busy machine, in milliseconds. */
const checkTimeout = 60_000;

export const appUrl = inject('appUrl');
export const samplePdf = readFileSync(new URL('../../public/sample-report.pdf', import.meta.url));

export interface Visit {
  page: Page;
  /** Every address that the page or its workers asked for. */
  requests: string[];
}

let browser: Browser;
const openVisits: { close: () => Promise<void> }[] = [];

/** Call once in a test file: starts Chromium before its tests and closes every visit after each. */
export function useBrowser(): void {
  beforeAll(async () => {
    const args = chromium.args.filter((argument) => !unwanted.test(argument));
    browser = await playwright.launch({ executablePath: inject('chromiumPath'), args, headless: true });
  });
  afterEach(async () => {
    await Promise.all(openVisits.splice(0).map((visit) => visit.close()));
  });
  afterAll(() => browser.close());
}

export interface VisitOptions extends BrowserContextOptions {
  /** Runs in the page before the app does. */
  before?: () => void;
  /** Errors in the console that the test provokes. */
  provoked?: RegExp;
}

/** Opens the app in a browser of its own; the test fails on any error in the page and any request beyond the origin. */
export async function visit({ before, provoked, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  openVisits.push({
    async close() {
      await context.close();
      expect(requests.filter(isForeign)).toEqual([]);
      expect(errors.filter((error) => !provoked?.test(error))).toEqual([]);
    },
  });
  await page.goto(appUrl);
  return { page, requests };
}

/** True for an address beyond the app's own origin; what pdf.js decodes out of the PDF itself is at blob: and data:. */
export function isForeign(address: string): boolean {
  return !/^(blob|data):/.test(address) && new URL(address).origin !== new URL(appUrl).origin;
}

/** Opens the sample with its one click and waits for the findings. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample report' }).click();
  await waitForFindings(page);
}

/** Waits until the workbench stands. */
export async function waitForFindings(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Findings' }).waitFor({ timeout: checkTimeout });
}

/** Drops a file on the page, as from the desktop. */
export function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return dropFiles(page, { [name]: bytes });
}

/** Drops files on the page at once, by their names. */
export async function dropFiles(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const encoded = Object.entries(files).map(([name, bytes]) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, encoded);
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** The drawing of a page of the report, in the whole report or in a panel; of any page when no number is given. */
export function drawnPage(page: Page, number?: number): Locator {
  const place = number === undefined ? '.page' : `.page[data-page-number="${number}"]`;
  return page.locator(`${place} canvas`).first();
}
