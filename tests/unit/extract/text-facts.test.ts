import { describe, expect, it } from 'vitest';
import { readTextFacts } from '../../../src/extract/text-facts.ts';
import { context } from './vocabulary-for-tests.ts';

const shown = (text: string): string[] =>
  readTextFacts(text, context).map(
    (f) => `${f.number}${f.scale === '1' ? '' : ` x${f.scale}`} ${f.unit ?? '-'} ${f.period ?? '-'} ${f.metric ?? '-'}`,
  );

describe('sentences about the company', () => {
  it.each([
    [
      'In 2024, R&D spending reached 1.407 billion yuan, accounting for 21.6% of our revenue.',
      ['1.407 x1000000000 CNY 2024 rd.spend', '21.6 % 2024 rd.spend_pct'],
    ],
    [
      '截至报告期末，公司共有员工2,418人，其中研发人员903人，占比37.34%。',
      ['2418 person 2024 hr.headcount', '903 person 2024 rd.headcount', '37.34 % 2024 rd.headcount_pct'],
    ],
    ['2024年公司總耗水量3.61萬噸。', ['3.61 x10000 t 2024 water.consumption']],
    [
      'Total Scope 2 emissions amounted to 840.5 tCO2e in 2024 compared with 905.1 tCO2e in 2023.',
      ['840.5 tCO2e 2024 ghg.scope2', '905.1 tCO2e 2023 -'],
    ],
    ['As of the end of 2024, the Company had 1,288 employees.', ['1288 person 2024 hr.headcount']],
    ['公司综合能源消耗量为611.2吨标准煤，同比增长8.1%。', ['611.2 tce 2024 energy.total', '8.1 % 2024 -']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));
});

it('keeps the currency of a figure with a minus before it, and the people counted in its label', () => {
  expect(shown('In 2024, retained earnings moved by –R617 160 000.')[0]).toMatch(/^-617160000 ZAR 2024/);
  const [fact] = readTextFacts('In 2024, 1,175 Northwind employees received training.', context);
  expect(fact?.label).toContain('employees received training');
});

describe('sentences that say what the company did', () => {
  it.each([
    ['In 2024, 1,175 Northwind employees were trained.', ['1175 person 2024 -']],
    ['In 2024, we hired a total of 312 employees.', ['312 person 2024 hr.new_hires']],
    ['In 2024, the Group consumed 5,120 MWh of electricity.', ['5120 MWh 2024 energy.electricity']],
    ['We paid S$7.5 million in taxes.', ['7.5 x1000000 SGD 2024 fin.tax_paid']],
    ['During the year we donated HK$420,000 to local charities.', ['420000 HKD 2024 social.donation']],
    ['Costs rose in 2024, including €3.2 million in staff costs.', ['3.2 x1000000 EUR 2024 hr.wages']],
    ['Women made up 38% of our workforce.', ['38 % 2024 hr.female_pct']],
    ['41% of our employees are women.', ['41 % 2024 hr.female_pct']],
    [
      'We recorded a turnover rate of 9.4%, which is lower than our 2023 rate (11%).',
      ['9.4 % 2024 hr.turnover', '11 % 2023 hr.turnover'],
    ],
    ['In 2024, 26 people left, resulting in a turnover rate of 9.4%.', [expect.anything(), '9.4 % 2024 hr.turnover']],
    ['In 2024, a total of 640 GJ of non-renewable energy was consumed.', ['640 GJ 2024 energy.fuel_nonrenewable']],
    [
      'In 2024, a total of 310 employees received anti-corruption training.',
      ['310 person 2024 gov.anticorruption_trained_employees'],
    ],
    ['Our staff gave 120 hours of volunteer work in 2024.', ['120 h 2024 -']],
    [
      'Suppliers were mostly Norway-based and represented 81% of our total procurement spending.',
      ['81 % 2024 supply.local_spend_pct'],
    ],
    [
      'A collective agreement is in place; 46% of our employees were covered by this agreement.',
      ['46 % 2024 hr.collective_bargaining_pct'],
    ],
    ['46% of our employees were covered by this agreement.', ['46 % 2024 -']],
    [
      'Grid electricity accounted for 98% or 900 GJ (250 MWh) of total energy consumption.',
      [
        '98 % 2024 energy.grid_pct',
        '900 GJ 2024 energy.electricity_purchased',
        '250 MWh 2024 energy.electricity_purchased',
      ],
    ],
    ['A fine of €2,000 was imposed.', ['2000 EUR 2024 -']],
    ['董事会中共有2名女性董事。', ['2 person 2024 gov.board_female']],
    ['2024年，全行共接到信访举报共99件，累计发现14项违规。', ['99 count 2024 gov.whistleblowing', '14 count 2024 -']],
    ['在管理人员中，女性占比29%。', ['29 % 2024 hr.female_mgmt_pct']],
    ['公司全年受理和收集客户投诉1,204件。', ['1204 count 2024 product.complaints']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));
});

describe('labels', () => {
  const labels = (text: string): string[] => readTextFacts(text, context).map((f) => `${f.label} @${f.period ?? '-'}`);

  it.each([
    ['We paid S$7.5 million in taxes.', ['taxes @2024']],
    ['The plant was fined S$12,000 for a late report.', ['was fined @2024']],
    [
      'Business travel (87 tCO2e) and commuting (310 tCO2e) were estimated.',
      ['Business travel @2024', 'commuting @2024'],
    ],
    ['The kitchen used 45 GJ or 900 kg of liquefied gas.', ['The kitchen used @2024', 'liquefied gas @2024']],
    ['An audit found a notable gap of 7.5%.', ['notable gap @2024']],
    ['52% of our suppliers completed a self-assessment.', ['our suppliers @2024']],
    ['Our target is to cut water use 20% by 2031.', ['water use @2031']],
    ['We operate a network of 300 service centres.', ['service centres @2024']],
    ['董事会中共有4名女性董事。', ['女性董事 @2024']],
    ['自2018年起，公司共种树1,500棵。', ['种树 @2024']],
  ])('%s', (text, expected) => {
    const found = labels(text);
    expect(found).toHaveLength(expected.length);
    expected.forEach((label, i) => {
      const [words = '', period = ''] = label.split(' @');
      expect(found[i]).toContain(words);
      expect(found[i]).toContain(`@${period}`);
    });
  });

  it('is never empty while the sentence has words', () => {
    for (const text of ['Some 45 more.', 'Then 3% and 5% again', '约12%左右的水']) {
      for (const fact of readTextFacts(text, context)) expect(fact.label, text).not.toBe('');
    }
  });

  it('keeps the currency and its scale as printed', () =>
    expect(readTextFacts('Revenue was S$812 million.', context)[0]?.unitRaw).toBe('S$ million'));
});

it('limits what a sentence says of a place to it', () => {
  const [fact] = readTextFacts('We saw a turnover rate of 9.4% in Norway.', context);
  expect(fact).toMatchObject({ metric: 'hr.turnover', boundary: 'in Norway' });
});

describe('figures that are not the company’s own for the year', () => {
  it.each([
    'By 2030 we will reduce Scope 1 emissions by 30%.',
    'The new lamps saved 250,000 kWh per year.',
    'The harbour building consumed 500 MWh of electricity.',
    'We trained 1,200 employees in 35 sessions.',
    'Energy consumption per employee was 3.2 MWh.',
    '自2019年以来，公司累计减排温室气体1,200吨二氧化碳当量。',
    '公司计划到2026年将总耗水量控制在3万吨。',
    'The turnover rate was 19.5% for our female employees.',
    '公司组织员工1,200人参加培训。',
  ])('%s', (text) =>
    expect(readTextFacts(text, context).map((f) => f.metric)).toEqual(readTextFacts(text, context).map(() => null)),
  );
});

it('points at the figure and its label in the text', () => {
  const text = '報告期內，公司總耗水量為３．６１萬噸。';
  const [fact] = readTextFacts(text, context);
  expect(text.slice(fact?.start, fact?.end)).toBe('３．６１萬噸');
  expect(fact?.label).toBe('總耗水量');
  expect(text.slice(fact?.labelStart ?? 0, fact?.labelEnd ?? 0)).toBe('總耗水量');
});

it('says when the year was only taken from the report', () => {
  const [fact] = readTextFacts('Our total energy consumption was 612 tce.', context);
  expect(fact?.period).toBe('2024');
  expect(fact?.doubts).toEqual(['the sentence names no period']);
});

describe('lists of names and figures', () => {
  const named = (text: string): string[] =>
    readTextFacts(text, context).map((f) => `${f.number} ${f.unit ?? '-'} ${f.label} @${f.period ?? '-'}`);

  it.each([
    [
      'Our Scope 1 and Scope 2 emissions were 1,234 tCO2e and 5,678 tCO2e, respectively.',
      ['1234 tCO2e Scope 1 emissions @2024', '5678 tCO2e Scope 2 emissions @2024'],
    ],
    [
      'In 2023, Scope 1, Scope 2 and Scope 3 emissions amounted to 11, 22 and 333 tCO2e respectively.',
      ['11 tCO2e Scope 1 emissions @2023', '22 tCO2e Scope 2 emissions @2023', '333 tCO2e Scope 3 emissions @2023'],
    ],
    [
      'Turnover among male and female employees was 12% and 14%, respectively.',
      ['12 % Turnover among male employees @2024', '14 % Turnover among female employees @2024'],
    ],
    [
      'In comparison, heat from gas and heat from wood accounted for only 1.6% or 190 GJ and 0.6% or 75 GJ, respectively.',
      [
        '1.6 % heat from gas @2024',
        '190 GJ heat from gas @2024',
        '0.6 % heat from wood @2024',
        '75 GJ heat from wood @2024',
      ],
    ],
    [
      'Women made up 42% and 31% of our workforce and management, respectively.',
      ['42 % Women of our workforce @2024', '31 % Women of our management @2024'],
    ],
    [
      'Total waste in 2022 and 2023 was 14 tonnes and 15 tonnes respectively.',
      ['14 t Total waste @2022', '15 t Total waste @2023'],
    ],
    [
      '2023年和2024年，公司员工总数分别为1,500人和1,620人。',
      ['1500 person 员工总数 @2023', '1620 person 员工总数 @2024'],
    ],
    ['公司直接排放、间接排放分别为 123.4 吨、567.8 吨。', ['123.4 t 直接排放 @2024', '567.8 t 间接排放 @2024']],
    [
      '男性和女性員工分別為 800 人和 700 人，占比分別為 53.3% 和 46.7%。',
      [
        '800 person 男性員工 @2024',
        '700 person 女性員工 @2024',
        '53.3 % 男性員工占比 @2024',
        '46.7 % 女性員工占比 @2024',
      ],
    ],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected));

  it('names no metric when the names and the figures do not come out even', () =>
    expect(shown('2024年，公司温室气体排放总量分别为12吨和34吨二氧化碳当量。').map((f) => f.split(' ').at(-1))).toEqual(
      ['-', '-'],
    ));

  it('takes a list of changes for changes', () =>
    expect(shown('公司用水量与用电量较上年分别下降 5% 和 6%。')).toEqual(['5 % 2024 -', '6 % 2024 -']));
});

describe('figures compared with', () => {
  it('keeps the year of the amount compared with from the first figure', () =>
    expect(shown('Our staff gave 1,072 volunteer hours, compared to 101 volunteer hours in 2022.')).toEqual([
      expect.stringContaining('1072 h 2024'),
      expect.stringContaining('101 h 2022'),
    ]));

  it('gives the amount in brackets after a year its subject and that year', () =>
    expect(
      shown('Our total water withdrawal amounted to 590 m³, a 13% decrease compared to 2021 (680 m³) and 3% to 2019.'),
    ).toContain('680 m3 2021 water.withdrawal'));
});

it('reads a number that Chinese type has spaced out', () =>
  expect(shown('注册用户数 1. 35 亿户，受理投诉 13, 694 件。')).toEqual([
    '1.35 x100000000 count 2024 -',
    '13694 count 2024 product.complaints',
  ]));

it('reads a minus in brackets between a currency and its number', () =>
  expect(shown('Operating profit was KRW (-)14.88 trillion in 2024.')[0]).toMatch(/^-14.88 x1000000000000 KRW/));

it.each([
  ['We operated 13,784 service centres in 2024.', 'service centres'],
  ['We reached 1,200 across the region.', null],
])('%s counts %s', (text, noun) => expect(readTextFacts(text, context)[0]!.unitRaw).toBe(noun));

it('takes the number in the company’s own name for no figure', () => {
  const own = { ...context, entity: ['900 north industries'] };
  expect(readTextFacts('900 North built 12 wells in 2024.', own).map((f) => f.number)).toEqual(['12']);
  expect(readTextFacts('900 North’s plants built 12 wells in 2024.', context)[0]!.unitRaw).toBeNull();
});
