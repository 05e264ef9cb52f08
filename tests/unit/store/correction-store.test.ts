import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import type { Correction } from '../../../src/model/correction.ts';
import { CorrectionStore } from '../../../src/store/correction-store.ts';
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

function correction(name: string, changed = noon): Correction {
  return {
    id: name,
    figure: {
      ...{ source: 'table', place: [], label: name, column: '', period: '2024', metric: null },
      ...{ boundary: null, unit: 't', raw: '12', nth: 0, of: 1 },
    },
    fields: { label: `${name}!` },
    changed,
  };
}

/** Stores of one tab; closed, with the database, after the test. */
const tabs: { close(): void }[] = [];
function tab(): { documents: DocumentStore; triage: TriageStore; corrections: CorrectionStore } {
  const database = new Database();
  const stores = { triage: new TriageStore(database), corrections: new CorrectionStore(database) };
  tabs.push(stores.triage, stores.corrections);
  return { documents: new DocumentStore(database), ...stores };
}

afterEach(async () => {
  for (const each of tabs.splice(0)) each.close();
  await deleteDB(databaseName);
});

test.each([1, 2, 3])('a database of version %i keeps what it has and learns of corrections', async (version) => {
  const old = await openDB<CrossfootSchema>(databaseName, version, {
    upgrade: (database) => migrations.slice(0, version).forEach((migrate) => migrate(database)),
  });
  await old.put('documents', document.record);
  await old.put('files', document.file, id);
  await old.put('reports', document.report, id);
  const decision = { fingerprint: 'ffff', state: 'confirmed', changed: noon, document: id } as const;
  if (version > 1) await old.put('triage', decision);
  if (version > 2) await old.put('corrections', { ...correction('Gas'), document: id });
  old.close();

  const { documents, triage, corrections } = tab();
  expect(await documents.get(id)).toMatchObject({ kept: true, value: { report: document.report } });
  expect(await triage.list(id)).toEqual({ kept: true, value: version > 1 ? [decision] : [] });
  if (version > 2) expect(await corrections.list(id)).toEqual({ kept: true, value: [correction('Gas')] });
  expect(await corrections.put(id, [correction('Diesel')])).toEqual({ kept: true, value: null });
  expect(await corrections.list(id)).toMatchObject({
    kept: true,
    value: [{ id: 'Diesel' }, ...(version > 2 ? [{}] : [])],
  });
});

test('corrections are there for the next visit, also after the document was checked again, and can be taken back', async () => {
  const first = tab();
  await first.documents.put(document);
  await first.corrections.put(id, [correction('Petrol', '2025-03-05T12:00:00.000Z'), correction('Diesel')]);
  await first.documents.put({ ...document, record: { ...document.record, checkedAt: 9 } });

  const next = tab();
  expect(await next.corrections.list(id)).toMatchObject({ value: [{ id: 'Diesel' }, { id: 'Petrol' }] });
  expect(await next.documents.list()).toMatchObject({ value: [{ corrections: 2 }] });
  await next.corrections.delete(id, ['Diesel']);
  expect(await tab().corrections.list(id)).toMatchObject({ value: [{ id: 'Petrol' }] });
  expect(await next.corrections.list('b'.repeat(64))).toEqual({ kept: true, value: [] });
});

test('the other tab hears of a correction and of its end', async () => {
  const [one, two] = [tab(), tab()];
  const heard = vi.fn();
  two.corrections.listen(heard);
  await one.corrections.put(id, [correction('Diesel')]);
  await one.corrections.delete(id, ['Diesel']);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  expect(heard.mock.calls).toEqual([
    [{ document: id, id: 'Diesel', correction: correction('Diesel') }],
    [{ document: id, id: 'Diesel', correction: null }],
  ]);
});

test('a deleted document takes its corrections along, and an undo brings them back', async () => {
  const { documents, corrections } = tab();
  await documents.put(document);
  await corrections.put(id, [correction('Diesel')]);
  const answer = await documents.delete(id);
  expect(await corrections.list(id)).toEqual({ kept: true, value: [] });
  if (!answer.kept || answer.value === null) throw new Error('nothing was deleted');
  await documents.restore(answer.value);
  expect(await corrections.list(id)).toEqual({ kept: true, value: [correction('Diesel')] });
});
