import { expect, test } from 'vitest';
import { openSample, useBrowser, visit } from './browser.ts';

useBrowser();

test('the language and the theme are chosen, show at once, and are kept', async () => {
  const { page } = await visit();
  await page.getByLabel('Language').selectOption('zh');
  await page.getByText('把报告拖到这里').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByLabel('外观').selectOption('dark');
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paper()).toBe('rgb(21, 21, 19)');

  await page.reload();
  await page.getByText('把报告拖到这里').waitFor();
  expect(await paper()).toBe('rgb(21, 21, 19)');
});

test('a Chinese browser is spoken to in Chinese, findings and all', async () => {
  const { page } = await visit({ locale: 'zh-CN' });
  await page.getByRole('button', { name: '打开示例报告' }).click();
  await page.getByRole('list', { name: '有误' }).waitFor({ timeout: 60_000 });
  expect(await page.getByRole('article').getByRole('heading', { level: 1 }).textContent()).toMatch(/\p{Script=Han}/u);
  expect(await page.getByRole('table', { name: '演算' }).textContent()).toMatch(/变化|差额|合计/);
});

test('an English browser is spoken to in English', async () => {
  const { page } = await visit({ locale: 'de-DE' });
  await openSample(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
});
