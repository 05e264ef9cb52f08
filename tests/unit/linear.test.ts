import { expect, test } from 'vitest';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import { makeReport } from '../bench/make-report.ts';

const PAGES = 40;
const TIMES = 5;
/** What collecting garbage and the clock may add to a linear growth. Work that grows with the square of the pages would multiply it by five. */
const SLACK = 1.7;

/** Milliseconds of the thread's own time, which other work on the machine does not lengthen. */
const ownTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

test('five times the pages take about five times as long', { timeout: 120_000 }, async () => {
  const rulePack = await loadRulePack();
  const assets = assetsInNode();
  const measure = async (pages: number): Promise<number> => {
    const bytes = makeReport(pages, 1);
    const begun = ownTime();
    const report = await checkReport(bytes, { name: 'made.pdf', rulePack, assets });
    expect(report.facts.length).toBeGreaterThan(pages * 10);
    return ownTime() - begun;
  };
  await measure(PAGES);
  const [few, many] = [await measure(PAGES), await measure(PAGES * TIMES)];
  expect(many / few).toBeLessThan(TIMES * SLACK);
});
