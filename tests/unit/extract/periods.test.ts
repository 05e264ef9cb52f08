import { describe, expect, it } from 'vitest';
import { findReportYear, isChangeHead, isTargetHead, readPeriod, readPeriods } from '../../../src/extract/periods.ts';

const context = { reportYear: '2024' };

describe('readPeriod', () => {
  it.each([
    ['2024', '2024'],
    ['2024年', '2024'],
    ['２０２４年度', '2024'],
    ['FY2024', '2024'],
    ['FY 23/24', '2023/2024'],
    ['2020-21', '2020/2021'],
    ['2024 Data', '2024'],
    ['as of December 31, 2023', '2023'],
    ['2022H1', '2022H1'],
    ['2024年上半年', '2024H1'],
    ['报告期内', '2024'],
    ['報告期內', '2024'],
    ['previous year', '2023'],
    ['上年', '2023'],
    ['2019-2024', undefined],
    ['Total', undefined],
    ['12,345', undefined],
    ['2018 employees', undefined],
  ])('%s', (text, expected) => expect(readPeriod(text, context)?.period).toBe(expected));

  it('finds all periods by place', () =>
    expect(readPeriods('It rose in 2024 from 5 in 2022 and 4 in FY2021', context).map((p) => p.period)).toEqual([
      '2024',
      '2022',
      '2021',
    ]));
});

it('tells heads of changes and targets from periods', () => {
  for (const head of ['% change', '同比', 'YoY', 'Change 2023/2024', '增減', '變動'])
    expect(isChangeHead(head)).toBe(true);
  for (const head of ['2030 target', 'baseline 2019', '目標', '基准年']) expect(isTargetHead(head)).toBe(true);
  expect(isChangeHead('2024')).toBe(false);
  expect(isTargetHead('2024')).toBe(false);
});

describe('findReportYear', () => {
  it.each([
    [
      ['Sustainability Report 2023', 'Published June 2024. Covers January 1, 2023 to December 31, 2023.'],
      undefined,
      '2023',
    ],
    [
      ['某公司2022年度环境、社会及治理报告', '时间范围为2022年1月1日至2022年12月31日，发布于2023年4月'],
      undefined,
      '2022',
    ],
    [['We aim for net zero by 2050.', 'ESG Report'], 'report_2021_en.pdf', '2021'],
    [['Sites of 2017-2019 and those of 2020', 'Data 2020'], undefined, '2020'],
    [['Nothing here'], undefined, null],
  ])('%j', (texts, file, expected) => expect(findReportYear(texts, file)).toBe(expected));
});
