import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnPage, openSample, useBrowser, visit } from './browser.ts';

useBrowser();

/** Goes to a page of the report and waits until it is drawn. */
async function goToPage(page: Page, number: number): Promise<void> {
  const field = page.getByLabel('Page number');
  await field.fill(String(number));
  await field.press('Enter');
  await field.blur();
  await drawnPage(page, number).waitFor();
}

test('the reading is drawn over the page: cells, figures with their meaning, and away again', async () => {
  const { page } = await visit();
  await openSample(page);
  await goToPage(page, 3);
  const drawing = page.getByRole('group', { name: 'Drawn on page 3' });
  expect(await drawing.count()).toBe(0);

  await page.keyboard.press('o');
  await drawing.locator('svg').waitFor();
  expect(await page.getByRole('button', { name: 'What was read' }).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('list', { name: 'What was read' }).waitFor();
  expect(await drawing.locator('.table').count()).toBeGreaterThanOrEqual(2);
  // Head, two years, four rows.
  const table = drawing.locator('.table', { hasText: 'Annual GHG emissions' });
  expect(await table.locator('.cell').count()).toBe(15);
  expect(await table.locator('.cell.head').count()).toBe(3);

  // A cell lies on what is printed: the drawing has the page's size.
  const sheet = (await page.locator('.sheet[data-page="3"]').boundingBox())!;
  const svg = (await drawing.locator('svg').boundingBox())!;
  expect([Math.round(svg.width), Math.round(svg.height)]).toEqual([Math.round(sheet.width), Math.round(sheet.height)]);

  const figure = drawing.locator('.figure', { hasText: 'ghg.scope2' }).first();
  expect(await figure.locator('.tag').isVisible()).toBe(false);
  await figure.locator('rect').first().hover();
  const note = page.locator('.sheet').getByRole('status');
  await expect.poll(() => note.textContent()).toMatch(/Indirect emissions \(Scope 2\).*2023 · tCO2e · ghg\.scope2/);

  // From figure to figure with the keyboard.
  await drawing.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => note.textContent()).toMatch(/2024 · tCO2e · ghg\.scope2/);

  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(() => figure.locator('.tag').isVisible()).toBe(true);

  await page.keyboard.press('o');
  await expect.poll(() => drawing.count()).toBe(0);
});

test('the chosen figure says how it was read, wherever the pointer is', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  const row = page.getByRole('grid', { name: 'Figures' }).locator('.scroller').getByRole('row').first();
  await row.click();
  await page.keyboard.press('o');
  const note = page.locator('.sheet').getByRole('status');
  await note.waitFor();
  expect(await note.textContent()).toContain(await row.locator('[role=gridcell]').first().textContent());
});

test('a claim that wraps is marked line by line', async () => {
  const { page } = await visit();
  await openSample(page);
  await page
    .getByRole('list', { name: 'Wrong' })
    .getByRole('button', { name: /words and figures disagree/ })
    .click();
  const claim = page.locator('.mark.wrong');
  await expect.poll(() => claim.count()).toBe(2);
  const [first, second] = await Promise.all([claim.nth(0).boundingBox(), claim.nth(1).boundingBox()]);
  expect(second!.y).toBeGreaterThan(first!.y);
  // The clause begins at the end of one line and ends within the next.
  expect(first!.x).toBeGreaterThan(second!.x + second!.width / 2);
  expect(await page.getByRole('img', { name: /^Mark: claim/ }).count()).toBe(1);
});
