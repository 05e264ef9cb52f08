import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { readExample } from '../../../src/engine/example-reading.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { RuleExample } from '../../../src/model/rule.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';

const pack = readRepositoryPack();

function findFailures(rule: string, example: Partial<RuleExample>): Finding[] {
  const rules = pack.rules.filter(({ id }) => id === rule);
  const { findings } = check(readExample({ ...example, expect: 'fail' }, pack), { ...pack, rules });
  return findings.filter(({ outcome }) => outcome === 'fail');
}

describe('rows of tables', () => {
  it('names both rows and all their figures when labels are exchanged', () => {
    const [found, ...more] = findFailures('rows-keep-their-labels', {
      facts: {
        'Glass recovered': { 2023: ['412 t', '412 t'], 2024: ['455 t', '455 t'] },
        'Steel recovered': { 2023: ['871 t', '871 t'], 2024: ['903 t', '903 t'] },
        'Screens collected': { 2023: ['1264 t', '329 t'], 2024: ['1307 t', '193 t'] },
        'Phones collected': { 2023: ['329 t', '1264 t'], 2024: ['193 t', '1307 t'] },
      },
    });
    expect(more).toEqual([]);
    expect(found!.evidence).toHaveLength(8);
    expect(found!.message).toContain('“Screens collected” is 1264');
  });

  it('shows a fraction beside the whole numbers of its row and the count above', () => {
    const [found] = findFailures('people-are-counted-whole', {
      facts: { 'Number of directors': { 2023: '11', 2024: '13' }, 'Number of women': { 2023: '0.55', 2024: '7' } },
    });
    expect(found!.evidence.map(({ raw, role }) => `${raw} ${role}`)).toEqual([
      '0.55 value',
      '7 other count',
      '11 other count',
    ]);
  });

  it('passes over rows of heads that repeat', () => {
    const head = ['2024', 'Men', 'Women', 'Number of delegates', 'All of them'];
    expect(findFailures('no-row-is-printed-twice', { table: [['Group'], head, ['2023', ...head.slice(1)]] })).toEqual(
      [],
    );
  });

  it('leaves tables alone that have several open cells', () => {
    const row = (label: string, last: string) => [label, '112', '113', '118', last];
    const table = [
      ['Fuel (t)', '2021', '2022', '2023', '2024'],
      ...['Diesel', 'Coal', 'Wood', 'Peat', 'Straw', 'Gas', 'Wax', 'Oil'].map((label) => row(label, '121')),
      row('Tar', ''),
    ];
    expect(findFailures('no-cell-is-left-empty', { table })).toHaveLength(1);
    expect(findFailures('no-cell-is-left-empty', { table: [...table, row('Ash', ''), row('Soot', '')] })).toEqual([]);
  });
});
