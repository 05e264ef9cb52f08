import { expect, test } from 'vitest';
import { groupTops, rowsInView } from '../../../src/ui/derive/rows-window.ts';

test('the rows in view are drawn, with some above and below', () => {
  expect(rowsInView(1000, 100, -5000, 600)).toEqual({ start: 46, end: 60 });
  expect(rowsInView(1000, 100, 0, 600)).toEqual({ start: 0, end: 10 });
  expect(rowsInView(5, 100, 0, 600)).toEqual({ start: 0, end: 5 });
});

test('of a group that is out of sight nothing is drawn', () => {
  expect(rowsInView(10, 100, 5000, 600)).toEqual({ start: 0, end: 0 });
  expect(rowsInView(10, 100, -5000, 600)).toEqual({ start: 0, end: 0 });
});

test('each group begins under its head and all that is open above it', () => {
  expect(groupTops([3, 0, 2], 40, 100)).toEqual([40, 380, 420]);
});
