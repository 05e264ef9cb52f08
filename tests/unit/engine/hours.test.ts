import { expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();
const rules = pack.rules.filter(({ id }) => id === 'accident-rates-follow');

function digest(facts: Fact[]): string[] {
  return check(makeReading({ facts }), { ...pack, rules })
    .findings.filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ outcome, severity, evidence }) => [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '));
}

/** One row with a figure for each part of the workforce, the whole last. */
function row(at: number, label: string, figures: string[], common: Partial<Fact> = {}): Fact[] {
  const parts = ['Staff', 'Contractors', null];
  return figures.map((number, i) =>
    makeFact({ label, number, row: at, col: i + 1, boundary: parts[i]!, unit: null, unitRaw: null, ...common }),
  );
}

const hours = (...figures: string[]) =>
  row(1, 'Hours worked', figures, { metric: 'safety.hours_worked', unit: 'h', unitRaw: 'hours' });
const RATE = 'Accident frequency (accidents per million man-hours)';

it('divides by the hours of the same part of the workforce, and blames the part that does not fit', () => {
  const facts = [
    ...hours('3632176', '523730', '4155906'),
    ...row(2, 'Recordable injuries', ['3', '0', '3']),
    ...row(3, RATE, ['0.72', '0', '0.72']),
  ];
  expect(digest(facts)).toEqual(['fail info 0.72 3 3632176', 'pass warning 0.72 3 4155906']);
});

it('is silent about a rate that fits no row and bears the name of none', () => {
  const facts = [
    ...hours('3632176', '523730', '4155906'),
    ...row(2, 'Recordable injuries', ['3', '0', '3']),
    ...row(3, RATE, ['1.91', '0', '2.64']),
  ];
  expect(digest(facts)).toEqual([]);
});

it('is silent where several hours may be meant', () => {
  const facts = [
    makeFact({ label: 'Number of lost time injuries', number: '31', row: 2, unit: null }),
    makeFact({ label: 'Lost time injury rate per 200,000 hours', number: '0.69', row: 3, unit: null }),
    ...['8406816', '9115002'].map((number, i) =>
      makeFact({ label: 'Hours', number, metric: 'safety.hours_worked', unit: 'h', tableId: `t${i + 2}` }),
    ),
  ];
  expect(digest(facts)).toEqual([]);
  expect(digest(facts.slice(0, 3))).toEqual(['fail info 0.69 31 8406816']);
});
