import { expect, test } from 'vitest';
import type { Block, Table, TextLine } from '../../../src/model/table.ts';
import { coverFigures, coverPages } from '../../../src/ui/derive/coverage.ts';
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
  expect(browsingPanel(report(), items, 3).marks.map((mark) => mark.opens)).toEqual(['aaaa']);
});

test('a claim that wraps is one mark with a box for each line', () => {
  const line = (text: string, y: number): TextLine => {
    return { text, box: [50, y, 50 + text.length * 5, y + 10], size: 9, bold: false, color: '', runs: [] };
  };
  const lines = [line('We did well. Our', 100), line('emissions fell. Good.', 114)];
  const text = lines.map((each) => each.text).join(' ');
  const block: Block = {
    id: 'b',
    page: 1,
    box: [50, 100, 155, 124],
    kind: 'paragraph',
    level: 0,
    text,
    lines,
    column: 0,
  };
  const claim = evidence({ role: 'claim', raw: 'Our emissions fell', factId: null, box: [50, 100, 130, 124] });
  const [item] = listItems([finding({ evidence: [claim] })]);
  const [mark] = findingPanels(report({ blocks: [block] }), item!)[0]!.marks;
  // Letters of one width stand where they are printed, but for the spaces that are left out.
  expect(mark!.boxes.map((box) => [Math.round(box[1]), box[0] > 90, box[2] < 140])).toEqual([
    [100, true, true],
    [114, false, true],
  ]);
  expect(mark!.boxes[1]![0]).toBe(50);
});

test('a figure is marked on its page', () => {
  const panel = factPanel(report(), fact({ page: 3 }));
  expect([panel.page, panel.marks[0]!.name]).toEqual([3, '274.02, Scope 1']);
});

test('bars count figures, what is verified, and the worst on the page', () => {
  const pass = finding({ outcome: 'pass', fingerprint: 'p', evidence: [evidence({ page: 2, factId: 'f1' })] });
  const look = finding({ severity: 'info', fingerprint: 'l', evidence: [evidence({ page: 2 })] });
  const facts = [fact({ page: 2 }), fact({ id: 'f2', page: 2 })];
  const given = report({ facts });
  const items = listItems([look, wrong, pass]);
  const bars = pageBars(coverPages(given, coverFigures(given, listItems([pass]))), items);
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
