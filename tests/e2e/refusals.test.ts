import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnPage, dropFile, openSample, samplePdf, useBrowser, visit, waitForFindings } from './browser.ts';
import { makePdf } from './make-pdf.ts';

useBrowser();

/** The one sentence on screen about a file that could not be checked. */
async function sentence(page: Page): Promise<string> {
  const alert = page.getByRole('alert');
  await alert.waitFor();
  return (await alert.textContent())!.trim();
}

test.each([
  ['a web page named .pdf', Buffer.from('<!doctype html><title>Report</title>'), /not a PDF/i],
  ['an empty file', Buffer.alloc(0), /PDF|empty/i],
  ['a PDF without text', makePdf([]), /no text/i],
  ['a truncated PDF', samplePdf.subarray(0, 2000), /damaged/i],
])('%s is refused in one plain sentence, and the next file works', async (_name, bytes, expected) => {
  const { page } = await visit();
  await dropFile(page, 'report.pdf', bytes);
  const text = await sentence(page);
  expect(text).toMatch(expected);
  expect(text).not.toMatch(/exception|undefined|error:|at \w+\./i);
  expect(await page.getByRole('region', { name: 'Kept in this browser' }).count()).toBe(0);

  await openSample(page);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a protected file asks for its password, says when it is wrong, and opens with the right one', async () => {
  const { page } = await visit();
  const lines = ['Scope 1 emissions in 2024 were 274.02 tCO2e.', 'Scope 2 emissions in 2024 were 11,490.61 tCO2e.'];
  await dropFile(page, 'locked.pdf', makePdf(lines, 'open sesame'));
  const field = page.getByLabel('Password to open it:');
  await field.fill('wrong');
  await field.press('Enter');
  const again = page.getByLabel('That password does not fit. Try another:');
  await again.fill('open sesame');
  await again.press('Enter');
  await waitForFindings(page);
  await drawnPage(page, 1).waitFor();

  // The password is not kept: after a reload, the pages ask for it.
  await page.reload();
  await page.getByLabel('The file is protected. Its password, to see the pages:').fill('open sesame');
  await page.getByRole('button', { name: 'Show the pages' }).click();
  await drawnPage(page, 1).waitFor();
});

test('the password prompt can be left', async () => {
  const { page } = await visit();
  await dropFile(page, 'locked.pdf', makePdf(['A line.'], 'x'));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Drop a report here').waitFor();
});

test('progress is named, cancel works at once, and the next check runs', async () => {
  const { page } = await visit();
  // Held back, the worker gives the test time to look and to cancel.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/check\.worker/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('button', { name: 'Open the sample report' }).click();
  await page.getByRole('progressbar', { name: 'Checking sample-report.pdf' }).waitFor();
  await page.getByText('Opening the file').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Drop a report here').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  release();
  await openSample(page);
});

test('progress names the pages as they are read', async () => {
  const { page } = await visit({
    before: () => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const text = document.querySelector('main p')?.textContent;
        if (text && seen.at(-1) !== text) seen.push(text);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    },
  });
  await openSample(page);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.some((text) => /^Reading page \d+ of \d+$/.test(text))).toBe(true);
});
