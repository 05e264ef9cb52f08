import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnPage, dropFile, openSample, samplePdf, useBrowser, visit } from './browser.ts';

useBrowser();

/** Opens the sample at a page of the whole report. */
async function openAt(page: Page, number: number): Promise<void> {
  await openSample(page);
  const field = page.getByLabel('Page number');
  await field.fill(String(number));
  await field.press('Enter');
  await field.blur();
  await drawnPage(page, number).waitFor();
}

/** Chooses a finding of the list. */
async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('list', { name: 'Wrong' }).getByRole('button', { name }).click();
}

const text = (page: Page, number: number): ReturnType<Page['locator']> =>
  page.locator(`.page[data-page-number="${number}"] .textLayer`);

test('the text of a page can be selected and copied', async () => {
  const { page } = await visit();
  await openAt(page, 3);
  const line = text(page, 3).getByText('Annual GHG emissions', { exact: true }).first();
  await line.waitFor();
  await line.dblclick();
  expect((await page.evaluate(() => getSelection()!.toString())).trim()).toMatch(/^(Annual|GHG|emissions)$/);
  // A figure under a mark can be selected as well.
  await choose(page, /Total emissions 2024 is not the sum/);
  await expect.poll(() => page.locator('.mark.wrong').count()).toBe(1);
  // The page may still be moving to its place.
  const selectFigure = async (): Promise<string> => {
    const box = (await page.locator('.mark.wrong').boundingBox())!;
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    return page.evaluate(() => getSelection()!.toString());
  };
  await expect.poll(selectFigure).toContain('14,145.71');
});

test('a search goes through the whole report, forwards and back, and says how many', async () => {
  const { page } = await visit();
  await openAt(page, 2);
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in the text' });
  await field.fill('gasoline');
  const said = page.getByRole('search', { name: 'Find in the text' }).getByRole('status');
  await expect.poll(() => said.textContent()).toMatch(/^\d+ of [2-9]\d*$/);
  // Pages are still being looked through: the count stands when it has not grown for a while.
  for (let before = ''; before !== (await said.textContent()); await page.waitForTimeout(1000))
    before = (await said.textContent())!;
  const [first, total] = (await said.textContent())!.split(' of ').map(Number);
  const selected = page.locator('.textLayer .highlight.selected');
  await expect.poll(() => selected.first().textContent()).toMatch(/gasoline/i);
  await field.press('Enter');
  await expect.poll(() => said.textContent()).toBe(`${(first! % total!) + 1} of ${total}`);
  await field.press('Shift+Enter');
  await expect.poll(() => said.textContent()).toBe(`${first} of ${total}`);
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect.poll(() => said.textContent()).not.toBe(`${first} of ${total}`);
  await field.fill('zzzz');
  await expect.poll(() => said.textContent()).toBe('No match');
  await field.press('Escape');
  await expect.poll(() => page.locator('.textLayer .highlight').count()).toBe(0);
});

test('pages are shown at their width, whole, larger and smaller', async () => {
  const { page } = await visit();
  await openAt(page, 3);
  const desk = (await page.getByRole('group', { name: 'The report' }).boundingBox())!;
  const sheet = page.locator('.page[data-page-number="3"]');
  const width = async (): Promise<number> => (await sheet.boundingBox())!.width;
  await expect.poll(width).toBeGreaterThan(desk.width * 0.9);
  await page.keyboard.press('p');
  await expect.poll(async () => (await sheet.boundingBox())!.height).toBeLessThanOrEqual(desk.height);
  const whole = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(whole * 1.25, -1);
  await page.keyboard.press('-');
  await expect.poll(width).toBeCloseTo(whole, -1);
  await page.keyboard.press('w');
  await expect.poll(width).toBeGreaterThan(desk.width * 0.9);
});

test('thumbnails lead to their pages and follow the reader', async () => {
  const { page } = await visit();
  await openAt(page, 1);
  await page.keyboard.press('t');
  const list = page.getByRole('listbox', { name: 'Thumbnails' });
  await list.getByRole('option', { name: 'Page 4' }).locator('canvas').waitFor();
  await list.getByRole('option', { name: 'Page 4' }).click();
  await expect.poll(() => page.getByLabel('Page number').inputValue()).toBe('4');
  expect(await list.getByRole('option', { selected: true }).getAttribute('aria-label')).toBe('Page 4');
  // Scrolling the pages moves the thumbnails on.
  await page.getByRole('group', { name: 'The report' }).hover();
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => list.getByRole('option', { selected: true }).getAttribute('aria-label')).not.toBe('Page 4');
});

