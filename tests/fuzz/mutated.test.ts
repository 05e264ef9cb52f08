import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { startChecker } from '../../src/cli/check-file.ts';
import { CheckError } from '../../src/model/check-error.ts';
import { seeded } from '../bench/make-report.ts';
import { judge } from '../hostile/judge.ts';
import { nastyFiles } from '../hostile/nasty.ts';

const checker = startChecker(1);
afterAll(() => checker.close());

const sample = new Uint8Array(readFileSync('public/sample-report.pdf'));
/** Small files reach further into the reader with each byte that is changed. */
const small = nastyFiles['scripts, launches and links']!();

/** A copy with some bytes changed, a stretch lost or doubled, or its end cut off. */
function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const at = (): number => Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return bytes.slice(0, at());
  const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
  if (kind === 1) return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + ((to - from) % 5000))]);
  if (kind === 2) {
    const stretch = bytes.subarray(from, from + ((to - from) % 5000));
    return Uint8Array.from([...bytes.subarray(0, from), ...stretch, ...bytes.subarray(from)]);
  }
  const changed = bytes.slice();
  for (let n = 0; n < 1 + random() * 60; n++) changed[at()] = Math.floor(random() * 256);
  return changed;
}

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

test.each([
  ['the sample report', sample],
  ['a small file', small],
])(
  '%s with its bytes changed ends in a result or in one clear sentence',
  { timeout: 300_000 },
  async (_name, bytes) => {
    for (const seed of SEEDS) {
      const result = await checker
        .check(mutate(bytes, seed), { name: 'mutated.pdf' })
        .then((report) => ({ report }))
        .catch((error: unknown) => {
          if (!(error instanceof CheckError)) throw error;
          return { refusal: { code: error.code, sentence: error.message } };
        });
      const { ending, note } = judge({ result });
      expect(ending, `seed ${seed}: ${note}`).not.toBe('crash');
    }
  },
);
