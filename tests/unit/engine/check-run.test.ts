import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { assetsInNode } from '../../../src/cli/assets.ts';
import { loadRulePack } from '../../../src/cli/load-rule-pack.ts';
import { correctFact } from '../../../src/correct/apply-corrections.ts';
import { CheckRun } from '../../../src/engine/check-run.ts';
import { readExample } from '../../../src/engine/example-reading.ts';
import { check } from '../../../src/engine/check.ts';
import type { CorrectedFields } from '../../../src/model/correction.ts';
import type { Reading } from '../../../src/model/report.ts';
import { makeReading, makeTableFacts } from './make-reading.ts';

const pack = await loadRulePack();
const changed = '2025-03-04T12:00:00.000Z';
let sample: Reading;

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(new URL('../../../public/sample-report.pdf', import.meta.url)));
  sample = await checkReport(bytes, { name: 'sample.pdf', rulePack: pack, assets: assetsInNode() });
}, 60_000);

/** Which figure, and which other one's reading it takes over in which field. */
const mistakes = fc.array(
  fc.record({
    at: fc.nat(),
    from: fc.nat(),
    field: fc.constantFrom('number', 'unit', 'period', 'metric', 'label', 'none'),
    back: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

function hold(reading: Reading, runs: number): void {
  fc.assert(
    fc.property(mistakes, (steps) => {
      const run = new CheckRun(reading, pack);
      run.check(reading.facts);
      let facts = reading.facts;
      for (const { at, from, field, back } of steps) {
        const fact = facts[at % facts.length]!;
        const other = reading.facts[from % reading.facts.length]!;
        const fields: CorrectedFields = {
          number: { number: { number: other.number, qualifier: other.qualifier, upper: other.upper } },
          unit: { unit: { unit: other.unit, scale: other.scale, raw: other.unitRaw } },
          period: { period: other.period },
          metric: { metric: other.metric },
          label: { label: other.label },
          none: { isFigure: false as const },
        }[field];
        const before = facts;
        facts = facts.flatMap((each) => (each === fact ? correctFact(each, { fields, changed }) : [each]));
        const { ran: _, ...again } = run.check(facts);
        expect(again).toEqual(check({ ...reading, facts }, pack));
        if (back && before.length > 0) run.check((facts = before));
        if (facts.length === 0) return;
      }
    }),
    { numRuns: runs, seed: 20 },
  );
}

test('checking again after corrections comes to what a whole check comes to: the sample', () => hold(sample, 4));

test('checking again after corrections comes to what a whole check comes to: made tables', () => {
  const water = { 'water.withdrawal': '120', 'water.consumption': '80', 'water.discharge': '40' };
  const waste = { 'waste.hazardous': '3.2', 'waste.nonhazardous': '118', 'waste.total': '121.2' };
  const facts = [
    ...makeTableFacts('t1', waste),
    ...makeTableFacts('t1', waste, { period: '2023', col: 2 }),
    ...makeTableFacts('t2', waste),
    ...makeTableFacts('t3', water, { unit: 'm3' }),
  ];
  hold(makeReading({ facts }), 15);
}, 60_000);

test('checking again after corrections comes to what a whole check comes to: running text', () => {
  const text = [
    'Our hubs handled a total of 48,917 tonnes of freight: 31,204 tonnes by rail and 17,713 tonnes by road.',
    'Of 1,250 employees, 500 are women (40%) and 750 are men (60%).',
    'Water use fell from 8,200 m3 in 2023 to 7,380 m3 in 2024, a decrease of 10%.',
    'Rail took 2,413 tonnes of freight and road 1,186 tonnes, 3,599 tonnes in all.',
  ];
  hold(readExample({ text, expect: 'pass' }, pack), 15);
}, 60_000);

test('a rule that looked at nothing that changed does not run again', () => {
  const facts = makeTableFacts('t1', { 'waste.hazardous': '3.2', 'waste.nonhazardous': '118', 'waste.total': '121.2' });
  const run = new CheckRun(makeReading({ facts }), pack);
  expect(run.check(facts).ran).toBe(pack.rules.length);
  expect(run.check(facts).ran).toBe(0);
  const [first, ...rest] = facts;
  const corrected = correctFact(first!, { fields: { label: 'Hazardous' }, changed });
  expect(run.check([...corrected, ...rest]).ran).toBeLessThan(pack.rules.length / 2);
});
