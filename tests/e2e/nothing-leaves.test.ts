import { expect, test } from 'vitest';
import { headerPolicy, metaPolicy } from '../../src/ui/build/security-headers.ts';
import type { Page } from 'playwright-core';
import { appUrl, drawnPage, isForeign, openSample, useBrowser, visit } from './browser.ts';

useBrowser();

test('page, scripts and workers all carry the policy', async () => {
  const { page, requests } = await visit();
  await openSample(page);
  await drawnPage(page).waitFor();
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  await page.getByRole('searchbox').fill('emission');
  await page.getByText(/^\d+ of \d+ figures$/).waitFor();

  const served = [...new Set(requests)].filter((address) => address.startsWith('http'));
  for (const part of ['check.worker', 'pdf.worker', 'search.worker', 'sample-report.pdf'])
    expect(
      served.some((address) => address.includes(part)),
      part,
    ).toBe(true);
  for (const address of served) {
    const response = await fetch(address);
    expect(response.headers.get('content-security-policy'), address).toBe(headerPolicy);
  }
  expect(headerPolicy).not.toContain("'unsafe-eval'");
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await meta.getAttribute('content')).toBe(metaPolicy);
});

test('a request beyond the origin is stopped by the browser, and would fail these tests', async () => {
  const { page } = await visit({ provoked: /Content Security Policy/ });
  const outcome = await page.evaluate(() => {
    const violation = new Promise<string>((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    });
    void fetch('http://127.0.0.1:9/elsewhere').catch(() => undefined);
    return violation;
  });
  expect(outcome).toBe('connect-src');
  expect(isForeign('http://127.0.0.1:9/elsewhere')).toBe(true);
  expect(isForeign(`${appUrl}assets/x.js`)).toBe(false);
});

test('code from text does not run', async () => {
  const { page } = await visit({ provoked: /Content Security Policy/ });
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    return 'ran' in window;
  });
  expect(ran).toBe(false);
});

/** The addresses in the app's own log of requests, in full. */
async function logged(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'What this page asked for' }).click();
  const log = page.getByRole('table', { name: 'Requests' });
  const rows = await log.getByRole('rowheader').allTextContents();
  return rows.map((row) => new URL(row.trim() === '/' ? '' : row.trim().split(/\s/)[0]!, appUrl).href);
}

test('the app’s own log of requests is what the browser saw, and says that nothing went elsewhere', async () => {
  // Without the service worker, which fetches the whole app for later in its own name.
  const { page, requests } = await visit({ serviceWorkers: 'block', provoked: /service worker/i });
  await openSample(page);
  await drawnPage(page).waitFor();
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  await page.getByRole('searchbox').fill('emission');
  await page.getByText(/^\d+ of \d+ figures$/).waitFor();
  await page.waitForTimeout(500);

  const seen = [...new Set(requests)].filter((address) => address.startsWith('http') && address !== appUrl);
  const log = await logged(page);
  expect(seen.filter((address) => !log.includes(address))).toEqual([]);
  expect(log.filter((address) => !seen.includes(address))).toEqual([]);
  await page.getByText(/^\W*\d+ files from the page’s own address, nothing from anywhere else\.$/).waitFor();
});

test('a request beyond the origin is told by the log, with the rule that stopped it', async () => {
  const { page } = await visit({ provoked: /Content Security Policy/ });
  await openSample(page);
  await page.evaluate(() => fetch('http://127.0.0.1:9/elsewhere').catch(() => undefined));
  expect(await logged(page)).toContain('http://127.0.0.1:9/elsewhere');
  await page.getByText('stopped by the page’s own rule (connect-src)').first().waitFor();
  await page.getByText(/1 request from anywhere else\.$/).waitFor();
});
