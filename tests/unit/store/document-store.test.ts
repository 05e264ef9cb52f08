import { expect, test, vi } from 'vitest';
import { askToPersist, DocumentStore } from '../../../src/store/document-store.ts';
import { databaseVersion, migrations } from '../../../src/store/schema.ts';

test('without storage, every call comes back as a value that says so', async () => {
  const store = new DocumentStore();
  expect(await store.list()).toEqual({ kept: false, reason: 'refused' });
  expect(await store.get('x')).toEqual({ kept: false, reason: 'refused' });
  expect(await store.delete('x')).toEqual({ kept: false, reason: 'refused' });
});

test('a full disk is told apart from a refusal', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('no room', 'QuotaExceededError');
    },
  });
  expect(await new DocumentStore().list()).toEqual({ kept: false, reason: 'full' });
  vi.unstubAllGlobals();
});

test('there is a migration for every version', () => {
  expect(migrations).toHaveLength(databaseVersion);
});

test('a browser that cannot be asked to persist is no error', async () => {
  expect(await askToPersist()).toBe(false);
});
