import { expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();

function series(label: string, figures: string[], row = 1, common: Partial<Fact> = {}): Fact[] {
  return figures.map((number, i) => makeFact({ label, number, row, col: i + 1, period: String(2021 + i), ...common }));
}

/** Rule and facts → `warning 84.12` for each failing finding. */
function run(rule: string, facts: Fact[]): string[] {
  const { findings } = check(makeReading({ facts }), { ...pack, rules: pack.rules.filter(({ id }) => id === rule) });
  return findings
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ severity, evidence }) => `${severity} ${evidence[0]!.raw}`);
}

const step = 'no-steps-by-powers-of-ten';

it('finds the one year that is out by a thousand', () => {
  expect(run(step, series('Water', ['81300', '79950', '84.12']))).toEqual(['warning 84.12']);
  expect(run(step, series('Water', ['81.3', '79950', '84120']))).toEqual(['warning 81.3']);
  expect(run(step, series('Water', ['81300', '82.1']))).toEqual(['warning 82.1']);
});

it('leaves growth, small counts and rows that leap anyway alone', () => {
  expect(run(step, series('Water', ['813', '7995', '84120']))).toEqual([]);
  expect(run(step, series('Accidents', ['2', '3', '2100']))).toEqual([]);
  expect(run(step, series('Water', ['81300', '240.1']))).toEqual([]);
});

it('only mentions a step by a hundred, which no two units explain', () => {
  expect(run(step, series('Water', ['134495', '1362', '1466']))).toEqual(['info 134495']);
});

it('finds a minus that no other year has, unless money is lost', () => {
  const sign = 'no-sudden-change-of-sign';
  expect(run(sign, series('Waste', ['813', '799', '-841']))).toEqual(['info -841']);
  expect(run(sign, series('Waste', ['813', '799', '-8']))).toEqual([]);
  expect(run(sign, series('Profit', ['813', '799', '-841'], 1, { unit: 'CNY' }))).toEqual([]);
});

it('finds the one figure that did not move', () => {
  const copy = 'no-figure-copied-from-last-year';
  const moved = [1, 2, 3, 4].flatMap((row) => series(`Row ${row}`, [`${row}123.4`, `${row}234.5`], row));
  expect(run(copy, [...moved, ...series('Still', ['5678.9', '5678.9'], 5)])).toEqual(['info 5678.9']);
  expect(run(copy, [...moved, ...series('Base year', ['2014', '2014'], 5)])).toEqual([]);
  expect(
    run(copy, [...moved, ...series('A', ['5678.9', '5678.9'], 5), ...series('B', ['6789.1', '6789.1'], 6)]),
  ).toEqual([]);
});
