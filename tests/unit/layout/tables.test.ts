import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/lay-out.ts';
import type { TextSpec } from '../make-page.ts';
import { asRows, makePage } from '../make-page.ts';

const row = (y: number, label: string, ...values: string[]): TextSpec[] => [
  { text: label, x: 60, y },
  ...values.map((text, i) => ({ text, x: 330 + i * 100, y, right: true })),
];

describe('tables', () => {
  it('reads a borderless table between paragraphs and leaves the paragraphs alone', () => {
    const { tables, blocks } = layOut([
      makePage({
        texts: [
          { text: 'Energy is bought from the grid and from two wind farms under contract.', x: 60, y: 60 },
          ...row(100, 'Indicator', '2023', '2024'),
          ...row(118, 'Diesel used', '0.43', '0.35'),
          ...row(136, 'Gasoline used', '6.69', '7.29'),
          ...row(154, 'Power used', '12,623.97', '21,297.92'),
          { text: 'The figures cover all plants and offices of the group in both years.', x: 60, y: 200 },
        ],
      }),
    ]);
    expect(tables).toHaveLength(1);
    expect(asRows(tables[0]!)).toEqual([
      ['Indicator', '2023', '2024'],
      ['Diesel used', '0.43', '0.35'],
      ['Gasoline used', '6.69', '7.29'],
      ['Power used', '12,623.97', '21,297.92'],
    ]);
    expect(tables[0]!.cells.filter((c) => c.header).map((c) => c.text)).toEqual(['Indicator', '2023', '2024']);
    expect(blocks.map((b) => b.kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('keeps a wrapped label in one row when rules part the rows', () => {
    const { tables } = layOut([
      makePage({
        level: [90, 110, 142, 162].map((y) => [y, 50, 550]),
        texts: [
          ...row(104, 'Indicator', '2023', '2024'),
          { text: 'Thermal energy', x: 60, y: 123 },
          { text: 'consumption', x: 60, y: 136 },
          { text: '520.52', x: 330, y: 129, right: true },
          { text: '546.54', x: 430, y: 129, right: true },
          ...row(156, 'Cooling', '12.1', '13.4'),
        ],
      }),
    ]);
    expect(asRows(tables[0]!)[1]).toEqual(['Thermal energy consumption', '520.52', '546.54']);
  });

  it('joins cells that a lattice does not part', () => {
    const { tables } = layOut([
      makePage({
        level: [
          [100, 50, 450],
          [120, 150, 450],
          [140, 50, 450],
          [160, 50, 450],
        ],
        upright: [50, 150, 300, 450].map((x) => [x, 100, 160]),
        texts: [
          { text: 'Waste', x: 60, y: 124 },
          { text: 'Hazardous', x: 160, y: 114 },
          { text: '0.02', x: 310, y: 114 },
          { text: 'Other', x: 160, y: 134 },
          { text: '178', x: 310, y: 134 },
          { text: 'Water', x: 60, y: 154 },
          { text: 'Used', x: 160, y: 154 },
          { text: '120,793', x: 310, y: 154 },
        ],
      }),
    ]);
    const waste = tables[0]!.cells.find((c) => c.text === 'Waste')!;
    expect(waste).toMatchObject({ row: 0, col: 0, rowSpan: 2 });
  });

  it('ties a head left at the foot of one column to the rows at the top of the next', () => {
    const left = { text: 'Running text in the left column that fills the width of it', x: 50 };
    const { tables } = layOut([
      makePage({
        width: 800,
        height: 500,
        level: [[400, 50, 380], [416, 50, 380], ...[60, 80, 100].map((y): [number, number, number] => [y, 430, 760])],
        texts: [
          ...[80, 96, 112, 128].map((y) => ({ ...left, y })),
          { text: 'Indicator', x: 54, y: 412 },
          { text: '2023', x: 200, y: 412 },
          { text: '2024', x: 300, y: 412 },
          { text: 'Diesel', x: 434, y: 74 },
          { text: '0.43 t', x: 580, y: 74 },
          { text: '0.35 t', x: 680, y: 74 },
          { text: 'Gasoline', x: 434, y: 94 },
          { text: '6.69 t', x: 580, y: 94 },
          { text: '7.29 t', x: 680, y: 94 },
          ...[140, 156, 172].map((y) => ({ ...left, x: 430, y })),
        ],
      }),
    ]);
    expect(tables.map((t) => t.continues)).toEqual([null, tables[0]!.id]);
    expect(asRows(tables[1]!)).toEqual([
      ['Diesel', '0.43 t', '0.35 t'],
      ['Gasoline', '6.69 t', '7.29 t'],
    ]);
  });

  it('adopts a last row that fell over the page break and has no rules left', () => {
    const cells = (y: number, ...texts: string[]): TextSpec[] => texts.map((text, i) => ({ text, x: 54 + i * 180, y }));
    const { tables } = layOut([
      makePage({
        level: [700, 720, 740, 760].map((y) => [y, 50, 550]),
        texts: [
          ...cells(714, 'Section', 'Clause', 'Page').map((t) => ({ ...t, bold: true })),
          ...cells(734, 'Water', 'Clause 36', '24'),
          ...cells(754, 'Energy', 'Clause 35', '23'),
        ],
      }),
      makePage({
        number: 2,
        texts: [...cells(60, 'Fair competition', 'Clause 56', '50'), { text: 'Contact us', x: 54, y: 300, size: 16 }],
      }),
    ]);
    expect(asRows(tables[1]!)).toEqual([['Fair competition', 'Clause 56', '50']]);
    expect(tables[1]!.continues).toBe(tables[0]!.id);
  });

  it('keeps an unruled table with wrapped labels whole beside another column', () => {
    const { tables, blocks } = layOut([
      makePage({
        level: [120, 140, 160, 180].map((y) => [y, 50, 270]),
        upright: [50, 150, 210, 270].map((x) => [x, 120, 180]),
        texts: [
          ...[
            ['Waste', '2023', '2024'],
            ['Hazardous', '42.6', '39.9'],
            ['Other', '1,318', '1,276'],
          ].flatMap((cells, r) => cells.map((text, i) => ({ text, x: 54 + i * 60 + (i ? 42 : 0), y: 134 + r * 20 }))),
          { text: 'Pollutant', x: 310, y: 134, bold: true },
          { text: '2023', x: 460, y: 134, bold: true },
          { text: '2024', x: 520, y: 134, bold: true },
          ...['Nitrogen oxides', 'Particulate matter'].flatMap((text, i) => [
            { text, x: 310, y: 152 + i * 18 },
            { text: `1.2${i} t`, x: 460, y: 152 + i * 18 },
            { text: `1.1${i} t`, x: 520, y: 152 + i * 18 },
          ]),
          { text: 'Chemical oxygen', x: 310, y: 188 },
          { text: 'demand', x: 310, y: 200 },
          { text: '3.41 t', x: 460, y: 194 },
          { text: '3.30 t', x: 520, y: 194 },
        ],
      }),
    ]);
    expect(tables.map((t) => [t.method, t.rows, t.cols])).toEqual([
      ['ruled', 3, 3],
      ['aligned', 4, 3],
    ]);
    expect(asRows(tables[1]!)[3]).toEqual(['Chemical oxygen demand', '3.41 t', '3.30 t']);
    expect(blocks).toEqual([]);
  });

  it('takes no table out of two columns of prose', () => {
    const lines = [
      'The board answers for climate matters and',
      'meets each quarter to read the ledger of',
      'emissions and to decide on investments in',
      'furnaces, drives, pumps and heat recovery',
    ];
    const { tables, blocks } = layOut([
      makePage({
        texts: lines.flatMap((text, i) => [
          { text, x: 50, y: 100 + i * 13 },
          { text, x: 320, y: 100 + i * 13 },
        ]),
      }),
    ]);
    expect(tables).toEqual([]);
    expect(blocks.map((b) => [b.column, b.lines.length])).toEqual([
      [0, 4],
      [1, 4],
    ]);
  });

  it('takes no table out of the numbers along a chart', () => {
    const { tables } = layOut([
      makePage({
        texts: [10, 20, 30, 40].flatMap((v, i) => [
          { text: String(v), x: 60, y: 100 + i * 30 },
          { text: String(v + 5), x: 160, y: 100 + i * 30 },
          { text: String(v + 9), x: 260, y: 100 + i * 30 },
        ]),
      }),
    ]);
    expect(tables).toEqual([]);
  });
});

describe('text', () => {
  it('takes a footnote mark off a number, and keeps a power', () => {
    const { tables } = layOut([
      makePage({
        level: [90, 110, 130, 150].map((y) => [y, 50, 550]),
        texts: [
          ...row(104, 'Indicator', '2023', '2024'),
          { text: 'Scope 1', x: 60, y: 124 },
          { text: '454.15', x: 300, y: 124 },
          { text: '274.02', x: 400, y: 124 },
          { text: '1', x: 430.5, y: 120, size: 6 },
          { text: 'Area (m', x: 60, y: 144 },
          { text: '2', x: 95.5, y: 140, size: 6 },
          { text: ')', x: 99, y: 144 },
          { text: '1,200', x: 300, y: 144 },
          { text: '1,300', x: 400, y: 144 },
        ],
      }),
    ]);
    const cell = tables[0]!.cells.find((c) => c.text.startsWith('274'))!;
    expect(cell).toMatchObject({ text: '274.02', marks: ['1'] });
    expect(tables[0]!.cells.map((c) => c.text)).toContain('Area (m²)');
  });

  it('sets running heads and page numbers aside', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      makePage({
        number,
        texts: [
          { text: `ESG Report 2024 of a company`, x: 50, y: 30, size: 7 },
          { text: `A sentence that only page ${'abcd'[number - 1]} has, about its own matter.`, x: 50, y: 300 },
          { text: String(number + 4), x: 540, y: 780, size: 7 },
        ],
      }),
    );
    const { blocks, printedNumbers } = layOut(pages);
    expect(blocks.filter((b) => b.kind === 'paragraph')).toHaveLength(4);
    expect(blocks.filter((b) => b.kind === 'furniture')).toHaveLength(8);
    expect(printedNumbers).toEqual(['5', '6', '7', '8']);
  });

  it('gives headings levels by size', () => {
    const body = [120, 133, 146].map((y) => ({
      text: 'Plain text that says something at some length here.',
      x: 50,
      y,
    }));
    const { blocks } = layOut([
      makePage({
        texts: [{ text: 'Environment', x: 50, y: 60, size: 20 }, { text: 'Water', x: 50, y: 95, size: 14 }, ...body],
      }),
    ]);
    expect(blocks.map((b) => [b.kind, b.level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', 0],
    ]);
  });
});

describe('notes of a table', () => {
  const page = (size: number) =>
    makePage({
      texts: [
        ...row(100, 'Indicator', '2023', '2024'),
        ...row(118, 'Injury rate', '0.43', '0.35'),
        { text: '1', x: 112, y: 114, size: 5 },
        ...row(136, 'Lost days', '12', '14'),
        ...row(154, 'Hours worked', '10,200', '10,400'),
        { text: '1. Number of injuries per 1,000,000 work hours.', x: 60, y: 500, size },
        { text: '2. We train all new staff on their first day at work.', x: 60, y: 540, size },
      ],
    });

  it('are those further down the page that begin with a mark of its cells', () =>
    expect(layOut([page(8)]).tables[0]!.notes).toEqual(['1. Number of injuries per 1,000,000 work hours.']));

  it('are not numbered lists in larger type', () => expect(layOut([page(14)]).tables[0]!.notes).toEqual([]));
});

it('parts a word from a number that is set larger beside it', () => {
  const { blocks } = layOut([
    makePage({
      texts: [
        { text: 'Total', x: 60, y: 100, size: 10 },
        { text: '20,577', x: 84, y: 100, size: 18 },
        { text: 'cases', x: 144.5, y: 100, size: 10 },
      ],
    }),
  ]);
  expect(blocks[0]!.text).toBe('Total 20,577 cases');
});

it('keeps the columns of two years apart where words run on under both', () => {
  const { tables } = layOut([
    makePage({
      level: [90, 110, 130, 150, 170].map((y) => [y, 50, 550]),
      texts: [
        ...row(104, 'Turnover', '2021', '2022', '2023'),
        ...row(124, 'Total rate', '18.1', '18.2', '21.9'),
        ...row(144, 'Rate of men', '', '', '22.0'),
        { text: 'not measured in these years', x: 300, y: 144 },
        ...row(164, 'Rate of women', '', '', '20.2'),
        { text: 'not measured in these years', x: 300, y: 164 },
      ],
    }),
  ]);
  expect(asRows(tables[0]!).slice(0, 3)).toEqual([
    ['Turnover', '2021', '2022', '2023'],
    ['Total rate', '18.1', '18.2', '21.9'],
    ['Rate of men', 'not measured in these years', '', '22.0'],
  ]);
});

it('takes a label centred beside its rows for the first of them too', () => {
  const groups = [90, 110, 210];
  const { tables } = layOut([
    makePage({
      level: [
        ...groups.map((y): [number, number, number] => [y, 50, 550]),
        ...[130, 150, 170, 190].map((y): [number, number, number] => [y, 150, 550]),
      ],
      upright: [50, 150, 280, 400, 550].map((x) => [x, 90, 210]),
      texts: [
        { text: 'Topic', x: 60, y: 104 },
        { text: 'Kind', x: 160, y: 104 },
        { text: '2022', x: 340, y: 104 },
        { text: '2023', x: 480, y: 104 },
        { text: 'Waste', x: 60, y: 164 },
        ...['Total', 'Paper', 'Metal', 'Glass', 'Other'].flatMap((text, i) => [
          { text, x: 160, y: 124 + i * 20 },
          { text: `${10 + i}`, x: 340, y: 124 + i * 20 },
          { text: `${20 + i}`, x: 480, y: 124 + i * 20 },
        ]),
      ],
    }),
  ]);
  const waste = tables[0]!.cells.find((c) => c.text === 'Waste')!;
  expect([waste.row, waste.rowSpan]).toEqual([1, 5]);
});

it('parts two boxes of one width that stand far apart, whatever stands between them', () => {
  const box = (y: number): [number, number, number][] => [y, y + 20, y + 40].map((at) => [at, 50, 550]);
  const rows = (y: number, label: string) => [
    ...row(y + 14, label, '2023', '2024'),
    ...row(y + 34, `${label} used`, '5', '6'),
  ];
  const { tables } = layOut([
    makePage({
      level: [...box(90), ...box(400)],
      upright: [50, 280, 430, 550].flatMap((x): [number, number, number][] => [
        [x, 90, 130],
        [x, 400, 440],
      ]),
      texts: [
        ...rows(90, 'Water'),
        ...[180, 220, 260, 300].flatMap((y, i) => [
          { text: `${i + 1}) Said of`, x: 60, y },
          { text: 'both', x: 300, y },
        ]),
        ...rows(400, 'Paper'),
      ],
    }),
  ]);
  expect(tables.map((t) => t.rows)).toEqual([2, 2]);
});
