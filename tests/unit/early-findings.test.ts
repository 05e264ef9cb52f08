import { beforeAll, expect, test } from 'vitest';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { RulePack } from '../../src/model/rule.ts';
import { makeReport } from '../bench/make-report.ts';

const PAGES = 30;

let rulePack: RulePack;
let report: Report;
const early: { findings: Finding[]; pagesRead: number }[] = [];
const bytes = makeReport(PAGES, 1, 1);
const run = { name: 'made.pdf', assets: assetsInNode() };

beforeAll(async () => {
  rulePack = await loadRulePack();
  let pagesRead = 0;
  report = await checkReport(bytes, {
    ...run,
    rulePack,
    onProgress: ({ stage, done }) => void (stage === 'read' && (pagesRead = done)),
    onFindings: (findings) => early.push({ findings, pagesRead }),
  });
}, 120_000);

test('tells errors of the first pages while the others are read', () => {
  expect(early.length).toBeGreaterThan(0);
  expect(early[0]!.pagesRead).toBeLessThan(PAGES / 2);
  expect(early[0]!.findings[0]).toMatchObject({ outcome: 'fail', kind: 'footing' });
});

test('tells nothing that the whole report takes back, and nothing twice', () => {
  const key = ({ rule, evidence }: Finding): string =>
    `${rule} ${evidence.map(({ page, box }) => `${page} ${box.join()}`).join()}`;
  const told = early.flatMap(({ findings }) => findings.map(key));
  const whole = new Set(report.findings.filter(({ outcome }) => outcome === 'fail').map(key));
  expect(told.filter((each) => !whole.has(each))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
});

test('the result is that of a check without early findings', async () => {
  const timeless = (each: Report): unknown => ({ ...each, timings: null });
  const plain = await checkReport(bytes, { ...run, rulePack });
  expect(timeless(report)).toEqual(timeless(plain));
});
