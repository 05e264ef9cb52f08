import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appUrl, dropFile, openSample, samplePdf, useBrowser, visit, waitForFindings } from './browser.ts';

useBrowser();

const chosen = (page: Page): Promise<string | null> =>
  page.locator('li button[aria-current=true] .title').textContent();
const heading = (page: Page) => page.getByRole('article', { name: 'Detail' }).getByRole('heading', { level: 1 });
const decided = (page: Page) => page.getByRole('banner').getByText(/decided$/);

test('a reviewer works through the sample from drop to last decision by keyboard alone', async () => {
  const { page } = await visit();
  await dropFile(page, 'report.pdf', samplePdf);
  await waitForFindings(page);
  const all = Number(/of (\d+) decided/.exec((await decided(page).textContent())!)![1]);
  expect(all).toBeGreaterThan(5);

  // Every kind of decision, a note, an operand, an undo on the way; each goes on to the next open finding.
  const keys = ['c', 'd', 'x'];
  for (let done = 0; done < all; done += 1) {
    const title = (await heading(page).textContent())!;
    await page.keyboard.press('f');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.keyboard.type(`cd x ${done}`);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(`cd x ${done}`);
    const key = keys[done % keys.length]!;
    await page.keyboard.press(key);
    if (key === 'd') await page.keyboard.press(String(1 + (done % 4)));
    if (done === 3) {
      await page.keyboard.press('u');
      await expect.poll(() => heading(page).textContent()).toBe(title);
      await page.keyboard.press('U');
      await page.keyboard.press('h');
    }
    if (done < all - 1) await expect.poll(() => decided(page).textContent()).toBe(`${done + 1} of ${all} decided`);
  }
  await page.getByText(`All ${all} decided`).waitFor();

  // Kept at once: all of it is there after a reload.
  await page.reload();
  await expect.poll(() => decided(page).textContent(), { timeout: 10_000 }).toBe(`All ${all} decided`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a dismissal asks for its reason, which is shown and can be taken back', async () => {
  const { page } = await visit();
  await openSample(page);
  const title = (await heading(page).textContent())!;
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'The report explains it' }).waitFor();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Restated, see the notes');
  await page.keyboard.press('Enter');
  await expect.poll(() => heading(page).textContent()).not.toBe(title);
  await page.keyboard.press('k');
  await page.getByText('Dismissed: Restated, see the notes').waitFor();
  await page.keyboard.press('d');
  await expect.poll(() => page.getByText('Dismissed: Restated').count()).toBe(0);
});

test('a decision shows at once in a second tab, which does not write over it', async () => {
  const { page } = await visit();
  await openSample(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await waitForFindings(second);
  await page.bringToFront();
  await page.keyboard.press('c');
  await expect.poll(() => decided(second).textContent()).toMatch(/^1 of/);

  const key = /finding\/([^?]+)/.exec(page.url())![1]!;
  await second.goto(`${appUrl}${new URL(page.url()).hash}`);
  await second.bringToFront();
  await second.keyboard.press('n');
  await second.keyboard.type('From the second tab');
  await page.bringToFront();
  await page.keyboard.press('x');
  await page.goto(`${appUrl}#/doc/${/doc\/([0-9a-f]+)/.exec(page.url())![1]}/finding/${key}`);
  await expect.poll(() => page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('From the second tab');
  expect(await page.getByRole('button', { name: /^Fixed/ }).getAttribute('aria-pressed')).toBe('true');
});

test('findings are filtered by severity, decision, topic, kind and page, with counts', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Filter' }).click();
  const list = page.getByRole('region', { name: 'Findings' });
  const rows = list.locator('li');
  await page.getByRole('combobox', { name: 'Decision' }).selectOption({ label: 'Confirmed (1)' });
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: 'Decision: Confirmed, remove' }).click();

  const topic = page.getByLabel('Topic');
  const option = (await topic.locator('option').nth(1).textContent())!;
  const [, count] = /\((\d+)\)$/.exec(option)!;
  await topic.selectOption({ index: 1 });
  await expect
    .poll(async () => {
      const sizes = await list.locator('h2 button > span:last-child').allTextContents();
      return sizes.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    })
    .toBe(Number(count));
  await page.getByRole('searchbox').fill('zzzz');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByRole('list', { name: 'Wrong' }).waitFor();
  expect(await chosen(page)).not.toBeNull();
});

test('the panes are as wide as the reader makes them, by pointer and by key, and stay so', async () => {
  const { page } = await visit();
  await openSample(page);
  const edge = page.getByRole('separator', { name: 'Width of the list' });
  const width = async (): Promise<number> => (await page.locator('.list').boundingBox())!.width;
  const before = await width();
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 64, box.y + 200);
  await page.mouse.up();
  await expect.poll(width).toBeCloseTo(before + 60, -1);
  await edge.press('ArrowLeft');
  await expect.poll(width).toBeCloseTo(before + 36, -1);
  await page.reload();
  await waitForFindings(page);
  expect(await width()).toBeCloseTo(before + 36, -1);
});

test('the library says how far each document has been worked through', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  const kept = page.getByRole('region', { name: 'Kept in this browser' }).getByRole('listitem');
  await expect.poll(() => kept.textContent()).toMatch(/2 of \d+ decided\s*· 1 confirmed\s*· 1 dismissed/);
  await page.getByText('What is kept, and where').click();
  await page.getByText(/^Crossfoot uses [\d.]+ (KB|MB) of the/).waitFor();
});
