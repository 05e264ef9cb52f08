import { expect, test } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { describePartial } from '../../../src/read/partial.ts';
import { unreadPage } from '../../../src/read/unread-page.ts';
import { makePage } from '../make-page.ts';

const slow = (number: number) => unreadPage(number, null, 'too-slow');
const read = (number: number) => makePage({ number, texts: [] });

test('nothing is partial when every page was read, a scan included', () => {
  expect(describePartial([read(1), unreadPage(2, null, 'scan')], 2)).toEqual([]);
});

test('the pages that a limit left out are named with the limit', () => {
  const [slowly, ...others] = describePartial([slow(1), read(2), slow(3), slow(4)], 4);
  expect(others).toEqual([]);
  expect(slowly!.pages).toEqual([
    [1, 1],
    [3, 4],
  ]);
  expect(slowly!.sentence).toMatch(/^Pages 1, 3–4 left out: .*15 seconds/);
});

test('one page is one page', () => {
  expect(describePartial([read(1), unreadPage(2, null, 'too-complex')], 2)[0]!.sentence).toMatch(/^Page 2 left out/);
});

test('pages beyond the limit are named as one stretch', () => {
  const pages = Array.from({ length: limits.maxPages }, (_, i) => read(i + 1));
  const [beyond] = describePartial(pages, 1_000_000_000);
  expect(beyond!.limit).toBe('too-many-pages');
  expect(beyond!.sentence).toMatch(/^Pages 2,001–1,000,000,000 left out/);
});

test('scattered pages are counted once enough are named', () => {
  const pages = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? slow(i + 1) : read(i + 1)));
  expect(describePartial(pages, 60)[0]!.sentence).toMatch(/^Pages 1, 3, 5, .*, 23 and 18 more left out/);
});
