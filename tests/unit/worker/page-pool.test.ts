import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { PagePool } from '../../../src/worker/page-pool.ts';
import type { PageReply, PageRequest } from '../../../src/worker/page-protocol.ts';
import { webAssets } from '../../../src/worker/web-assets.ts';
import { makePage } from '../make-page.ts';

/** What a worker does with a request: answers, never answers, or dies. */
type Behaviour = (request: PageRequest, worker: FakeWorker) => PageReply | 'hang' | 'die' | null;

class FakeWorker extends EventTarget {
  opened = 0;
  terminated = false;
  readonly #behave: Behaviour;
  constructor(behave: Behaviour) {
    super();
    this.#behave = behave;
  }
  postMessage(request: PageRequest): void {
    if (request.kind === 'open') this.opened++;
    const reply = this.#behave(request, this);
    if (reply === null || reply === 'hang') return;
    queueMicrotask(() => {
      if (this.terminated) return;
      this.dispatchEvent(
        reply === 'die' ? new Event('error', { cancelable: true }) : new MessageEvent('message', { data: reply }),
      );
    });
  }
  terminate(): void {
    this.terminated = true;
  }
}

let workers: FakeWorker[];
const assets = webAssets('http://localhost/pdfjs/');
const bytes = new TextEncoder().encode('%PDF-1.7');

function poolOf(behave: Behaviour, lanes = 1): PagePool {
  return new PagePool(() => {
    workers.push(new FakeWorker(behave));
    return workers.at(-1)!;
  }, lanes);
}

const opened = (pageCount: number): PageReply => ({ kind: 'opened', pageCount, outline: [] });
const page = (number: number): PageReply => ({ kind: 'page', page: makePage({ number, texts: [] }) });

/** Reads well but for one page. */
const except =
  (number: number, behaviour: 'hang' | 'die', pageCount = 3): Behaviour =>
  (request) => {
    if (request.kind === 'close') return null;
    if (request.kind === 'open') return opened(pageCount);
    return request.number === number ? behaviour : page(request.number);
  };

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});

afterEach(() => void vi.useRealTimers());

test('a page that hangs is cut off by time and left out, and the next page is read by a new worker', async () => {
  const pdf = await poolOf(except(2, 'hang')).open(bytes, assets);
  expect((await pdf.readPage(1)).unread).toBeNull();
  const hanging = pdf.readPage(2);
  await vi.advanceTimersByTimeAsync(limits.maxPageMilliseconds - 1);
  expect(workers[0]!.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await hanging).toMatchObject({ number: 2, unread: 'too-slow' });
  expect(workers[0]!.terminated).toBe(true);
  expect(await pdf.readPage(3)).toMatchObject({ number: 3, unread: null });
  expect(workers).toHaveLength(2);
});

test('a page that takes its worker down is left out', async () => {
  const pdf = await poolOf(except(1, 'die')).open(bytes, assets);
  expect(await pdf.readPage(1)).toMatchObject({ number: 1, unread: 'too-complex' });
  expect(await pdf.readPage(2)).toMatchObject({ number: 2, unread: null });
});

test('a page that takes down a worker used before is tried once more in a new one', async () => {
  const behave: Behaviour = (request, worker) => {
    if (request.kind === 'close') return null;
    if (request.kind === 'open') return opened(1);
    return worker.opened > 1 ? 'die' : page(request.number);
  };
  const pool = poolOf(behave);
  const first = await pool.open(bytes, assets);
  await first.close();
  const second = await pool.open(bytes, assets);
  expect(await second.readPage(1)).toMatchObject({ number: 1, unread: null });
  expect(workers).toHaveLength(2);
});

test('a file that cannot be opened in time is refused, and the next one opens', async () => {
  let first = true;
  const pool = poolOf((request) => {
    if (request.kind !== 'open') return null;
    if (first) {
      first = false;
      return 'hang';
    }
    return opened(1);
  });
  const opening = expect(pool.open(bytes, assets)).rejects.toMatchObject({ code: 'too-slow-to-open' });
  await vi.advanceTimersByTimeAsync(limits.maxOpenMilliseconds);
  await opening;
  expect((await pool.open(bytes, assets)).pageCount).toBe(1);
});

test('a file that takes the worker down while opening is refused', async () => {
  const pool = poolOf((request) => (request.kind === 'open' ? 'die' : null));
  await expect(pool.open(bytes, assets)).rejects.toMatchObject({ code: 'too-much-memory' });
});

test('messages that are no reply are passed over', async () => {
  const pool = poolOf((request, worker) => {
    worker.dispatchEvent(new MessageEvent('message', { data: { action: 'ready', sourceName: 'worker' } }));
    return request.kind === 'open' ? opened(2) : null;
  });
  expect((await pool.open(bytes, assets)).pageCount).toBe(2);
});

test('a refusal keeps its code and its sentence', async () => {
  const pool = poolOf(() => ({ kind: 'refused', code: 'password-needed', message: 'Locked.' }));
  await expect(pool.open(bytes, assets)).rejects.toMatchObject({ code: 'password-needed', message: 'Locked.' });
});

test('what is no PDF is refused before any worker is asked', async () => {
  const pool = poolOf(() => 'die');
  await expect(pool.open(new TextEncoder().encode('<html>'), assets)).rejects.toMatchObject({ code: 'web-page' });
});

test('a long file is shared among the lanes, a short one stays in one worker', async () => {
  const pool = poolOf(except(0, 'hang', 100), 3);
  const long = await pool.open(bytes, assets);
  expect(long.lanes).toBe(3);
  await Promise.all([1, 2, 3].map((number) => long.readPage(number)));
  expect(workers.map((worker) => worker.opened)).toEqual([1, 1, 1]);
  const short = await poolOf(except(0, 'hang', 4), 3).open(bytes, assets);
  expect(short.lanes).toBe(1);
});
