import { expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();

function run(facts: Fact[], rule = 'females-are-no-more-than-headcount'): string[] {
  const { findings } = check(makeReading({ facts }), { ...pack, rules: pack.rules.filter(({ id }) => id === rule) });
  return findings.map(({ outcome, severity, evidence }) =>
    [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '),
  );
}

const women = (number: string, fact: Partial<Fact> = {}) =>
  makeFact({ metric: 'hr.female', number, unit: 'person', row: 1, ...fact });
const staff = (number: string, fact: Partial<Fact> = {}) =>
  makeFact({ metric: 'hr.headcount', number, unit: 'person', row: 2, ...fact });

it('holds a part against its whole', () => {
  expect(run([women('412'), staff('1002')])).toEqual(['pass error 412 1002']);
  expect(run([women('1412'), staff('1002')])).toEqual(['fail error 1412 1002']);
});

it('gives the part the benefit of every figure that may be its whole', () => {
  expect(run([women('1412'), staff('1002'), staff('2002', { row: 3 })])).toEqual(['pass error 1412 2002']);
});

it('is milder across tables, and silent where a label may name something else', () => {
  expect(run([women('1412'), staff('1002', { tableId: 't2' })])).toEqual(['fail warning 1412 1002']);
  expect(run([women('1412'), staff('1002', { metricScore: 0.7 })])).toEqual(['notApplicable info']);
});

it('never compares years, or divisions with the whole', () => {
  expect(run([women('1412'), staff('1002', { period: '2023' })])).toEqual(['cannotTell info 1412']);
  expect(run([women('1412'), staff('1002', { boundary: 'North' })])).toEqual(['cannotTell info 1412']);
});

it('compares people with cases, but not with attendances', () => {
  const rule = 'trained-people-are-no-more-than-headcount';
  const trained = (unit: string) => makeFact({ metric: 'hr.training_people', number: '9000', unit, row: 1 });
  expect(run([trained('person'), staff('1002')], rule)).toEqual(['fail info 9000 1002']);
  expect(run([trained('person-time'), staff('1002')], rule)).toEqual(['cannotTell info 9000']);
});
