import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hangingSecondPage, nastyFiles } from '../hostile/nasty.ts';
import { appUrl, dropFiles, samplePdf, useBrowser, visit, waitForFindings } from './browser.ts';
import { makePdf } from './make-pdf.ts';

useBrowser();

/** Milliseconds. A page that never ends is given up after fifteen seconds. */
const queueTimeout = 60_000;

const queue = (page: Page): Locator => page.getByRole('region', { name: 'Queue' });
const entry = (page: Page, name: string): Locator => queue(page).getByRole('listitem').filter({ hasText: name });
const figures = (scope1: number): Uint8Array => makePdf([`Scope 1 emissions in 2024 were ${scope1} tCO2e.`]);

test('several files are checked in turn: any can be opened meanwhile, and a refused one stops nothing', async () => {
  const { page } = await visit();
  await dropFiles(page, {
    'first.pdf': figures(274.02),
    'page.pdf': Buffer.from('<!doctype html><title>Report</title>'),
    'brackets.pdf': nastyFiles['brackets for a file']!(),
    'hanging.pdf': hangingSecondPage(),
    'sample.pdf': samplePdf,
  });
  await entry(page, 'hanging.pdf').getByRole('progressbar', { name: 'Checking hanging.pdf' }).waitFor();
  expect(await entry(page, 'first.pdf').textContent()).toMatch(/verified/);
  expect(await entry(page, 'page.pdf').textContent()).toMatch(/Not checked.*web page/);
  expect(await entry(page, 'brackets.pdf').textContent()).toMatch(/Not checked.*not a PDF/);
  expect(await entry(page, 'sample.pdf').textContent()).toMatch(/Waiting/);

  // A finished one is opened by keyboard while the others run, and the way back tells how far they are.
  await queue(page).getByRole('button', { name: 'Open first.pdf' }).focus();
  await page.keyboard.press('Enter');
  await waitForFindings(page);
  await page.getByRole('button', { name: /^Queue: \d of 5 checked/ }).click();

  await queue(page).getByText('5 of 5 checked').waitFor({ timeout: queueTimeout });
  expect(await queue(page).getByRole('status').textContent()).toMatch(/^sample\.pdf: Done, \d+ wrong$/);
  expect(await entry(page, 'hanging.pdf').getByRole('button', { name: 'Open hanging.pdf' }).count()).toBe(1);
  await queue(page).getByRole('button', { name: 'Open sample.pdf' }).click();
  await waitForFindings(page);

  // The list is there after a reload, until it is cleared; the documents stay.
  await page.goto(appUrl);
  await entry(page, 'page.pdf').getByText('web page').waitFor();
  await queue(page).getByRole('button', { name: 'Clear what has ended' }).click();
  expect(await queue(page).count()).toBe(0);
  // A list that is cleared just before the page is closed may come back: nothing is lost by it.
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByRole('region', { name: 'Kept in this browser' }).getByText('first.pdf').waitFor();
  expect(await queue(page).count()).toBe(0);
});

test('what waits when the page is closed goes on when it is opened again', async () => {
  const { page } = await visit();
  await dropFiles(page, { 'hanging.pdf': hangingSecondPage(), 'later.pdf': figures(11_490.61) });
  await entry(page, 'hanging.pdf').getByRole('progressbar').waitFor();
  await queue(page).getByText('The list is kept').waitFor();
  await page.reload();
  await entry(page, 'hanging.pdf').getByRole('progressbar').waitFor();
  // Stopping one by keyboard lets the next have its turn, and leaves the focus in the list.
  await queue(page).getByRole('button', { name: 'Stop checking hanging.pdf' }).focus();
  await page.keyboard.press('Enter');
  await queue(page).getByText('1 of 1 checked').waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-labelledby'))).toBe(
    'queue',
  );
});

test('a folder gives its PDFs, and a protected one among them asks for its password when it is opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossfoot-folder-'));
  writeFileSync(join(folder, 'open.pdf'), figures(274.02));
  writeFileSync(join(folder, 'locked.pdf'), makePdf(['Scope 1 emissions in 2024 were 5 tCO2e.'], 'open sesame'));
  writeFileSync(join(folder, 'notes.txt'), 'no report');
  const { page } = await visit();
  await page.getByLabel('Folder of PDF files').setInputFiles(folder);
  await queue(page).getByText('2 of 2 checked').waitFor({ timeout: queueTimeout });
  await queue(page).getByText('1 file of the folder left out').waitFor();
  await queue(page).getByRole('button', { name: 'Enter the password of locked.pdf' }).click();
  await page.getByLabel('Password to open it:').fill('open sesame');
  await page.keyboard.press('Enter');
  await waitForFindings(page);
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  await queue(page).getByRole('button', { name: 'Open locked.pdf' }).waitFor();
});
