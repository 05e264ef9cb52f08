import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnPage, openSample, useBrowser, visit, waitForFindings } from './browser.ts';

useBrowser();

/** A long English word of the text, with a letter left out of its middle, as a hurried reader types it. */
function mistype(text: string): string {
  const word = /[A-Za-z]{8,}/.exec(text)![0];
  return word.slice(0, 4) + word.slice(5);
}

async function countIn(page: Page, standing: string): Promise<number> {
  const text = await page
    .getByRole('banner')
    .getByText(new RegExp(`^[\\d,]+ ${standing}$`))
    .textContent();
  return Number.parseInt(text!, 10);
}

test('the sample shows its findings, most serious first, with the arithmetic and the marks on the page', async () => {
  const { page } = await visit();
  await openSample(page);

  expect(await countIn(page, 'wrong')).toBeGreaterThan(0);
  expect(await countIn(page, 'verified')).toBeGreaterThan(0);
  const titles = await page.getByRole('region', { name: 'Findings' }).getByRole('heading').allTextContents();
  expect(titles[0]).toContain('Wrong');

  const rows = page.getByRole('list', { name: 'Wrong' }).getByRole('button');
  expect(await rows.count()).toBe(await countIn(page, 'wrong'));
  for (const row of await rows.all()) {
    await row.click();
    expect(await row.getAttribute('aria-current')).toBe('true');
    const title = await page.getByRole('article', { name: 'Detail' }).getByRole('heading', { level: 1 }).textContent();
    expect(await row.textContent()).toContain(title);
    const evidence = await page
      .getByRole('article')
      .getByRole('button', { name: /^p\. \d+, / })
      .count();
    expect(evidence).toBeGreaterThan(0);
    await drawnPage(page).waitFor();
    await expect.poll(() => page.getByRole('img', { name: /^Mark: / }).count()).toBe(evidence);
    // Every page has been scrolled to where its marks are.
    for (const panel of await page.getByRole('figure').all()) {
      const frame = (await panel.boundingBox())!;
      const marks = await panel.getByRole('img', { name: /^Mark: / }).all();
      const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()));
      const seen = boxes.some((box) => box!.y >= frame.y && box!.y < frame.y + frame.height && box!.x >= frame.x);
      expect(seen, (await panel.getAttribute('aria-label'))!).toBe(true);
    }
  }
});

test('a sum is laid out with a single rule above and a double rule below', async () => {
  const { page } = await visit();
  await openSample(page);
  const sum = page.locator('table[aria-label=Working] tr.result .value span').first();
  for (const row of await page.getByRole('list', { name: 'Wrong' }).getByRole('button').all()) {
    await row.click();
    if ((await sum.count()) > 0) break;
  }
  const style = await sum.evaluate((element) => {
    const { borderTopStyle, borderBottomStyle, textAlign, fontVariantNumeric } = getComputedStyle(element);
    return { borderTopStyle, borderBottomStyle, textAlign, fontVariantNumeric };
  });
  expect(style).toEqual({
    borderTopStyle: 'solid',
    borderBottomStyle: 'double',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  });
});

test('figures are found in spite of a typing error, and lead to their place on the page', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  const rows = page.getByRole('grid', { name: 'Figures' }).locator('.scroller').getByRole('row');
  const labels = await rows.locator('[role=gridcell]:first-child').allTextContents();
  const label = labels.find((text) => /[A-Za-z]{8,}/.test(text))!;
  const all = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(20);

  await page.keyboard.press('/');
  await page.keyboard.type(mistype(label));
  await page.getByText(new RegExp(`^\\d+ of ${all} figures$`)).waitFor();
  await expect.poll(() => rows.locator('[role=gridcell]:first-child').allTextContents()).toContain(label);

  await rows.filter({ hasText: label }).first().click();
  expect(page.url()).toMatch(/#\/doc\/[0-9a-f]{64}\/figure\//);
  const mark = page.getByRole('img', { name: /^Mark: / });
  await mark.waitFor();
  expect(await mark.getAttribute('aria-label')).toContain(label);
  expect(await page.getByLabel('How the figure was read').textContent()).toContain(label);

  await page.reload();
  await mark.waitFor();
  expect(await mark.getAttribute('aria-label')).toContain(label);
});

