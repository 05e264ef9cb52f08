import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { keepPageRules, splitRules } from '../../../src/ui/build/pdfjs-css-plugin.ts';
import { connect } from '../../../src/ui/derive/connect.ts';
import { arrangePlaces, pageScale, percentOf, withinFocus } from '../../../src/ui/derive/fit.ts';
import { pageTyped } from '../../../src/ui/derive/page-typed.ts';
import { anchorOf, figureMarks } from '../../../src/ui/derive/panels.ts';
import { PageViewState } from '../../../src/ui/state/page-view.svelte.ts';
import { fact } from './sample.ts';

test('a whole page fits by its longer side', () => {
  expect(pageScale([600, 800], { width: 600, height: 400 })).toBe(0.5);
  expect(pageScale([800, 400], { width: 400, height: 400 })).toBe(0.5);
  expect(percentOf(96 / 72)).toBe(100);
});

test('two places share the room the way that shows them larger', () => {
  const wide = { width: 600, focus: [0, 0, 600, 100] as const };
  expect(arrangePlaces([wide, wide], { width: 800, height: 800 })).toBe('rows');
  const tall = { width: 600, focus: [0, 0, 270, 600] as const };
  expect(arrangePlaces([tall, tall], { width: 1400, height: 700 })).toBe('columns');
  expect(arrangePlaces([tall, tall, tall], { width: 1400, height: 700 })).toBe('rows');
});

test('a spot is looked at with its whole row', () => {
  expect(withinFocus([300, 50, 340, 60], [10, 0, 400, 200])).toEqual([10, 50, 400, 60]);
});

test('a line joins the marks of neighbouring frames and stays within them', () => {
  const upper = {
    frame: { left: 0, top: 0, right: 200, bottom: 100 },
    mark: { left: 90, top: 40, right: 110, bottom: 50 },
  };
  const lower = { ...upper, frame: { left: 0, top: 110, right: 200, bottom: 210 } };
  const seen = { ...lower, mark: { left: 90, top: 150, right: 110, bottom: 160 } };
  expect(connect([upper, seen], { left: 0, top: 0 })[0]).toMatchObject({ from: [100, 50], to: [100, 150] });
  // Counted from the origin.
  expect(connect([upper, seen], { left: 10, top: 20 })[0]).toMatchObject({ from: [90, 30], to: [90, 130] });
  // Scrolled out below: the line ends at the frame's edge.
  const hidden = { ...lower, mark: { left: 90, top: 400, right: 110, bottom: 410 } };
  expect(connect([upper, hidden], { left: 0, top: 0 })[0]!.to).toEqual([100, 204]);
  expect(connect([upper, { ...lower, mark: null }], { left: 0, top: 0 })).toEqual([]);
});

test('a typed page is a PDF page, or the page with that number printed on it', () => {
  const labels = [null, 'iv', '1', '2', 'A-3'];
  expect(['4', 'p2', 'p. 2', 'IV', 'a-3', 'p9', ''].map((typed) => pageTyped(typed, labels))).toEqual([
    4,
    4,
    4,
    2,
    5,
    null,
    null,
  ]);
});

test('figures can be chosen on their page, but for the one that is', () => {
  const facts = [fact(), fact({ id: 'f2' })];
  expect(figureMarks(facts, 'f2').map(({ opens, tone }) => [opens, tone])).toEqual([['f1', 'figure']]);
});

test('a line starts at the mark in the colour of the finding, else at the first', () => {
  const mark = (tone: 'operand' | 'wrong') => ({ boxes: [], tone, name: '', opens: null });
  const marks = [mark('operand'), mark('wrong')];
  expect(anchorOf(marks)).toBe(marks[1]);
  expect(anchorOf([marks[0]!])).toBe(marks[0]);
  expect(anchorOf([])).toBe(null);
});

test('asking for a place takes the reader there again, at its own size', () => {
  const view = new PageViewState();
  view.zoomBy(1);
  view.seen = 7;
  const { asked } = view;
  view.place();
  expect([view.zoom, view.seen, view.asked]).toEqual([1, null, asked + 1]);
  view.fitTo('width');
  view.place();
  expect(view.fit).toBe('focus');
  // Whoever wants whole pages keeps them.
  view.fitTo('page');
  view.place();
  expect(view.fit).toBe('page');
});

test('zoom has its limits', () => {
  const view = new PageViewState();
  for (let step = 0; step < 40; step += 1) view.zoomBy(1);
  expect(view.zoom).toBe(8);
  for (let step = 0; step < 80; step += 1) view.zoomBy(-1);
  expect(view.zoom).toBe(0.25);
});

test('a stylesheet is split into its rules, nested ones within theirs', () => {
  const css = '@import "x";\n/* a { } */ .a { color: red; .b { top: 0 } }\n.c{}';
  expect(splitRules(css)).toEqual(['@import "x";', '.a { color: red; .b { top: 0 } }', '.c{}']);
});

test("of pdf.js's stylesheet, what shows pages, text and links stays, and nothing that loads a picture", () => {
  const file = fileURLToPath(import.meta.resolve('pdfjs-dist/web/pdf_viewer.css'));
  const kept = keepPageRules(readFileSync(file, 'utf8'));
  for (const selector of ['.textLayer {', '.annotationLayer {', '.pdfViewer .page {']) expect(kept).toContain(selector);
  expect(kept).not.toMatch(/images\/|annotationEditorLayer \{|#viewsManager|:root|:has\(> \.canvasWrapper/);
  expect(kept.length).toBeLessThan(25_000);
});
