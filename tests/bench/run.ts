/**
 * The benchmark: the whole check against what pdf.js alone needs for the text and operators of the same pages.
 *
 *     npm run bench -- [FILE.pdf …] [--runs 3] [--seed 1] [--sizes 10,100,1000]
 *
 * Without files, reports of invented figures are made from the seed, and the sample report is taken along. Each
 * measurement is a process of its own; the ways of one file alternate in an order drawn from the seed, so that a busy
 * machine slows all alike. Printed are medians.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeReport, seeded } from './make-report.ts';
import type { Measurement } from './measure.ts';
import { median, printTable } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    sizes: { type: 'string', default: '10,100,1000' },
  },
});
const modes = ['pdfjs', 'check', 'threads'] as const;
type Mode = (typeof modes)[number];

const random = seeded(Number(values.seed));
const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../public/sample-report.pdf', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'crossfoot-bench-'));
process.on('exit', () => rmSync(made, { recursive: true }));

function makeReports(): string[] {
  const reports = values.sizes.split(',').map((size) => {
    const path = join(made, `made-${size}.pdf`);
    writeFileSync(path, makeReport(Number(size), Number(values.seed)));
    return path;
  });
  return [sample, ...reports];
}

const measure = (mode: Mode, path: string): Measurement =>
  JSON.parse(execFileSync(process.execPath, [script, mode, path], { encoding: 'utf8' }).trim().split('\n').at(-1)!);

function measureAll(path: string): Record<Mode, Measurement[]> {
  const runs: Record<Mode, Measurement[]> = { pdfjs: [], check: [], threads: [] };
  for (let run = 0; run < Number(values.runs); run++) {
    const order = modes.map((mode) => ({ mode, at: random() })).sort((a, b) => a.at - b.at);
    for (const { mode } of order) runs[mode].push(measure(mode, path));
  }
  return runs;
}

const head = [
  'file',
  'pages',
  'pdf.js ms',
  'check ms',
  'ratio',
  'cpu ratio',
  'threads ms',
  'ratio',
  'ms/page',
  'read',
  'layout',
  'extract',
  'rules',
  'MB',
  'MB threads',
];
const rows = (positionals.length > 0 ? positionals : makeReports()).map((path) => {
  const runs = measureAll(path);
  const middle = (mode: Mode, of: (m: Measurement) => number): number => median(runs[mode].map(of));
  const ms = (mode: Mode): number => middle(mode, (m) => m.milliseconds);
  const stage = (name: 'read' | 'layout' | 'extract' | 'check'): number => middle('check', (m) => m.timings![name]);
  const { pages } = runs.check[0]!;
  const ratio = (mode: Mode): string => (ms(mode) / ms('pdfjs')).toFixed(2);
  return [
    basename(path).slice(0, 32),
    pages,
    ms('pdfjs'),
    ms('check'),
    ratio('check'),
    (middle('check', (m) => m.processor) / middle('pdfjs', (m) => m.processor)).toFixed(2),
    ms('threads'),
    ratio('threads'),
    (ms('threads') / pages).toFixed(1),
    stage('read'),
    stage('layout'),
    stage('extract'),
    stage('check'),
    middle('check', (m) => m.megabytes),
    middle('threads', (m) => m.megabytes),
  ];
});

console.log(`${values.runs} runs, seed ${values.seed}, ${availableParallelism()} cores, Node ${process.version}`);
printTable(head, rows);
