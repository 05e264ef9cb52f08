import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/engine/passages.ts';
import type { Slip } from '../../../src/engine/text-slips.ts';
import { findSwappedLetters, findTwoChineseNames, findTwoMeanings } from '../../../src/engine/wording/abbreviations.ts';
import { findChineseNameVariants } from '../../../src/engine/wording/chinese-names.ts';
import { findMisplacedDates } from '../../../src/engine/wording/dates.ts';
import { countEdits, listEdits } from '../../../src/engine/wording/edits.ts';
import { findEnglishNameVariants } from '../../../src/engine/wording/english-names.ts';
import { findImpossibleCounts, findImpossibleGrades } from '../../../src/engine/wording/limits.ts';
import { findRepeatedItems } from '../../../src/engine/wording/lists.ts';
import { findMissingStops } from '../../../src/engine/wording/punctuation.ts';

const paragraph = (text: string, more: Partial<Passage> = {}): Passage => ({
  page: 1,
  box: [0, 0, 200, 10],
  text,
  lines: [],
  kind: 'paragraph',
  table: null,
  ...more,
});

const quoted = (slips: readonly Slip[]) =>
  slips.map(({ quotes }) => quotes.map(({ passage, start, end }) => passage.text.slice(start, end)));

it('lists the stretches in which two texts differ', () => {
  expect(listEdits('recordable', 'reportable')).toEqual([
    ['c', 'p'],
    ['d', 't'],
  ]);
  expect(listEdits('本行股份', '本公司股份')).toEqual([['行', '公司']]);
  expect(countEdits(listEdits('abc', 'abc'))).toBe(0);
});

describe('English names', () => {
  const find = (...texts: string[]) => quoted(findEnglishNameVariants(texts.map((text) => paragraph(text))));
  it.each([
    ['Harbour Invester Service', 'Harbour Investors Service', true],
    ['Harbour Investor Service', 'Harbour Investors Service', false],
    ['Classification and Labeling Code', 'Classification and Labelling Code', false],
    ['Voluntary Turnover Rate', 'Involuntary Turnover Rate', false],
    ['Harbour Invester', 'Harbour Investors', false],
    ['Environ-mental Harbour Plan', 'Environmental Harbour Plan', false],
  ])('%s / %s', (a, b, found) => expect(find(a, b)).toHaveLength(found ? 1 : 0));

  it('quotes the rarer spelling first', () => {
    expect(find('Lake Timber Councl', 'Lake Timber Council', 'Lake Timber Council')[0]).toEqual([
      'Lake Timber Councl',
      'Lake Timber Council',
    ]);
  });
});

describe('Chinese names', () => {
  const find = (...texts: string[]) => quoted(findChineseNameVariants(texts.map((text) => paragraph(text))));
  it.each([
    ['《供应链环境与社会风险管理细则》', '《供应链环境及社会风险管理细则》', true],
    ['《供应链环境风险检核清单》', '《供应链环境风险评估清单》', false],
    ['《第一批绿色工厂名单公告》', '《第二批绿色工厂名单公告》', false],
    ['《大型企业绿色信贷指引》', '《小型企业绿色信贷指引》', false],
    ['《供应商分级管理规定》', '《供货商分级管理规定》', true],
    ['《企业准则第1号——收入确认》', '《企业准则第1号—收入确认》', false],
  ])('%s / %s', (a, b, found) => expect(find(a, b)).toHaveLength(found ? 1 : 0));
});

describe('abbreviations', () => {
  it('keeps forms of one word apart from another word', () => {
    const two = (a: string, b: string) => findTwoMeanings([paragraph(a), paragraph(b)]).length;
    expect(two('Do No Great Harm (DNGH)', 'Do Not Great Harm (DNGH)')).toBe(1);
    expect(two('Economic Cooperation and Develop-ment (ECD)', 'Economic Cooperation and Development (ECD)')).toBe(0);
    expect(two('Long Term Incentive (LTI)', 'Lost Time Injury (LTI)')).toBe(0);
  });

  it('knows exchanged letters, but no words in capitals and no three letters', () => {
    const find = (text: string) =>
      quoted(findSwappedLetters([paragraph(`${text} The WQBA and the WQBA agree. CEO, CEO`)]));
    expect(find('we wrote to the WQAB in May.')).toEqual([['WQAB']]);
    expect(find('OUR WQAB DESIGN GUIDE OF MAY.')).toEqual([]);
    expect(find('our ECO design')).toEqual([]);
  });

  it('compares the ends of Chinese names', () => {
    const find = (a: string, b: string) => findTwoChineseNames([paragraph(a), paragraph(b)]).length;
    expect(find('参照碳会计金融联盟（PCAF）', '采用碳会计金融合作关系（PCAF）')).toBe(1);
    expect(find('参照碳会计金融联盟（PCAF）', '加入碳会计金融联盟（PCAF）')).toBe(0);
  });
});

it.each([
  ['energy, water, energy and land', 1],
  ['report, report and report', 0],
  ['safety and staff, safety and trade, safety and law', 0],
  ['氨氮、总磷、总氮、总磷', 1],
  ['废水及公司、废气及公司、噪声及公司', 0],
])('items of the list %s', (text, count) => expect(findRepeatedItems([paragraph(text)])).toHaveLength(count));

it('knows a missing stop only within one run of glyphs', () => {
  const text = 'This year the share stood well below our target of 65 per cent The low share was due to repairs.';
  const line = (runs: string[]) => [{ text, box: [0, 0, 200, 10], size: 10, runs: runs.map((run) => ({ text: run })) }];
  const find = (runs: string[]) => findMissingStops([paragraph(text, { lines: line(runs) as never })]).length;
  expect(find([text])).toBe(1);
  expect(find([text.slice(0, 62), text.slice(63)])).toBe(0);
});

it.each([
  ['公司于通过环境管理体系认证审核', 1],
  ['公司于通过认证审核并公告之后开工', 0],
  ['成本小于取得投资时应享有的份额', 0],
  ['2024年，公司支援受灾社区；面向老人2024年，开展多项活动', 1],
  ['2024年6月，公司下发2024年计划，并于2024年，', 0],
])('dates in %s', (text, count) => expect(findMisplacedDates([paragraph(text)])).toHaveLength(count));

it.each([
  ['in 230 countries', 1],
  ['in 230 countries and regions', 0],
  ['in 2,230 countries', 0],
  ['in 180 countries', 0],
])('counts: %s', (text, count) =>
  expect(findImpossibleCounts([paragraph(text)], [{ thing: 'countries', most: 197 }])).toHaveLength(count),
);

it.each([
  ['a BB for CDP Climate', 1],
  ['CDP climate score of A+', 1],
  ['CDP score: B-', 0],
  ['a CDP report', 0],
])('grades: %s', (text, count) =>
  expect(
    findImpossibleGrades([paragraph(text)], [{ name: 'CDP', grades: ['A', 'A-', 'B', 'B-', 'C', 'C-', 'D', 'D-'] }]),
  ).toHaveLength(count),
);
