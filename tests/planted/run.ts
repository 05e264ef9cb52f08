/**
 * Planted errors: changes one figure of a report at a time, as a slip of the pen or of a spreadsheet would, and tells what share of the slips
 * the rules raise.
 *
 *     npm run planted -- [FILE.pdf …] [--count 10] [--seed 1] [--list]
 *
 * `--count` errors of each kind a report, half of them in figures that an equation guards; `--list` prints each that was not raised though
 * its figure stood in an equation that held before. The last lines count by rule where such errors went.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import { seeded } from '../bench/make-report.ts';
import { evaluate } from './evaluate.ts';
import type { Outcome } from './evaluate.ts';
import { SLIPS } from './plant.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});
const sample = fileURLToPath(new URL('../../public/sample-report.pdf', import.meta.url));
const rulePack = await loadRulePack();

const share = (outcomes: readonly Outcome[], verdict: Outcome['verdict']): string => {
  const some = outcomes.filter((outcome) => outcome.verdict === verdict).length;
  return outcomes.length === 0 ? '–' : `${Math.round((100 * some) / outcomes.length)}%`;
};

/** An error that was not raised though an equation held for its figure. */
const isHole = ({ verdict, guards }: Outcome): boolean =>
  guards.length > 0 && (verdict === 'noted' || verdict === 'lost');

const all: Outcome[] = [];
for (const path of positionals.length > 0 ? positionals : [sample]) {
  const bytes = new Uint8Array(readFileSync(path));
  const report = await checkReport(bytes, { name: basename(path), rulePack, assets: assetsInNode() });
  const outcomes = evaluate(report, rulePack, Number(values.count), seeded(Number(values.seed)));
  console.log(basename(path));
  if (values.list) {
    for (const { slip, words, page, by, verdict } of outcomes.filter(isHole))
      console.log(`  ${verdict} by ${by.join(', ')}: ${slip}, page ${page}: ${words}`);
  }
  all.push(...outcomes);
}

const head = ['slip', 'guarded', 'raised', 'noted', 'lost', 'hidden', 'unguarded', 'raised', 'noted'];
console.log(`\n${head.join('\t')}`);
for (const slip of [...SLIPS, null]) {
  const own = all.filter((outcome) => slip === null || outcome.slip === slip);
  const guarded = own.filter(({ guards }) => guards.length > 0);
  const free = own.filter(({ guards }) => guards.length === 0);
  const shares = (['raised', 'noted', 'lost', 'hidden'] as const).map((verdict) => share(guarded, verdict));
  const others = (['raised', 'noted'] as const).map((verdict) => share(free, verdict));
  console.log([slip ?? 'all', guarded.length, ...shares, free.length, ...others].join('\t'));
}
const holes = Map.groupBy(
  all.filter(isHole).flatMap(({ by, verdict }) => by.map((rule) => `${verdict} by ${rule}`)),
  (hole) => hole,
);
for (const [hole, { length }] of [...holes].sort(([, a], [, b]) => b.length - a.length))
  console.log(`${length}\t${hole}`);