test('marks lie on what is printed, at any size', async () => {
  const { page } = await visit();
  await openSample(page);
  await choose(page, /Total emissions 2024 is not the sum/);
  const mark = page.locator('.mark.wrong');
  const printed = text(page, 3).getByText('14,145.71', { exact: true });
  for (const key of ['', '+', '-']) {
    if (key !== '') await page.keyboard.press(key);
    await printed.waitFor();
    await expect
      .poll(async () => {
        const [a, b] = await Promise.all([mark.boundingBox(), printed.boundingBox()]);
        return Math.hypot(a!.x + a!.width / 2 - b!.x - b!.width / 2, a!.y + a!.height / 2 - b!.y - b!.height / 2);
      })
      .toBeLessThan(4);
  }
});

test('places on two pages stand side by side, each in its table, and a line joins their marks', async () => {
  const { page } = await visit();
  await openSample(page);
  await choose(page, /Gasoline consumption 2024 is printed with different values/);
  const places = page.getByRole('group', { name: 'Places side by side' });
  const frames = await places.getByRole('figure').all();
  expect(await Promise.all(frames.map((frame) => frame.getAttribute('aria-label')))).toEqual([
    expect.stringMatching(/^Page 4 · ./),
    expect.stringMatching(/^Page 7/),
  ]);
  await expect.poll(() => page.locator('.stage > svg path').count()).toBe(1);
  for (const [index, frame] of frames.entries()) {
    await frame.locator('canvas').waitFor();
    const figure = ['31.46', '34.16'][index]!;
    const [mark, print] = [frame.getByRole('img', { name: /^Mark: / }), frame.locator('.textLayer').getByText(figure)];
    await print.first().waitFor();
    const [a, b] = [(await mark.boundingBox())!, (await print.first().boundingBox())!];
    expect(Math.abs(a.y + a.height / 2 - b.y - b.height / 2)).toBeLessThan(5);
    // The line ends at the mark.
    const end = (await page.locator('.stage > svg circle').nth(index).boundingBox())!;
    expect(Math.abs(end.x + end.width / 2 - a.x - a.width / 2)).toBeLessThan(a.width);
    expect(Math.abs(end.y + end.height / 2 - a.y - a.height / 2)).toBeLessThan(a.height * 2);
  }
  // From operand to operand, each ringed where it stands.
  for (const frame of frames) {
    await page.keyboard.press('f');
    const [ring, mark] = [frame.locator('.spot'), frame.getByRole('img', { name: /^Mark: / })];
    await ring.waitFor();
    const [a, b] = [(await ring.boundingBox())!, (await mark.boundingBox())!];
    expect(Math.abs(a.x + a.width / 2 - b.x - b.width / 2)).toBeLessThan(3);
    expect(await places.locator('.spot').count()).toBe(1);
  }
  // One place, whole: the report at that page, and back.
  await page.getByRole('button', { name: 'Show the whole page: Page 7' }).click();
  await expect.poll(() => places.count()).toBe(0);
  await expect.poll(() => page.getByLabel('Page number').inputValue()).toBe('7');
  await page.keyboard.press('Escape');
  await places.waitFor();
});

test('scrolling away from a finding offers the way back to it', async () => {
  const { page } = await visit();
  await openSample(page);
  await choose(page, /Total emissions 2024 is not the sum/);
  const mark = page.locator('.mark.wrong');
  await mark.waitFor();
  const at = (await mark.boundingBox())!;
  await page.getByRole('group', { name: 'The report' }).hover();
  await page.mouse.wheel(0, 3000);
  await page.getByRole('button', { name: 'Back to the finding' }).click();
  await expect.poll(async () => Math.abs((await mark.boundingBox())!.y - at.y)).toBeLessThan(2);
});

test('the first page of a dropped report shows before the check has ended', async () => {
  const { page } = await visit();
  // Held back, the check cannot end first.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/check\.worker/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const begun = performance.now();
  await dropFile(page, 'report.pdf', samplePdf);
  await page.getByRole('img', { name: 'First page' }).locator('canvas').waitFor();
  const took = performance.now() - begun;
  console.log(`first page after ${Math.round(took)} ms`);
  // A second is the aim; a busy machine of two cores gets three.
  expect(took).toBeLessThan(3000);
  release();
  await page.getByRole('region', { name: 'Findings' }).waitFor();
});

test('only pages near the reader are kept drawn', async () => {
  const { page } = await visit();
  await openAt(page, 1);
  await page.keyboard.press('p');
  const desk = page.getByRole('group', { name: 'The report' });
  await desk.focus();
  for (let press = 0; press < 9; press += 1) {
    await page.keyboard.press(']');
    await page.waitForTimeout(60);
  }
  await drawnPage(page, 9).waitFor();
  expect(await desk.locator('.page canvas').count()).toBeLessThanOrEqual(10);
});
