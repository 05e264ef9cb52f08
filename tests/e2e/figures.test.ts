import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSample, useBrowser, visit } from './browser.ts';

useBrowser();

async function openFigures(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
}

const rows = (page: Page): ReturnType<Page['locator']> =>
  page.getByRole('grid', { name: 'Figures' }).locator('.scroller').getByRole('row');

test('a typing error still finds the figure, in English and in Chinese', async () => {
  const { page } = await visit();
  await openFigures(page);
  const search = page.getByRole('searchbox', { name: 'Search figures' });
  for (const [typed, found] of [
    ['gasolne', /Gasoline consumption/],
    ['温室汽体', /温室气体/],
  ] as const) {
    await search.fill(typed);
    await expect.poll(() => rows(page).first().textContent()).toMatch(found);
  }
  await search.fill('zzzzzz');
  await page.getByText('No figure matches.').waitFor();
});

test('filters narrow the figures together and are taken back at once', async () => {
  const { page } = await visit();
  await openFigures(page);
  const status = page.getByRole('region', { name: 'Figures' }).getByRole('status').first();
  const all = (await status.textContent())!.trim();
  await page.getByLabel('State').selectOption('conflict');
  await expect.poll(() => status.textContent()).toMatch(/^\s*\d+ of /);
  for (const row of await rows(page).all())
    expect(await row.locator('.state').getAttribute('title')).toBe('values differ');
  await page.getByLabel('Page', { exact: true }).selectOption('4');
  await expect.poll(() => rows(page).count()).toBeLessThan(10);
  for (const row of await rows(page).all()) expect(await row.locator('.page').textContent()).toBe('4');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(async () => (await status.textContent())!.trim()).toBe(all);
});

test('by year, a value that differs is marked, and each print of it leads to its page', async () => {
  const { page } = await visit();
  await openFigures(page);
  await page.getByRole('button', { name: 'By year' }).click();
  const table = page.getByRole('table', { name: 'By year' });
  const row = table.getByRole('row', { name: /Gasoline consumption/ });
  expect(await row.getByRole('img', { name: /^Trend of/ }).count()).toBe(1);
  const values = row.locator('.conflict').getByRole('button');
  expect(await values.allTextContents()).toEqual(expect.arrayContaining(['31.46', '34.16']));
  await row.getByRole('button', { name: /: 31\.46, page 4, values differ/ }).click();
  await expect.poll(() => page.getByLabel('Page number').inputValue()).toBe('4');
  await expect.poll(() => page.getByRole('img', { name: /^Mark: 31\.46/ }).count()).toBe(1);
  await row.getByRole('button', { name: /: 34\.16/ }).click();
  await expect.poll(() => page.getByLabel('Page number').inputValue()).toBe('7');
});

test('a figure on the page can be chosen there', async () => {
  const { page } = await visit();
  await openFigures(page);
  await rows(page).first().click();
  const other = page.getByRole('button', { name: /^Mark: / }).first();
  const name = (await other.getAttribute('aria-label'))!.replace('Mark: ', '');
  await other.click();
  await page.getByRole('img', { name: `Mark: ${name}` }).waitFor();
  const chosen = page.locator('.row.chosen');
  await expect.poll(() => chosen.textContent()).toContain(name.split(', ').at(-1));
});

test('charts show where findings lie, how chapters stand and what rose and fell, and lead there', async () => {
  const { page } = await visit();
  await openFigures(page);
  await page.getByRole('button', { name: 'Charts' }).click();
  await page
    .getByRole('list', { name: 'Where the findings lie' })
    .getByRole('button', { name: /^Page 4: .*wrong/ })
    .click();
  await expect.poll(() => page.getByLabel('Page number').inputValue()).toBe('4');
  await page
    .getByRole('region', { name: /by chapter/ })
    .getByRole('button', { name: /^People \d+\s*: \d+ verified/i })
    .click();
  await expect.poll(() => page.getByLabel('Page number').inputValue()).toBe('5');
  const trend = page.getByRole('figure', { name: /^Trend of/ }).first();
  await trend.getByRole('button').last().click();
  await page.getByRole('img', { name: /^Mark: / }).waitFor();
  expect(page.url()).toMatch(/\/figure\//);
});

test('the address tells how the figures are shown and narrowed down, and leads back there', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  await page.getByRole('button', { name: 'By year' }).click();
  await page.getByLabel('Unit').selectOption('tCO2e');
  await expect.poll(() => page.url()).toMatch(/\/figures\?(?=.*view=matrix)(?=.*unit=tCO2e)/);
  const rows = page.getByRole('table', { name: 'By year' }).getByRole('row');
  const shown = await rows.count();
  await page.reload();
  await page.getByRole('table', { name: 'By year' }).waitFor({ timeout: 30_000 });
  await expect.poll(() => rows.count()).toBe(shown);
  expect(await page.getByLabel('Unit').inputValue()).toBe('tCO2e');

  // The findings have theirs.
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.getByRole('searchbox').fill('water');
  await expect.poll(() => page.url()).toContain('q=water');
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  await page.goBack();
  expect(await page.getByRole('searchbox').inputValue()).toBe('water');
});
