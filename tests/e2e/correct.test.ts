import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropFile, openSample, samplePdf, useBrowser, visit, waitForFindings } from './browser.ts';

useBrowser();

/** A planted error: the total of waste is printed with one wrong digit. */
const title = /Total waste 2023 is not the sum/;
const wrong = (page: Page): Locator => page.getByRole('list', { name: 'Wrong' }).getByRole('button', { name: title });
const editor = (page: Page): Locator => page.getByRole('form', { name: 'Correct the reading' });

/** Opens the editor at the total and types what it should be, by keyboard. */
async function correctTotal(page: Page): Promise<void> {
  await wrong(page).click();
  await page.keyboard.press('e');
  await editor(page).waitFor();
  await expect.poll(() => editor(page).getByRole('textbox', { name: 'Number' }).inputValue()).toBe('1,380.88');
  await page.keyboard.type('1,360.88');
  await page.keyboard.press('Enter');
}

test('a corrected figure ends its finding at once; undone it is there again; kept over a reload', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('c');
  await correctTotal(page);
  await expect.poll(() => wrong(page).count()).toBe(0);
  expect(await editor(page).count()).toBe(0);
  await page.getByText(/Reading corrected: /).waitFor({ state: 'attached' });
  // The place of the reader stays: what was wrong is shown as it stands now.
  await page.getByRole('article', { name: 'Detail' }).getByText('Verified', { exact: true }).waitFor();

  await page.keyboard.press('u');
  await expect.poll(() => wrong(page).count()).toBe(1);
  await page.keyboard.press('U');
  await expect.poll(() => wrong(page).count()).toBe(0);

  await page.reload();
  await waitForFindings(page);
  await expect.poll(() => wrong(page).count()).toBe(0);
  // What was decided before stays decided.
  expect(
    await page
      .getByRole('banner')
      .getByText(/^1 of \d+ decided$/)
      .count(),
  ).toBe(1);

  await page.keyboard.press('E');
  const sheet = page.getByRole('dialog', { name: 'Corrected readings' });
  await sheet.getByText('Number: 1380.88 → 1360.88').waitFor();
  await sheet.getByRole('button', { name: /^Take back/ }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => wrong(page).count()).toBe(1);
});

test('what cannot be read is said beside its field, and Escape leaves all as it was', async () => {
  const { page } = await visit();
  await openSample(page);
  await wrong(page).click();
  await page.keyboard.press('e');
  await editor(page).getByRole('textbox', { name: 'Unit' }).fill('blorps');
  await page.keyboard.press('Enter');
  await page.getByText('Crossfoot does not know this unit.').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => editor(page).count()).toBe(0);
  expect(await wrong(page).count()).toBe(1);
});

test('in the figures, a metric is found by its name, and what is no figure goes', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('2');
  await page.getByRole('searchbox', { name: 'Search figures' }).fill('1,380.88');
  const grid = page.getByRole('grid', { name: 'Figures' });
  const row = grid.getByRole('row').filter({ hasText: '1,380.88' }).first();
  await row.click();
  await page.getByRole('button', { name: 'Correct the reading' }).first().click();
  await editor(page).getByRole('combobox', { name: 'Metric' }).fill('hazardus waste');
  await editor(page)
    .getByRole('option', { name: /Hazardous waste/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await grid.getByTitle('Corrected').first().waitFor();
  await page.getByRole('button', { name: '1 figure corrected' }).waitFor();

  await row.click();
  await page.keyboard.press('e');
  await page.getByRole('checkbox', { name: 'This is no figure' }).check();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Search figures' }).fill('1,380.8');
  await expect.poll(() => grid.getByRole('row').filter({ hasText: '1,380.88' }).count()).toBe(0);
});

test('another draft of a report is offered the corrections, and says what became of them', async () => {
  const { page } = await visit();
  await dropFile(page, 'Report 2024 draft 1.pdf', samplePdf);
  await waitForFindings(page);
  await correctTotal(page);
  await expect.poll(() => wrong(page).count()).toBe(0);

  // A comment after the end makes another file of the same pages.
  const next = new Uint8Array([...samplePdf, ...new TextEncoder().encode('\n% draft 2\n')]);
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  await dropFile(page, 'Report 2024 draft 2.pdf', next);
  await waitForFindings(page);
  expect(await wrong(page).count()).toBe(1);
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByText('From Report 2024 draft 1.pdf: 1 applied, 0 not found.').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => wrong(page).count()).toBe(0);
});

test('a second tab hears of a correction', async () => {
  const { page } = await visit();
  await openSample(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await waitForFindings(second);
  await page.bringToFront();
  await correctTotal(page);
  await expect.poll(() => wrong(second).count(), { timeout: 15_000 }).toBe(0);
});
