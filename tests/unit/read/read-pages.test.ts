import { expect, test } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import type { Page } from '../../../src/model/page.ts';
import type { OpenPdf } from '../../../src/read/open-pdf.ts';
import { readPages } from '../../../src/read/read-pages.ts';
import { unreadPage } from '../../../src/read/unread-page.ts';
import { makePage } from '../make-page.ts';

const page = (number: number): Page => makePage({ number, texts: [{ text: 'x', x: 10, y: 10 }] });

function pdf(pageCount: number, read: (number: number) => Page | Promise<Page> = page, lanes = 1): OpenPdf {
  return { pageCount, lanes, outline: [], readPage: async (n) => read(n), close: async () => undefined };
}

test('pages come in order however the lanes finish', async () => {
  const uneven = async (number: number): Promise<Page> => {
    await new Promise((resolve) => setTimeout(resolve, (number * 7) % 5));
    return page(number);
  };
  const seen: number[] = [];
  const pages = await readPages(pdf(20, uneven, 3), { onPage: (done) => seen.push(done) });
  expect(pages.map((p) => p.number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('no more pages are asked for at once than there are lanes', async () => {
  let running = 0;
  let most = 0;
  const counting = async (number: number): Promise<Page> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
    return page(number);
  };
  await readPages(pdf(12, counting, 3));
  expect(most).toBe(3);
});

test('a file that claims a billion pages is read up to the limit', async () => {
  expect(await readPages(pdf(1_000_000_000))).toHaveLength(limits.maxPages);
});

test('when the time is up, what was read is kept', async () => {
  const slow = async (number: number): Promise<Page> => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return page(number);
  };
  const pages = await readPages(pdf(10, slow), { maxMilliseconds: 45 });
  expect(pages.slice(0, 2).map((p) => p.unread)).toEqual([null, null]);
  expect(pages.slice(2).map((p) => p.unread)).toEqual(Array.from({ length: 8 }, () => 'not-reached'));
});

test('a cancelled reading stops', async () => {
  const stop = new AbortController();
  const reading = readPages(pdf(50), { signal: stop.signal, onPage: () => stop.abort() });
  await expect(reading).rejects.toMatchObject({ code: 'aborted' });
});

test.each([
  ['no pages', pdf(0), 'no-pages', /no pages/],
  ['a negative count of pages', pdf(-5), 'no-pages', /no pages/],
  ['pictures only', pdf(2, (n) => unreadPage(n, null, 'scan')), 'no-text', /pictures/],
  ['blank pages only', pdf(2, (n) => unreadPage(n, null, 'empty')), 'blank', /blank/],
  ['broken pages only', pdf(2, (n) => unreadPage(n, null, 'damaged')), 'damaged', /damaged/],
  ['pages beyond the limits only', pdf(2, (n) => unreadPage(n, null, 'too-slow')), 'too-slow-pages', /limits/],
])('a file with %s is refused in one sentence', async (_name, file, code, sentence) => {
  await expect(readPages(file)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
});
