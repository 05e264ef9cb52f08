import { expect, test } from 'vitest';
import {
  countOf,
  describeProgress,
  formatBytes,
  formatNumber,
  formatStandard,
  formatTime,
  fractionDone,
} from '../../../src/ui/derive/format.ts';
import { marginNote, pagesOf } from '../../../src/ui/derive/margin-note.ts';
import { ledgerOf } from '../../../src/ui/derive/working.ts';
import { evidence, finding } from './sample.ts';

test('progress names the stage and the page', () => {
  expect(describeProgress(null)).toBe('Opening the file');
  expect(describeProgress({ stage: 'read', done: 12, total: 55 })).toBe('Reading page 12 of 55');
  expect(describeProgress({ stage: 'check', done: 3, total: 9 })).toBe('Checking rule 3 of 9');
});

test('progress only ever grows from stage to stage', () => {
  const stages = ['open', 'read', 'layout', 'extract', 'check'] as const;
  const fractions = stages.flatMap((stage) => [0, 5, 10].map((done) => fractionDone({ stage, done, total: 10 })));
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBeCloseTo(1);
});

test('numbers keep their digits and get their thousands apart', () => {
  const plain = { upper: null, qualifier: null };
  expect(formatNumber({ ...plain, number: '11490.60' })).toBe('11,490.60');
  expect(formatNumber({ ...plain, number: '-1234567' })).toBe('−1,234,567');
  expect(formatNumber({ ...plain, number: '0.000123' })).toBe('0.000123');
  expect(formatNumber({ number: '3', upper: '5', qualifier: null })).toBe('3–5');
  expect(formatNumber({ number: '97', upper: null, qualifier: 'over' })).toBe('> 97');
});

test('sizes, counts, dates and standards read plainly', () => {
  expect(formatBytes(100)).toBe('1 KB');
  expect(formatBytes(3_500_000)).toBe('3.3 MB');
  expect([countOf(1, 'page'), countOf(1200, 'page')]).toEqual(['1 page', '1,200 pages']);
  const noon = new Date(2025, 2, 4, 12, 41).getTime();
  expect(formatTime(noon, noon)).toBe('12:41');
  expect(formatTime(noon, noon + 86_400_000)).toBe('4 Mar 2025');
  expect([formatStandard('gri:305-1'), formatStandard('sse14:24')]).toEqual(['GRI 305-1', 'SSE 14 · Art. 24']);
});

test('the margin note is the sum on one line, or the message when it does not fit', () => {
  const working = [
    { label: '', value: '274.02', role: 'operand', evidence: 0 },
    { label: '', value: '11,490.61', role: 'operand', evidence: 0 },
    { label: '', value: '11,764.63', role: 'result', evidence: null },
    { label: '', value: '11,746.63', role: 'printed', evidence: 0 },
  ] as const;
  expect(marginNote(finding({ working: [...working] }))).toBe('274.02 + 11,490.61 = 11,764.63, printed 11,746.63');
  expect(marginNote(finding({ working: [...working.slice(0, 3)] }))).toBe('274.02 + 11,490.61 = 11,764.63');
  expect(marginNote(finding({ working: [...working.slice(0, 2)] }))).toBe('The parts add up to 3.');
});

test('pages are named once, in order', () => {
  const pages = [20, 52, 20].map((page) => evidence({ page }));
  expect(pagesOf(finding({ evidence: pages }))).toEqual([20, 52]);
});

test('a unit that all operands share is written once', () => {
  const line = (value: string, role: 'operand' | 'result' | 'printed') => ({ label: '', value, role, evidence: null });
  const working = [line('1.5 tCO₂e', 'operand'), line('2.5 tCO₂e', 'operand'), line('4.0 tCO₂e', 'result')];
  const ledger = ledgerOf({ working });
  expect([ledger.unit, ledger.lines.map((each) => each.value)]).toEqual(['tCO₂e', ['1.5', '2.5', '4.0']]);
  expect(marginNote(finding({ working }))).toBe('1.5 + 2.5 = 4.0 (tCO₂e)');
});

test('units that differ stay with their figures', () => {
  const line = (value: string) => ({ label: '', value, role: 'operand' as const, evidence: null });
  const working = [line('115,822 m³'), line('11.58 万立方米'), line('21.1%')];
  expect(ledgerOf({ working })).toEqual({ unit: null, lines: working });
});
