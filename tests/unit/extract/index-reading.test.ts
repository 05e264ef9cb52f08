import { describe, expect, it } from 'vitest';
import { readIndexEntries } from '../../../src/extract/index-entries.ts';
import { shapeTables } from '../../../src/extract/table-shape.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import { makePage } from '../make-page.ts';
import type { TextSpec } from '../make-page.ts';
import { context } from './vocabulary-for-tests.ts';

type Line = [text: string, x: number, y: number];
const texts = (lines: Line[]): TextSpec[] => lines.map(([text, x, y]) => ({ text, x, y, size: 9 }));
const read = (...pages: Parameters<typeof makePage>[0][]): string[] => {
  const { blocks, tables } = layOut(pages.map((page, i) => makePage({ number: i + 1, ...page })));
  return readIndexEntries(shapeTables(tables, context), blocks).map(
    ({ page, standard, code, location }) => `${page} ${standard} ${code} | ${location}`,
  );
};
const page = (lines: Line[]) => ({ texts: texts(lines) });
const grid = (rows: string[][], xs: number[], top = 100) => ({
  texts: texts(rows.flatMap((row, r) => row.map((text, c): Line => [text, xs[c]! + 4, top + r * 20 + 13]))),
  level: Array.from({ length: rows.length + 1 }, (_, r): [number, number, number] => [top + r * 20, xs[0]!, 560]),
  upright: [...xs, 560].map((x): [number, number, number] => [x, top, top + rows.length * 20]),
});

describe('indexes without a grid', () => {
  const head: Line[] = [
    ['GRI content index', 40, 60],
    ['Disclosure', 40, 90],
    ['Reference', 330, 90],
  ];

  it('reads a row from its code down to the next, over several lines', () => {
    expect(
      read(
        page([
          ...head,
          ['2-7 Employees', 40, 120],
          ['Our people', 330, 120],
          ['Key figures', 330, 131],
          ['302-1 Energy consumption within the', 40, 150],
          ['organization', 40, 161],
          ['Page 12', 330, 150],
          ['GRI 303: WATER AND EFFLUENTS', 40, 185],
          ['303-5 Water consumption', 40, 205],
          ['Page 14', 330, 205],
          ['404-1 Average hours of training', 40, 230],
          ['Not reported: data are not collected', 330, 230],
        ]),
      ),
    ).toEqual([
      '1 GRI 2-7 | Our people Key figures',
      '1 GRI 302-1 | Page 12',
      '1 GRI 303-5 | Page 14',
      '1 GRI 404-1 | Not reported: data are not collected',
    ]);
  });

  it('goes on over a page that repeats neither title nor heads', () => {
    const rows: Line[] = ['201-1', '203-1', '205-2', '205-3'].flatMap((code, i): Line[] => [
      [`${code} Some disclosure`, 40, 120 + i * 24],
      [`Page ${i + 3}`, 330, 120 + i * 24],
    ]);
    const more: Line[] = ['401-1', '403-9', '405-1'].flatMap((code, i): Line[] => [
      [`${code} Some disclosure`, 40, 60 + i * 24],
      [`Page ${i + 8}`, 330, 60 + i * 24],
    ]);
    expect(read(page([...head, ...rows]), page(more)).slice(-3)).toEqual([
      '2 GRI 401-1 | Page 8',
      '2 GRI 403-9 | Page 9',
      '2 GRI 405-1 | Page 10',
    ]);
  });

  it('takes no marks beside headings for an index', () => {
    const marks: Line[] = [0, 1, 2, 3].flatMap((i): Line[] => [
      [`GRI 40${i + 1}-1`, 40, 100 + i * 60],
      ['We look after the people who work with us and say how in this part.', 40, 115 + i * 60],
      ['Every year we ask them what they think about their work and us.', 40, 127 + i * 60],
    ]);
    expect(read(page(marks))).toEqual([]);
  });

  it('reads TCFD rows by pillar and letter', () => {
    expect(
      read(
        page([
          ['TCFD index', 40, 60],
          ['Pillar', 40, 90],
          ['Recommended disclosure', 130, 90],
          ['Page', 480, 90],
          ['Governance', 40, 115],
          ['a) Board oversight of climate matters', 130, 115],
          ['12', 480, 115],
          ['b) What management does about them', 130, 135],
          ['13', 480, 135],
          ['Risk', 40, 155],
          ['Management', 40, 166],
          ['a) How risks are found', 130, 155],
          ['20', 480, 155],
          ['b) How risks are handled', 130, 180],
          ['21', 480, 180],
        ]),
      ),
    ).toEqual([
      '1 TCFD Governance a | 12',
      '1 TCFD Governance b | 13',
      '1 TCFD Risk Management a | 20',
      '1 TCFD Risk Management b | 21',
    ]);
  });
});

