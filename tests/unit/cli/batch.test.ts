import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInShard, parseShard, runBatch } from '../../../src/cli/batch.ts';
import type { BatchLine } from '../../../src/cli/batch.ts';
import { summarise } from '../../../src/cli/summary.ts';
import { onePage, showLine } from '../../hostile/build-pdf.ts';

let folder: string;
let out: string;

const pdf = (year: number, scope1: string): Uint8Array =>
  onePage(
    showLine(`Environmental report ${year}`, 740) + showLine(`Scope 1 emissions in ${year} were ${scope1} tCO2e.`, 700),
  );

beforeEach(() => {
  const top = mkdtempSync(join(tmpdir(), 'crossfoot-batch-'));
  folder = join(top, 'reports');
  out = join(top, 'results.ndjson');
  mkdirSync(join(folder, 'deeper'), { recursive: true });
  writeFileSync(join(folder, 'a.pdf'), pdf(2023, '274.02'));
  writeFileSync(join(folder, 'deeper', 'b.pdf'), pdf(2024, '1,300'));
  writeFileSync(join(folder, 'page.pdf'), '<html>');
  writeFileSync(join(folder, 'notes.txt'), 'no report');
});

afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const run = (shard = { index: 1, count: 1 }) => runBatch({ folder, out, jobs: 1, shard });
const lines = (): BatchLine[] =>
  readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BatchLine)
    .sort((a, b) => (a.file < b.file ? -1 : 1));

test('every PDF of a folder gets its line, a bad file a refusal', { timeout: 60_000 }, async () => {
  expect(await run()).toEqual({ results: 2, refusals: 1, known: 0, others: 0 });
  const [a, b, page] = lines();
  expect([a!.file, b!.file, page!.file]).toEqual(['a.pdf', 'deeper/b.pdf', 'page.pdf']);
  expect(a).toMatchObject({ report: { format: 'crossfoot-report/1', document: { name: 'a.pdf', pages: 1 } } });
  expect(a!.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(page).toMatchObject({ refusal: { code: 'web-page' } });
});

test('a run that was killed goes on where it stopped, and writes a torn line anew', { timeout: 60_000 }, async () => {
  await run();
  const whole = readFileSync(out, 'utf8');
  const kept = whole.slice(0, whole.indexOf('\n') + 1);
  writeFileSync(out, kept + whole.slice(kept.length, kept.length + 150));
  expect(await run()).toMatchObject({ known: 1 });
  expect(lines().map((line) => line.file)).toEqual(['a.pdf', 'deeper/b.pdf', 'page.pdf']);
  expect(readFileSync(out, 'utf8').startsWith(kept)).toBe(true);
  expect(await run()).toEqual({ results: 0, refusals: 0, known: 3, others: 0 });
});

test('a file of something else is not written into', async () => {
  appendFileSync(out, 'name,value\n');
  await expect(run()).rejects.toThrow(/no results file/);
  expect(readFileSync(out, 'utf8')).toBe('name,value\n');
});

test('shards share the files out, each file in exactly one', () => {
  const hashes = Array.from({ length: 500 }, (_, i) => (i * 2_654_435_761).toString(16).padStart(8, '0').slice(-8));
  for (const hash of hashes) {
    const takers = [1, 2, 3].filter((index) => isInShard(hash, { index, count: 3 }));
    expect(takers).toHaveLength(1);
  }
  expect(parseShard('2/8')).toEqual({ index: 2, count: 8 });
  for (const wrong of ['0/2', '3/2', 'x', '1']) expect(() => parseShard(wrong)).toThrow(/--shard takes/);
});

test('all shards together do the whole folder', { timeout: 60_000 }, async () => {
  const first = await run({ index: 1, count: 2 });
  const second = await run({ index: 2, count: 2 });
  expect(first.results + first.refusals + second.results + second.refusals).toBe(3);
  expect(first.others + second.others).toBe(3);
});

test('the summary sets figures of all reports by metric, year and company', { timeout: 60_000 }, async () => {
  await run();
  appendFileSync(out, '{"file":"torn');
  const csv = await summarise([out]);
  expect(csv).toContain('company,file,metric,year,number,unit');
  expect(csv).toMatch(/\na,a\.pdf,ghg\.scope1,2023,274\.02,tCO2e/);
  expect(csv).toMatch(/\nb,deeper\/b\.pdf,ghg\.scope1,2024,1300,tCO2e/);
});
