import { expect, test } from 'vitest';
import { isLegible } from '../../../src/extract/legible.ts';

test.each([
  ['a long paragraph', 'Emissions fell by 5% in 2024. '.repeat(200)],
  ['a paragraph of ideographs, which have no spaces', '本公司温室气体排放量较上年下降百分之五。'.repeat(200)],
  ['the address of a web page', `https://example.org/${'report-2024/'.repeat(40)}`],
])('%s is read', (_name, text) => {
  expect(isLegible(text)).toBe(true);
});

test.each([
  ['a number of two thousand digits', '9'.repeat(2000)],
  ['a text longer than a page', 'in '.repeat(10_000)],
])('%s is set aside', (_name, text) => {
  expect(isLegible(text)).toBe(false);
});
