import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/cli/load-rule-pack.ts';
import { readTypedNumber, readTypedPeriod, readTypedUnit, typeNumber } from '../../../src/extract/typed-figure.ts';
import { buildUnits } from '../../../src/extract/units.ts';
import { makeFact } from '../engine/make-reading.ts';

const context = { units: buildUnits((await loadRulePack()).units), convention: null, reportYear: '2024' };

test.each([
  ['1,202.5', '1202.5', null, null],
  ['(1,202)', '-1202', null, null],
  ['-3.50', '-3.50', null, null],
  ['over 97', '97', 'over', null],
  ['约200', '200', 'about', null],
  ['2024', '2024', null, null],
  ['3–5', '3', null, '5'],
])('%s is a number', (text, number, qualifier, upper) => {
  expect(readTypedNumber(text, context)).toEqual({ number, qualifier, upper });
});

test.each(['', 'twelve', '12 and 13', '12 tonnes'])('%j is no number', (text) => {
  expect(readTypedNumber(text, context)).toBeNull();
});

test('a decimal comma is read as the report has it', () => {
  const german = { ...context, convention: { decimal: ',', group: '.' } as const };
  expect(readTypedNumber('1.202,5', german)?.number).toBe('1202.5');
});

test('units are read with their scale, and a scale that is printed with the number goes on to hold', () => {
  const fact = makeFact({ number: '3.1', raw: '3.1' });
  expect(readTypedUnit('万吨', fact, context)).toEqual({ unit: 't', scale: '10000', raw: '万吨' });
  expect(readTypedUnit('tCO2e', fact, context)).toMatchObject({ unit: 'tCO2e', scale: '1' });
  expect(readTypedUnit(' ', fact, context)).toEqual({ unit: null, scale: '1', raw: null });
  expect(readTypedUnit('blorps', fact, context)).toBeNull();
  const scaled = makeFact({ number: '3.1', raw: '3.1万吨' });
  expect(readTypedUnit('kg', scaled, context)).toMatchObject({ unit: 'kg', scale: '10000' });
});

test.each([
  ['2023', '2023'],
  ['FY2023/24', '2023/2024'],
  ['2024H1', '2024H1'],
  ['本年', '2024'],
  ['', null],
  ['Tuesday', undefined],
  ['sales of 2023 or so', undefined],
])('%j is the period %j', (text, period) => expect(readTypedPeriod(text, context)).toBe(period));

test('a figure is typed over as it is printed, and what stands there means the same', () => {
  for (const raw of ['1,202.5', '≥ 97', '(1,202)', '3.13万吨', '12%', 'over 40']) {
    const read = readTypedNumber(raw.replace(/万吨|%/, ''), context)!;
    const fact = makeFact({ ...read, raw });
    expect(readTypedNumber(typeNumber(fact, context), context)).toEqual(read);
  }
  expect(typeNumber(makeFact({ number: '1202.5', raw: '1,202.5 t' }), context)).toBe('1,202.5');
  expect(typeNumber(makeFact({ number: '7', raw: '1,202.5 t' }), context)).toBe('7');
});
