import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { Database } from '../../../src/store/database.ts';
import { databaseName } from '../../../src/store/schema.ts';
import { TriageStore } from '../../../src/store/triage-store.ts';
import { History } from '../../../src/ui/state/history.svelte.ts';
import { TriageBook } from '../../../src/ui/state/triage.svelte.ts';

const open: { close: () => void }[] = [];

function book(): { book: TriageBook; store: TriageStore; history: History } {
  const store = new TriageStore(new Database());
  const history = new History();
  const made = new TriageBook(store, 'doc', history);
  open.push(made, store);
  return { book: made, store, history };
}

/** What is kept of a finding, once it is as expected. */
async function kept(store: TriageStore, expected: object): Promise<void> {
  await vi.waitFor(async () => {
    const answer = await store.list('doc');
    expect(answer.kept && answer.value.find(({ fingerprint }) => fingerprint === 'a')).toMatchObject(expected);
  });
}

afterEach(async () => {
  for (const each of open.splice(0)) each.close();
  await deleteDB(databaseName);
});

test('a decision shows at once, is kept, and is there for the next visit', async () => {
  const { book: first, store } = book();
  first.change('a', { state: 'dismissed', reason: 'Explained' });
  expect(first.of('a')).toMatchObject({ state: 'dismissed', reason: 'Explained' });
  await kept(store, { state: 'dismissed', reason: 'Explained' });
  const { book: next } = book();
  await vi.waitFor(() => expect(next.stateOf('a')).toBe('dismissed'));
});

test('undo and redo go through the changes, and a change ends what could be done again', async () => {
  const { book: triage, store, history } = book();
  triage.change('a', { state: 'confirmed' });
  triage.change('b', { state: 'fixed' });
  expect(history.undo()).toEqual({ finding: 'b' });
  expect(history.undo()).toEqual({ finding: 'a' });
  expect([triage.stateOf('a'), triage.stateOf('b'), history.canUndo]).toEqual(['open', 'open', false]);
  expect(history.redo()).toEqual({ finding: 'a' });
  await kept(store, { state: 'confirmed' });
  triage.change('c', { state: 'confirmed' });
  expect([history.canRedo, history.redo()]).toEqual([false, null]);
});

test('an undo gives back the reason, and leaves the note written since', () => {
  const { book: triage, history } = book();
  triage.change('a', { state: 'dismissed', reason: 'Explained' });
  triage.change('a', { state: 'open', reason: '' });
  expect(triage.of('a')?.reason).toBeUndefined();
  history.undo();
  expect(triage.of('a')).toMatchObject({ state: 'dismissed', reason: 'Explained' });
});

test('a note typed letter by letter is one step back, and the last letter is the one kept', async () => {
  const { book: triage, store, history } = book();
  triage.change('a', { state: 'confirmed' });
  for (const note of ['A', 'As', 'Ask']) triage.change('a', { note });
  await kept(store, { state: 'confirmed', note: 'Ask' });
  expect(triage.of('a')?.note).toBe('Ask');
  history.undo();
  expect(triage.of('a')).toMatchObject({ state: 'confirmed' });
  expect(triage.of('a')?.note).toBeUndefined();
});

test('another tab is heard, and an older decision of its does not undo a newer one', async () => {
  const { book: one } = book();
  const { book: two, store } = book();
  one.change('a', { state: 'confirmed' });
  await vi.waitFor(() => expect(two.stateOf('a')).toBe('confirmed'));
  await store.change('doc', 'a', { note: 'old' }, '2001-01-01T00:00:00.000Z');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(one.of('a')).toMatchObject({ state: 'confirmed' });
  expect(one.of('a')?.note).toBeUndefined();
});

test('where nothing can be kept, the decision shows and the problem is told', async () => {
  const refused = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const { book: triage } = book();
  triage.change('a', { state: 'confirmed' });
  await vi.waitFor(() => expect(triage.problem).toBe('full'));
  expect(triage.stateOf('a')).toBe('confirmed');
  refused.mockRestore();
});
