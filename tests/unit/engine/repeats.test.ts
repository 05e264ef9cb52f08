import { describe, expect, it } from 'vitest';
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

describe('rows that two tables print alike but for a year', () => {
  const row = (tableId: string, label: string, numbers: string[]) =>
    numbers.map((number, i) => makeFact({ label, number, tableId, row: 2, col: i + 1, period: String(2022 + i) }));
  const alarms = (left: string[], right: string[], label = 'Parcels sent by barge on the river') =>
    check(
      makeReading({ facts: [...row('t1', 'Parcels sent by barge on the river', left), ...row('t2', label, right)] }),
      {
        ...pack,
        rules: pack.rules.filter(({ id }) => id === 'same-label-same-figure'),
      },
    )
      .findings.filter(({ outcome }) => outcome === 'fail')
      .map(({ severity, evidence }) => [severity, ...evidence.map(({ raw }) => raw)].join(' '));

  it('differ by a slip, or in one year of several', () => {
    expect(alarms(['4127', '4386', '4512'], ['4127', '4386', '4521'])).toEqual(['warning 4512 4521']);
    expect(alarms(['4127', '4386', '4512'], ['4127', '4386', '4699'])).toEqual(['warning 4512 4699']);
  });

  it('are worth a look where they agree as often as not', () => {
    expect(alarms(['4127', '4386'], ['4127', '4699'])).toEqual(['info 4386 4699']);
  });

  it('are rows of their own where they agree seldom, or bear other words', () => {
    expect(alarms(['4127', '4386', '4512'], ['4127', '4699', '4803'])).toEqual([]);
    expect(alarms(['4127', '4386'], ['4127', '4699'], 'Parcels sent by barge')).toEqual([]);
  });
});

describe('figures of running text that are told again', () => {
  const told = (number: string, page: number, label = 'loans to farms and villages') =>
    makeFact({
      label,
      number,
      page,
      source: 'text',
      tableId: null,
      row: null,
      col: null,
      unit: 'CNY',
      unitRaw: 'yuan',
    });
  const alarms = (...facts: ReturnType<typeof told>[]) =>
    check(makeReading({ facts }), { ...pack, rules: pack.rules.filter(({ id }) => id === 'same-label-same-figure') })
      .findings.filter(({ outcome }) => outcome === 'fail')
      .map(({ severity, evidence }) => [severity, ...evidence.map(({ raw }) => raw)].join(' '));

  it('with one slip are one figure', () => {
    expect(alarms(told('991.74', 5), told('998.74', 43))).toEqual(['warning 991.74 998.74']);
    expect(alarms(told('991.74', 5), told('919.74', 43))).toEqual(['warning 991.74 919.74']);
  });

  it('are others where more is different, or the label says little', () => {
    expect(alarms(told('991.74', 5), told('998.47', 43))).toEqual([]);
    expect(alarms(told('991.74', 5), told('998.74', 43, 'loans to ships and harbours'))).toEqual([]);
    expect(alarms(told('991.74', 5, 'loans'), told('998.74', 43, 'loans'))).toEqual([]);
  });
});
