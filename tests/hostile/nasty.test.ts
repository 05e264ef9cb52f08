import { afterAll, expect, test } from 'vitest';
import { startChecker } from '../../src/cli/check-file.ts';
import type { FileOutcome } from '../../src/cli/check-files.ts';
import { CheckError } from '../../src/model/check-error.ts';
import { judge } from './judge.ts';
import { hangingSecondPage, nastyFiles, slowFiles } from './nasty.ts';

const checker = startChecker(1);
afterAll(() => checker.close());

async function check(bytes: Uint8Array): Promise<FileOutcome['result']> {
  try {
    return { report: await checker.check(bytes, { name: 'report.pdf' }) };
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return { refusal: { code: error.code, sentence: error.message } };
  }
}

const quick = Object.keys(nastyFiles).filter((name) => !slowFiles.has(name));

test.each(quick)('%s ends in a result or in one clear sentence', { timeout: 60_000 }, async (name) => {
  const { ending, note } = judge({ result: await check(nastyFiles[name]!()) });
  expect(ending, note).not.toBe('crash');
});

test('a page without end is cut off and named, and the pages around it are read', { timeout: 90_000 }, async () => {
  const result = await check(hangingSecondPage());
  if (!('report' in result)) throw new Error(result.refusal.sentence);
  const { document, facts } = result.report;
  expect(document.partial).toMatchObject([{ limit: 'too-slow', pages: [[2, 2]] }]);
  expect(document.partial![0]!.sentence).toMatch(/^Page 2 left out/);
  expect(document.unreadPages).toEqual([2]);
  expect(facts.map((fact) => fact.page)).toEqual([1, 3]);
});

test('a file that would run scripts, launch programs and send forms is read as any other', async () => {
  const result = await check(nastyFiles['scripts, launches and links']!());
  if (!('report' in result)) throw new Error(result.refusal.sentence);
  expect(result.report.facts.map((fact) => fact.number)).toEqual(['274.02']);
});
