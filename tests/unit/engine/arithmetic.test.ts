import { expect, it } from 'vitest';
import { buildUnits } from '../../../src/extract/units.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { writeConversions, writeDivision } from '../../../src/engine/arithmetic.ts';
import { measureFact } from '../../../src/engine/quantity.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeFact } from './make-reading.ts';

type Figure = Partial<Fact> & { number: string };

const units = buildUnits(readRepositoryPack().units);
const measure = (fact: Figure) => measureFact(makeFact(fact), units, 't1', null);

const convert = (figures: Figure[], to: Figure) => writeConversions(figures.map(measure), measure(to), units);
const divide = (ratio: Figure, numerator: Figure, denominator: Figure) =>
  writeDivision(measure(ratio), measure(numerator), measure(denominator), '1', units);

it('writes out what brings one unit to another, scale words apart', () => {
  expect(convert([{ number: '474.2', unit: 'short ton' }], { number: '381.6', unit: 'lb', scale: '1000000' })).toBe(
    '474.2 × 2,000 ÷ 1,000,000 = 0.9484',
  );
  expect(convert([{ number: '2977948', unit: 'kWh' }], { number: '3004', unit: 'MWh' })).toBe(
    '2,977,948 ÷ 1,000 = 2,977.948',
  );
  expect(convert([{ number: '34235423', unit: 'kWh' }], { number: '123248', unit: 'GJ' })).toBe(
    '34,235,423 × 0.0036 = 123,247.5228',
  );
});

it('writes nothing where one unit is printed', () => {
  expect(convert([{ number: '12', unit: 't' }], { number: '14', unit: 't' })).toBe('');
});

it('writes the hours that a rate is per', () => {
  const rate = { number: '0.69', unit: 'count/h', scale: '0.000005' };
  expect(divide(rate, { number: '31', unit: 'count' }, { number: '8406816', unit: 'h' })).toBe(
    '31 ÷ 8,406,816 × 200,000 = 0.74',
  );
});

it('writes a denominator in the millions that a rate is per', () => {
  const rate = { number: '0.72', unit: 'count/h', scale: '0.000001' };
  expect(divide(rate, { number: '3', unit: 'count' }, { number: '4155906', unit: 'h' })).toBe(
    '3 ÷ 4.155906 (4,155,906 ÷ 1,000,000) = 0.72',
  );
});

it('writes thousands of things in full, and units beside them', () => {
  const rate = { number: '2.06', unit: 'MWh/vehicle' };
  expect(divide(rate, { number: '45407476', unit: 'GJ' }, { number: '6131', unit: 'vehicle', scale: '1000' })).toBe(
    '45,407,476 ÷ 3.6 ÷ 6,131,000 = 2.06',
  );
});

it('writes no constant into a percentage', () => {
  expect(divide({ number: '12.5', unit: '%' }, { number: '1', unit: 't' }, { number: '8', unit: 't' })).toBe('');
});
