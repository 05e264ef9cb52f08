import { expect, test } from 'vitest';
import { headerPolicy, metaPolicy } from '../../src/ui/build/security-headers.ts';
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
