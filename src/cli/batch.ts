import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, readSync, fstatSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import type { Report } from '../model/report.ts';
import { toJson } from '../export/json.ts';
import { checkFiles } from './check-files.ts';
import type { FileOutcome } from './check-files.ts';

/** One line of a results file: how one report ended. */
export type BatchLine = { file: string; sha256: string; milliseconds: number } & (
  { report: Report } | { refusal: { code: string; sentence: string } }
);

export interface BatchOptions {
  folder: string;
  /** The results file; lines that it has already are kept, and their files passed over. */
  out: string;
  jobs: number;
  /** Which part of the files, by their hashes, this run takes: part `index` (from 1) of `count`. */
  shard: { index: number; count: number };
  /** Called after each line that is written. */
  onLine?: (line: BatchLine, written: number) => void;
}

export interface BatchTally {
  results: number;
  refusals: number;
  /** Files passed over because their line was there, or the same file under another name had one. */
  known: number;
  /** Files that belong to other shards. */
  others: number;
}

/** A folder, a results file or a shard that cannot be used, told in a plain sentence. */
export class BatchError extends Error {}

/** Checks every PDF of a folder, one line a report as it finishes; after a kill, the next run goes on where it stopped. */
export async function runBatch(options: BatchOptions): Promise<BatchTally> {
  const paths = listPdfs(options.folder);
  if (paths.length === 0) throw new BatchError(`There is no PDF in ${options.folder}.`);
  const results = openResults(options.out);
  const tally: BatchTally = { results: 0, refusals: 0, known: 0, others: 0 };
  try {
    await checkFiles(paths, {
      jobs: options.jobs,
      wants: (sha256) => {
        if (!isInShard(sha256, options.shard)) tally.others++;
        else if (results.done.has(sha256)) tally.known++;
        else {
          results.done.add(sha256);
          return true;
        }
        return false;
      },
      onOutcome: (outcome) => {
        const line = toLine(outcome, options.folder);
        results.append(line);
        tally['report' in line ? 'results' : 'refusals']++;
        options.onLine?.(line, tally.results + tally.refusals);
      },
    });
  } finally {
    results.close();
  }
  return tally;
}

/** `2/8` → part 2 of 8. @throws BatchError when it is no such part */
export function parseShard(text: string): { index: number; count: number } {
  const [index, count] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new BatchError(`--shard takes a part and a count, such as 2/8, and not ${text}.`);
  return { index, count };
}

/** Digits of a hash that choose its shard: enough to spread files evenly over thousands of shards. */
const SHARD_DIGITS = 8;

/** Whether a file belongs to a shard. A file that cannot be opened has no hash and belongs to the first. */
export function isInShard(sha256: string, { index, count }: { index: number; count: number }): boolean {
  return (Number.parseInt(sha256.slice(0, SHARD_DIGITS) || '0', 16) % count) + 1 === index;
}

function listPdfs(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.pdf'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function toLine({ path, sha256, milliseconds, result }: FileOutcome, folder: string): BatchLine {
  return { file: relative(folder, path).replaceAll('\\', '/'), sha256, milliseconds, ...result };
}

/** A line starts so, which tells its hash without reading the whole. */
const LINE_HEAD = /^\{"file":"(?:[^"\\]|\\.)*","sha256":"([0-9a-f]*)"/;
const NEWLINE = 10;

/** Opens a results file for appending; a last line that a kill tore off is cut away, to be written anew. */
function openResults(path: string): { done: Set<string>; append(line: BatchLine): void; close(): void } {
  const handle = openSync(path, existsSync(path) ? 'r+' : 'w+');
  const done = new Set<string>();
  const end = scanLines(handle, (head) => {
    const sha256 = LINE_HEAD.exec(head)?.[1];
    if (sha256 === undefined) throw new BatchError(`${path} is no results file of Crossfoot. Name another with --out.`);
    if (sha256 !== '') done.add(sha256);
  });
  ftruncateSync(handle, end);
  let at = end;
  return {
    done,
    append: (line) => {
      const bytes = Buffer.from(toNdjson(line));
      for (let written = 0; written < bytes.length;)
        written += writeSync(handle, bytes, written, bytes.length - written, at + written);
      at += bytes.length;
    },
    close: () => closeSync(handle),
  };
}

function toNdjson(line: BatchLine): string {
  const { file, sha256, milliseconds } = line;
  const head = JSON.stringify({ file, sha256, milliseconds });
  // The report goes through its own writer, which leaves out what only the drawing of pages needs.
  const rest =
    'report' in line
      ? `"report":${JSON.stringify(JSON.parse(toJson(line.report)))}`
      : `"refusal":${JSON.stringify(line.refusal)}`;
  return `${head.slice(0, -1)},${rest}}\n`;
}

/** Bytes read at once, and the most that is kept of a line's head. */
const CHUNK = 1024 * 1024;
const HEAD = 8192;

/** Calls back with the head of each whole line. @returns where the last whole line ends */
function scanLines(handle: number, onHead: (head: string) => void): number {
  const size = fstatSync(handle).size;
  const chunk = Buffer.alloc(CHUNK);
  let head = Buffer.alloc(0);
  let end = 0;
  for (let at = 0; at < size;) {
    const read = readSync(handle, chunk, 0, CHUNK, at);
    let from = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline >= 0 && newline < read; newline = chunk.indexOf(NEWLINE, from)) {
      onHead(Buffer.concat([head, chunk.subarray(from, Math.min(newline, from + HEAD))]).toString('utf8'));
      head = Buffer.alloc(0);
      from = newline + 1;
      end = at + from;
    }
    if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(from, Math.min(read, from + HEAD))]);
    at += read;
  }
  return end;
}

/** The command: `crossfoot check FOLDER --out results.ndjson`. @returns its exit code */
export async function batchCommand(
  folder: string,
  out: string,
  options: { jobs?: string | undefined; shard: string },
): Promise<number> {
  const jobs = Number(options.jobs ?? availableParallelism());
  if (!Number.isInteger(jobs) || jobs < 1) throw new BatchError('--jobs takes a whole number from 1.');
  const tally = await runBatch({
    folder,
    out,
    jobs,
    shard: parseShard(options.shard),
    onLine: (line, written) => console.error(`${written}  ${line.file}: ${describe(line)}`),
  });
  const { results, refusals, known, others } = tally;
  console.error(
    `${results} reports checked, ${refusals} refused${known > 0 ? `, ${known} done before` : ''}${others > 0 ? `, ${others} in other shards` : ''}.`,
  );
  return 0;
}

function describe(line: BatchLine): string {
  if ('refusal' in line) return line.refusal.sentence;
  const wrong = line.report.findings.filter((f) => f.outcome === 'fail' && f.severity === 'error').length;
  return `${line.report.document.pages} pages, ${wrong} wrong`;
}