describe('indexes with a grid', () => {
  it('knows SASB codes under any head, and takes every column that says where', () => {
    expect(
      read(
        grid(
          [
            ['Topic', 'Code', 'Metric', 'Page', 'Notes'],
            ['Energy', 'TC-SI-130a.1', 'Energy used', '12', 'Audited'],
            ['Privacy', 'TC-SI-220a.1', 'Policies', '-', 'See the website'],
            ['Activity', 'TC-SI-000.A', 'Licences', '30', ''],
          ],
          [40, 130, 230, 360, 430],
        ),
      ),
    ).toEqual([
      '1 SASB TC-SI-130a.1 | 12 Audited',
      '1 SASB TC-SI-220a.1 | - See the website',
      '1 SASB TC-SI-000.A | 30',
    ]);
  });

  it('reads bare paragraphs under the name of IFRS S2, and no pages', () => {
    expect(
      read(
        grid(
          [
            ['IFRS S2', 'Disclosure', 'Page'],
            ['29(a)(i)', 'Greenhouse gases', '12'],
            ['33', 'Climate targets', '14'],
            ['34 to 35', 'How they are watched', '15'],
          ],
          [40, 130, 330],
        ),
      ),
    ).toEqual(['1 IFRS S2 29(a)(i) | 12', '1 IFRS S2 33 | 14', '1 IFRS S2 34 | 15', '1 IFRS S2 35 | 15']);
  });

  it('reads paragraphs in a table that a title calls an index of IFRS S2', () => {
    const { texts: cells, ...lines } = grid(
      [
        ['Requirement', 'Topic', 'Page'],
        ['S2-29(a)', 'Greenhouse gases', '12'],
        ['S2-33', 'Climate targets', '14'],
      ],
      [40, 130, 330],
    );
    const title = texts([['IFRS S2 index', 40, 60]]);
    expect(read({ texts: [...title, ...cells], ...lines })).toEqual(['1 IFRS S2 29(a) | 12', '1 IFRS S2 33 | 14']);
  });

  it('reads paragraphs by the lines under an index title', () => {
    expect(
      read(
        page([
          ['IFRS S2 content index', 40, 60],
          ['Paragraph', 40, 90],
          ['Page', 330, 90],
          ['29(a) Greenhouse gases', 40, 115],
          ['Page 12', 330, 115],
          ['29(e) Capital', 40, 135],
          ['Page 13', 330, 135],
          ['33(a) Targets', 40, 155],
          ['Page 14', 330, 155],
        ]),
      ),
    ).toEqual(['1 IFRS S2 29(a) | Page 12', '1 IFRS S2 29(e) | Page 13', '1 IFRS S2 33(a) | Page 14']);
  });

  it('reads whole standards, and no code that a cell only refers to', () => {
    expect(
      read(
        grid(
          [
            ['GRI', 'Disclosure', 'Location'],
            ['103', 'Management approach', 'Page 9'],
            ['205-2', 'Training against corruption', 'see GRI 2-24'],
            ['205-3', 'Incidents', 'None'],
          ],
          [40, 130, 330],
        ),
      ),
    ).toEqual(['1 GRI 103 | Page 9', '1 GRI 205-2 | see GRI 2-24', '1 GRI 205-3 | None']);
  });

  it('reads heads that were taken for a row, in Chinese', () => {
    expect(
      read(
        grid(
          [
            ['目录', '《上交所14号指引》', 'GRI准则'],
            ['应对气候变化', '第二十一条至第二十二条', '305-1、305-2'],
            ['能源利用', '第三十五条', '302-1 至 302-3'],
            ['循环经济', '第三十七条', '/'],
          ],
          [40, 200, 380],
        ),
      ),
    ).toEqual([
      '1 SSE 21 | 应对气候变化',
      '1 SSE 22 | 应对气候变化',
      '1 GRI 305-1 | 应对气候变化',
      '1 GRI 305-2 | 应对气候变化',
      '1 SSE 35 | 能源利用',
      '1 GRI 302-1 | 能源利用',
      '1 GRI 302-2 | 能源利用',
      '1 GRI 302-3 | 能源利用',
      '1 SSE 37 | 循环经济',
    ]);
  });
});
