import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/extract/claims.ts';
import { context } from './vocabulary-for-tests.ts';

const shown = (text: string): string[] =>
  readClaims(text, context)
    .filter((c) => c.metric !== null)
    .map((c) =>
      [c.metric, c.direction, c.strength, c.magnitude, c.magnitudeKind, `${c.period ?? '-'}<${c.against ?? '-'}`]
        .filter((x) => x !== null)
        .join(' '),
    );

describe('claims', () => {
  it.each([
    ['In 2024, direct GHG emissions fell 17.2 % from the previous year.', ['ghg.scope1 down 17.2 percent 2024<2023']],
    ['Our direct emissions decreased by 17.2% year on year.', ['ghg.scope1 down 17.2 percent 2024<2023']],
    [
      'Better meters were fitted, leading to significant reductions in our overall energy consumption.',
      ['energy.total down strong 2024<-'],
    ],
    [
      'Through training we have effectively controlled our total water consumption and significantly reduced our water consumption intensity in the past year.',
      ['water.consumption flat 2024<2023', 'water.intensity down strong 2024<2023'],
    ],
    ['直接温室气体排放量同比下降17.2%。', ['ghg.scope1 down 17.2 percent 2024<2023']],
    ['直接溫室氣體排放量較上年減少17.2%。', ['ghg.scope1 down 17.2 percent 2024<2023']],
    ['用水强度同比大幅上升。', ['water.intensity up strong 2024<2023']],
    [
      '公司综合能源消耗量为611.2吨标准煤，较2023年增加45.8吨标准煤，同比增长8.1%。',
      ['energy.total up 45.8 absolute 2024<2023', 'energy.total up 8.1 percent 2024<2023'],
    ],
    ['员工流失率4.1%，较上年下降1.3个百分点。', ['hr.turnover down 1.3 points 2024<2023']],
    ['Total revenue doubled in 2024.', ['fin.revenue up 2 times 2024<-']],
    ['Water use was 500 t, up 5% year on year.', ['water.consumption up 5 percent 2024<2023']],
    ['Our Scope 1 emissions decreased by 12% compared to 2019.', ['ghg.scope1 down 12 percent 2024<2019']],
    ['Emissions intensity fell slightly.', ['ghg.intensity down weak 2024<-']],
    ['Total emissions remained stable.', ['ghg.total flat 2024<-']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));
});

describe('sentences that claim nothing about the company’s totals', () => {
  it.each([
    'We will reduce our Scope 1 emissions by 30% by 2030.',
    'We installed sensors to reduce energy consumption.',
    'These systems have helped us reduce energy consumption by approximately 250,000 kWh per year.',
    'As a result, our power consumption decreased by 260,800 kWh throughout 2024.',
    'Scope 1 emissions have fallen 30% since 2019.',
    'Our customers reduced their energy consumption by 5% year on year.',
    'Our water consumption did not increase.',
    'Reduction of GHG emissions',
    'The new chip achieved a 20% reduction in power consumption compared to its predecessor.',
    'The north plant reduced its energy consumption by 10% year on year.',
    '为降低能源消耗，公司更换灯具。',
    '公司计划将总耗水量同比下降5%。',
    '第三季度总耗水量环比下降5%。',
    'The turnover rate went from 8.3% to 7.1%.',
  ])('%s', (text) => expect(shown(text)).toEqual([]));
});

it('points at the clause and its size', () => {
  const text = '報告期內，用水強度同比上升６１．５%。';
  const [claim] = readClaims(text, context);
  expect(claim?.raw).toBe('用水強度同比上升６１．５%');
  expect(text.slice(claim?.magnitudeStart ?? 0, claim?.magnitudeEnd ?? 0)).toBe('６１．５%');
  expect(claim?.subject).toBe('用水強度');
});
