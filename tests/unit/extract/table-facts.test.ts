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

  it('takes the year over the row labels for the whole table', () => {
    const page = makePage(
      table([
        ['2023', 'Men', 'Women'],
        ['Under 30', '12%', '14%'],
        ['30-50', '35%', '27%'],
        ['Managers', '7%', '5%'],
      ]),
    );
    expect(factsOf([page]).map((f) => `${f.label} ${f.period}`)).toEqual(
      ['Under 30', '30-50', 'Managers'].flatMap((label) => [`${label} 2023`, `${label} 2023`]),
    );
  });

  it('takes years inside a table for a second head, and its label for what follows', () => {
    const page = makePage(
      table([
        ['Sales by division', '2022', '2023'],
        ['Paints', '166.3', '182.5'],
        ['Sales by region', '2023', '2024'],
        ['1) Europe', '50.3', '48.1'],
      ]),
    );
    const facts = factsOf([page]);
    expect(facts.map((f) => [f.label, f.period, f.number])).toEqual([
      ['Paints', '2022', '166.3'],
      ['Paints', '2023', '182.5'],
      ['Europe', '2023', '50.3'],
      ['Europe', '2024', '48.1'],
    ]);
    expect(facts[2]!.context).toContain('Sales by region');
  });

  it('takes a column of units that have digits of their own for a unit column', () => {
    const page = makePage(
      table([
        ['Parameter', 'Result', 'Metric'],
        ['Gas burnt on site', '1,252', 'tCO2e'],
        ['Water drawn', '25,340', 'm3'],
      ]),
    );
    expect(factsOf([page]).map((f) => f.unit)).toEqual(['tCO2e', 'm3']);
  });

  it('reads the words of a cell like a sentence, once', () => {
    const page = makePage(
      table(
        [
          ['Goal', 'Progress'],
          ['Help the town', 'Volunteers of ours gave 1,072 hours'],
          ['Use less water', 'Saved 120 m3 of water at two sites'],
        ],
        { widths: [200, 280] },
      ),
    );
    const { blocks, tables } = layOut([page]);
    const { facts } = extract(blocks, tables, vocabulary, { year: '2024', entity: [] });
    expect(facts.map((f) => [f.number, f.unit, f.source])).toEqual([
      ['1072', 'h', 'text'],
      ['120', 'm3', 'text'],
    ]);
    expect(facts[0]!.context).toContain('Help the town');
  });

  it('reads remarks that run on over the rows beside the figures as sentences', () => {
    const page = makePage(
      table([
        ['Metric', 'Unit', '2024', 'Target'],
        ['Diesel', 't', '120', 'Reduce all'],
        ['Petrol', 't', '31', 'emissions by'],
        ['Gas', 't', '14', 'vs. 2017 by'],
        ['Coal', 't', '7', '16.6 % at all'],
        ['Peat', 't', '5', 'sites of ours'],
      ]),
    );
    expect(factsOf([page]).map((f) => `${f.label} ${f.number}`)).toEqual([
      'Diesel 120',
      'Petrol 31',
      'Gas 14',
      'Coal 7',
      'Peat 5',
    ]);
    const { blocks, tables } = layOut([page]);
    const text = extract(blocks, tables, vocabulary, { year: '2024', entity: [] }).facts.filter(
      (f) => f.source === 'text',
    );
    expect(text.map((f) => [f.number, f.unit])).toEqual([['16.6', '%']]);
  });

  it('reads several figures of one cell, each with its own label', () => {
    const page = makePage(
      table(
        [
          ['Parameter', 'Result', 'Unit'],
          ['Diesel used', '120', 't'],
          ['Other air emissions', 'SOx: 0.043 NOx: 0.97', 't'],
        ],
        { widths: [200, 180, 80] },
      ),
    );
    expect(factsOf([page]).map((f) => [f.label, f.number, f.unit, f.raw])).toEqual([
      ['Diesel used', '120', 't', '120'],
      ['SOx', '0.043', 't', '0.043'],
      ['NOx', '0.97', 't', '0.97'],
    ]);
  });
});

it('takes the base of a rate from the note that its label refers to', () => {
  const built = table([
    ['Indicator', '2023', '2024'],
    ['Injury rate', '0.43', '0.35'],
    ['Lost days', '12', '14'],
  ]);
  built.texts.push(
    { text: '1', x: 106, y: 130, size: 4.5 },
    { text: '1. Number of injuries per 1,000,000 work hours.', x: 54, y: 400, size: 8 },
  );
  const [fact] = factsOf([makePage(built)]);
  expect([fact!.label, fact!.unit, fact!.unitRaw, fact!.provenance.unit?.from]).toEqual([
    'Injury rate',
    'count/h',
    'per 1,000,000 work hours',
    'note',
  ]);
});

describe('columns that name no row', () => {
  it.each([
    ['of times', ['Fiscal year', 'Sept. 30th']],
    ['of arrows', ['↑', '\uf068']],
  ])('%s leave the label to the column before', (_, [first = '', second = '']) => {
    const page = makePage(
      table([
        ['Indicator', 'Basis', '2023', '2024'],
        ['Electricity consumption (MWh)', first, '10', '12'],
        ['Number of employees', second, '310', '340'],
      ]),
    );
    expect(factsOf([page]).map((f) => f.label)).toEqual([
      'Electricity consumption',
      'Electricity consumption',
      'Number of employees',
      'Number of employees',
    ]);
  });
});

it('reads a unit that says beside it that the figures are rounded', () => {
  const page = makePage(
    table([
      ['Indicator', 'Unit', '2023', '2024'],
      ['Number of employees', 'No. (rounded)', '18,500', '18,900'],
      ['Diesel consumption', 't', '0.52', '0.47'],
    ]),
  );
  const [fact] = factsOf([page]);
  expect([fact!.unit, fact!.provenance.unit?.text]).toEqual(['count', 'No. (rounded)']);
});

it('reads a scale that stands without a unit', () => {
  const page = makePage(
    table([
      ['Employees by contract (in thousands)', '2023', '2024'],
      ['Permanent', '309', '312'],
      ['Temporary', '16', '15'],
    ]),
  );
  const [fact] = factsOf([page]);
  expect([fact!.number, fact!.scale, fact!.unit]).toEqual(['309', '1000', null]);
});

it('takes the balances of the first day of a year for those of the year before', () => {
  const page = makePage(
    table([
      ['项目', '2024年12月31日', '2024年1月1日'],
      ['资产总额（元）', '309', '312'],
      ['负债总额（元）', '16', '15'],
    ]),
  );
  expect(factsOf([page]).map((f) => f.period)).toEqual(['2024', '2023', '2024', '2023']);
});

it('reads a label that is a unit with its base before the unit over its block', () => {
  const page = makePage(
    table([
      ['Emissions (tonnes CO2e)', '2023', '2024'],
      ['Scope 1', '309', '312'],
      ['kWh per employee', '16', '15'],
    ]),
  );
  expect(factsOf([page]).map((f) => f.unit)).toEqual(['tCO2e', 'tCO2e', 'kWh/person', 'kWh/person']);
});
