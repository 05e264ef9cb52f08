import { expect, test } from 'vitest';
import type { Finding, WorkingLine } from '../../../src/model/finding.ts';
import {
  describeProgress,
  formatBytes,
  formatNumber,
  formatStandard,
  fractionDone,
} from '../../../src/ui/derive/format.ts';
import { formatTime } from '../../../src/ui/i18n/format.ts';
import { t } from '../../../src/ui/i18n/t.ts';
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
  expect([t.common.pages(1), t.common.pages(1200)]).toEqual(['1 page', '1,200 pages']);
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

const line = (label: string, value: string, role: WorkingLine['role'], evidence: number | null = null): WorkingLine => {
  return { label, value, role, evidence };
};

test('a quotient carries its sign, and its unit once', () => {
  const working = [
    line('Water', '156,384 t', 'operand'),
    line('÷ Revenue', '4,186.92 RMB million', 'operand'),
    line('Quotient', '37.35 t per million yuan', 'result'),
    line('Water intensity', '33.75 t per million yuan', 'printed'),
  ];
  expect(marginNote(finding({ kind: 'ratio', working }))).toBe(
    '156,384 t ÷ 4,186.92 RMB million = 37.35 t per million yuan, printed 33.75',
  );
});

test('a long sum is counted, not written out', () => {
  const parts = ['1', '2', '3', '4', '5'].map((value) => line('Part', value, 'operand'));
  const working = [...parts, line('Sum', '15', 'result'), line('Total', '16', 'printed')];
  expect(marginNote(finding({ kind: 'footing', working }))).toBe('5 parts = 15, printed 16');
});

test('a claim in words is quoted, one in figures is not', () => {
  const step = [line('2023', '8.93', 'operand'), line('2024', '15.20', 'operand'), line('Change', '6.27', 'result')];
  const note = (claimed: string): string =>
    marginNote(finding({ kind: 'change', working: [...step, line('Claimed', claimed, 'printed')] }));
  expect(note('significantly reduced')).toBe('8.93 → 15.20: 6.27, claimed “significantly reduced”');
  expect(note('39.66%')).toBe('8.93 → 15.20: 6.27, claimed 39.66%');
});

test('a figure printed in several places is noted by value and page', () => {
  const evidences = [3, 7, 9].map((page) => evidence({ page }));
  const working = ['31.46 t', '34.16 t', '34.16 t'].map((value, at) => line('Gasoline', value, 'printed', at));
  expect(marginNote(finding({ kind: 'equal', evidence: evidences, working }))).toBe(
    '31.46 on p. 3; 34.16 on p. 7, 9 (t)',
  );
});

test('an index finding is noted by its articles', () => {
  const topics = [6, 7].map((page) => evidence({ page, role: 'topic' }));
  expect(marginNote(finding({ kind: 'index', expected: 'Article 48', evidence: topics }))).toBe(
    'Article 48 · topic on p. 6, 7',
  );
  const row = evidence({ role: 'index row', raw: 'Articles 21–28' });
  expect(marginNote(finding({ kind: 'index', outcome: 'pass', evidence: [row] }))).toBe('Articles 21–28');
});

test('a ratio found in a table and a printed change have the line of their arithmetic', () => {
  const quotient = [
    line('Part', '37 persons', 'operand'),
    line('÷ Whole', '24,069 persons', 'operand'),
    line('Quotient', '0.15%', 'result'),
    line('Share', '0.1%', 'printed'),
  ];
  expect(marginNote(finding({ kind: 'quotient', working: quotient }))).toBe(
    '37 ÷ 24,069 = 0.15%, printed 0.1% (persons)',
  );
  const growth = [
    line('2023', '10', 'operand'),
    line('2024', '15', 'operand'),
    line('Change', '50%', 'result'),
    line('Growth', '40%', 'printed'),
  ];
  expect(marginNote(finding({ kind: 'growth', working: growth }))).toBe('10 → 15: 50%, printed 40%');
});

test('a figure with many values is noted by the first of them, and a long unit is left to the detail', () => {
  const evidences = [1, 2, 3, 4, 5].map((page) => evidence({ page }));
  const working = evidences.map((_, at) => line('Waste', `${at + 1}0 tonnes to the nearest hundred`, 'printed', at));
  expect(marginNote(finding({ kind: 'equal', evidence: evidences, working }))).toBe(
    '10 on p. 1; 20 on p. 2; 30 on p. 3; 2 more',
  );
});

test('a finding without arithmetic has a line of what it rests on', () => {
  const note = (kind: string, given: Partial<Finding>): string => marginNote(finding({ kind, working: [], ...given }));
  const part = evidence({ role: 'part', raw: '43,310' });
  const whole = evidence({ role: 'whole', raw: '39,190' });
  expect(note('subset', { evidence: [part, whole] })).toBe('43,310 > 39,190');
  expect(note('subset', { evidence: [whole, part], outcome: 'pass' })).toBe('43,310 ≤ 39,190');
  const years = ['2024', '2022', '2023'].map((period) => evidence({ period, raw: `9${period.at(-1)}` }));
  expect(note('jump', { evidence: years })).toBe('92 → 93 → 94');
  expect(note('text', { expected: 'report', actual: 'reprot' })).toBe('“reprot” → “report”');
  const both = [evidence({ raw: 'twice a year', page: 24 }), evidence({ raw: 'every month', page: 9 })];
  expect(note('contradiction', { evidence: both })).toBe('“twice a year” on p. 24; “every month” on p. 9');
  const told = { en: '“twice a year”: another frequency', zh: '' };
  expect(note('contradiction', { evidence: both, title: told })).toBe('“every month” on p. 9');
  expect(note('note', { evidence: [evidence({ raw: 'w'.repeat(90), page: 2 })] }).length).toBeLessThan(60);
  expect(note('present', { evidence: both })).toBe('The parts add up to 3.');
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
