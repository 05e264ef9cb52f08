import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Reading } from '../../../src/model/report.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();
const run = (rule: string, reading: Reading) =>
  check(reading, { ...pack, rules: pack.rules.filter(({ id }) => id === rule) }).findings.map(({ outcome }) => outcome);

describe('copied columns', () => {
  const table = (rows: [string, string][]) =>
    makeReading({
      facts: rows.flatMap(([before, after], row) => [
        makeFact({ number: before, period: '2023', row, col: 1 }),
        makeFact({ number: after, period: '2024', row, col: 2 }),
      ]),
    });
  const same: [string, string][] = ['311', '42.7', '1205', '9.81', '77.3'].map((number) => [number, number]);

  it('need every telling row to agree, and enough of them', () => {
    expect(run('years-are-not-copied', table(same))).toEqual(['fail']);
    expect(run('years-are-not-copied', table([...same, ['512', '513']]))).toEqual(['pass']);
    expect(run('years-are-not-copied', table(same.slice(1)))).toEqual(['notApplicable']);
  });

  it('are not concluded from round and small figures', () => {
    expect(run('years-are-not-copied', table(['0', '3', '100', '12', '5', '20'].map((n) => [n, n])))).toEqual([
      'notApplicable',
    ]);
  });
});

describe('years in sentences', () => {
  const printed = (number: string, period: string) =>
    makeFact({ metric: 'ghg.scope1', number, unit: 'tCO2e', period, row: 1 });
  const said = (number: string, period: string, more: Partial<Fact> = {}) =>
    makeFact({
      metric: 'ghg.scope1',
      number,
      unit: 'tCO2e',
      period,
      source: 'text',
      tableId: null,
      provenance: { label: null, period: { from: 'sentence', text: period }, unit: null },
      ...more,
    });
  const years = [printed('551.2', '2023'), printed('540.7', '2024')];
  const rule = 'sentences-name-the-year-of-the-table';

  it('are wrong where the figure is the neighbour’s', () => {
    expect(run(rule, makeReading({ facts: [...years, said('540.7', '2024')] }))).toEqual(['pass']);
    expect(run(rule, makeReading({ facts: [...years, said('540.7', '2023')] }))).toEqual(['fail']);
  });

  it.each<[string, Partial<Fact>]>([
    ['another figure', { number: '530.1' }],
    ['about', { qualifier: 'about' }],
    ['a part of the organisation', { boundary: 'North' }],
    ['a year that the sentence does not name', { provenance: { label: null, period: null, unit: null } }],
  ])('says nothing of %s', (_, more) => {
    expect(run(rule, makeReading({ facts: [...years, said('540.7', '2023', more)] }))).toEqual(['notApplicable']);
  });
});

it.each([
  ['We trained 8.8 hours per head in 2024, compared to 16 hours in 2024.', 'fail'],
  ['We trained 8.8 hours per head in 2024, compared to 16 hours in 2023.', 'pass'],
  ['We used 8.8 MWh in 2024, compared to a plan of 16 MWh in 2024.', 'pass'],
  ['In 2023 and 2024 we used 8.8 MWh, up from 7 MWh in 2024.', 'pass'],
  ['We used 8.8 MWh in 2024.', 'notApplicable'],
])('a year against itself: %s', (text, expected) => {
  expect(run('no-year-is-compared-with-itself', makeReading({ blocks: [makeBlock({ text })] }))).toEqual([expected]);
});
