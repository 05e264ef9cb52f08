import { expect, test } from 'vitest';
import type { Block, Table, TextLine } from '../../../src/model/table.ts';
import { slimReport } from '../../../src/worker/slim-report.ts';
import { makeRun } from '../make-page.ts';
import { report } from '../ui/sample.ts';

test('glyph runs stay behind; what a reader sees and where goes on', () => {
  const run = makeRun({ text: 'Scope 1', x: 50, y: 100 });
  const line: TextLine = { text: 'Scope 1', box: run.box, size: 10, bold: false, color: '', runs: [run] };
  const cell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, text: 'Scope 1', box: run.box, header: false, marks: [] };
  const block = { id: 'b1', page: 1, box: run.box, kind: 'paragraph', level: 0, text: 'Scope 1', column: 0 } as const;
  const blocks: Block[] = [{ ...block, lines: [line] }];
  const tables = [{ id: 't1', page: 1, box: run.box, cells: [{ ...cell, lines: [line] }] }] as unknown as Table[];
  const slim = slimReport(report({ blocks, tables }));
  expect(slim.blocks).toEqual([{ ...block, lines: [{ ...line, runs: [] }] }]);
  expect(slim.tables[0]!.cells).toEqual([{ ...cell, lines: [{ ...line, runs: [] }] }]);
  expect(blocks[0]!.lines[0]!.runs).toHaveLength(1);
});
