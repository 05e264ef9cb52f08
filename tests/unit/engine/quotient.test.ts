import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();

function run(facts: Fact[], rule: string): Finding[] {
  const { findings } = check(makeReading({ facts }), { ...pack, rules: pack.rules.filter(({ id }) => id === rule) });
  return findings.filter(({ outcome }) => outcome !== 'notApplicable');
}

function digest(findings: Finding[]): string[] {
  return findings.map(
    ({ outcome, severity, evidence }) => `${outcome} ${severity} ${evidence.map(({ raw }) => raw).join(' ')}`,
  );
}

/** One row through the years from 2022 on. */
function row(label: string, at: number, figures: string[], common: Partial<Fact> = {}): Fact[] {
  return figures.map((number, i) =>
    makeFact({ label, number, row: at, col: i + 1, period: String(2022 + i), unit: null, unitRaw: null, ...common }),
  );
}

const PERCENT = { unit: '%', unitRaw: '%' };

describe('lines', () => {
  const lines = (rates: string[], table = 't1') => [
    ...row(
      'Parcels delivered late',
      1,
      ['1,204', '1,377', '1,502'].map((n) => n.replace(',', '')),
    ),
    ...row('Parcels delivered', 2, ['31207', '30118', '33915']),
    ...row('Share of parcels delivered late', 3, rates, { ...PERCENT, tableId: table }),
  ];

  it('divides rows of one table by each other', () => {
    expect(digest(run(lines(['3.86', '4.57', '4.43']), 'table-ratios-follow'))).toEqual([
      'pass error 3.86 1204 31207',
      'pass error 4.57 1377 30118',
      'pass error 4.43 1502 33915',
    ]);
  });

  it('calls a year that misses an error where the other years fit', () => {
    expect(digest(run(lines(['3.86', '4.57', '4.34']), 'table-ratios-follow'))[0]).toBe('fail error 4.34 1502 33915');
  });

  it('lowers a miss that spans tables', () => {
    expect(digest(run(lines(['3.86', '4.57', '4.34'], 't2'), 'table-ratios-follow'))[0]).toBe(
      'fail warning 4.34 1502 33915',
    );
  });

  it('takes a ratio that was cut off for no slip', () => {
    expect(digest(run(lines(['3.86', '4.57', '4.42']), 'table-ratios-follow'))[0]).toBe('fail info 4.42 1502 33915');
  });

  it('leaves alone what two figures of few digits happen to give', () => {
    const facts = [
      ...row('Bridges', 1, ['12']),
      ...row('Ferries', 2, ['30']),
      ...row('On-time rate', 3, ['40'], PERCENT),
    ];
    expect(run(facts, 'table-ratios-follow')).toEqual([]);
  });

  it('takes a whole that its parts make up for the denominator rather than another part', () => {
    const facts = [
      ...row('Power from wind', 1, ['338', '329', '330']),
      ...row('Power from gas', 2, ['14710', '14440', '14970']),
      ...row('Power', 3, ['15048', '14769', '15300']),
      ...row('Power from wind', 4, ['2.2', '2.2', '2.2'], PERCENT),
    ];
    const [first] = run(facts, 'table-ratios-follow');
    expect(first!.evidence.map(({ raw }) => raw)).toEqual(['2.2', '338', '15048']);
  });
});

describe('shares', () => {
  /** Counts and percentages side by side. */
  const table = (rows: [string, string, string][], first: 'count' | 'percent' = 'count') =>
    rows.flatMap(([label, count, percent], i) => [
      makeFact({ label, number: count, row: i, col: first === 'count' ? 1 : 2, unit: null, unitRaw: null }),
      makeFact({ label, number: percent, row: i, col: first === 'count' ? 2 : 1, ...PERCENT }),
    ]);
  const rows: [string, string, string][] = [
    ['Ferries', '417', '41.9'],
    ['Trams', '388', '39.0'],
    ['Funiculars', '191', '19.2'],
    ['Total', '996', '100'],
  ];

  it.each(['count', 'percent'] as const)('divides each count by the total, %s first', (first) => {
    expect(digest(run(table(rows, first), 'table-shares-follow'))).toEqual([
      'pass error 41.9 417 996',
      'pass error 39.0 388 996',
      'pass error 19.2 191 996',
    ]);
  });

  it('tells of a percentage between two that fit', () => {
    const wrong = rows.with(1, ['Trams', '388', '39.9']);
    expect(digest(run(table(wrong), 'table-shares-follow'))[0]).toMatch(/^fail \w+ 39\.9 388 996$/);
  });

  it('does not reach over lines of another whole for a miss', () => {
    const rates: [string, string, string][] = [
      ['Total left', '6781', '7.9'],
      ['By choice', '5793', '7.1'],
      ['By age', '417', '41.9'],
      ...rows.slice(1),
    ];
    expect(digest(run(table(rates), 'table-shares-follow')).filter((line) => line.startsWith('fail'))).toEqual([]);
  });

  it('gives every block its own whole', () => {
    const blocks = table([
      ...rows,
      ['Buses', '2,140'.replace(',', ''), '71.4'],
      ['Vans', '857', '28.6'],
      ['Total', '2997', '100'],
    ]);
    expect(digest(run(blocks, 'table-shares-follow'))).toContain('pass error 71.4 2140 2997');
  });
});
