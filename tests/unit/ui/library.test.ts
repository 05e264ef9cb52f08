import { expect, test } from 'vitest';
import type { TriageState } from '../../../src/model/triage.ts';
import { isNearlyFull, progressOf } from '../../../src/ui/derive/library.ts';
import { sayPartial, sayProblem } from '../../../src/ui/derive/problem.ts';
import { looseEvidence } from '../../../src/ui/derive/working.ts';
import { evidence } from './sample.ts';

const record = {
  id: 'a',
  name: 'report.pdf',
  size: 1,
  pages: 3,
  addedAt: 1,
  checkedAt: 1,
  counts: { verified: 90, wrong: 2, doubtful: 1, look: 1, untold: 5 },
};
const decided = (...states: TriageState[]) =>
  states.map((state, at) => ({ fingerprint: String(at), state, changed: '2025-03-04T12:00:00Z' }));

test('progress counts the findings that ask for a decision', () => {
  expect(progressOf({ record, triage: decided('confirmed', 'dismissed', 'open'), corrections: 0 })).toEqual({
    all: 4,
    decided: 2,
    states: [
      ['confirmed', 1],
      ['dismissed', 1],
    ],
  });
});

test('decisions on what a later check no longer finds do not make more than all', () => {
  const all = decided('fixed', 'fixed', 'fixed', 'fixed', 'fixed', 'fixed');
  expect(progressOf({ record, triage: all, corrections: 0 }).decided).toBe(4);
});

test('a problem says what to do, with the limit that was met', () => {
  expect(sayProblem('too-large')).toContain('200 MB');
  expect(sayProblem('gone')).toContain('not kept in this browser');
  const pages: [number, number][] = [
    [3, 3],
    [7, 9],
  ];
  expect(sayPartial({ limit: 'too-slow', pages, sentence: '' })).toContain('page 3, 7–9');
});

test('evidence that no line of the working names is listed apart', () => {
  const line = { label: '', value: '', role: 'operand', evidence: 1 } as const;
  expect(looseEvidence({ working: [line], evidence: [evidence(), evidence(), evidence()] })).toEqual([0, 2]);
});

test('storage that is nearly used up is told in time', () => {
  expect([isNearlyFull(null), isNearlyFull({ used: 90, most: 100 }), isNearlyFull({ used: 91, most: 100 })]).toEqual([
    false,
    false,
    true,
  ]);
});
