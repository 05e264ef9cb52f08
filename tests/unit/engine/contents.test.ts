import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { compareTitles, compareWords, plainTitle } from '../../../src/engine/section-titles.ts';
import { readContents } from '../../../src/extract/contents-entries.ts';
import type { Reading } from '../../../src/model/report.ts';
import type { Block } from '../../../src/model/table.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();
let top = 0;
/** A block of its own box. */
const block = (page: number, text: string, more: Partial<Block> = {}) =>
  makeBlock({ page, text, box: [0, top, 100, (top += 10)], ...more });
const heading = (page: number, text: string, level = 2) => block(page, text, { kind: 'heading', level });

const run = (rule: string, reading: Reading) =>
  check(reading, { ...pack, rules: pack.rules.filter(({ id }) => id === rule) }).findings.map(({ outcome, evidence }) =>
    [outcome, ...evidence.map(({ page, raw }) => `${page} ${raw}`)].join(' | '),
  );

const SECTIONS: [title: string, page: number][] = [
  ['Energy use', 4],
  ['Water use', 5],
  ['Waste handling', 6],
  ['Supplier audits', 7],
];
const contentsOf = (entries: [string, number][]) => [
  heading(2, 'Contents', 1),
  ...entries.map(([title, page]) => block(2, `${title} ........ ${page}`)),
];

describe('table of contents', () => {
  it('is read with leaders, and needs several entries in order', () => {
    const blocks = contentsOf(SECTIONS);
    expect(readContents(makeReading({ blocks })).map(({ title, printed }) => [title, printed])).toEqual(SECTIONS);
    expect(readContents(makeReading({ blocks: blocks.slice(0, 3) }))).toEqual([]);
    expect(readContents(makeReading({ blocks: [blocks[0]!, ...blocks.slice(1).reverse()] }))).toEqual([]);
  });

  it('agrees with headings two pages further on in the file', () => {
    const blocks = [...contentsOf(SECTIONS), ...SECTIONS.map(([title, page]) => heading(page + 2, title))];
    expect(run('contents-give-the-right-pages', makeReading({ blocks }))).toEqual(['pass | 2 Energy use']);
    expect(run('contents-name-the-headings', makeReading({ blocks }))).toEqual(['pass | 2 Energy use']);
  });

  it('names the entry whose section stands elsewhere', () => {
    const moved = SECTIONS.map(([title, page]) => heading(title === 'Waste handling' ? 9 : page, title));
    expect(run('contents-give-the-right-pages', makeReading({ blocks: [...contentsOf(SECTIONS), ...moved] }))).toEqual([
      'fail | 2 Waste handling | 9 Waste handling',
    ]);
  });

  it('finds the heading that is meant: of the usual level, on the page, alike, named by no other entry', () => {
    const entries: [string, number][] = [...SECTIONS, ['Compensation management', 8]];
    const blocks = [
      ...contentsOf(entries),
      ...SECTIONS.map(([title, page]) => heading(page, title)),
      heading(8, 'Remuneration management'),
      heading(8, 'Project management and care', 3),
      heading(9, 'Compensation manager'),
    ];
    expect(run('contents-name-the-headings', makeReading({ blocks }))).toEqual([
      'fail | 2 Compensation management | 8 Remuneration management',
    ]);
    blocks.push(block(8, 'Compensation management'));
    expect(run('contents-name-the-headings', makeReading({ blocks }))).toEqual(['pass | 2 Energy use']);
  });
});

describe('titles', () => {
  it.each(['3.2 Energy & water', 'Chapter 3: Energy and Water', 'THE ENERGY, WATER', '第三章 Energy water'])(
    '%s',
    (title) => expect(plainTitle(title)).toBe('energywater'),
  );

  it('are alike by letters and by words', () => {
    expect(compareTitles('riskmanagement', 'riskcontrol')).toBeGreaterThan(0.3);
    expect(compareTitles('riskmanagement', 'waterquality')).toBeLessThan(0.2);
    expect(compareWords('保护客户权益', '保障客户权益')).toBeGreaterThan(0.5);
    expect(compareWords('About the report', 'Report preface')).toBe(0);
  });
});

it('numbers: a table that goes on and the same table of another year are no slips', () => {
  const numbers = (...texts: string[]) =>
    run('numbers-of-sections-are-used-once', makeReading({ blocks: texts.map((text) => heading(1, text)) }))[0]?.split(
      ' ',
    )[0];
  expect(numbers('3.2 Energy', '3.2 Water')).toBe('fail');
  expect(numbers('Table 1: Emissions 2023', 'Table 1: Emissions 2024')).toBe('pass');
  expect(numbers('Table 1: Emissions', 'Table 1 (continued)')).toBe('pass');
  expect(numbers('2.5 million trees', '2.5 kWh')).not.toBe('pass');
});

it('references: to this report only, and spreads count twice', () => {
  const outcome = (text: string, pageSizes: [number, number][] = []) => {
    const reading = makeReading({ blocks: [block(3, text)] });
    reading.document.pageSizes = pageSizes;
    return run('page-references-lead-somewhere', reading)[0]?.split(' ')[0];
  };
  expect(outcome('For details see page 9.')).toBe('pass');
  expect(outcome('For details see page 15.')).toBe('fail');
  expect(outcome('For details see page 15.', [[842, 595]])).toBe('pass');
  expect(outcome('See page 115 of the Annual Report.')).toBe('notApplicable');
  expect(outcome('详见本报告第 37 页')).toBe('fail');
});

describe('titles that nearly agree', () => {
  const five: [string, number][] = [...SECTIONS, ['Board of directors', 8]];
  const withHeadings = (fourth: string, entries = five) => {
    const headings = five.map(([title, page]) => heading(page, page === 7 ? fourth : title));
    return makeReading({ blocks: [...contentsOf(entries), ...headings] });
  };

  it('finds a heading with another ending on its own page', () => {
    expect(run('contents-name-the-headings', withHeadings('Supplier audit'))).toEqual([
      'fail | 2 Supplier audits | 7 Supplier audit',
    ]);
    expect(run('contents-name-the-headings', withHeadings('Supplier audits'))[0]).toContain('pass');
  });

  it('says nothing of the page of a title that the contents list twice', () => {
    const twice: [string, number][] = [...five, ['Energy use', 9]];
    expect(run('contents-give-the-right-pages', withHeadings('Supplier audits', twice))[0]).toContain('pass');
  });
});

it('reads entries that stand side by side in one row', () => {
  const cells = ['Energy use', '4', 'Water use', '5', 'Waste handling', '6', 'Supplier audits', '7'].map((text, i) => ({
    ...{ row: Math.floor(i / 4), col: i % 4, rowSpan: 1, colSpan: 1, text, header: false, marks: [], lines: [] },
    box: [i, 0, i + 1, 1] as const,
  }));
  const table = {
    id: 't1',
    page: 2,
    box: [0, 0, 9, 9] as const,
    caption: null,
    headings: [],
    continues: null,
    rows: 2,
    cols: 4,
  };
  const reading = makeReading({
    blocks: [heading(2, 'Contents', 1)],
    tables: [{ ...table, cells, notes: [], method: 'ruled', confidence: 1 }],
  });
  expect(readContents(reading).map(({ title, printed }) => [title, printed])).toEqual(SECTIONS);
});
