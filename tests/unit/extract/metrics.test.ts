import { describe, expect, it } from 'vitest';
import { metricDefinitions, metrics, units } from './vocabulary-for-tests.ts';

const dimensionOf = (unit: string | null): string | null =>
  unit === null ? null : (units.read(unit)?.dimension ?? null);
const match = (label: string, unit: string | null, context: string[] = []) =>
  metrics.match(label, { dimension: dimensionOf(unit), context });

it('has each metric once, with names and known units', () => {
  const ids = metricDefinitions.map((m) => m.id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  for (const metric of metricDefinitions) {
    expect(metric.en.length, metric.id).toBeGreaterThan(0);
    expect(metric.zh.length, metric.id).toBeGreaterThan(0);
    for (const unit of metric.units) expect(units.info(unit), `${metric.id} ${unit}`).not.toBeNull();
  }
});

describe('names', () => {
  it.each([
    ['Direct emissions (Scope 1) (tCO ₂ e)', 'tCO2e', 'ghg.scope1'],
    ['Indirect emissions (Scope 2)', 'tCO2e', 'ghg.scope2'],
    ['範圍一溫室氣體排放量', '公噸二氧化碳當量', 'ghg.scope1'],
    ['Scope 1 and 2 emissions', 'tCO2e', 'ghg.scope12'],
    ['Emissions intensity', 'tCO2e per million yuan in revenue', 'ghg.intensity'],
    ['Total water consumption 总耗水量', '吨', 'water.consumption'],
    ['Non-hazardous waste', 'Ton', 'waste.nonhazardous'],
    ['Male', '%', 'hr.male_pct'],
    ['Male', 'Person', 'hr.male'],
    ['R&D personnel', '%', 'rd.headcount_pct'],
    ['R&D personnel', 'Person', 'rd.headcount'],
    ['employee satisfaction satisfaction', 'score', 'hr.satisfaction'],
    ["Number of shareholders' meetings held", 'Time', 'gov.shareholder_meetings'],
    ['Number of projects audited in 2023', 'Time', 'gov.internal_audits'],
    ['研发投入占营业收入的比例（%）', '%', 'rd.spend_pct'],
    ['僱員總數', '人', 'hr.headcount'],
    ['无害废弃物总量-厨余垃圾', '吨', 'waste.kitchen'],
    ['Chemical oxygen demand (COD)', 't', 'pollutant.cod'],
    ['Purchased electricity', 'MWh', 'energy.electricity_purchased'],
  ])('%s (%s)', (label, unit, expected) => expect(match(label, unit).metric).toBe(expected));

  it('reads one slip of spelling, with a doubt', () => {
    const found = match('Gasolin consumption', 't');
    expect(found.metric).toBe('energy.gasoline');
    expect(found.doubts).toHaveLength(1);
  });

  it('is less sure without a unit', () => {
    const found = match('Number of R&D employees', null);
    expect(found.metric).toBe('rd.headcount');
    expect(found.score).toBeLessThan(1);
  });
});

describe('context', () => {
  it.each([
    ['Total', 'person', ['Employees'], 'hr.headcount'],
    ['合计', '人', ['员工总数'], 'hr.headcount'],
    ['Indirect emissions (Scope 2)', 'tCO2e', ['Market-based'], 'ghg.scope2.market'],
    ['Female', '%', ['Employee structure'], 'hr.female_pct'],
    ['Female', '%', ['New hires'], null],
    ['30-50', '%', ['Turnover rate by age'], null],
    ['女性', '%', ['管理层'], null],
    ['Electricity', 'kWh', ['2030 target'], null],
  ])('%s (%s) under %j', (label, unit, context, expected) => expect(match(label, unit, context).metric).toBe(expected));
});

describe('traps', () => {
  it.each([
    ['Scope 1 emissions from suppliers', 'tCO2e'],
    ['Scope 3 emissions from business travel', 'tCO2e'],
    ['Energy consumption per employee', 'MWh'],
    ['Energy intensity', 'MWh'],
    ['Hazardous waste disposal rate', '%'],
    ['Hazardous waste recycled', 't'],
    ['Water consumption target', 'm3'],
    ['waste water', 't'],
    ['Employees in Norway', 'person'],
    ['New employee training hours', 'h'],
    ['Of which: female', 'person'],
    ['其中：女性', '人'],
    ['Revenue from consumer devices', 'million RMB'],
    ['R&D spending in robotics', 'million RMB'],
    ['Electricity sold', 'MWh'],
    ['Senior management training participation rate', '%'],
    ['Average satisfaction rating (Overseas customers)', '%'],
    ['Board meetings', '%'],
    ['Contractor fatalities', 'person'],
    ['东厂区用电量', '千瓦时'],
    ['供应商温室气体排放量', '吨二氧化碳当量'],
    ['研发投入增长率', '%'],
    ['废水排放达标率', '%'],
    ['員工總數增長率', '%'],
  ])('%s (%s) is no metric', (label, unit) => expect(match(label, unit).metric).toBeNull());

  it.each([
    ['Percentage of female managers', '%', 'hr.female_mgmt_pct'],
    ['Water saved', 't', 'water.saved'],
    ['Reduction of total energy consumption', 'MWh', 'energy.saved'],
    ['人均用水量', '吨/人', 'water.intensity'],
  ])('%s is not the general metric', (label, unit, expected) => expect(match(label, unit).metric).toBe(expected));
});
