import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { unitDefinitions, units } from './vocabulary-for-tests.ts';

const shown = (text: string): string | null => {
  const unit = units.read(text);
  return unit === null ? null : unit.scale === '1' ? unit.unit : `${unit.unit} x${unit.scale}`;
};

it('has one exact factor for each definition and no name twice', () => {
  const names = unitDefinitions.flatMap((d) => d.names);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  for (const { factor } of unitDefinitions) expect(new Big(factor).gt(0)).toBe(true);
});

describe('read', () => {
  it.each([
    ['tCO ₂ e', 'tCO2e'],
    ['公噸 CO2e', 'tCO2e'],
    ['吨二氧化碳当量/百万元营收', 'tCO2e/CNY x0.000001'],
    ['tCO2e per million yuan in revenue', 'tCO2e/CNY x0.000001'],
    ['million RMB', 'CNY x1000000'],
    ['100 million RMB', 'CNY x100000000'],
    ['Thousand RMB', 'CNY x1000'],
    ['人民币百万元', 'CNY x1000000'],
    ['億元', 'CNY x100000000'],
    ['新臺幣仟元', 'TWD x1000'],
    ["S$'000", 'SGD x1000'],
    ['KRW 1 trillion', 'KRW x1000000000000'],
    ['R’million', 'ZAR x1000000'],
    ['万标准立方米', 'Nm3 x10000'],
    ['万千瓦时', 'kWh x10000'],
    ['千瓦時', 'kWh'],
    ['tons of coal equivalent (TCE)', 'tce'],
    ['10,000 tonnes', 't x10000'],
    ["'000 m3", 'm3 x1000'],
    ['10^4 kWh', 'kWh x10000'],
    ['short tons', 'short ton'],
    ['Ton', 't'],
    ['millions of gallons', 'gal x1000000'],
    ['kg/m²', 'kg/m2'],
    ['hours/employee', 'h/person'],
    ['kWh/PHW', 'kWh/phw'],
    ['tonnes CO2e/MM$ revenue', 'tCO2e/USD x0.000001'],
    ['kWh per tonne of product', 'kWh/tonne of product'],
    ['kW/h', 'kW/h'],
    ['%', '%'],
    ['人次', 'person-time'],
    ['单位：万元', 'CNY x10000'],
    ['LTIs per 200 000 person hours worked', 'count/h x0.000005'],
    ['per 1,000,000 work hours', 'count/h x0.000001'],
    ['man-days lost per million man-hours', 'day/h x0.000001'],
    ['Metric Tons CO2e 1', 'tCO2e'],
    ['Rm', 'ZAR x1000000'],
    ['2021 年', null],
    ['Number of employees', null],
    ['Hello', null],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('readAfter and readBefore', () => {
  it.each([
    ['12.08万', '吨，用水', 't'],
    ['3.2 billion', ' yuan, which', 'CNY'],
    ['9', '项目', undefined],
    ['12', ' in the year', undefined],
    ['5', ' in R&D', undefined],
    ['8.93', '吨/百万元营收', 't/CNY'],
    ['250', ' kWh per year.', 'kWh'],
  ])('%s%s', (number, rest, expected) => expect(units.readAfter(number + rest, number.length)?.unit).toBe(expected));

  it.each([
    ['about US$', 'USD'],
    ['人民币', 'CNY'],
    ['of R', 'ZAR'],
    ['for', undefined],
  ])('%s', (text, expected) => expect(units.readBefore(text, text.length)?.unit).toBe(expected));
});

describe('findIn', () => {
  it.each([
    ['Direct emissions (Scope 1) (tCO ₂ e)', 'tCO2e', 'Direct emissions (Scope 1) '],
    ['R&D spending (Unit: 100 million RMB)', 'CNY', 'R&D spending '],
    ['用水强度（吨/百万元营收）', 't/CNY', '用水强度'],
    ['Revenue, in million yuan', 'CNY', 'Revenue'],
    ['Total energy consumption in GJ', 'GJ', 'Total energy consumption'],
    ['Percentage of women (%)', '%', 'Percentage of women '],
    ['男性员工占比', '%', '男性员工占比'],
    ['Emissions intensity expressed as tCO2e per million rands in revenue', 'tCO2e/ZAR', 'Emissions intensity'],
    ['Rand value of donations', 'ZAR', ''],
    ['Kilowatt hours of electricity consumed', 'kWh', ''],
    ['Number of man-hours', 'h', 'Number of man-hours'],
    ['Number of lost days', 'day', 'Number of lost days'],
    ['Average training hours per employee', 'h', 'Average training hours per employee'],
  ])('%s', (text, unit, rest) => {
    const found = units.findIn(text);
    expect(found?.unit).toBe(unit);
    expect(text.slice(0, found?.start)).toBe(rest);
  });

  it.each(['Accidents per hours worked', 'Employees in China', 'Water consumption', 'Number of employees, total'])(
    'none in %s',
    (text) => expect(units.findIn(text)).toBeNull(),
  );
});

describe('conversions', () => {
  it('keeps them exact', () => {
    expect(units.toBase('11.58', '10000', 'Nm3')?.value.toFixed()).toBe('115800');
    expect(units.toBase('1', '1', 'MWh')?.value.toFixed()).toBe('3.6');
    expect(units.info('tCO2e/CNY')).toEqual({ dimension: 'ghg/money:CNY', factor: '1' });
  });

  it('compares within a dimension, and tonnes with cubic metres only for water', () => {
    expect(units.comparable('MWh', 'tce')).toBe(true);
    expect(units.comparable('CNY', 'USD')).toBe(false);
    expect(units.comparable('t', 'm3')).toBe(false);
    expect(units.comparable('t/CNY', 'm3/CNY', { waterLike: true })).toBe(true);
  });
});

it('finds a unit stated after another remark, with the comma of its scale', () => {
  expect(units.findIn('Amount collected (Base year: 2009, Units: 10,000 tonnes)')).toMatchObject({
    unit: 't',
    scale: '10000',
  });
  expect(units.findIn('cases per 1,000,000 work hours')?.scale).not.toBe('1000');
});
