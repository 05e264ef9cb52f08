import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CheckError } from '../model/check-error.ts';
import { limitError, limits } from '../model/limits.ts';
import type { CheckErrorCode, Report } from '../model/report.ts';
import type { CheckClient } from '../worker/client.ts';
import { startChecker } from './check-file.ts';

/** How one file of many ended. */
export interface FileOutcome {
  path: string;
  /** Hex; empty for a file that cannot be opened. */
  sha256: string;
  milliseconds: number;
  result: { report: Report } | { refusal: { code: CheckErrorCode | 'unreadable'; sentence: string } };
}

export interface CheckFilesOptions {
  /** Files checked side by side. */
  jobs: number;
  /** Called with a file's hash before its check; false passes the file over. */
  wants?: (sha256: string, path: string) => boolean;
  onOutcome: (outcome: FileOutcome) => void;
}

/** Checks many files, each in threads of its own that a limit ends; a bad file costs its own line and no more. */
export async function checkFiles(paths: readonly string[], options: CheckFilesOptions): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    const checker = startChecker(1);
    try {
      while (next < paths.length) {
        const outcome = await checkOne(checker, paths[next++]!, options.wants);
        if (outcome) options.onOutcome(outcome);
      }
    } finally {
      checker.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.jobs, paths.length) }, work));
}

async function checkOne(
  checker: CheckClient,
  path: string,
  wants: CheckFilesOptions['wants'],
): Promise<FileOutcome | null> {
  const begun = performance.now();
  let sha256 = '';
  let result: FileOutcome['result'];
  try {
    const isTooLarge = (await stat(path)).size > limits.maxBytes;
    const bytes = isTooLarge ? null : new Uint8Array(await readFile(path));
    sha256 = bytes ? createHash('sha256').update(bytes).digest('hex') : await hashStream(path);
    if (wants && !wants(sha256, path)) return null;
    if (!bytes) throw limitError('too-large');
    result = { report: await checker.check(bytes, { name: basename(path) }) };
  } catch (error) {
    result = { refusal: describe(error) };
  }
  return { path, sha256, milliseconds: Math.round(performance.now() - begun), result };
}

async function hashStream(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function describe(error: unknown): { code: CheckErrorCode | 'unreadable'; sentence: string } {
  if (error instanceof CheckError) return { code: error.code, sentence: error.message };
  return { code: 'unreadable', sentence: 'This file cannot be opened. Check that it is there and may be read.' };
}
