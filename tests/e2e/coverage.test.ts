import { expect, test } from 'vitest';
import { openSample, useBrowser, visit } from './browser.ts';

useBrowser();

test('every figure is accounted for, page by page, with its colour on the page', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  expect(page.url()).toMatch(/\/coverage$/);
  const view = page.getByRole('region', { name: 'Coverage' });
  const numbers = async (cells: string[]): Promise<number[]> =>
    cells.map((text) => Number(text.replace('–', '0').replaceAll(',', '')));

  const rows = view.locator('tbody tr');
  const sums = [0, 0, 0, 0, 0];
  for (const row of await rows.all()) {
    const [, ...counts] = await row.locator('td').allTextContents();
    const [figures, ...covers] = await numbers(counts);
    expect(covers.reduce((sum, count) => sum + count, 0)).toBe(figures);
    [figures!, ...covers].forEach((count, column) => (sums[column]! += count));
  }
  const [, ...all] = await view.locator('tfoot td').allTextContents();
  expect(await numbers(all)).toEqual(sums);
  expect(await view.textContent()).toContain(`${sums[1]} verified`);
  // The map at the foot counts the same.
  expect(await page.getByRole('contentinfo').textContent()).toContain(`${sums[0]} figures · ${sums[1]} verified`);

  await view.getByRole('button', { name: 'Failing' }).click();
  expect(await view.getByRole('columnheader', { name: 'Failing' }).getAttribute('aria-sort')).toBe('descending');
  const worst = rows.first();
  const number = (await worst.getAttribute('data-row'))!;
  const [, figures, verified, failing] = await worst.locator('td').allTextContents();
  await worst.click();
  expect(page.url()).toMatch(new RegExp(`/coverage\\?page=${number}$`));
  const drawing = page.getByRole('group', { name: `Drawn on page ${number}` });
  await expect.poll(() => drawing.locator('.figure').count()).toBe(Number(figures));
  expect(await drawing.locator('.figure.verified').count()).toBe(Number(verified));
  expect(await drawing.locator('.figure.failing').count()).toBe(Number(failing));
  await expect.poll(() => page.getByRole('slider', { name: 'Page map' }).getAttribute('aria-valuenow')).toBe(number);

  await drawing.locator('.figure.failing rect').first().hover();
  const note = page.locator('.sheet').getByRole('status');
  await expect.poll(() => note.textContent()).toMatch(/Failing.*✗/);

  await page.reload();
  await expect.poll(() => drawing.locator('.figure').count()).toBe(Number(figures));
});

test('on a narrow screen a page of the coverage leads to its colours and back', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 } });
  await openSample(page);
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  const view = page.getByRole('region', { name: 'Coverage' });
  await view.locator('tbody tr[data-row="3"]').click();
  await page.getByRole('group', { name: 'Drawn on page 3' }).locator('.figure').first().waitFor();
  expect(await view.isVisible()).toBe(false);
  await page.getByRole('button', { name: '‹ Back' }).click();
  await view.waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
