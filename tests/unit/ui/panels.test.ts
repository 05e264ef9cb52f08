import { expect, test } from 'vitest';
import type { Table } from '../../../src/model/table.ts';
import { fitScale, scrollFor } from '../../../src/ui/derive/fit.ts';
import { describeBar, pageBars } from '../../../src/ui/derive/page-bars.ts';
import { browsingPanel, factPanel, findingPanels } from '../../../src/ui/derive/panels.ts';
import { listItems } from '../../../src/ui/derive/standing.ts';
import { evidence, fact, finding, report } from './sample.ts';

const table: Table = {
  id: 't1',
  page: 2,
  box: [50, 80, 400, 300],
  caption: 'Emissions',
  headings: [],
  continues: null,
  rows: 1,
  cols: 1,
  cells: [],
  notes: [],
  method: 'ruled',
  confidence: 1,
};

const wrong = finding({
  evidence: [
    evidence({ page: 2, role: 'part' }),
    evidence({ page: 2, role: 'total', box: [100, 120, 140, 130], factId: 'f2' }),
    evidence({ page: 3, role: 'part', factId: 'f3' }),
  ],
  working: [
    { label: 'Scope 1', value: '1', role: 'operand', evidence: 0 },
    { label: 'Total', value: '4', role: 'printed', evidence: 1 },
  ],
});

test('a finding gets one panel a page, with the printed figure in the colour of its standing', () => {
  const [item] = listItems([wrong]);
  const panels = findingPanels(report({ tables: [table], findings: [wrong] }), item!);
  expect(panels.map((panel) => [panel.page, panel.title, panel.marks.map((mark) => mark.tone)])).toEqual([
    [2, 'Emissions', ['operand', 'wrong']],
    [3, '', ['operand']],
  ]);
});

test('the focus is as wide as the table and as tall as the marks', () => {
  const [item] = listItems([wrong]);
  const [panel] = findingPanels(report({ tables: [table] }), item!);
  expect(panel!.focus).toEqual([36, 86, 414, 144]);
});

test('without a printed line, every place is in the colour of the standing', () => {
  const [item] = listItems([finding({ evidence: [evidence(), evidence()] })]);
  expect(findingPanels(report(), item!)[0]!.marks.map((mark) => mark.tone)).toEqual(['wrong', 'wrong']);
});

test('leafing shows what failed on the page, each mark leading to its finding', () => {
  const items = listItems([
    wrong,
    finding({ outcome: 'pass', fingerprint: 'bbbb', evidence: [evidence({ page: 3 })] }),
  ]);
  expect(browsingPanel(items, 3).marks.map((mark) => mark.opens)).toEqual(['aaaa']);
});

test('a figure is marked on its page', () => {
  const panel = factPanel(report(), fact({ page: 3 }));
  expect([panel.page, panel.marks[0]!.name]).toEqual([3, '274.02, Scope 1']);
});

test('bars count figures, what is verified, and the worst on the page', () => {
  const pass = finding({ outcome: 'pass', fingerprint: 'p', evidence: [evidence({ page: 2, factId: 'f1' })] });
  const look = finding({ severity: 'info', fingerprint: 'l', evidence: [evidence({ page: 2 })] });
  const facts = [fact({ page: 2 }), fact({ id: 'f2', page: 2 })];
  const bars = pageBars(report({ facts }), listItems([look, wrong, pass]));
  expect(bars[1]).toEqual({ page: 2, numbers: 2, verified: 1, worst: 'wrong', unread: false });
  expect(describeBar(bars[1]!)).toBe('Page 2: 2 figures, 1 verified, something wrong');
});

test('fitting shows the whole width without a focus, and never more than the focus needs', () => {
  const panel = (width: number, height = 500): { width: number; height: number } => ({ width, height });
  expect(fitScale(600, null, panel(300), 1)).toBe(0.5);
  expect(fitScale(600, [0, 0, 400, 10], panel(800), 1)).toBe(1.9);
  expect(fitScale(600, [0, 0, 400, 10], panel(600), 1)).toBe(1.5);
  expect(fitScale(600, [0, 0, 400, 400], panel(600), 1)).toBe(1.25);
  expect(fitScale(600, [0, 0, 400, 800], panel(600), 1)).toBe(1);
  expect(fitScale(600, null, panel(300), 2)).toBe(1);
});

test('scrolling puts a small focus in the middle and a large one at its top', () => {
  expect(scrollFor([100, 400, 200, 420], 1, { width: 300, height: 200 })).toEqual({ left: 0, top: 310 });
  expect(scrollFor([100, 400, 200, 900], 1, { width: 300, height: 200 })).toEqual({ left: 0, top: 400 });
});
