import { expect, test } from 'vitest';
import { openSample, useBrowser, visit } from './browser.ts';

useBrowser();

test('with storage refused, the check still works and the page says that nothing was kept', async () => {
  const { page } = await visit({
    before: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    },
  });
  expect(await page.getByRole('status').first().textContent()).toContain('keep nothing');
  await openSample(page);
  expect(await page.getByRole('status').first().textContent()).toContain('keep nothing');
  expect(await page.getByRole('list', { name: 'Wrong' }).getByRole('button').count()).toBeGreaterThan(0);
  await page
    .getByRole('img', { name: /^Mark: / })
    .first()
    .waitFor();
});

test('with storage full, the check still works and the page says why nothing was kept', async () => {
  const { page } = await visit({
    before: () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    },
  });
  await openSample(page);
  expect(await page.getByRole('status').first().textContent()).toContain('storage is full');
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  expect(await page.getByRole('region', { name: 'Kept in this browser' }).count()).toBe(0);
});

test('a transaction that breaks off keeps nothing of the document', async () => {
  const { page } = await visit({
    before: () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...args) {
        const request = put.apply(this, args);
        if (this.name === 'reports') this.transaction.abort();
        return request;
      };
    },
  });
  await openSample(page);
  expect(await page.getByRole('status').first().textContent()).toContain('could not save');
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  expect(await page.getByRole('region', { name: 'Kept in this browser' }).count()).toBe(0);
});
