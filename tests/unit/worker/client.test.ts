import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CheckClient } from '../../../src/worker/client.ts';
import { limits } from '../../../src/model/limits.ts';
import { webAssets } from '../../../src/worker/web-assets.ts';
import type { Revision } from '../../../src/model/correction.ts';
import type { CheckReply, CheckRequest, WorkerRequest } from '../../../src/worker/protocol.ts';
import { report } from '../ui/sample.ts';

/** A worker that the test answers for. */
class FakeWorker extends EventTarget {
  requests: WorkerRequest[] = [];
  terminated = false;
  postMessage(request: WorkerRequest, transfer: Transferable[]): void {
    this.requests.push(structuredClone(request, { transfer }));
  }
  terminate(): void {
    this.terminated = true;
  }
  reply(data: CheckReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let workers: FakeWorker[];
let client: CheckClient;

beforeEach(() => {
  workers = [];
  const create = (): Worker => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  };
  client = new CheckClient(create, webAssets('http://localhost/pdfjs/'));
});

afterEach(() => void vi.useRealTimers());

const bytes = new Uint8Array([1, 2, 3]);

test('progress and the report of a request come through, and the bytes stay usable', async () => {
  const seen: number[] = [];
  const result = client.check(bytes, { name: 'a.pdf', onProgress: (progress) => seen.push(progress.done) });
  const { id } = workers[0]!.requests[0]! as CheckRequest;
  workers[0]!.reply({ kind: 'progress', id, progress: { stage: 'read', done: 4, total: 9 } });
  workers[0]!.reply({ kind: 'report', id, report: report() });
  expect(await result).toEqual(report());
  expect(seen).toEqual([4]);
  expect([...bytes]).toEqual([1, 2, 3]);
  expect(workers[0]!.terminated).toBe(false);
});

test('an error of the check keeps its code and its sentence', async () => {
  const result = client.check(bytes, { name: 'a.pdf' });
  workers[0]!.reply({ kind: 'error', id: 1, code: 'not-a-pdf', message: 'This is no PDF.' });
  await expect(result).rejects.toMatchObject({ code: 'not-a-pdf', message: 'This is no PDF.' });
});

test('cancelling ends the worker, and the next check gets a new one', async () => {
  const stop = new AbortController();
  const first = client.check(bytes, { name: 'a.pdf', signal: stop.signal });
  stop.abort();
  await expect(first).rejects.toMatchObject({ code: 'aborted' });
  expect(workers[0]!.terminated).toBe(true);
  const second = client.check(bytes, { name: 'b.pdf' });
  workers[1]!.reply({ kind: 'report', id: 2, report: report() });
  await expect(second).resolves.toEqual(report());
});

test('a new check ends the one before, and late answers to it are dropped', async () => {
  const first = client.check(bytes, { name: 'a.pdf' });
  const second = client.check(bytes, { name: 'b.pdf' });
  await expect(first).rejects.toMatchObject({ code: 'aborted' });
  workers[1]!.reply({ kind: 'error', id: 1, code: 'damaged', message: 'late' });
  workers[1]!.reply({ kind: 'report', id: 2, report: report() });
  await expect(second).resolves.toEqual(report());
});

test('a crashed worker is said plainly, and the next check works', async () => {
  const first = client.check(bytes, { name: 'a.pdf' });
  workers[0]!.dispatchEvent(new Event('error', { cancelable: true }));
  await expect(first).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('stopped unexpectedly'),
  });
  const second = client.check(bytes, { name: 'b.pdf' });
  workers[1]!.reply({ kind: 'report', id: 2, report: report() });
  await expect(second).resolves.toEqual(report());
});

test('the late end of a worker that was stopped does not touch the next check', async () => {
  const first = client.check(bytes, { name: 'a.pdf' });
  const second = client.check(bytes, { name: 'b.pdf' });
  await expect(first).rejects.toMatchObject({ code: 'aborted' });
  workers[0]!.dispatchEvent(new Event('error', { cancelable: true }));
  workers[1]!.reply({ kind: 'report', id: 2, report: report() });
  await expect(second).resolves.toEqual(report());
});

test('a check beyond its time is stopped', async () => {
  vi.useFakeTimers();
  const result = client.check(bytes, { name: 'a.pdf' });
  vi.advanceTimersByTime(limits.maxMilliseconds);
  await expect(result).rejects.toMatchObject({ code: 'timed-out' });
  expect(workers[0]!.terminated).toBe(true);
});

test('a file beyond the limit is refused before any worker starts', async () => {
  const huge = { byteLength: limits.maxBytes + 1 } as Uint8Array;
  await expect(client.check(huge, { name: 'a.pdf' })).rejects.toMatchObject({ code: 'too-large' });
  expect(workers).toEqual([]);
});

const revision: Revision = {
  corrections: [],
  facts: [],
  findings: [],
  coverage: { numbers: 0, understood: 0, checked: 0 },
  standards: null,
  rules: 3,
  milliseconds: 9,
};

test('corrections go to the worker that has read the report, and come back as a revision', async () => {
  const checked = client.check(bytes, { name: 'a.pdf' });
  workers[0]!.reply({ kind: 'report', id: 1, report: report() });
  await checked;
  const corrected = client.correct(report(), []);
  expect(workers[0]!.requests.map(({ kind }) => kind)).toEqual(['check', 'correct']);
  workers[0]!.reply({ kind: 'revision', id: 2, revision });
  expect(await corrected).toEqual(revision);
});

test('a worker that has not read the report is given it once', async () => {
  const corrected = [client.correct(report(), []), client.correct(report(), [])];
  expect(workers[0]!.requests.map(({ kind }) => kind)).toEqual(['resume', 'correct', 'correct']);
  workers[0]!.reply({ kind: 'revision', id: 2, revision });
  workers[0]!.reply({ kind: 'revision', id: 1, revision });
  expect(await Promise.all(corrected)).toEqual([revision, revision]);
});

test('corrections of a worker that died are refused, and the next one gets the report again', async () => {
  const corrected = client.correct(report(), []);
  workers[0]!.dispatchEvent(new Event('error', { cancelable: true }));
  await expect(corrected).rejects.toMatchObject({ code: 'internal' });
  void client.correct(report(), []);
  expect(workers[1]!.requests.map(({ kind }) => kind)).toEqual(['resume', 'correct']);
});
