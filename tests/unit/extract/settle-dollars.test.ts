import { expect, it } from 'vitest';
import { settleDollars } from '../../../src/extract/settle-dollars.ts';
import type { Fact } from '../../../src/model/fact.ts';

const facts = [
  { unit: 'USD', unitRaw: '$m' },
  { unit: 'USD', unitRaw: 'US$' },
  { unit: 'EUR', unitRaw: '€' },
] as Fact[];
const units = (texts: string[], known = true): (string | null)[] =>
  settleDollars(facts, texts, () => known).map(({ unit }) => unit);

it('reads a bare dollar sign as the dollar that the report names', () =>
  expect(units(['S$1.2 million of taxes', 'S$5 million and S$7 million', 'US$3 million abroad'])).toEqual([
    'SGD',
    'USD',
    'EUR',
  ]));

it.each([
  [['S$1.2 million once', 'S$2 million twice']],
  [['S$1, S$2 and S$3', 'US$1, US$2, US$3']],
  [['We paid $5 million.']],
])('leaves it alone after %j', (texts) => expect(units(texts)).toEqual(['USD', 'USD', 'EUR']));

it('leaves it alone when the vocabulary lacks that currency', () =>
  expect(units(['NZ$1, NZ$2 and NZ$3'], false)).toEqual(['USD', 'USD', 'EUR']));
