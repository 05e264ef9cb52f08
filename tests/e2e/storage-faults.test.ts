import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appUrl, dropFile, openSample, useBrowser, visit, waitForFindings } from './browser.ts';
import { makePdf } from './make-pdf.ts';

useBrowser();

const kept = (page: Page) => page.getByRole('region', { name: 'Kept in this browser' });
const note = (page: Page) => page.getByRole('status').first();

/** A page of the app's origin that is not the app, where a test can do with the database what it likes. */
async function besideTheApp(page: Page): Promise<Page> {
  const beside = await page.context().newPage();
  await beside.goto(`${appUrl}favicon.svg`);
  return beside;
}

/** Opens the database at `version` without ever letting go of it, as a tab that hangs does. */
function holdDatabase(page: Page, version: number): Promise<void> {
  return page.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('crossfoot', version);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('documents', { keyPath: 'id' });
          request.result.createObjectStore('files');
          request.result.createObjectStore('reports');
        };
        request.onsuccess = () => {
          Object.assign(window, { held: request.result });
          resolve();
        };
        request.onerror = () => reject(request.error!);
      }),
    version,
  );
}

test('an upgrade blocked by an old tab is told, and goes on once that tab is closed', async () => {
  const { page } = await visit();
  const old = await besideTheApp(page);
  await old.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('crossfoot').onsuccess = done)));
  await page.goto('about:blank');
  await holdDatabase(old, 1);
  await page.goto(appUrl);
  await note(page).waitFor();
  expect(await note(page).textContent()).toContain('Close that tab');
  await openSample(page);
  expect(await note(page).textContent()).toContain('Close that tab');
  await old.close();
  await page.goto(appUrl);
  await openSample(page);
  await page.goto(appUrl);
  await kept(page).getByText('sample-report.pdf').waitFor();
});

test('a database of a newer version is left alone, and told', async () => {
  const { page } = await visit();
  await page.goto('about:blank');
  const newer = await besideTheApp(page);
  await newer.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('crossfoot').onsuccess = done)));
  await holdDatabase(newer, 99);
  await newer.close();
  await page.goto(appUrl);
  await note(page).waitFor();
  expect(await note(page).textContent()).toContain('newer Crossfoot');
  await openSample(page);
});

test('documents kept by the first version are there after the upgrade', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.goto('about:blank');
  const older = await besideTheApp(page);
  // Takes the database back to what version 1 wrote: its three stores, with the same contents.
  await older.evaluate(async () => {
    const open = (version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('crossfoot', version);
        request.onupgradeneeded = () => upgrade?.(request.result);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const read = (database: IDBDatabase, store: string): Promise<{ keys: IDBValidKey[]; values: unknown[] }> =>
      new Promise((resolve) => {
        const transaction = database.transaction(store);
        const keys = transaction.objectStore(store).getAllKeys();
        const values = transaction.objectStore(store).getAll();
        transaction.oncomplete = () => resolve({ keys: keys.result, values: values.result });
      });
    const now = await open();
    const stores = ['documents', 'files', 'reports'];
    const contents = await Promise.all(stores.map((store) => read(now, store)));
    now.close();
    await new Promise((done) => (indexedDB.deleteDatabase('crossfoot').onsuccess = done));
    const first = await open(1, (database) => {
      database.createObjectStore('documents', { keyPath: 'id' });
      database.createObjectStore('files');
      database.createObjectStore('reports');
    });
    const transaction = first.transaction(stores, 'readwrite');
    for (const [i, store] of stores.entries()) {
      for (const [j, value] of contents[i]!.values.entries())
        transaction.objectStore(store).put(value, store === 'documents' ? undefined : contents[i]!.keys[j]);
    }
    await new Promise((done) => (transaction.oncomplete = done));
    first.close();
  });
  await older.close();
  await page.goto(appUrl);
  await kept(page).getByText('sample-report.pdf').click();
  await waitForFindings(page);
});

test('a tab killed in mid-write leaves all of a document or nothing', async () => {
  const { page } = await visit();
  const context = page.context();
  const killed = await context.newPage();
  await killed.exposeFunction('writing', () => void killed.close({ runBeforeUnload: false }));
  await killed.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (this.name === 'files') {
        void (window as unknown as { writing: () => void }).writing();
        // Busy until the tab is gone, so that the write never comes to its end.
        const until = performance.now() + 3000;
        while (performance.now() < until);
      }
      return request;
    };
  });
  await killed.goto(appUrl);
  const gone = killed.waitForEvent('close');
  await killed.getByRole('button', { name: 'Open the sample report' }).click();
  await gone;
  await page.goto(appUrl);
  await page.getByText('Drop a report here').waitFor();
  const rows = await kept(page).getByText('sample-report.pdf').count();
  if (rows > 0) {
    await kept(page).getByText('sample-report.pdf').click();
    await waitForFindings(page);
    await page.goto(appUrl);
  }
  await openSample(page);
  await page.goto(appUrl);
  expect(await kept(page).getByText('sample-report.pdf').count()).toBe(1);
});

test('two tabs keep what each of them checked', async () => {
  const { page } = await visit();
  const other = await page.context().newPage();
  await other.goto(appUrl);
  await Promise.all([
    openSample(page),
    dropFile(other, 'other.pdf', makePdf(['Scope 1 emissions in 2024 were 274.02 tCO2e.'])).then(() =>
      waitForFindings(other),
    ),
  ]);
  await page.goto(appUrl);
  await kept(page).getByText('sample-report.pdf').waitFor();
  await kept(page).getByText('other.pdf').waitFor();
});

test('a document deleted in another tab is said to be gone', async () => {
  const { page } = await visit();
  await openSample(page);
  await page.goto(appUrl);
  await kept(page).getByText('sample-report.pdf').waitFor();
  const other = await page.context().newPage();
  await other.goto(appUrl);
  await other.getByRole('button', { name: 'Delete: sample-report.pdf' }).click();
  await other.getByText('Deleted sample-report.pdf').waitFor();
  await kept(page).getByText('sample-report.pdf').click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('not kept in this browser');
});
