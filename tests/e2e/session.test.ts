import { expect, test } from 'vitest';
import { hangingSecondPage, nastyFiles } from '../hostile/nasty.ts';
import { dropFile, isForeign, openSample, useBrowser, visit, waitForFindings } from './browser.ts';
import { makePdf } from './make-pdf.ts';

useBrowser();

test('a whole session, online and offline, asks for nothing beyond the origin', async () => {
  const { page, requests } = await visit();
  await openSample(page);
  await page.locator('canvas').first().waitFor();
  for (const tab of ['Figures', 'Coverage', 'Rules', 'Findings'])
    await page.getByRole('button', { name: tab, exact: true }).click();
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  await dropFile(page, 'scripts.pdf', nastyFiles['scripts, launches and links']!());
  await waitForFindings(page);
  await page.locator('canvas').first().waitFor();

  const online = requests.length;
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  await dropFile(page, 'offline.pdf', makePdf(['Scope 1 emissions in 2024 were 274.02 tCO2e.']));
  await waitForFindings(page);
  expect(online).toBeGreaterThan(5);
  expect(requests.filter(isForeign)).toEqual([]);
});

test('one foreign request, planted where the policy is lifted, is seen', async () => {
  const { page, requests } = await visit({ bypassCSP: true, provoked: /ERR_|Failed to load/ });
  await page.evaluate(() => fetch('http://127.0.0.1:9/planted').catch(() => undefined));
  expect(requests.filter(isForeign)).toEqual(['http://127.0.0.1:9/planted']);
  // Seen: taken back, so that the check at the end of the visit, which it would fail, passes.
  requests.splice(0);
});

test('a page that never ends is left out and the app stays alive', async () => {
  const { page } = await visit();
  await dropFile(page, 'hanging.pdf', hangingSecondPage());
  await waitForFindings(page);
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  await dropFile(page, 'brackets.pdf', nastyFiles['brackets for a file']!());
  expect(await page.getByRole('alert').textContent()).toMatch(/not a PDF/);
  await openSample(page);
});
