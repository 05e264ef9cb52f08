import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appUrl, dropFile, dropFiles, openSample, useBrowser, visit, waitForFindings } from './browser.ts';
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

/** Takes the database back to what an older version had: the stores that it knew, with what is in them now. */
function takeBack(page: Page, version: number): Promise<void> {
  return page.evaluate(async (version) => {
    const since: Record<string, number> = { documents: 1, files: 1, reports: 1, triage: 2, corrections: 3 };
    const stores = Object.keys(since).filter((store) => since[store]! <= version);
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
    const contents = await Promise.all(stores.map((store) => read(now, store)));
    now.close();
    await new Promise((done) => (indexedDB.deleteDatabase('crossfoot').onsuccess = done));
    const old = await open(version, (database) => {
      database.createObjectStore('documents', { keyPath: 'id' });
      database.createObjectStore('files');
      database.createObjectStore('reports');
      if (version > 1)
        database
          .createObjectStore('triage', { keyPath: ['document', 'fingerprint'] })
          .createIndex('document', 'document');
      if (version > 2)
        database.createObjectStore('corrections', { keyPath: ['document', 'id'] }).createIndex('document', 'document');
    });
    const transaction = old.transaction(stores, 'readwrite');
    for (const [i, name] of stores.entries()) {
      const store = transaction.objectStore(name);
      for (const [j, value] of contents[i]!.values.entries())
        store.put(value, store.keyPath === null ? contents[i]!.keys[j] : undefined);
    }
    await new Promise((done) => (transaction.oncomplete = done));
    old.close();
  }, version);
}

const decided = (page: Page) => page.getByRole('banner').getByText(/decided$/);

test.each([1, 2, 3])('what version %i of the database kept is there after the upgrade', async (version) => {
  const { page } = await visit();
  await openSample(page);
  await page.keyboard.press('c');
  await expect.poll(() => decided(page).textContent()).toMatch(/^1 of/);
  // Until the database has it, the decision stands in a journal, from which it would come back.
  const waiting = () =>
    page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), 'crossfoot:unkept:');
  await expect.poll(waiting).toEqual([]);
  await page.goto('about:blank');
  const older = await besideTheApp(page);
  await takeBack(older, version);
  await older.close();
  await page.goto(appUrl);
  await kept(page).getByText('sample-report.pdf').click();
  await waitForFindings(page);
  // The first version knew of no decisions.
  await expect.poll(() => decided(page).textContent()).toMatch(version === 1 ? /^0 of/ : /^1 of/);
  // What came later works.
  await page.goto(appUrl);
  const files = { 'a.pdf': makePdf(['Water use was 5 t in 2024.']), 'b.pdf': makePdf(['Water use was 6 t in 2024.']) };
  await dropFiles(page, files);
  await page.getByRole('region', { name: 'Queue' }).getByText('2 of 2 checked').waitFor();
});

test('when the quota is reached, it is said, and what was kept before is there', async () => {
  const { page } = await visit();
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(appUrl);
  // Room for a page of words, not for a report of pictures.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
  await dropFile(page, 'early.pdf', makePdf(['Water use was 5 t in 2024.']));
  await waitForFindings(page);
  await page.goto(appUrl);
  await kept(page).getByText('early.pdf').waitFor();
  await openSample(page);
  await page.getByText('storage is full').waitFor();

  await page.goto(appUrl);
  expect(await kept(page).getByText('sample-report.pdf').count()).toBe(0);
  await kept(page).getByText('early.pdf').click();
  await waitForFindings(page);
});

test.each(['full', 'broken off'] as const)(
  'a decision that cannot be kept (%s) stays on screen and is told',
  async (how) => {
    const { page } = await visit({
      before: () => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...args) {
          if (this.name !== 'triage') return put.apply(this, args);
          if ((window as { how?: string }).how === 'full') throw new DOMException('no room', 'QuotaExceededError');
          const request = put.apply(this, args);
          this.transaction.abort();
          return request;
        };
      },
    });
    await page.evaluate((how) => Object.assign(window, { how }), how);
    await openSample(page);
    await page.keyboard.press('c');
    await expect.poll(() => decided(page).textContent()).toMatch(/^1 of/);
    await page.getByText('could not keep the last decision').waitFor();
  },
);

test('the state of the storage is shown, and the browser is asked to keep it', async () => {
  const { page } = await visit({
    before: () => {
      // Not every page that a browser opens on the way has storage.
      if (typeof StorageManager === 'undefined') return;
      let persistent = false;
      StorageManager.prototype.persisted = async () => persistent;
      StorageManager.prototype.persist = async () => {
        Object.assign(window, { asked: ((window as { asked?: number }).asked ?? 0) + 1 });
        persistent = sessionStorage.getItem('agrees') === 'yes';
        return persistent;
      };
    },
  });
  const asked = (): Promise<number> => page.evaluate(() => (window as { asked?: number }).asked ?? 0);
  // Not for the sample, of which nothing can be lost; then with the first document of one's own.
  await openSample(page);
  expect(await asked()).toBe(0);
  await dropFile(page, 'own.pdf', makePdf(['Water use was 5 t in 2024.']));
  await page.getByText('own.pdf').first().waitFor();
  await expect.poll(asked).toBe(1);
  await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
  await page.getByText('What is kept, and where').click();
  await page.getByText('may clear it').waitFor();
  await page.getByText('The browser did not agree').waitFor();
  await page.evaluate(() => sessionStorage.setItem('agrees', 'yes'));
  await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
  await page.getByText('Kept for good').waitFor();
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
