import { expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Reading } from '../../../src/model/report.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();
const rules = pack.rules.filter(({ id }) => id === 'ghg-boundary-is-stated');
const run = (reading: Reading) => check(reading, { ...pack, rules }).findings[0]!;
const scope1 = makeFact({ metric: 'ghg.scope1', number: '55', unit: 'tCO2e' });
const prose = makeBlock({ text: 'The plant makes pumps and repairs them. '.repeat(5) });

it('is asked for by figures that are surely read', () => {
  expect(run(makeReading({ facts: [scope1], blocks: [prose] }))).toMatchObject({ outcome: 'fail', severity: 'info' });
  expect(run(makeReading({ blocks: [prose] })).outcome).toBe('notApplicable');
  expect(run(makeReading({ facts: [{ ...scope1, metricScore: 0.5 }], blocks: [prose] })).outcome).toBe('notApplicable');
});

it('is found in any wording and any place, and quoted', () => {
  const said = makeBlock({ page: 7, kind: 'note', text: 'Counted by Operational-Control.' });
  expect(run(makeReading({ facts: [scope1], blocks: [prose, said] }))).toMatchObject({
    outcome: 'pass',
    evidence: [{ page: 7, raw: 'Operational-Control' }],
  });
});

it('is not called missing where pages were not read or the file is a sheet of data', () => {
  const unread = run(makeReading({ facts: [scope1], blocks: [prose], unreadPages: [4] }));
  expect(unread.outcome).toBe('cannotTell');
  expect(unread.doubts.join()).toContain('page 4');
  expect(run(makeReading({ facts: [scope1] })).outcome).toBe('cannotTell');
});
