/**
 * Planted errors: changes one figure of a report at a time, as a slip of the pen or of a spreadsheet would, and tells what share of the slips
 * the rules raise.
 *
 *     npm run planted -- [FILE.pdf …] [--count 10] [--seed 1] [--list]
 *
 * `--count` errors of each kind a report, half of them in figures that an equation guards; `--list` prints each that was not raised though
 * its figure stood in an equation that held.
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
  return outcomes.length === 0 ? '–' : `${some}/${outcomes.length} ${Math.round((100 * some) / outcomes.length)}%`;
};

const all: Outcome[] = [];
for (const path of positionals.length > 0 ? positionals : [sample]) {
  const bytes = new Uint8Array(readFileSync(path));
  const report = await checkReport(bytes, { name: basename(path), rulePack, assets: assetsInNode() });
  const outcomes = evaluate(report, rulePack, Number(values.count), seeded(Number(values.seed)));
  const guarded = outcomes.filter(({ guards }) => guards.length > 0);
  console.log(`${basename(path)}\tguarded: raised ${share(guarded, 'raised')}, noted ${share(guarded, 'noted')}`);
  if (values.list) {
    for (const { slip, words, page, by } of guarded.filter(({ verdict }) => verdict !== 'raised'))
      console.log(`  ${slip}, page ${page}: ${words}\n      ${by.join('; ')}`);
  }
  all.push(...outcomes);
}

console.log(['\nslip', 'guarded: raised', 'noted', 'unguarded: raised', 'noted'].join('\t'));
for (const slip of [...SLIPS, null]) {
  const own = all.filter((outcome) => slip === null || outcome.slip === slip);
  const [guarded, free] = [
    own.filter(({ guards }) => guards.length > 0),
    own.filter(({ guards }) => guards.length === 0),
  ];
  console.log(
    [
      slip ?? 'all',
      share(guarded, 'raised'),
      share(guarded, 'noted'),
      share(free, 'raised'),
      share(free, 'noted'),
    ].join('\t'),
  );
}