test('a document is kept over a reload, checked again, deleted, taken back and deleted', async () => {
  const { page } = await visit();
  await openSample(page);
  const address = page.url();
  const wrong = await countIn(page, 'wrong');

  await page.reload();
  await waitForFindings(page);
  expect(page.url()).toBe(address);
  expect(await countIn(page, 'wrong')).toBe(wrong);

  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  const kept = page.getByRole('region', { name: 'Kept in this browser' }).getByRole('listitem');
  expect(await kept.textContent()).toContain(`${wrong} wrong`);
  await page.getByRole('button', { name: /^Check again/ }).click();
  await waitForFindings(page);
  expect(await countIn(page, 'wrong')).toBe(wrong);

  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  expect(await kept.count()).toBe(1);
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(() => kept.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => kept.count()).toBe(1);
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(() => kept.count()).toBe(0);

  await page.goto(address);
  expect(await page.getByRole('alert').textContent()).toContain('not kept in this browser');
});

test('pages are leafed through and zoomed, and a mark leads to its finding', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.getByRole('list', { name: 'Wrong' }).getByRole('button').last().click();
  const number = page.getByLabel('Page number');
  const before = Number(await number.inputValue());
  await number.fill('2');
  await number.press('Enter');
  await drawnPage(page, 2).waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await drawnPage(page, 3).waitFor();
  await page.keyboard.press('[');
  await expect.poll(() => number.inputValue()).toBe('2');

  const sheet = page.locator('.sheet[data-page="2"]');
  const width = (await sheet.boundingBox())!.width;
  await page.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(async () => (await sheet.boundingBox())!.width).toBeGreaterThan(width * 1.2);

  await number.fill(String(before));
  await number.press('Enter');
  const mark = page.getByRole('button', { name: /^Mark: / }).first();
  await mark.click({ force: true });
  await expect.poll(() => page.url()).toMatch(/\/finding\/[^?]+$/);
});

test('the map at the foot has a bar for every page and leads there', async () => {
  const { page } = await visit();
  await openSample(page);
  const map = page.getByRole('slider', { name: 'Page map' });
  const pages = Number(await map.getAttribute('aria-valuemax'));
  expect(await map.locator('.page').count()).toBe(pages);
  await map
    .locator('.page')
    .nth(pages - 1)
    .click();
  await drawnPage(page, pages).waitFor();
  const box = (await map.locator('.page').nth(2).boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 4 + 2 * box.width, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('5');
  await map.press('End');
  await map.press('ArrowLeft');
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe(String(pages - 1));
  expect(await map.getAttribute('aria-valuetext')).toContain(`Page ${pages - 1}: `);
});

test('keys go through the findings and back', async () => {
  const { page } = await visit();
  await openSample(page);
  const heading = page.getByRole('article').getByRole('heading', { level: 1 });
  const current = page.locator('li button[aria-current=true]');
  const first = await current.textContent();
  await page.keyboard.press('j');
  await expect.poll(() => current.textContent()).not.toBe(first);
  expect(await heading.isVisible()).toBe(true);
  await page.keyboard.press('k');
  await expect.poll(() => current.textContent()).toBe(first);

  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search findings' });
  expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('zzzzzz');
  await page.getByText('No finding matches').waitFor();
  await search.fill('');
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await page.getByRole('button', { name: 'Back to the finding' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('button', { name: 'Back to the finding' }).count()).toBe(0);
});

test('a narrow screen shows one pane at a time, with a way back', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 } });
  await openSample(page);
  const list = page.getByRole('region', { name: 'Findings' });
  const detail = page.getByRole('article', { name: 'Detail' });
  expect([await list.isVisible(), await detail.isVisible()]).toEqual([true, false]);
  await page.getByRole('list', { name: 'Wrong' }).getByRole('button').first().click();
  await detail.waitFor();
  expect(await list.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'See it on the page' }).click();
  await drawnPage(page).waitFor();
  expect(await detail.isVisible()).toBe(false);
  await page.getByRole('button', { name: '‹ Back' }).click();
  await detail.waitFor();
  await page.getByRole('button', { name: '‹ Findings' }).click();
  await list.waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
