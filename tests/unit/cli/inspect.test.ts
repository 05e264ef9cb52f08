import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeReading } from '../../../src/cli/inspect.ts';
import { report } from '../ui/sample.ts';

const program = fileURLToPath(new URL('../../../src/cli/crossfoot.mjs', import.meta.url));
const sample = fileURLToPath(new URL('../../../public/sample-report.pdf', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossfoot-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the program and gives its exit code and what it printed. */
async function crossfoot(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...words]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

test('every page goes into a folder, numbered so that they sort', async () => {
  const out = join(folder, 'new', 'pages');
  await writeReading(report(), out, null);
  expect(await readdir(out)).toEqual(['page-001.svg', 'page-002.svg', 'page-003.svg']);
});

test.each(['0', '4', '-1', '1.5', 'two', ''])('page %j is refused in a plain sentence', async (page) => {
  const drawing = writeReading(report(), join(folder, 'none.svg'), page);
  await expect(drawing).rejects.toThrow(`report.pdf has pages 1 to 3; there is no page ${page}.`);
});

test('inspect draws a page of the sample', async () => {
  const out = join(folder, 'page.svg');
  expect(await crossfoot('inspect', sample, '--page', '3', '--out', out)).toEqual({
    code: 0,
    out: `Drew ${out}.\n`,
    err: '',
  });
  const svg = await readFile(out, 'utf8');
  expect(svg).toContain('Annual GHG emissions');
  expect(svg).toContain('class="cell head"');
  expect(svg).toMatch(/2024 · tCO2e · ghg\.total/);
}, 30_000);

test('inspect without a place to write to explains itself', async () => {
  const { code, err } = await crossfoot('inspect', sample);
  expect(code).toBe(2);
  expect(err).toContain('crossfoot inspect FILE.pdf [--page N] --out PATH');
});
