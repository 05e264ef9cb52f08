import { describe, expect, it } from 'vitest';
import { readBareParagraphs, readIfrsParagraphs } from '../../../src/extract/index-ifrs.ts';

const read = (text: string): string =>
  readIfrsParagraphs(text)
    .map(({ code }) => code)
    .join(' ');
const readCell = (text: string): string =>
  readBareParagraphs(text)
    .map(({ code }) => code)
    .join(' ');

describe('paragraphs of IFRS S2', () => {
  it.each([
    ['29(a)', '29(a)'],
    ['29 (a) (i)', '29(a)(i)'],
    ['IFRS S2.29(a)(i)', '29(a)(i)'],
    ['IFRS S2 29(a)(i)(1)', '29(a)(i)(1)'],
    ['S2-29', '29'],
    ['S2.29a', '29(a)'],
    ['S2-29.a.i', '29(a)(i)'],
    ['para. 14(a)', '14(a)'],
    ['第29段（a）', '29(a)'],
    ['29A', ''],
    ['paragraph 29A', '29A'],
  ])('are read however they are printed: %s', (text, codes) => {
    expect(read(text)).toBe(codes);
  });

  it.each([
    ['29(a)-(c)', '29(a) 29(b) 29(c)'],
    ['29(a)–29(c)', '29(a) 29(b) 29(c)'],
    ['29(a)(i) to (iii)', '29(a)(i) 29(a)(ii) 29(a)(iii)'],
    ['29(a)(i)(1)-(3)', '29(a)(i)(1) 29(a)(i)(2) 29(a)(i)(3)'],
    ['paragraphs 33 to 36', '33 34 35 36'],
    ['第10段至第12段', '10 11 12'],
    ['29(a), 29(b) and 33', '29(a) 29(b) 33'],
    ['S2.29(g)-33(a)', '29(g) 33(a)'],
  ])('are spelt out of ranges and lists: %s', (text, codes) => {
    expect(read(text)).toBe(codes);
  });

  it.each([
    '12',
    'page 29',
    'Section 4(a)',
    'Note 5(a)',
    'B19(a)',
    '1,234(a)',
    'IFRS S2 2023',
    'IFRS S2 Climate',
    '29 33',
  ])('are no page, section, year or amount: %s', (text) => {
    expect(read(text)).toBe('');
  });

  it('may be bare numbers in a cell of their own column', () => {
    expect(readCell('29')).toBe('29');
    expect(readCell('10-12')).toBe('10 11 12');
    expect(readCell('33, 35')).toBe('33 35');
    expect(readCell('12 months')).toBe('');
  });
});
