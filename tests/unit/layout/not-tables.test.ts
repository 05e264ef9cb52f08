import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/lay-out.ts';
import { isPeriodHead, isValue } from '../../../src/layout/tables/values.ts';
import { makePage } from '../make-page.ts';

describe('what is no table', () => {
  it('turns down the axis of a chart, whose numbers have one step', () => {
    const ticks = [250, 200, 150, 100, 50, 0];
    const { tables } = layOut([
      makePage({
        texts: ticks
          .flatMap((tick, i) => [
            { text: String(tick), x: 80, y: 100 + i * 16 },
            { text: ['Spread', 'Yield', 'Index', '', 'Rate', 'Trend'][i]!, x: 160, y: 100 + i * 16 },
            { text: String(tick), x: 320, y: 100 + i * 16 },
            { text: ['Bond', 'Swap', '', 'Loan', 'Note', 'Bill'][i]!, x: 400, y: 100 + i * 16 },
          ])
          .filter((t) => t.text !== ''),
      }),
    ]);
    expect(tables).toEqual([]);
  });

  it('keeps years down the side, which step by one', () => {
    const { tables } = layOut([
      makePage({
        texts: [
          { text: 'Year', x: 60, y: 100 },
          { text: 'Water (m3)', x: 200, y: 100 },
          { text: 'Waste (t)', x: 340, y: 100 },
          ...[2019, 2020, 2021, 2022, 2023, 2024].flatMap((year, i) => [
            { text: String(year), x: 60, y: 118 + i * 18 },
            { text: String(8410 + i * 37 * (i + 1)), x: 200, y: 118 + i * 18 },
            { text: String(120 - i * i), x: 340, y: 118 + i * 18 },
          ]),
        ],
      }),
    ]);
    expect(tables).toHaveLength(1);
  });

  it('reads justified prose in a ruled box as prose', () => {
    const words =
      'The fund lends to members who ask for help in time and repay what they were lent with interest'.split(' ');
    // Words stand 0.8 of the font size apart, as justification leaves them, so that each is a phrase of its own.
    const lines = Array.from({ length: 6 }, (_, r) => {
      let x = 60;
      return words.slice(r, r + 9).map((text) => {
        const at = { text, x, y: 120 + r * 13 };
        x += text.length * 5 + 8;
        return at;
      });
    }).flat();
    const { tables, blocks } = layOut([
      makePage({
        level: [
          [105, 55, 355],
          [205, 55, 355],
        ],
        texts: lines,
      }),
    ]);
    expect(tables).toEqual([]);
    expect(blocks.every((b) => b.kind === 'paragraph')).toBe(true);
  });

  it('reads three narrow columns one after the other though their lines stand level', () => {
    const column = (x: number, name: string): { text: string; x: number; y: number }[] =>
      Array.from({ length: 6 }, (_, i) => ({ text: `${name} line ${i} runs on to its edge`, x, y: 100 + i * 13 }));
    const { blocks, tables } = layOut([
      makePage({ width: 800, texts: [...column(50, 'First'), ...column(300, 'Second'), ...column(550, 'Third')] }),
    ]);
    expect(tables).toEqual([]);
    expect(blocks.map((b) => [b.column, b.text.split(' ')[0]])).toEqual([
      [0, 'First'],
      [1, 'Second'],
      [2, 'Third'],
    ]);
  });
});

describe('values', () => {
  it.each([
    '12',
    '1,234.5',
    '(12.3)',
    '–',
    'N/A',
    '85.7%',
    '0.43 tons',
    'RMB 231.80 million',
    'S$1,182',
    '115,822 m³',
    '107 GJ/$m',
    'Over 97',
    '80,852吨',
  ])('%s is a value', (text) => expect(isValue(text)).toBe(true));
  it.each([
    'Scope 1',
    '305-1',
    '2-4/2-23',
    '1) Injury rate',
    '31 December 2024',
    '2021 年 3 月',
    'Total waste',
    '1.2.3',
  ])('%s is none', (text) => expect(isValue(text)).toBe(false));
  it.each(['2024', 'FY2024', '2024年', '2023/24', 'FY 23', '2024 Data'])('%s heads a column', (text) =>
    expect(isPeriodHead(text)).toBe(true),
  );
});
