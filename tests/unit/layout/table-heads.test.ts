import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/lay-out.ts';
import type { TextSpec } from '../make-page.ts';
import { asRows, makePage } from '../make-page.ts';

const row = (y: number, label: string, ...values: string[]): TextSpec[] => [
  ...(label === '' ? [] : [{ text: label, x: 60, y }]),
  ...values.flatMap((text, i) => (text === '' ? [] : [{ text, x: 280 + i * 70, y, right: true }])),
];

/** Level rules over the whole table at these y. */
const rules = (...ys: number[]): [number, number, number][] => ys.map((y) => [y, 50, 570]);

describe('heads over several columns', () => {
  it('spreads years over the pairs below them and leaves a year in its own column alone', () => {
    const { tables } = layOut([
      makePage({
        level: rules(80, 122, 142, 162, 182),
        texts: [
          { text: '2022', x: 375, y: 96, right: true },
          { text: '2023', x: 515, y: 96, right: true },
          ...row(114, 'Staff', '2021', 'Number', 'Percentage', 'Number', 'Percentage'),
          ...row(136, 'Total', '100.0%', '6,781', '100.0%', '5,697', '100.0%'),
          ...row(156, 'Men', '60.0%', '4,069', '60.0%', '3,418', '60.0%'),
          ...row(176, 'Women', '40.0%', '2,712', '40.0%', '2,279', '40.0%'),
        ],
      }),
    ]);
    const heads = tables[0]!.cells.filter((c) => c.header && /^20/.test(c.text));
    expect(heads.map((c) => [c.text, c.col, c.colSpan])).toEqual([
      ['2022', 2, 2],
      ['2023', 4, 2],
      ['2021', 1, 1],
    ]);
  });

  it('keeps a shaded band apart from the row below it, though other rows have drawn rules', () => {
    const { tables } = layOut([
      makePage({
        level: rules(80, 100, 140, 160, 200, 220),
        fills: [
          { box: [50, 100, 570, 120], color: '#dddddd' },
          { box: [50, 160, 570, 180], color: '#dddddd' },
        ],
        texts: [
          ...row(94, 'Indicator', '2022', '2023'),
          { text: 'Turnover', x: 60, y: 114 },
          ...row(134, 'Total', '10.7%', '8.1%'),
          ...row(154, 'Voluntary', '4.7%', '7.0%'),
          { text: 'Headcount', x: 60, y: 174 },
          ...row(194, 'Total', '6,781', '5,697'),
          ...row(214, 'Women', '2,712', '2,279'),
        ],
      }),
    ]);
    expect(asRows(tables[0]!).map((cells) => cells[0])).toEqual([
      'Indicator',
      'Turnover',
      'Total',
      'Voluntary',
      'Headcount',
      'Total',
      'Women',
    ]);
  });

  it('parts a unit column that only category rows cross', () => {
    const { tables } = layOut([
      makePage({
        level: rules(80, 100, 120, 140, 160, 180, 200),
        texts: [
          ...row(94, 'Value shared', '', '2022', '2023'),
          { text: 'Payments to the public purse and its many parts by region of the world', x: 60, y: 114 },
          { text: 'Asia', x: 60, y: 134 },
          { text: '%', x: 240, y: 134 },
          ...row(134, '', '', '14.0', '11.0'),
          { text: 'Europe', x: 60, y: 154 },
          { text: '%', x: 240, y: 154 },
          ...row(154, '', '', '67.0', '74.0'),
          { text: 'Share of all the value that was shared out in the year', x: 60, y: 174 },
          { text: 'Suppliers', x: 60, y: 194 },
          { text: '%', x: 240, y: 194 },
          ...row(194, '', '', '77.0', '79.3'),
        ],
      }),
    ]);
    expect(asRows(tables[0]!)[2]).toEqual(['Asia', '%', '14.0', '11.0']);
  });

  it('parts columns of values though wrapped heads of many lines stand across the gap', () => {
    const heads = ['Direct discharge', 'into fresh', 'water bodies', 'and rivers', 'by all sites'];
    const { tables } = layOut([
      makePage({
        level: rules(80, 180, 200, 220, 240, 260, 280),
        texts: [
          ...heads.map((text, i): TextSpec => ({ text, x: 262, y: 94 + i * 14 })),
          ...row(174, 'Region', '2022', '2023'),
          ...row(194, 'North', '63,633', '60,225'),
          ...row(214, 'South', '-', '-'),
          ...row(234, 'East', '213', '230'),
          ...row(254, 'West', '96', '140'),
          ...row(274, 'Total', '63,942', '60,595'),
        ],
      }),
    ]);
    expect(asRows(tables[0]!).at(-1)).toEqual(['Total', '63,942', '60,595']);
  });

  it('keeps wrapped remarks that begin with figures in the row between two rules', () => {
    const remark = (y: number, ...lines: string[]): TextSpec[] =>
      lines.map((text, i) => ({ text, x: 440, y: y + (i - 1) * 9 }));
    const { tables } = layOut([
      makePage({
        level: rules(80, 100, 135, 170, 205, 240),
        texts: [
          ...row(94, 'Region', '2022', '2023'),
          { text: 'Rivers', x: 440, y: 94 },
          ...[0, 1, 2, 3].flatMap((i) => [
            ...row(120 + 35 * i, `Region ${'ABCD'[i]}`, `${i + 3},733`, `${i + 2},386`),
            ...remark(120 + 35 * i, '3 including', '2 small ones', 'in the south'),
          ]),
        ],
      }),
    ]);
    expect(asRows(tables[0]!)[1]).toEqual(['Region A', '3,733', '2,386', '3 including 2 small ones in the south']);
  });

  it('keeps two raised marks with a space between them off the text', () => {
    const { tables } = layOut([
      makePage({
        level: rules(80, 100, 120, 140),
        texts: [
          ...row(94, 'Indicator', '2022', '2023'),
          ...row(114, 'Lost days', '0.30', '0.25'),
          { text: '1, 2', x: 101, y: 110, size: 5.2 },
          { text: '3', x: 350.5, y: 110, size: 5.2 },
          ...row(134, 'Deaths', '1', '2'),
        ],
      }),
    ]);
    expect(asRows(tables[0]!)[1]).toEqual(['Lost days', '0.30', '0.25']);
    expect(tables[0]!.cells.flatMap((c) => c.marks)).toEqual(['1, 2', '3']);
  });

  it('takes years for a head even when the head is set like the rows of the table before', () => {
    const { tables } = layOut([
      makePage({
        level: rules(80, 100, 120, 140).concat(rules(200, 220, 240, 260)),
        texts: [
          { text: 'Training', x: 60, y: 94 },
          ...row(94, '', '2022', '2023').map((t) => ({ ...t, bold: true })),
          ...row(114, 'Hours', '12', '14'),
          ...row(134, 'Courses', '120', '141'),
          ...row(214, 'Suppliers', '2022', '2023'),
          ...row(234, 'In all', '2,129', '2,131'),
          ...row(254, 'New', '29', '31'),
        ],
      }),
    ]);
    expect(tables[1]!.cells.filter((c) => c.header).map((c) => c.text)).toEqual(['Suppliers', '2022', '2023']);
  });

  it('takes a line around the page, and one that runs off it, for no side of a table', () => {
    const { tables } = layOut([
      makePage({
        level: [...rules(80, 100, 120, 140), [0.2, 0, 600], [799.8, 0, 600]],
        upright: [
          [0.2, 0, 800],
          [580, 30, 800],
        ],
        texts: [
          ...row(94, 'Indicator', '2022', '2023'),
          ...row(114, 'Diesel', '12', '14'),
          ...row(134, 'Petrol', '120', '141'),
          { text: 'Next chapter', x: 584, y: 300, size: 4 },
        ],
      }),
    ]);
    expect(tables.map((t) => t.box.map(Math.round))).toEqual([[50, 80, 570, 140]]);
  });
});
