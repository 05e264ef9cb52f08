import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTriage, TriageError } from '../../../src/cli/read-triage.ts';
import { toJson } from '../../../src/export/json.ts';
import type { Triage } from '../../../src/model/triage.ts';
import { report } from '../ui/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, text);
  return path;
}

test('verdicts come out of a saved report as they went in', async () => {
  const triage: Triage[] = [
    { fingerprint: 'a', state: 'dismissed', reason: 'Other boundary', changed: '2025-02-01T00:00:00.000Z' },
  ];
  expect(await readTriage(file(toJson(report(), triage)))).toEqual(triage);
  expect(await readTriage(file(toJson(report())))).toEqual([]);
});

test('any other file is refused with a sentence', async () => {
  await expect(readTriage(file('%PDF-1.7'))).rejects.toThrow(TriageError);
  await expect(readTriage(file('{"format":"other/1"}'))).rejects.toThrow('no JSON report of Crossfoot');
});
