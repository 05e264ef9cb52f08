import { expect, test } from 'vitest';
import { findFigure, listNames, nameFigure } from '../../../src/correct/name-figure.ts';
import { nameOneThing } from '../../../src/correct/words.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { makeBlock, makeFact, makeReading } from '../engine/make-reading.ts';

const row = (label: string, number: string, more: Partial<Fact> = {}): Fact =>
  makeFact({ label, number, context: ['Environment', 'Energy use'], ...more });

function lookUp(fact: Fact, before: Fact[], after: Fact[]): Fact | string {
  return findFigure(
    nameFigure(fact, listNames(makeReading({ facts: before }))),
    listNames(makeReading({ facts: after })),
  );
}

test.each([
  ['Total emissions', 'total Emissions', true],
  ['Employees (by gender)', 'Employee – by gender', true],
  ['Total emissons', 'Total emissions', true],
  ['Volume of waste', 'Waste volume', true],
  ['Ｗａｔｅｒ use', 'Water use', true],
  ['外购电力', '外购的电力', true],
  ['Scope 1 emissions', 'Scope 2 emissions', false],
  ['Male employees', 'Female employees', false],
  ['Hazardous waste', 'Non-hazardous waste', false],
  ['Direct energy', 'Indirect energy', false],
  ['直接排放', '间接排放', false],
  ['范围一', '范围二', false],
  ['Water', 'Water use', false],
])('%s and %s name one thing: %s', (a, b, same) => expect(nameOneThing(a, b)).toBe(same));

test('a figure is found again on another page, in another row, under other ids', () => {
  const before = [row('Diesel', '12'), row('Petrol', '7')];
  const after = [row('Gas', '3', { page: 4 }), row('petrol', '7', { page: 9, row: 30, id: 'x' }), row('Diesel', '12')];
  expect(lookUp(before[1]!, before, after)).toBe(after[1]);
});

test('another period, metric, part of the organisation or table is another figure', () => {
  const before = [row('Total', '12', { boundary: 'Plant A', metric: 'energy.total' })];
  const one = { boundary: 'Plant A', metric: 'energy.total' };
  expect(lookUp(before[0]!, before, [row('Total', '12', { ...one, period: '2023' })])).toBe('missing');
  expect(lookUp(before[0]!, before, [row('Total', '12', { ...one, metric: 'energy.electricity' })])).toBe('missing');
  expect(lookUp(before[0]!, before, [row('Total', '12', { ...one, boundary: 'Plant B' })])).toBe('missing');
  expect(lookUp(before[0]!, before, [row('Total', '12', { ...one, context: ['People', 'Accidents'] })])).toBe(
    'missing',
  );
  expect(lookUp(before[0]!, before, [row('Total', '12', one)])).toMatchObject({ label: 'Total' });
});

test('a reworded heading is still the place, and of two places the likest counts', () => {
  const before = [row('Total', '12')];
  const after = [
    row('Total', '12', { context: ['Environment', 'Energy'] }),
    row('Total', '5', { context: ['Our environment', 'Energy use'] }),
  ];
  expect(lookUp(before[0]!, before, [after[0]!])).toBe(after[0]);
  expect(lookUp(before[0]!, before, after)).toBe(after[1]);
});

test('what is called the same is told apart by the print, then by its order among as many', () => {
  const before = [row('Total', '12'), row('Total', '5'), row('Total', '5')];
  expect(lookUp(before[0]!, before, before)).toBe(before[0]);
  expect(lookUp(before[1]!, before, before)).toBe(before[1]);
  expect(lookUp(before[2]!, before, before)).toBe(before[2]);
  expect(lookUp(before[2]!, before, [...before, row('Total', '5')])).toBe('ambiguous');
});

test('a figure of running text is known by the passage around it, whose numbers may change', () => {
  const text = (words: string): ReturnType<typeof makeBlock> => makeBlock({ text: words, box: [0, 0, 100, 20] });
  const facts = [makeFact({ number: '31', label: 'sites', source: 'text', tableId: null, row: null, col: null })];
  const names = listNames(makeReading({ facts, blocks: [text('In 2024 we ran 31 sites in 4 countries.')] }));
  const name = nameFigure(facts[0]!, names);
  const found = (words: string): Fact | string =>
    findFigure(name, listNames(makeReading({ facts, blocks: [text(words)] })));
  expect(found('In 2024, we ran 33 sites in 5 countries.')).toBe(facts[0]);
  expect(found('Suppliers told us of accidents.')).toBe('missing');
});
