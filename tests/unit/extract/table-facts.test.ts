import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Page } from '../../../src/model/page.ts';
import type { TextSpec } from '../make-page.ts';
import { makePage } from '../make-page.ts';
import { context as vocabulary } from './vocabulary-for-tests.ts';

/** A ruled table at the left margin, one array a row; the first row is bold. */
function table(
  rows: string[][],
  options: { y?: number; widths?: number[]; x?: number } = {},
): Parameters<typeof makePage>[0] {
  const { y = 100, x = 50, widths = [200, 80, 80, 80] } = options;
  const lefts = widths.map((_, i) => x + widths.slice(0, i).reduce((a, b) => a + b, 0));
  const right = x + widths.slice(0, rows[0]!.length).reduce((a, b) => a + b, 0);
  const texts = rows.flatMap((row, r) =>
    row.flatMap((text, c): TextSpec[] =>
      text === '' ? [] : [{ text, x: lefts[c]! + 4, y: y + 14 + r * 20, bold: r === 0, size: 9 }],
    ),
  );
  const level = Array.from({ length: rows.length + 1 }, (_, r): [number, number, number] => [y + r * 20, x, right]);
  return { texts, level };
}

function factsOf(pages: Page[], reportYear: string | null = '2024'): Fact[] {
  const { blocks, tables } = layOut(pages);
  return extract(blocks, tables, vocabulary, { year: reportYear, entity: [] }).facts.filter(
    (f) => f.source === 'table',
  );
}

const digest = (f: Fact): string => [f.label, f.period, f.number, f.scale, f.unit, f.metric].join(' | ');

describe('figures of tables', () => {
  it('takes the unit from a unit column and the period from the head', () => {
    const page = makePage(
      table([
        ['Indicator', 'Unit', '2023', '2024'],
        ['Diesel consumption', 't', '0.52', '0.47'],
        ['R&D spending', 'RMB million', '31.5', '33.1'],
      ]),
    );
    expect(factsOf([page]).map(digest)).toEqual([
      'Diesel consumption | 2023 | 0.52 | 1 | t | energy.diesel',
      'Diesel consumption | 2024 | 0.47 | 1 | t | energy.diesel',
      'R&D spending | 2023 | 31.5 | 1000000 | CNY | rd.spend',
      'R&D spending | 2024 | 33.1 | 1000000 | CNY | rd.spend',
    ]);
  });

  it('takes the unit from the cell, from the label and from a stated unit above all', () => {
    const page = makePage(
      table([
        ['Unit: tonnes', '2024'],
        ['Hazardous waste', '12.5'],
        ['Total water consumption (m³)', '8,410'],
        ['Purchased electricity', '1,240 MWh'],
      ]),
    );
    expect(factsOf([page]).map((f) => [f.number, f.unit, f.provenance.unit?.from])).toEqual([
      ['12.5', 't', 'column head'],
      ['8410', 'm3', 'row label'],
      ['1240', 'MWh', 'cell'],
    ]);
  });

  it('reads Chinese scale words and leaves the number as printed', () => {
    const page = makePage(
      table([
        ['指标', '单位', '2023年', '2024年'],
        ['天然气消耗量', '万立方米', '20.15', '11.62'],
        ['研发投入', '亿元', '3.10', '3.42'],
      ]),
    );
    expect(factsOf([page]).map(digest)).toEqual([
      '天然气消耗量 | 2023 | 20.15 | 10000 | m3 | energy.natural_gas',
      '天然气消耗量 | 2024 | 11.62 | 10000 | m3 | energy.natural_gas',
      '研发投入 | 2023 | 3.10 | 100000000 | CNY | rd.spend',
      '研发投入 | 2024 | 3.42 | 100000000 | CNY | rd.spend',
    ]);
  });

  it('keeps the band rows that a figure stands under as its context', () => {
    const page = makePage(
      table([
        ['Indicator', '2023', '2024'],
        ['New hires', '', ''],
        ['Female', '14', '17'],
        ['Male', '25', '21'],
      ]),
    );
    const [first] = factsOf([page]);
    expect(first!.context).toContain('New hires');
    expect(first!.metric).toBeNull();
  });

  it('knows a table that runs the other way round: years down, indicators across', () => {
    const page = makePage(
      table(
        [
          ['Year', 'Direct emissions (Scope 1) (tCO2e)', 'Board meetings'],
          ['2023', '512.4', '7'],
          ['2024', '498.1', '8'],
        ],
        { widths: [80, 220, 100] },
      ),
    );
    expect(factsOf([page]).map((f) => [f.label, f.period, f.number])).toEqual([
      ['Direct emissions (Scope 1)', '2023', '512.4'],
      ['Board meetings', '2023', '7'],
      ['Direct emissions (Scope 1)', '2024', '498.1'],
      ['Board meetings', '2024', '8'],
    ]);
  });

  it('carries heads over to the part of a table on the next page', () => {
    const first = makePage(
      table(
        [
          ['Indicator', 'Unit', '2023', '2024'],
          ['Diesel consumption', 't', '0.52', '0.47'],
        ],
        { y: 740 },
      ),
    );
    const next = makePage({
      number: 2,
      ...table(
        [
          ['Gasoline consumption', 't', '6.10', '7.05'],
          ['Purchased heat', 'GJ', '520.1', '546.9'],
        ],
        { y: 40 },
      ),
    });
    for (const run of next.runs) run.bold = false;
    expect(factsOf([first, next]).map(digest).slice(2)).toEqual([
      'Gasoline consumption | 2023 | 6.10 | 1 | t | energy.gasoline',
      'Gasoline consumption | 2024 | 7.05 | 1 | t | energy.gasoline',
      'Purchased heat | 2023 | 520.1 | 1 | GJ | energy.heat',
      'Purchased heat | 2024 | 546.9 | 1 | GJ | energy.heat',
    ]);
  });

  it('gives no period to several columns of values that no head names', () => {
    const page = makePage({
      ...table([
        ['Steel used', '10.5', '11.2', '12.9'],
        ['Copper used', '1.5', '1.2', '1.9'],
        ['Paper used', '0.5', '0.2', '0.9'],
      ]),
    });
    for (const run of page.runs) run.bold = false;
    expect(new Set(factsOf([page]).map((f) => f.period))).toEqual(new Set([null]));
  });

  it('gives a change column no period of its own kind and no metric', () => {
    const page = makePage(
      table([
        ['Indicator', '2023', '2024', 'Change'],
        ['Diesel consumption (t)', '0.50', '0.40', '-20%'],
      ]),
    );
    const change = factsOf([page]).find((f) => f.number === '-20')!;
    expect(change).toMatchObject({ metric: null, unit: '%' });
  });

  it('takes a list of titles and page numbers for what it is', () => {
    const page = makePage(
      table([
        ['About this report', '2'],
        ['Climate', '5'],
        ['Energy', '9'],
        ['People', '14'],
      ]),
    );
    expect(factsOf([page])).toEqual([]);
  });
});
