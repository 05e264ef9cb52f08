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

describe('words that only say whose and how', () => {
  const entity = ['harbour telecom', 'harbour'];
  it.each([
    ['Total energy consumption within Harbour (a + b)', 'GJ', 'energy.total'],
    ['Total emissions within Harbour (Scope 1 and 2)', 'tCO2e', 'ghg.scope12'],
    ['Number of work-related fatalities (Harbour Group)', 'person', 'safety.fatalities'],
    ['Board meetings held – restated', 'count', 'gov.board_meetings'],
    ['Employees by region total', 'person', 'hr.headcount'],
    ['2), 3) GHG emissions intensity', 'tCO2e per million yuan in revenue', 'ghg.intensity'],
    ['Total Scope 1, 2 and 3 emissions – market-based', 'tCO2e', 'ghg.total'],
    ['按性别划分的员工总数', '人', 'hr.headcount'],
    ['Sub-total Scope 1', 'tCO2e', 'ghg.scope1'],
    ['Total hazardous waste by disposal method', 't', 'waste.hazardous'],
    ['Work-related incidents resulting in death (Harbour employees/contractors)', 'person', 'safety.fatalities'],
    ['Percentage of board members who are deemed independent', '%', 'gov.board_independent_pct'],
    ['Net profit attributable to shareholders', 'million RMB', 'fin.net_profit'],
    ['Employees by region total', '%', null],
  ])('%s (%s)', (label, unit, expected) =>
    expect(metrics.match(label, { dimension: dimensionOf(unit), entity }).metric).toBe(expected),
  );

  it('keeps a name that is an ordinary word', () =>
    expect(metrics.match('Natural gas', { dimension: 'volume', entity: ['gas'] }).metric).toBe('energy.natural_gas'));
});

describe('columns', () => {
  const inColumn = (label: string, column: string[], number: string) => metrics.match(label, { column, number });
  it('names a total by the head of its column', () => {
    expect(inColumn('Total', ['Female'], '596')).toMatchObject({ metric: 'hr.female', fromColumn: [0] });
    expect(inColumn('Full-time', ['Female'], '596').metric).not.toBe('hr.female');
  });
  it('reads a head together with the one above it, and takes it for a part of that', () => {
    const total = (column: string[]) =>
      metrics.match('Total', { column, dimension: 'mass', number: '142,995', context: ['Water intake', 'Region'] });
    expect(total(['Water discharge', 'discharge'])).toMatchObject({ metric: 'water.discharge', fromColumn: [0, 1] });
    expect(metrics.match('Total', { column: ['Number of employees', 'completed'], number: '64' }).metric).toBeNull();
    expect(total(['Water discharge', 'into rivers'])).toMatchObject({ metric: 'water.discharge', fromColumn: [0] });
  });
  it('takes no amount from a column of amounts per something', () => {
    const emissions = (head: string) => metrics.match('Total emissions', { dimension: 'ghg', column: [head] }).metric;
    expect(emissions('emissions per million of sales')).toBeNull();
    expect(emissions('Group')).toBe('ghg.total');
  });
  it('names nothing by a bare year', () =>
    expect(metrics.match('Fatalities', { number: '2023', bareYear: true }).metric).toBeNull());
  it('takes decimals for no count of people', () => {
    expect(inColumn('Number of employees', [], '0.22').metric).toBeNull();
    expect(inColumn('Number of employees', [], '220').metric).toBe('hr.headcount');
  });
});

describe('headings that change what a row is', () => {
  it.each([
    ['Female', '人', ['Temporary employees'], null],
    ['Total', '%', ['Female'], null],
    ['Paper', 't', ['Waste by type'], null],
    ['CO2', 'tCO2e', ['GHG emissions'], null],
    ['Total emissions', 'tCO2e', ['Scope 3'], null],
    ['Indirect emissions (Scope 2)', 'tCO2e', ['Region-based'], 'ghg.scope2.location'],
    ['净利润', '元', ['重要联营企业的主要财务信息'], null],
    ['女性员工', '人', ['员工招聘与留存', '员工总数'], 'hr.female'],
    ['\uf068', 'kWh', ['Total energy consumption'], 'energy.total'],
    ['Governance Number of board members', 'person', ['Governance'], 'gov.board_size'],
    ['Carbon intensity', 'tCO2e per million yuan in revenue', ['Financed emissions by asset class'], null],
    ['Waste recycled', 't', ['Hazardous waste'], null],
    ['Electricity', null, ['Scope 2 emissions'], null],
    ['電力', 'kWh', ['お客さま先'], null],
    ['Natural gas', 'm3', ['Sold to customers'], null],
    ['女性', '人', ['採用状況'], null],
    ['Operating expenses', 'million RMB', ['EU taxonomy'], null],
  ])('%s (%s) under %j', (label, unit, context, expected) => expect(match(label, unit, context).metric).toBe(expected));
});

