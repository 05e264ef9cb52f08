import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Reading } from '../../../src/model/report.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeFact, makeReading, makeTableFacts } from './make-reading.ts';

const pack = readRepositoryPack();
const run = (rule: string, reading: Reading) =>
  check(reading, { ...pack, rules: pack.rules.filter(({ id }) => id === rule) }).findings.map(
    ({ outcome, severity, evidence }) => [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '),
  );

it.each([
  ['It saves 11.5 kW/h.', 'fail info kW/h'],
  ['It saves 3 million kW/h.', 'fail info kW/h'],
  ['全年节电3.2万千瓦/时。', 'fail info 千瓦/时'],
  ['The kW/h notation is wrong.', 'pass info The kW/h notation is wrong.'],
  ['It uses 12 kW/head.', 'pass info It uses 12 kW/head.'],
])('impossible units: %s', (text, expected) => {
  expect(run('no-impossible-units', makeReading({ blocks: [makeBlock({ text })] }))).toEqual([expected]);
});

describe('wrong dimensions', () => {
  const row = (label: string, unit: string, from = 'unit column') =>
    run(
      'units-fit-their-metrics',
      makeReading({
        facts: [
          makeFact({
            number: '310',
            label,
            unit,
            provenance: { label: null, period: null, unit: { from, text: unit } },
          }),
        ],
      }),
    );

  it('are found by the full name of a metric', () => {
    expect(row('Total energy consumption', 'kW')).toEqual(['fail warning 310']);
    expect(row('Total energy consumption', 'GJ')).toEqual(['pass warning 310']);
    expect(row('Total water consumption', 't')).toEqual(['pass warning 310']);
  });

  it('are not concluded from other words or a distant caption', () => {
    expect(row('Energy of the pumps', 'kW')).toEqual(['notApplicable info']);
    expect(row('Total energy consumption', 'kW', 'caption')).toEqual(['notApplicable info']);
  });
});

describe('missing units', () => {
  const rows = makeTableFacts('t1', { 'ghg.scope1': '1', 'ghg.scope2': '2', 'ghg.total': '3' }, { unit: 'tCO2e' });
  const bare = (metric: string) =>
    makeFact({ metric, number: '9', unit: null, unitRaw: null, row: 30 + metric.length });

  it('are told of the one row without', () => {
    expect(run('no-unit-is-left-out', makeReading({ facts: [...rows, bare('ghg.scope3')] }))).toEqual(['fail info 9']);
    const two = [...rows, bare('ghg.scope3'), bare('energy.total')];
    expect(run('no-unit-is-left-out', makeReading({ facts: two }))).toEqual(['notApplicable info']);
  });

  it('are not told of people, nor of a row whose unit was not understood', () => {
    expect(run('no-unit-is-left-out', makeReading({ facts: [...rows, bare('hr.headcount')] }))).toEqual([
      'notApplicable info',
    ]);
    const gap = { ...bare('ghg.scope3'), col: 3 };
    const reading = makeReading({ facts: [...rows, gap] });
    const cell = (col: number, text: string) => ({
      row: gap.row!,
      col,
      rowSpan: 1,
      colSpan: 1,
      text,
      box: [0, 0, 1, 1] as const,
      header: false,
      marks: [],
      lines: [],
    });
    reading.tables[0]!.cells = [cell(0, 'Scope 3'), cell(1, 't per million of value added'), cell(3, '9')];
    expect(run('no-unit-is-left-out', reading)).not.toContainEqual(expect.stringMatching(/^fail/));
  });
});

it('mixed units: powers of ten are one system', () => {
  const pair = (a: string, b: string) =>
    makeReading({
      facts: [
        makeFact({ metric: 'waste.total', number: '9', unit: a }),
        makeFact({ metric: 'waste.hazardous', number: '8', unit: b }),
      ],
    });
  expect(run('waste-is-in-one-unit', pair('t', 'kg'))).toEqual(['pass info 9 8']);
  expect(run('waste-is-in-one-unit', pair('t', 'short ton'))).toEqual(['fail info 9 8']);
});
