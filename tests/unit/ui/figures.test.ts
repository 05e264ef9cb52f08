import { expect, test } from 'vitest';
import { FigureIndex } from '../../../src/ui/figures/figure-index.ts';
import { scrollToRow, windowOf } from '../../../src/ui/figures/window.ts';

const texts = [
  'Direct emissions (Scope 1) 2024 274.02 tCO2e',
  'Indirect emissions (Scope 2) 2024 11,490.61 tCO2e',
  'Total water consumption 2024 128,763 tonnes',
  '温室气体排放总量 2024 11,764.63 吨二氧化碳当量',
  '用水强度 2024 15.20 吨/百万元',
];
const index = new FigureIndex(texts);

test.each([
  ['emisions', [0, 1]],
  ['watr consumtion', [2]],
  ['温室气体', [3]],
  ['温室汽体', [3]],
  ['用水', [4]],
])('%s is found', (query, expected) => {
  expect(index.search(query).toSorted()).toEqual(expected);
});

test('the closest match comes first', () => {
  expect(index.search('indirect emissions')[0]).toBe(1);
  expect(index.search('direct emissions')[0]).toBe(0);
});

test('a number is looked up as it is written, with or without separators', () => {
  expect(index.search('11,490')).toEqual([1]);
  expect(index.search('11490.61')).toEqual([1]);
  expect(index.search('11,491')).toEqual([]);
});

test('only the rows in view are drawn, with a few above and below', () => {
  expect(windowOf(10_000, 34, 3400, 340)).toEqual({ start: 88, end: 122 });
  expect(windowOf(3, 34, 0, 340)).toEqual({ start: 0, end: 3 });
  expect(windowOf(3, 34, 99_999, 340).end).toBe(3);
  expect(windowOf(0, 34, 0, 0)).toEqual({ start: 0, end: 0 });
});

test('scrolling to a row moves no further than needed', () => {
  expect(scrollToRow(5, 10, 0, 100)).toBe(0);
  expect(scrollToRow(20, 10, 0, 100)).toBe(110);
  expect(scrollToRow(2, 10, 50, 100)).toBe(20);
});
