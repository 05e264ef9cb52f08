import { expect, test } from 'vitest';
import { remember } from '../../../src/extract/remember.ts';

test('reads each text once', () => {
  let reads = 0;
  const measure = remember((text) => {
    reads++;
    return text.length;
  });
  expect([measure('label'), measure('label'), measure('other label')]).toEqual([5, 5, 11]);
  expect(reads).toBe(2);
});

test('does not keep long texts', () => {
  let reads = 0;
  const measure = remember((text) => {
    reads++;
    return text.length;
  });
  const long = 'a'.repeat(1000);
  expect([measure(long), measure(long)]).toEqual([1000, 1000]);
  expect(reads).toBe(2);
});
