import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnPage, openSample, useBrowser, visit } from './browser.ts';

useBrowser();

/** Waits until every file of the app is kept. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });
}

test('after one visit the app starts and checks without a network', async () => {
  const { page } = await visit();
  await untilKept(page);
  await page.context().setOffline(true);
  await page.reload();
  await openSample(page);
  await drawnPage(page).waitFor();
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await page.getByRole('region', { name: 'Rules' }).locator('tbody tr').first().waitFor();
});

test('it can be installed: the manifest names icons that are there, of the size that it says', async () => {
  const { page } = await visit();
  const icons = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
    const manifest = (await (await fetch(link.href)).json()) as { icons: { src: string; sizes: string }[] };
    return Promise.all(
      manifest.icons.map(async ({ src, sizes }) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return [sizes, `${image.naturalWidth}x${image.naturalHeight}`];
      }),
    );
  });
  for (const [said, is] of icons) if (said !== 'any') expect(is).toBe(said);
  expect(icons.length).toBeGreaterThan(2);
});

test('a new version is announced, waits, and takes over when it is told to', async () => {
  const { page } = await visit();
  await untilKept(page);
  await openSample(page);
  await page.evaluate(() => navigator.serviceWorker.register('service-worker.js?next'));
  await page.getByText('A new version of Crossfoot is ready.').waitFor();
  expect(await page.getByRole('region', { name: 'Findings' }).isVisible()).toBe(true);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Use it now' }).click()]);
  await page.getByRole('region', { name: 'Findings' }).waitFor();
});
