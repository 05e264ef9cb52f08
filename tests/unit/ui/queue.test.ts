import { expect, test, vi } from 'vitest';
import { CheckError } from '../../../src/model/check-error.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Report } from '../../../src/model/report.ts';
import type { QueueRecord } from '../../../src/store/schema.ts';
import { QueueState } from '../../../src/ui/state/queue.svelte.ts';
import type { QueueHelp } from '../../../src/ui/state/queue.svelte.ts';
import { report } from './sample.ts';

const file = (name: string): File => new File([`%PDF of ${name}`], name);

/** A queue over a store in memory; the check answers with a report whose hash is the file's name, or as `check` does. */
function setUp(check?: QueueHelp['check'], records: QueueRecord[] = []) {
  const stored = new Map(records.map((record) => [record.id, record]));
  const checked: string[] = [];
  const keep = vi.fn<QueueHelp['keep']>(async () => null);
  const help: QueueHelp = {
    store: {
      list: async () => ({ kept: true, value: [...stored.values()] }),
      put: async (record) => {
        stored.set(record.id, structuredClone(record));
        return { kept: true, value: null };
      },
      remove: async (id) => {
        stored.delete(id);
        return { kept: true, value: null };
      },
    },
    check: async (bytes, options) => {
      checked.push(options.name);
      return check ? check(bytes, options) : named(options.name);
    },
    keep,
    inOneTab: (_, work) => work(),
  };
  return { queue: new QueueState(help), stored, checked, keep, help };
}

function named(name: string): Report {
  const whole = report({});
  return { ...whole, document: { ...whole.document, name, sha256: name } };
}

async function settled(queue: QueueState): Promise<void> {
  await expect.poll(() => queue.busy, { timeout: 5000 }).toBe(false);
}

test('files are checked one after another, in their order, and lead to their documents', async () => {
  const { queue, checked, stored } = setUp();
  await queue.add([file('a.pdf'), file('b.pdf'), file('c.pdf')]);
  await settled(queue);
  expect(checked).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  expect(queue.entries.map(({ state, document }) => [state, document])).toEqual([
    ['done', 'a.pdf'],
    ['done', 'b.pdf'],
    ['done', 'c.pdf'],
  ]);
  // What is checked no longer takes room.
  expect([...stored.values()].map((record) => record.file)).toEqual([null, null, null]);
});

test('a refused file, a crash and an unreadable one do not stop the others', async () => {
  const gone = file('gone.pdf');
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  const { queue } = setUp(async (_, { name }) => {
    if (name === 'odd.pdf') throw new CheckError('damaged', 'damaged');
    if (name === 'crash.pdf') throw new Error('out of the blue');
    return named(name);
  });
  await queue.add([file('odd.pdf'), file('crash.pdf'), gone, file('good.pdf')]);
  await settled(queue);
  expect(queue.entries.map(({ name, state, problem }) => [name, state, problem])).toEqual([
    ['odd.pdf', 'refused', 'damaged'],
    ['crash.pdf', 'refused', 'internal'],
    ['gone.pdf', 'refused', 'internal'],
    ['good.pdf', 'done', null],
  ]);
  expect(queue.counts).toEqual({ all: 4, ended: 4 });
});

test('a file beyond the limit is refused without being read', async () => {
  const huge = file('huge.pdf');
  Object.defineProperty(huge, 'size', { value: limits.maxBytes + 1 });
  const { queue, checked } = setUp();
  await queue.add([huge]);
  await settled(queue);
  expect([queue.entries[0]?.problem, checked]).toEqual(['too-large', []]);
});

test('what waited when the page was closed is checked when it opens again', async () => {
  const left = setUp(() => new Promise<never>(() => undefined));
  await left.queue.add([file('a.pdf'), file('b.pdf')]);
  await expect.poll(() => left.checked).toEqual(['a.pdf']);
  const { queue, checked } = setUp(undefined, [...left.stored.values()]);
  await queue.resume();
  await settled(queue);
  expect(checked).toEqual(['a.pdf', 'b.pdf']);
  expect(queue.entries.map(({ state }) => state)).toEqual(['done', 'done']);
});

test('a file that took the page down twice is refused', async () => {
  const left = setUp(() => new Promise<never>(() => undefined));
  await left.queue.add([file('a.pdf'), file('b.pdf')]);
  await expect.poll(() => left.checked).toEqual(['a.pdf']);
  const again = setUp(() => new Promise<never>(() => undefined), [...left.stored.values()]);
  void again.queue.resume();
  await expect.poll(() => again.checked).toEqual(['a.pdf']);
  const third = setUp(undefined, [...again.stored.values()]);
  await third.queue.resume();
  await settled(third.queue);
  expect(third.checked).toEqual(['b.pdf']);
  expect(third.queue.entries[0]).toMatchObject({ state: 'refused', problem: 'internal' });
});

test('taking a file off stops its check, and the next has its turn', async () => {
  const { queue, stored } = setUp(async (_, { name, signal }) => {
    if (name === 'b.pdf') return named(name);
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(new CheckError('aborted', 'cancelled'))),
    );
  });
  await queue.add([file('a.pdf'), file('b.pdf')]);
  await expect.poll(() => queue.entries[0]?.state).toBe('checking');
  await queue.remove(queue.entries[0]!.id);
  await settled(queue);
  expect(queue.entries.map(({ name, state }) => [name, state])).toEqual([['b.pdf', 'done']]);
  expect([...stored.values()].map(({ name }) => name)).toEqual(['b.pdf']);
  await queue.clear();
  expect([queue.entries.length, stored.size]).toEqual([0, 0]);
});

test('a document that the browser would not keep can be opened until the page is closed', async () => {
  const { queue, keep } = setUp();
  keep.mockResolvedValue('full');
  await queue.add([file('a.pdf')]);
  await settled(queue);
  expect(queue.unkept('a.pdf')?.record.name).toBe('a.pdf');
});

test('a protected file keeps its bytes for the password, and takes over what it became', async () => {
  const { queue, stored } = setUp(async () => {
    throw new CheckError('password-needed', 'protected');
  });
  await queue.add([file('locked.pdf')]);
  await settled(queue);
  const [entry] = queue.entries;
  expect(await queue.fileOf(entry!.id)?.text()).toBe('%PDF of locked.pdf');
  const record = { id: 'x', name: 'locked.pdf', size: 1, pages: 1, addedAt: 0, checkedAt: 0, counts: counts(3) };
  queue.settle(entry!.id, { record, file: new ArrayBuffer(0), report: named('locked.pdf') });
  expect(queue.entries[0]).toMatchObject({ state: 'done', document: 'x', problem: null });
  expect([...stored.values()][0]?.counts?.wrong).toBe(3);
});

const counts = (wrong: number) => ({ verified: 0, wrong, doubtful: 0, look: 0, untold: 0 });

test('a list that cannot be kept is said to be lost with the page', async () => {
  const { help } = setUp();
  const queue = new QueueState({
    ...help,
    store: { ...help.store, put: async () => ({ kept: false, reason: 'refused' }) },
  });
  await queue.add([file('a.pdf')]);
  expect(queue.kept).toBe(false);
  await settled(queue);
});
