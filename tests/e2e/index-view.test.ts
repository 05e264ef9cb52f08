import { expect, test } from 'vitest';
import { openSample, useBrowser, visit } from './browser.ts';

useBrowser();

test('every requirement of a standard stands with its state, its row of the index and where it is answered', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('3');
  expect(page.url()).toMatch(/\/index$/);
  const view = page.getByRole('region', { name: 'Index' });
  const standards = view.getByRole('group', { name: 'Standards' });
  await standards.getByRole('button', { name: /SSE Guideline No. 14/ }).click();
  const rows = view.locator('tbody tr');
  expect(await rows.count()).toBe(21);

  // The one topic that the sample leaves out of its index.
  await view.getByRole('button', { name: '1 Missing' }).click();
  expect(await rows.count()).toBe(1);
  expect(await rows.first().textContent()).toContain('Data security and customer privacy protection');
  expect(await rows.first().textContent()).toContain('No row of the index names it');
  await view.getByRole('button', { name: '1 Missing' }).click();

  const water = rows.filter({ hasText: 'Water resource use' });
  await water.getByRole('button', { name: /Water resource use/ }).click();
  expect(page.url()).toContain('/requirement/sse-14%20water');
  expect(await water.getByRole('button', { name: /Water/ }).getAttribute('aria-current')).toBe('true');
  await expect.poll(() => page.locator('.sheet').count()).toBeGreaterThan(1);

  await water.getByRole('button', { name: 'Show p. 8' }).click();
  expect(page.url()).toMatch(/\?page=8$/);
  await page.reload();
  await expect.poll(() => water.getByRole('button', { name: /Water/ }).getAttribute('aria-current')).toBe('true');

  await standards.getByRole('button', { name: /GRI/ }).click();
  expect(await view.textContent()).toContain('Used with reference');
  expect(await rows.count()).toBeGreaterThan(100);
});

test('on a narrow screen each requirement reads as a note and leads to its page', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 } });
  await openSample(page);
  await page.getByRole('button', { name: 'Index', exact: true }).click();
  const view = page.getByRole('region', { name: 'Index' });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await view.locator('tbody tr').first().getByRole('button').first().click();
  await page.locator('.sheet').first().waitFor();
  expect(await view.isVisible()).toBe(false);
  await page.getByRole('button', { name: '‹ Back' }).click();
  await view.waitFor();
});