describe('labels narrowed to a part', () => {
  it.each([
    ['Number of work-related fatalities (north plant)', 'person', 'safety.fatalities', 'north plant'],
    ['U.S. turnover rate', '%', 'hr.turnover', 'U.S.'],
    ['Total assets – in South Africa', 'million RMB', 'fin.total_assets', 'South Africa'],
    ['Electricity: Harbour campus', 'kWh', null, undefined],
    ['Electricity – Harbour campus', 'kWh', 'energy.electricity', 'Harbour campus'],
    ['Incinerated general waste', 't', 'waste.nonhazardous', 'Incinerated'],
    ['Plastic packaging used in shops', 't', 'materials.packaging', 'Plastic in shops'],
    ['海外员工人数', '人', 'hr.headcount', '海外'],
    ['Waste – reduction target', 't', null, undefined],
    ['Revenue (growth rate)', 'million RMB', null, undefined],
  ])('%s (%s)', (label, unit, metric, part) => {
    const found = match(label, unit);
    expect([found.metric, found.part]).toEqual([metric, part]);
  });
  it('takes money without a currency for no part', () =>
    expect(match('Sales (South America)', null).metric).toBeNull());
  it('knows a renewable source under its heading', () => {
    expect(match('Solar (rooftops)', 'GJ', ['Renewable'])).toMatchObject({ metric: 'energy.renewable' });
    expect(match('Solar (rooftops)', 'GJ', ['Non-renewable']).metric).toBeNull();
  });
});

describe('what a unit says', () => {
  it.each([
    ['Normalized Scope 1 emissions', 'tCO2e per million yuan in revenue', 'ghg.intensity', 'scope1'],
    ['Hazardous waste intensity', '吨/万元', 'waste.intensity', 'hazardous'],
    ['Water consumption', '吨/人', 'water.intensity', undefined],
    ['R&D spending', '%', null, undefined],
  ])('%s (%s)', (label, unit, metric, part) => {
    const found = match(label, unit);
    expect([found.metric, found.part]).toEqual([metric, part]);
  });
  it('takes average hours for those of one employee', () => {
    const options = { context: ['Training hours', 'GRI 404-1', 'Gender'], dimension: 'time' };
    expect(metrics.match('Overall', { ...options, unitText: 'Average hours per year' }).metric).toBe(
      'hr.training_hours_avg',
    );
    expect(metrics.match('Overall', { ...options, unitText: 'hours' }).metric).toBe('hr.training_hours');
  });
  it('takes a negative percentage for no share', () =>
    expect(metrics.match('Share of renewable energy', { dimension: 'ratio', number: '-2.5' }).metric).toBeNull());
  it('lets the word number choose between a count and a share', () => {
    expect(match('Number of board members who are women', null).metric).toBe('gov.board_female');
    expect(match('Number of employees with disabilities', null).metric).toBeNull();
  });
});

describe('parts that headings name', () => {
  it.each([
    ['Number of recordable work-related injuries', ['Injuries – contractors'], 'safety.recordable', 'contractors'],
    [
      'Number of recordable work-related injuries',
      ['Injuries of employees and contractors'],
      'safety.recordable',
      undefined,
    ],
    ['Under 30', ['Workforce by gender and age', 'Female'], 'hr.age_under30', 'Female'],
    ['Female', ['Workforce by age and gender', 'Under 30'], 'hr.female', 'Under 30'],
  ])('%s under %j', (label, context, metric, part) => {
    const found = match(label, 'person', context);
    expect([found.metric, found.part]).toEqual([metric, part]);
  });
});

describe('labels that say only total or when', () => {
  it.each([
    ['Fiscal year', 'million RMB', ['Key figures', 'Net income', 'Total'], 'fin.net_profit'],
    ['Sept. 30th', 'count', ['Research', 'Patents granted', 'Total'], 'rd.patents_granted'],
    ['Fiscal year', 'person', ['Hirings', 'Women'], null],
    ['Fiscal year', 'count', ['Recordable injuries', 'Employees'], null],
    ['Total number', null, ['Greenhouse gas emissions'], null],
    ['Total', null, ['Our people', 'Type of employment', 'GRI 2-7'], 'hr.headcount'],
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
    ['Waste water tariff', 't'],
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
