import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSample, useBrowser, visit, waitForFindings } from './browser.ts';

useBrowser();

const rule = 'ghg-total-is-sum-of-scopes';

async function wrongCount(page: Page): Promise<number> {
  return Number.parseInt(
    (await page
      .getByRole('banner')
      .getByText(/^\d+ wrong$/)
      .textContent())!,
    10,
  );
}

test('the rule pack is loaded when it is looked at, and not before', async () => {
  const { page, requests } = await visit({ serviceWorkers: 'block' });
  await openSample(page);
  const packs = (): string[] => requests.filter((address) => address.includes('rule-pack'));
  expect(packs()).toEqual([]);
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await page.getByRole('region', { name: 'Rules' }).locator('tbody tr').first().waitFor();
  expect(packs()).toHaveLength(1);
});

test('a rule shows why, what it says, its source, its examples and its results, which lead to their findings', async () => {
  const { page } = await visit();
  await openSample(page);
  await page
    .getByRole('list', { name: 'Wrong' })
    .getByRole('button', { name: /Total emissions 2024 is not the sum/ })
    .click();
  await page.getByRole('article', { name: 'Detail' }).getByRole('button', { name: rule }).click();
  expect(page.url()).toMatch(new RegExp(`/rule/${rule}$`));
  const article = page.getByRole('article', { name: 'Rule' });
  expect(await article.getByRole('heading', { level: 1 }).textContent()).toContain('Total GHG emissions equal Scope 1');
  const text = (await article.textContent())!;
  for (const part of ['Why it matters', 'GRI 305-1', '{parts} add up to {total}.', 'cannot tell'])
    expect(text).toContain(part);
  const source = await article.getByLabel('Source of the rule').textContent();
  expect(source).toContain(`id: ${rule}\n`);
  expect(source).toContain('  kind: sum\n');

  const results = article.getByRole('list', { name: 'Results of the rule' }).getByRole('button');
  expect(await results.first().textContent()).toContain('Total emissions 2024 is not the sum of its parts');
  await results.first().click();
  await page.getByRole('article', { name: 'Detail' }).waitFor();
  expect(page.url()).toContain('/finding/');
});

test('rules are searched and sorted', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('5');
  const rows = page.getByRole('region', { name: 'Rules' }).locator('tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();
  await page.keyboard.press('/');
  await page.keyboard.type('GRI 305-1');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  expect(await rows.locator(`th`).allTextContents()).toContainEqual(expect.stringContaining('Total GHG emissions'));
  await page.getByRole('searchbox').fill('');
  await page.getByRole('columnheader', { name: 'Rule' }).getByRole('button').click();
  const titles = await rows.locator('.title').allTextContents();
  expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'en')));
});

test('a rule that is switched off takes its findings out of the list, the counts and the coverage, until it is on again', async () => {
  const { page } = await visit();
  await openSample(page);
  const wrong = await wrongCount(page);
  const foot = page.getByRole('contentinfo');
  const before = await foot.textContent();
  await page.keyboard.press('5');
  const row = page.locator(`[data-row="${rule}"]`);
  await row.getByRole('switch').click();
  expect(await row.getByRole('switch').getAttribute('aria-checked')).toBe('false');
  await expect.poll(() => wrongCount(page)).toBe(wrong - 1);
  expect(await foot.textContent()).not.toBe(before);

  await page.keyboard.press('1');
  expect(await page.getByRole('list', { name: 'Wrong' }).textContent()).not.toContain(
    'Total emissions 2024 is not the sum',
  );
  await page.getByText(/^\d+ findings? hidden: 1 rule switched off\./).waitFor();

  await page.reload();
  await waitForFindings(page);
  expect(await wrongCount(page)).toBe(wrong - 1);

  // The rule's own page still has its results, and its findings say that it is off.
  await page.getByRole('button', { name: 'Rules', exact: true }).last().click();
  await row.getByRole('button', { name: /Total GHG/ }).click();
  await page.getByRole('list', { name: 'Results of the rule' }).getByRole('button').first().click();
  expect(await page.getByRole('article', { name: 'Detail' }).textContent()).toContain('switched off');

  await page.goBack();
  await page.getByRole('article', { name: 'Rule' }).getByRole('switch').click();
  await expect.poll(() => wrongCount(page)).toBe(wrong);
});

test('with storage refused, the switches work and say that they last until the page is closed', async () => {
  const { page } = await visit({
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    },
  });
  await openSample(page);
  await page.keyboard.press('5');
  await page.locator(`[data-row="${rule}"]`).getByRole('switch').click();
  await page.getByText('the switches last until the page is closed').waitFor();
});

test('a pack is chosen: its rules are listed and switched together, and what is handed on names those that were off', async () => {
  const { page } = await visit();
  await openSample(page);
  const wrong = await wrongCount(page);
  await page.keyboard.press('5');
  const region = page.getByRole('region', { name: 'Rules' });
  const rows = region.locator('tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();
  await region.getByLabel('Pack').selectOption('tcfd');
  await expect.poll(() => rows.count()).toBeLessThan(all / 4);
  const listed = await rows.count();
  await region.getByRole('button', { name: 'use only these' }).click();
  await region.getByText(new RegExp(`, ${all - listed} off$`)).waitFor();
  await expect.poll(() => wrongCount(page)).toBeLessThan(wrong);
  await region.getByText('hold for every document in this browser').waitFor();

  await page.getByRole('button', { name: 'Hand it on' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Everything, with your decisions' }).click(),
  ]);
  const { rulePack } = JSON.parse(readFileSync(await download.path(), 'utf8')) as { rulePack: { off: string[] } };
  expect(rulePack.off).toHaveLength(all - listed);

  await page.keyboard.press('Escape');
  await region.getByLabel('Pack').selectOption('');
  await region.getByRole('button', { name: 'switch on' }).click();
  await expect.poll(() => wrongCount(page)).toBe(wrong);
});
