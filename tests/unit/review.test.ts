import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import { applyCorrections } from '../../src/correct/apply-corrections.ts';
import { listNames, nameFigure } from '../../src/correct/name-figure.ts';
import { reviseReport } from '../../src/correct/revise-report.ts';
import { check } from '../../src/engine/check.ts';
import type { Correction } from '../../src/model/correction.ts';
import type { Report } from '../../src/model/report.ts';
import { Review } from '../../src/review.ts';
import { slimReport } from '../../src/worker/slim-report.ts';

const pack = await loadRulePack();
let report: Report;
let review: Review;
let corrections: Correction[];

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(new URL('../../public/sample-report.pdf', import.meta.url)));
  report = await checkReport(bytes, {
    name: 'sample.pdf',
    rulePack: pack,
    assets: assetsInNode(),
    onChecked: (checked) => (review = checked),
  });
  const names = listNames(report);
  const wrong = report.findings.find(({ kind, outcome }) => kind === 'sum' && outcome === 'fail')!;
  corrections = wrong.evidence.slice(0, 2).map(({ factId }, i) => ({
    id: `c${i}`,
    figure: nameFigure(
      report.facts.find(({ id }) => id === factId)!,
      names,
    ),
    fields: i === 0 ? { number: { number: '1', qualifier: null, upper: null } } : { isFigure: false },
    changed: '2025-03-04T12:00:00.000Z',
  }));
}, 60_000);

test('every figure of the sample is found by its name', () => {
  const all = report.facts.map((fact, i): Correction => {
    const figure = nameFigure(fact, listNames(report));
    return { id: String(i), figure, fields: { label: `figure ${fact.id}` }, changed: '2025-03-04T12:00:00.000Z' };
  });
  const { facts, corrections: results } = applyCorrections(report, all);
  expect(results!.filter(({ unapplied }) => unapplied !== null)).toEqual([]);
  expect(facts.every(({ id, label }) => label === `figure ${id}`)).toBe(true);
});

test('corrections change the report to what a whole check of the corrected reading gives', () => {
  const corrected = reviseReport(report, review.correct(corrections));
  const whole = check(applyCorrections(report, corrections), pack);
  expect(corrected.findings).toEqual(whole.findings);
  expect(corrected.standards).toEqual(whole.standards);
  expect(corrected.coverage).toEqual(whole.coverage);
  expect(corrected.facts).toHaveLength(report.facts.length - 1);
  expect(corrected.corrections).toMatchObject([{ unapplied: null }, { unapplied: null }]);
});

test('without corrections the report is as it was', () => {
  review.correct(corrections);
  expect(reviseReport(report, review.correct([]))).toEqual(report);
});

test('a kept report, without the runs of its print, comes to the same', () => {
  const kept = slimReport(report);
  const resumed = Review.of(structuredClone(kept), pack);
  expect(reviseReport(kept, resumed.correct([])).findings).toEqual(report.findings);
  const { findings } = reviseReport(kept, resumed.correct(corrections));
  expect(findings).toEqual(reviseReport(report, review.correct(corrections)).findings);
});
