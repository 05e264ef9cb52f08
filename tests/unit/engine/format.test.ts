import { describe, expect, it } from 'vitest';
import { formatNumber, formatPages, formatQuantity, joinEnglish } from '../../../src/engine/format.ts';
import { hashText } from '../../../src/engine/hash.ts';
import { measureFact } from '../../../src/engine/quantity.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { makeFact } from './make-reading.ts';

describe('numbers for reading', () => {
  it.each([
    ['1234567.8901', '1,234,567.8901'],
    ['-1234', '−1,234'],
    ['0.001234', '0.001234'],
    ['1e-7', '0.0000001'],
    ['123', '123'],
  ])('%s → %s', (number, shown) => {
    expect(formatNumber(number)).toBe(shown);
  });

  const measure = (fact: Partial<Fact> & { number: string }) =>
    measureFact(makeFact(fact), { info: () => ({ dimension: 'mass', factor: '1' }) }, 't1', null);

  it.each([
    [{ number: '57.64', unit: '%', unitRaw: '%' }, '57.64%'],
    [{ number: '11.58', unit: 'm3', unitRaw: '万m³', scale: '10000' }, '11.58 万m³'],
    [{ number: '20', raw: '20亿', unit: 'CNY', unitRaw: '元', scale: '100000000' }, '20 亿元'],
    [{ number: '165.0', raw: '165.0 million', unit: 'CNY', unitRaw: 'yuan', scale: '1000000' }, '165.0 million yuan'],
    [{ number: '97', qualifier: 'over', unit: '%', unitRaw: '%' }, 'over 97%'],
    [{ number: '3', upper: '5', unit: 't', unitRaw: 't' }, '3–5 t'],
    [{ number: '7', unit: null, unitRaw: null }, '7'],
  ] satisfies [Partial<Fact> & { number: string }, string][])('%o → %s', (fact, shown) => {
    expect(formatQuantity(measure(fact)).en).toBe(shown);
  });

  it('lists pages and words', () => {
    expect(formatPages([14, 3, 14])).toEqual({ en: 'pages 3 and 14', zh: '第3、14页' });
    expect(joinEnglish(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('hashText', () => {
  it('is the same for the same text, always, and 16 digits long', () => {
    expect(hashText('ghg.total|2024')).toBe(hashText('ghg.total|2024'));
    expect(hashText('')).toMatch(/^[0-9a-f]{16}$/);
    expect(hashText('碳')).not.toBe(hashText('煤'));
  });
});
