import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { assetsInNode } from '../../../src/cli/assets.ts';
import { startChecker } from '../../../src/cli/check-file.ts';
import { loadRulePack } from '../../../src/cli/load-rule-pack.ts';
import { toJson } from '../../../src/export/json.ts';
import type { Report } from '../../../src/model/report.ts';

const checker = startChecker(2);
afterAll(() => checker.close());

const bytes = new Uint8Array(readFileSync('public/sample-report.pdf'));
const timeless = (report: Report): unknown => ({ ...JSON.parse(toJson(report)), timings: null });

test('threads give the report that one thread gives', { timeout: 120_000 }, async () => {
  const name = 'sample-report.pdf';
  const here = await checkReport(bytes, { name, rulePack: await loadRulePack(), assets: assetsInNode() });
  const there = await checker.check(bytes, { name });
  expect(timeless(there)).toEqual(timeless(here));
});

test('a bad file is refused with its sentence, and the next file works', { timeout: 120_000 }, async () => {
  await expect(checker.check(new Uint8Array(0), { name: 'a.pdf' })).rejects.toMatchObject({ code: 'empty-file' });
  await expect(checker.check(bytes.subarray(0, 3000), { name: 'b.pdf' })).rejects.toMatchObject({ code: 'damaged' });
  expect((await checker.check(bytes, { name: 'c.pdf' })).document.pages).toBe(9);
});
