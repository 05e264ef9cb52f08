import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();
const run = (rule: string, facts: Fact[], text = 'We make pumps.') =>
  check(makeReading({ facts, blocks: [makeBlock({ text })] }), {
    ...pack,
    rules: pack.rules.filter(({ id }) => id === rule),
  }).findings;
const outcomes = (rule: string, facts: Fact[], text?: string) =>
  run(rule, facts, text).map(({ outcome, severity }) => `${outcome} ${severity}`);

describe('a total and its parts', () => {
  const total = (number: string, more: Partial<Fact> = {}) =>
    makeFact({ metric: 'energy.total', number, unit: 'tce', ...more });
  const power = makeFact({ metric: 'energy.electricity_purchased', number: '10000', unit: 'MWh' });
  const rule = 'energy-covers-its-fuels';

  it('shows the least that the parts hold, with factor, source and year', () => {
    // 10,000 MWh are 36,000 GJ; one tce is 29.3076 GJ (GB/T 2589-2020), which makes 1,228.35 tce.
    const [finding] = run(rule, [total('500'), power]);
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'warning' });
    expect(finding!.message).toMatch(/1,228\.\d\d tce/);
    expect(outcomes(rule, [total('1300'), power])).toEqual(['pass warning']);
  });

  it('leaves a tenth for other heating values, and other tables and parts of the company aside', () => {
    expect(outcomes(rule, [total('1150'), power])).toEqual(['pass warning']);
    expect(outcomes(rule, [total('500', { tableId: 't2' }), power])).toEqual(['notApplicable info']);
    expect(outcomes(rule, [total('500', { boundary: 'North' }), power])).toEqual(['notApplicable info']);
  });
});

describe('the factor of Scope 2', () => {
  const year = (period: string, emissions: string, power: string, boundary: string | null = null) => [
    makeFact({ metric: 'ghg.scope2', number: emissions, unit: 'tCO2e', period, boundary }),
    makeFact({ metric: 'energy.electricity_purchased', number: power, unit: 'MWh', period }),
  ];

  it('lies where a grid can have it', () => {
    expect(outcomes('scope-2-fits-the-power-bought', year('2024', '5700', '10000'))).toEqual(['pass warning']);
    expect(outcomes('scope-2-fits-the-power-bought', year('2024', '5700', '10'))).toEqual(['fail warning']);
    expect(outcomes('scope-2-fits-the-power-bought', year('2024', '0', '10000'))).toEqual(['pass warning']);
    expect(outcomes('scope-2-fits-the-power-bought', year('2024', '5700', '10', 'market-based'))).toEqual([
      'notApplicable info',
    ]);
  });

  it('moves little from year to year, unless green power is spoken of', () => {
    const rule = 'grid-factor-is-steady';
    expect(outcomes(rule, [...year('2023', '5700', '10000'), ...year('2024', '5360', '10000')])).toEqual(['pass info']);
    const moved = [...year('2023', '5700', '10000'), ...year('2024', '3000', '10000')];
    expect(outcomes(rule, moved)).toEqual(['fail info']);
    expect(outcomes(rule, moved, 'Half of it is green power.')).toEqual(['notApplicable info']);
    expect(outcomes(rule, [...year('2021', '5700', '10000'), ...year('2024', '3000', '10000')])).toEqual([
      'notApplicable info',
    ]);
  });
});
