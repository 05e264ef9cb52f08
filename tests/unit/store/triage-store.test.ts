import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { Database } from '../../../src/store/database.ts';
import { DocumentStore } from '../../../src/store/document-store.ts';
import { databaseName, migrations } from '../../../src/store/schema.ts';
import type { CrossfootSchema } from '../../../src/store/schema.ts';
import { TriageStore } from '../../../src/store/triage-store.ts';
import { report } from '../ui/sample.ts';

const id = 'a'.repeat(64);
const noon = '2025-03-04T12:00:00.000Z';

const document = {
  record: {
    id,
    name: 'report.pdf',
    size: 3,
    pages: 3,
    addedAt: 1,
    checkedAt: 2,
    counts: { verified: 0, wrong: 1, doubtful: 0, look: 0, untold: 0 },
  },
  file: new Uint8Array([1, 2, 3]).buffer,
  report: report(),
};

/** Stores of one tab; closed, with the database, after the test. */
const tabs: TriageStore[] = [];
function tab(): { documents: DocumentStore; triage: TriageStore } {
  const database = new Database();
  const triage = new TriageStore(database);
  tabs.push(triage);
  return { documents: new DocumentStore(database), triage };
}

afterEach(async () => {
  for (const each of tabs.splice(0)) each.close();
  await deleteDB(databaseName);
});

test('a database of version 1 keeps its documents and learns of decisions', async () => {
  const old = await openDB<CrossfootSchema>(databaseName, 1, { upgrade: (database) => migrations[0]!(database) });
  await old.put('documents', document.record);
  await old.put('files', document.file, id);
  await old.put('reports', document.report, id);
  old.close();

  const { documents, triage } = tab();
  expect(await documents.list()).toEqual({
    kept: true,
    value: [{ record: document.record, triage: [], corrections: 0 }],
  });
  expect(await documents.get(id)).toMatchObject({ kept: true, value: { report: document.report } });
  expect(await triage.change(id, 'ffff', { state: 'confirmed' }, noon)).toMatchObject({ kept: true });
});

test('a decision is there for the next visit, and a document checked again keeps it', async () => {
  const first = tab();
  await first.documents.put(document);
  await first.triage.change(id, 'ffff', { state: 'dismissed', reason: 'Read wrongly' }, noon);
  await first.documents.put({ ...document, record: { ...document.record, checkedAt: 9 } });

  const decided = { fingerprint: 'ffff', state: 'dismissed', reason: 'Read wrongly', changed: noon };
  expect(await tab().triage.list(id)).toEqual({ kept: true, value: [{ ...decided, document: id }] });
  expect(await tab().documents.list()).toMatchObject({ value: [{ triage: [decided] }] });
});

test('two tabs that change different things of one finding lose neither', async () => {
  const [one, two] = [tab(), tab()];
  await Promise.all([
    one.triage.change(id, 'ffff', { note: 'Ask the author' }),
    two.triage.change(id, 'ffff', { state: 'confirmed' }),
    two.triage.change(id, 'eeee', { state: 'fixed' }),
  ]);
  expect(await one.triage.list(id)).toMatchObject({
    value: [
      { fingerprint: 'eeee', state: 'fixed' },
      { fingerprint: 'ffff', state: 'confirmed', note: 'Ask the author' },
    ],
  });
});

test('the other tab hears of a decision', async () => {
  const [one, two] = [tab(), tab()];
  const heard = vi.fn();
  two.triage.listen(heard);
  await one.triage.change(id, 'ffff', { state: 'confirmed' }, noon);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  expect(heard.mock.calls[0]![0]).toMatchObject({ document: id, fingerprint: 'ffff', state: 'confirmed' });
});

test('an empty note is taken away', async () => {
  const { triage } = tab();
  await triage.change(id, 'ffff', { note: 'x' });
  const answer = await triage.change(id, 'ffff', { note: '' }, noon);
  expect(answer).toEqual({
    kept: true,
    value: { fingerprint: 'ffff', state: 'open', changed: noon, document: id },
  });
});

test('a deleted document takes its decisions along, and an undo brings both back', async () => {
  const { documents, triage } = tab();
  await documents.put(document);
  await triage.change(id, 'ffff', { state: 'confirmed' }, noon);
  const answer = await documents.delete(id);
  expect(await triage.list(id)).toEqual({ kept: true, value: [] });
  expect(await documents.list()).toEqual({ kept: true, value: [] });

  if (!answer.kept || !answer.value) throw new Error('nothing to bring back');
  await documents.restore(answer.value);
  expect(await documents.list()).toMatchObject({
    value: [{ record: document.record, triage: [{ fingerprint: 'ffff', state: 'confirmed' }] }],
  });
  expect(await documents.get(id)).toMatchObject({ value: { report: document.report } });
});

test('a change noted down before the page was closed is there for the next visit', async () => {
  const notes: Record<string, string> = {};
  const storage = {
    setItem: (key: string, value: string) => (notes[key] = value),
    getItem: (key: string) => notes[key] ?? null,
    removeItem: (key: string) => Reflect.deleteProperty(notes, key),
  };
  // Its keys are its own properties, as a browser's are.
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      ownKeys: () => Object.keys(notes),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
  const first = tab();
  const kept = first.triage.change(id, 'ffff', { state: 'confirmed' }, noon);
  expect(Object.keys(notes)).toHaveLength(1);
  const left = { ...notes };
  await kept;
  expect(notes).toEqual({});

  Object.assign(notes, JSON.parse(JSON.stringify(left).replaceAll('ffff', 'eeee')));
  expect(await tab().triage.list(id)).toMatchObject({ value: [{ fingerprint: 'eeee', state: 'confirmed' }, {}] });
  expect(notes).toEqual({});
  vi.unstubAllGlobals();
});
