import { expect, test } from 'vitest';
import { clip, placeTags } from '../../../src/export/figure-tags.ts';
import { readingSvg } from '../../../src/export/reading-svg.ts';
import { escapeXml } from '../../../src/export/svg.ts';
import type { Block, Cell, Table } from '../../../src/model/table.ts';
import { fact, report } from '../ui/sample.ts';

const hostile = `<script>alert("1")</script> & 'x' \u0000 \ud800 ]]>`;

function table(part: Partial<Table>): Table {
  const cell = (row: number, col: number, more: Partial<Cell> = {}): Cell => ({
    row,
    col,
    rowSpan: 1,
    colSpan: 1,
    text: hostile,
    box: [50 + col * 100, 100 + row * 20, 150 + col * 100, 120 + row * 20],
    header: row === 0,
    marks: [],
    lines: [{ text: hostile, box: [55, 105, 90, 115], size: 9, bold: false, color: '', runs: [] }],
    ...more,
  });
  return {
    id: 't1',
    page: 1,
    box: [50, 100, 250, 140],
    caption: hostile,
    headings: [],
    continues: null,
    rows: 2,
    cols: 2,
    cells: [cell(0, 0, { colSpan: 2, box: [50, 100, 250, 120] }), cell(1, 0), cell(1, 1)],
    notes: [],
    method: 'ruled',
    confidence: 0.5,
    ...part,
  };
}

function block(part: Partial<Block>): Block {
  const base: Block = {
    id: 'b',
    page: 1,
    box: [50, 40, 200, 60],
    kind: 'paragraph',
    level: 0,
    text: '',
    lines: [],
    column: 0,
  };
  return { ...base, ...part };
}

const given = report({
  blocks: [
    block({
      kind: 'heading',
      level: 2,
      lines: [{ text: hostile, box: [50, 40, 200, 60], size: 12, bold: true, color: '', runs: [] }],
    }),
    block({ kind: 'furniture', column: -1 }),
    block({ kind: 'note', column: 1, box: [300, 40, 500, 60] }),
  ],
  tables: [table({}), table({ id: 't2', page: 2, continues: 't1', confidence: 1 })],
  facts: [
    fact({
      id: hostile,
      label: hostile,
      metric: hostile,
      box: [160, 125, 200, 135],
      tableId: 't1',
      doubts: ['unsure'],
    }),
  ],
  claims: [],
  index: [
    { page: 1, box: [60, 300, 200, 312], standard: 'SSE', code: '21', location: '', title: '', raw: '' },
    { page: 1, box: [60, 300, 200, 312], standard: 'SSE', code: '22', location: '', title: hostile, raw: hostile },
  ],
});
const svg = readingSvg(given, 1);

test('nothing in the text of a report becomes markup', () => {
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('alert("');
  expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &apos;x&apos;');
  // eslint-disable-next-line no-control-regex -- none may be left
  expect(svg).not.toMatch(/[\u0000-\u0008]|[\ud800-\udfff]/);
  // Every tag that is opened is one of the drawing's own, and is closed.
  const names = [...svg.matchAll(/<(\w+)/g)].map((match) => match[1]!);
  expect(new Set(names)).toEqual(new Set(['svg', 'title', 'g', 'rect', 'text', 'path']));
  const closed = svg.match(/<\/\w+>|\/>/g)!;
  expect(closed).toHaveLength(names.length);
});

test('escaping keeps whole pairs of surrogates and Chinese', () => {
  expect(escapeXml('𠮷 温室气体 <')).toBe('𠮷 温室气体 &lt;');
  expect(escapeXml('\ud842x\udfb7')).toBe('\ufffdx\ufffd');
});

test('draws cells with heads and spans, the table’s name and where it goes on', () => {
  expect(svg.match(/class="cell( head)?"/g)).toHaveLength(3);
  expect(svg).toMatch(/class="cell head"[^>]* stroke-width="1"/);
  expect(svg).toContain('t1 · 2 × 2 · ruled · unsure (0.50) · ');
  expect(svg).toContain('goes on on p. 2');
  expect(readingSvg(given, 2)).toContain('goes on from p. 1');
});

test('draws blocks, columns and one box an index row, with the page’s size', () => {
  expect(svg).toContain('viewBox="0 0 595 842"');
  for (const words of ['>H2<', '>column 1<', '>column 2<', '>SSE 21, 22<', 'class="furniture"'])
    expect(svg).toContain(words);
  expect(svg.match(/class="entry"/g)).toHaveLength(1);
});

test('a figure carries its tag, and a doubt shows', () => {
  expect(svg).toContain('class="figure"');
  expect(svg).toMatch(/2024 · tCO2e · &lt;/);
  expect(svg).toContain('stroke-dasharray="2.2 1.2"');
});

test('an unread page says so', () => {
  const unread = report({ document: { ...given.document, unreadPages: [3] } });
  expect(readingSvg(unread, 3)).toContain('This page has no text to read.');
  expect(readingSvg(given, 3)).not.toContain('no text to read');
});

test('tags keep out of their neighbours’ way, inside their table, and shrink where rows are close', () => {
  const facts = [
    fact({ box: [100, 100, 140, 110] }),
    fact({ box: [200, 100, 240, 110] }),
    fact({ box: [100, 116, 140, 126] }),
  ];
  const [first, second, below] = placeTags(facts, () => [50, 90, 245, 130]);
  expect([first!.anchor, second!.anchor]).toEqual(['start', 'end']);
  expect(first!.size).toBeLessThan(below!.size);
  for (const { width } of [...first!.lines, ...second!.lines]) expect(width).toBeLessThanOrEqual(98);
});

test('words are cut to their room, an ideograph taking two', () => {
  expect(clip('abcdef', 10, 30).text).toBe('abcde…');
  expect(clip('温室气体', 10, 30).text).toBe('温室气…');
  expect(clip('abc', 10, 30).text).toBe('abc');
});
