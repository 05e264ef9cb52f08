import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { dropFile, openSample, samplePdf, useBrowser, visit, waitForFindings } from './browser.ts';
import { makePdf, noNotes } from './make-pdf.ts';

useBrowser();

/** Clicks an entry of the menu and takes what the browser saves. */
async function save(page: Page, entry: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('group', { name: /Hand it on|移交/ })
      .getByRole('button', { name: entry })
      .click(),
  ]);
  await page.getByText(`${download.suggestedFilename()}`).waitFor();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const openMenu = (page: Page): Promise<void> => page.getByRole('button', { name: 'Hand it on' }).click();

test('the sample is handed on in every format, each readable by another program', async () => {
  const { page } = await visit({ acceptDownloads: true });
  await openSample(page);
  await page.getByRole('list', { name: 'Wrong' }).getByRole('button').first().click();
  await page.keyboard.press('c');
  await openMenu(page);

  const pdf = await save(page, 'The report with notes');
  expect(pdf.name).toBe('sample-report-crossfoot.pdf');
  expect(pdf.bytes.subarray(0, samplePdf.length).equals(samplePdf)).toBe(true);
  const task = getDocument({ data: new Uint8Array(pdf.bytes), verbosity: 0 });
  const document = await task.promise;
  const notes: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = await (await document.getPage(number)).getAnnotations();
    notes.push(...annotations.filter(({ subtype }) => subtype === 'Text').map(({ contentsObj }) => contentsObj.str));
  }
  await task.destroy();
  expect(notes.length).toBeGreaterThan(5);
  expect(notes.some((note) => note.includes('State: Confirmed'))).toBe(true);

  const paper = await save(page, 'Working paper');
  const sheets = await readExcel(new Blob([new Uint8Array(paper.bytes)]));
  expect(sheets.map(({ sheet }) => sheet)).toContain('Findings');

  expect(String((await save(page, 'Sign-off memo')).bytes)).toContain('the reviewer confirmed 1');
  expect(String((await save(page, 'one figure a line')).bytes)).toMatch(/^\uFEFFid,page,label/);
  expect(String((await save(page, 'Content index')).bytes)).toContain('SSE,');
  const sarif = JSON.parse(String((await save(page, 'Findings for other tools')).bytes)) as { version: string };
  expect(sarif.version).toBe('2.1.0');
  const report = JSON.parse(String((await save(page, 'Everything')).bytes)) as { triage: { state: string }[] };
  expect(report.triage.map(({ state }) => state)).toEqual(['confirmed']);
});

test('notes come in the language that is chosen for them', async () => {
  const { page } = await visit({ acceptDownloads: true });
  await openSample(page);
  await openMenu(page);
  await page.getByLabel('Language of notes and messages').selectOption({ label: '简体中文' });
  expect(String((await save(page, 'Sign-off memo')).bytes)).toContain('<html lang="zh-Hans">');
});

test('a PDF that allows no notes says so, and what to do', async () => {
  const { page } = await visit();
  await dropFile(page, 'closed.pdf', makePdf(['Scope 1 emissions in 2024 were 274 t.'], '', noNotes));
  await waitForFindings(page);
  await openMenu(page);
  await page.getByRole('button', { name: 'The report with notes' }).click();
  await page.getByText('do not allow notes').waitFor();
});

test('axe finds nothing wrong with the open menu, light or dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await visit({ colorScheme });
    await openSample(page);
    await openMenu(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run('header', { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('the menu is worked by keyboard and fits a narrow screen', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
  await openSample(page);
  await page.getByRole('button', { name: 'Hand it on' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('group', { name: 'Hand it on' });
  await menu.waitFor();
  const box = (await menu.boundingBox())!;
  expect([box.x >= 0, box.x + box.width <= 390, box.y + box.height <= 844]).toEqual([true, true, true]);
  await page.keyboard.press('Tab');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('sample-report-crossfoot.pdf');
  // The keys of the findings wait until the menu is closed.
  const address = page.url();
  await page.keyboard.press('j');
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await expect.poll(() => menu.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
