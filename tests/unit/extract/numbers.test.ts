import { describe, expect, it } from 'vitest';
import { guessConvention, readCellNumber, readNumbers } from '../../../src/extract/numbers.ts';

const figures = (text: string) => readNumbers(text).filter((n) => n.kind === 'figure');
/** Qualifier, number, upper end, scale and percent of each figure, in one line. */
const shown = (text: string): string[] =>
  figures(text).map((n) =>
    [
      n.qualifier,
      n.upper === null ? n.number : `${n.number}..${n.upper}`,
      n.scale === '1' ? null : `x${n.scale}`,
      n.percent ? '%' : null,
      n.percentPoints ? 'points' : null,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );

describe('separators', () => {
  it.each([
    ['3,142.50 tonnes', '3142.50'],
    ['７，１４２人', '7142'],
    ['82,3% of it', '82.3 %'],
    ['134 371,5 MWh', '134371.5'],
    ['a total of 1 234 567 kWh', '1234567'],
    ["1'204'300 francs", '1204300'],
    ['1.204.300 units', '1204300'],
    ['6,02,58,642.49 rupees', '60258642.49'],
    ['1.234,56 Euro', '1234.56'],
    ['grew –5.2%', '-5.2 %'],
    ['15.20 tonnes', '15.20'],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));

  it('reads a malformed number with a doubt', () => {
    const [number] = figures('used 31.204.55 kWh');
    expect(number?.number).toBe('31204.55');
    expect(number?.doubts).toHaveLength(1);
  });

  it('takes a dot before three digits as grouping where commas mark decimals', () => {
    const [number] = readNumbers('1.204 t', { convention: { decimal: ',', group: '.' } });
    expect(number?.number).toBe('1204');
  });
});

describe('qualifiers and ranges', () => {
  it.each([
    ['over 97', 'over 97'],
    ['more than RMB 5 million', 'over 5 x1000000'],
    ['约200人', 'about 200'],
    ['700餘人', 'over 700'],
    ['3万余人', 'over 3 x10000'],
    ['不超过1.5', 'atMost 1.5'],
    ['at least 30%', 'atLeast 30 %'],
    ['不少於12場', 'atLeast 12'],
    ['≤ 8', 'atMost 8'],
    ['20,000+ people', 'over 20000'],
    ['3 to 5 days', '3..5'],
    ['30%–40%', '30..40 %'],
    ['31-40', '31..40'],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));

  it('does not take “from … to …” for a range', () => expect(shown('fell from 8.3 to 7.1')).toEqual(['8.3', '7.1']));
});

describe('scale words', () => {
  it.each([
    ['12.08万吨', '12.08 x10000'],
    ['3.5億元', '3.5 x100000000'],
    ['RMB 5m', '5 x1000000'],
    ['US$2bn', '2 x1000000000'],
    ['4.2 million tonnes', '4.2 x1000000'],
    ['5 m wide', '5'],
    ['300千瓦时', '300'],
    ['down 2.4个百分点', '2.4 points'],
    ['3.2 percentage points', '3.2 points'],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));
});

describe('what is no figure', () => {
  it.each([
    'in 2024 and FY2023 and 2022/23',
    '2024年度',
    '2024年1月1日至2024年12月31日',
    'January 1, 2024 to December 31, 2024',
    'GRI 305-1, 305-2/305-3',
    'Article 24, Articles 21 to 28, 第24条',
    'ISO 14001:2015 and ISO 45001',
    'Scope 1, 2 and 3',
    '范围1和范围2',
    'PM2.5, CO2, H1, A1.1, GPT-4, 5G, SDG 13',
    'open 24/7',
    'No. 14, page 12, Category 3',
    '2.3.1 Overview',
    '1. First',
    '(2) second',
    'tel. 010-58781000, 400-669-3600',
    'code 601360.SH',
    'https://example.org/2024/12345',
    'the 3rd time',
  ])('%s', (text) => expect(figures(text)).toEqual([]));

  it('keeps a four-digit amount that a unit follows', () => expect(shown('we had 2018 employees')).toEqual(['2018']));
});

it('returns offsets of the original string', () => {
  const text = '总耗水量　１２．０８万吨';
  const [number] = figures(text);
  expect(text.slice(number?.start, number?.end)).toBe('１２．０８万');
});

describe('readCellNumber', () => {
  it.each([
    ['1,845.72 tons of coal equivalent (TCE)', '1845.72'],
    ['Over 97', '97'],
    ['(12.3)', '-12.3'],
    ['12.5%', '12.5'],
    ['¥5.3 million', '5.3'],
    ['4,279 tCO2e', '4279'],
    ['73.4 %', '73.4'],
    ['1 234 567', '1234567'],
    ['250, 506', '250506'],
    ['R34 133 552 000', '34133552000'],
    ['5.2 GJ per 1,000 tonnes', '5.2'],
    ['8.93吨/百万元营收', '8.93'],
    ['1,234*', '1234'],
  ])('%s', (text, expected) => expect(readCellNumber(text)?.number).toBe(expected));

  it.each([
    '–',
    '—',
    'N/A',
    'Not reported',
    'nil',
    '无',
    '不适用',
    '305-1',
    '12/15',
    'We had 12 cases.',
    'Article 36',
    'Scope 1: 12',
    '',
  ])('no figure: %s', (text) => expect(readCellNumber(text)).toBeNull());

  it('says that a bare year is one', () => expect(readCellNumber('2018')?.kind).toBe('year'));
});

describe('guessConvention', () => {
  it('follows the telling samples', () => {
    expect(guessConvention(['12,3', '4 567,1', '890'])).toEqual({ decimal: ',', group: ' ' });
    expect(guessConvention(['1,234.5', '12.3'])).toEqual({ decimal: '.', group: ',' });
    expect(guessConvention(['5', '17'])).toBeNull();
  });
});

it.each([
  ['–R617 160 000', '-617160000'],
  ['-US$3.2', '-3.2'],
  ['(-)14.8795', '-14.8795'],
])('a minus before a currency or in brackets: %s', (text, number) => {
  expect(readCellNumber(text, null)?.number).toBe(number);
});
