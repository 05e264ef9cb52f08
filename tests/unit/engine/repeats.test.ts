import { expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();

function digest(...facts: Fact[]): string[] {
  const { findings } = check(makeReading({ facts }), {
    ...pack,
    rules: pack.rules.filter(({ id }) => id === 'same-label-same-figure'),
  });
  return findings
    .filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ outcome, message }) => `${outcome} ${message}`);
}

const inText = { source: 'text', tableId: null, row: null, col: null } as const;

it('verifies a figure that a sentence repeats under like words', () => {
  const facts = [
    makeFact({ label: 'Freight moved by river barges', number: '17713' }),
    makeFact({ label: 'freight moved by barges', number: '17713', ...inText }),
  ];
  expect(digest(...facts)).toEqual([expect.stringMatching(/^pass .*2 places/)]);
});

it('names the factor between two units', () => {
  const facts = [
    makeFact({ label: 'Heat bought by the depots', number: '45190276', unit: 'GJ', unitRaw: 'GJ' }),
    makeFact({ label: 'Heat bought by depots', number: '12552855', unit: 'MWh', unitRaw: 'MWh', tableId: 't2' }),
  ];
  expect(digest(...facts)).toEqual([expect.stringContaining('12,552,855 × 3.6 = 45,190,278')]);
});

it('takes neither few digits, other words, other years nor bare years for one fact', () => {
  const barges = { label: 'Freight moved by river barges' };
  const figure = (number: string, fact: Partial<Fact> = {}) => makeFact({ ...barges, number, ...fact });
  const elsewhere = { ...inText, label: 'freight moved by barges' };
  expect(digest(figure('177'), figure('177', elsewhere))).toEqual([]);
  expect(digest(figure('17713'), figure('17713', { ...inText, label: 'meals served' }))).toEqual([]);
  expect(digest(figure('17713'), figure('17713', { ...elsewhere, period: '2023' }))).toEqual([]);
  expect(digest(figure('2023', { unit: null }), figure('2023', { ...elsewhere, unit: null }))).toEqual([]);
});
