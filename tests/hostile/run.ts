/**
 * Checks every file of a folder and counts how each ended: `200 files: 120 results, 80 refusals, 0 crashes, 0 hangs`.
 *
 *     npm run hostile -- [FOLDER] [--jobs N] [--verbose]
 *     npm run hostile -- --spoil N
 *
 * Without a folder, the files of `nasty.ts` are made and checked; with `--spoil`, N reports that `mutations.ts` spoils.
 *
 * A result is a report, whole or marked partial; a refusal is one sentence that says what to do. A crash is anything
 * else that ends a check, and a hang a check that outlives its own limit. Exit code 1 when there is one of these.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '../../src/cli/check-files.ts';
import type { FileOutcome } from '../../src/cli/check-files.ts';
import { limits } from '../../src/model/limits.ts';
import { judge } from './judge.ts';
import type { Ending } from './judge.ts';
import { mutatedReport } from './mutations.ts';
import { nastyFiles } from './nasty.ts';

/** Milliseconds past the limit of the whole check after which a file that has not ended hangs. */
const GRACE = 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string' },
    spoil: { type: 'string' },
    verbose: { type: 'boolean', short: 'v', default: false },
  },
});
const folder = positionals[0] ?? writeNastyFiles();
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const jobs = Number(values.jobs ?? availableParallelism());

/** Writes the files that are made to break a reader into a folder that goes with this process. */
function writeNastyFiles(): string {
  const made = mkdtempSync(join(tmpdir(), 'crossfoot-hostile-'));
  process.on('exit', () => rmSync(made, { recursive: true }));
  if (values.spoil === undefined)
    for (const [name, make] of Object.entries(nastyFiles)) writeFileSync(join(made, `${name}.pdf`), make());
  else {
    const sample = readFileSync(new URL('../../public/sample-report.pdf', import.meta.url));
    for (let number = 0; number < Number(values.spoil); number += 1) {
      const { name, bytes } = mutatedReport(sample, number);
      writeFileSync(join(made, `${name}.pdf`), bytes);
    }
  }
  return made;
}

const counts: Record<Ending, number> = { result: 0, partial: 0, refusal: 0, crash: 0 };
const reasons = new Map<string, number>();
const open = new Set(paths);
let slowest: FileOutcome | null = null;
let lastEnd = performance.now();

function finish(): never {
  for (const path of open) console.log(`hang     ${relative(folder, path)}`);
  console.log(
    [...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([code, count]) => `${count} ${code}`)
      .join(', '),
  );
  if (slowest) console.log(`slowest: ${relative(folder, slowest.path)}, ${slowest.milliseconds} ms`);
  const { result, partial, refusal, crash } = counts;
  if (partial > 0) console.log(`${partial} of the results are marked partial`);
  console.log(
    `${paths.length} files: ${result + partial} results, ${refusal} refusals, ${crash} crashes, ${open.size} hangs`,
  );
  process.exit(crash + open.size > 0 ? 1 : 0);
}

const watch = setInterval(() => {
  if (performance.now() - lastEnd > limits.maxMilliseconds + GRACE) finish();
}, 1000);

await checkFiles(paths, {
  jobs,
  onOutcome: (outcome) => {
    lastEnd = performance.now();
    open.delete(outcome.path);
    const { ending, note } = judge(outcome);
    counts[ending]++;
    if ('refusal' in outcome.result) {
      const { code } = outcome.result.refusal;
      reasons.set(code, (reasons.get(code) ?? 0) + 1);
    }
    if (!slowest || outcome.milliseconds > slowest.milliseconds) slowest = outcome;
    if (values.verbose || ending === 'crash' || ending === 'partial') {
      console.log(
        `${ending.padEnd(8)} ${String(outcome.milliseconds).padStart(6)} ms  ${relative(folder, outcome.path)}: ${note}`,
      );
    }
  },
});
clearInterval(watch);
finish();
