import { expect, test } from 'vitest';
import { countStandings, groupItems, listItems } from '../../../src/ui/derive/standing.ts';
import { evidence, finding } from './sample.ts';

const findings = [
  finding({ outcome: 'pass', fingerprint: 'pass' }),
  finding({ outcome: 'notApplicable', fingerprint: 'none' }),
  finding({ severity: 'info', fingerprint: 'look' }),
  finding({ fingerprint: 'late', evidence: [evidence({ page: 9 })] }),
  finding({ fingerprint: 'early', evidence: [evidence({ page: 2 })] }),
  finding({ outcome: 'cannotTell', fingerprint: 'untold' }),
  finding({ severity: 'warning', fingerprint: 'doubt' }),
];

test('lists the most serious first, then by page, and leaves out what does not apply', () => {
  expect(listItems(findings).map((item) => item.key)).toEqual(['early', 'late', 'doubt', 'look', 'untold', 'pass']);
});

test('groups under the five standings and leaves out empty ones', () => {
  const groups = groupItems(listItems(findings.slice(0, 4)));
  expect(groups.map((group) => [group.standing, group.items.length])).toEqual([
    ['wrong', 1],
    ['look', 1],
    ['verified', 1],
  ]);
});

test('tells findings with one fingerprint apart', () => {
  expect(listItems([finding(), finding()]).map((item) => item.key)).toEqual(['aaaa', 'aaaa~2']);
});

test('counts each standing', () => {
  expect(countStandings(listItems(findings))).toEqual({ verified: 1, wrong: 2, doubtful: 1, look: 1, untold: 1 });
});
