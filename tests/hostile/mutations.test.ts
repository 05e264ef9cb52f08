import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { startChecker } from '../../src/cli/check-file.ts';
import { CheckError } from '../../src/model/check-error.ts';
import { judge } from './judge.ts';
import { mutatedReport, mutations, takeApart } from './mutations.ts';

const checker = startChecker(1);
afterAll(() => checker.close());

const sample = new Uint8Array(readFileSync('public/sample-report.pdf'));

/** These take minutes or much memory: `npm run hostile -- --spoil 60` runs them. */
const slow = new Set(['thousands of pages', 'streams that swell']);

test('a spoilt report is the same each time, and not the report', () => {
  expect(takeApart(sample).objects.size).toBeGreaterThan(1000);
  for (let number = 0; number < Object.keys(mutations).length; number += 1) {
    const { name, bytes } = mutatedReport(sample, number);
    if ([...slow].some((kind) => name.endsWith(kind))) continue;
    expect(Buffer.compare(bytes, mutatedReport(sample, number).bytes), name).toBe(0);
    expect(Buffer.compare(bytes, sample), name).not.toBe(0);
  }
});

const quick = Object.keys(mutations).flatMap((kind, number) => (slow.has(kind) ? [] : [[kind, number] as const]));

test.each(quick)(
  'a report with %s ends in a result or in one clear sentence',
  { timeout: 120_000 },
  async (_, number) => {
    const { bytes } = mutatedReport(sample, number);
    const result = await checker
      .check(bytes, { name: 'report.pdf' })
      .then((report) => ({ report }))
      .catch((error: unknown) => {
        if (!(error instanceof CheckError)) throw error;
        return { refusal: { code: error.code, sentence: error.message } };
      });
    const { ending, note } = judge({ result });
    expect(ending, note).not.toBe('crash');
  },
);
