import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CorrectionsError, readCorrections, tellCorrections } from '../../../src/cli/read-corrections.ts';
import { toJson } from '../../../src/export/json.ts';
import type { Correction } from '../../../src/model/correction.ts';
import { report } from '../ui/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'corrections-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, text);
  return path;
}

const correction: Correction = {
  id: 'c1',
  figure: {
    ...{ source: 'table', place: ['Energy'], label: 'Diesel', column: '', period: '2024', metric: null },
    ...{ boundary: null, unit: 't', raw: '12', nth: 0, of: 1 },
  },
  fields: { unit: { unit: 'kg', scale: '1', raw: 'kg' }, metric: null },
  changed: '2025-02-01T00:00:00.000Z',
};

test('corrections come out of a saved report as they went in', async () => {
  const saved = report({ corrections: [{ correction, was: null, unapplied: 'missing' }] });
  expect(await readCorrections(file(toJson(saved)))).toEqual([correction]);
  expect(await readCorrections(file(toJson(report())))).toEqual([]);
});

test('any other file is refused with a sentence', async () => {
  await expect(readCorrections(file('%PDF-1.7'))).rejects.toThrow(CorrectionsError);
  await expect(readCorrections(file('{"format":"other/1"}'))).rejects.toThrow('no JSON report of Crossfoot');
  const broken = toJson(report()).replace('"facts"', '"corrections": [{"correction": {"id": 3}}], "facts"');
  await expect(readCorrections(file(broken))).rejects.toThrow('corrections.0.correction');
});

test('what was applied is counted, and what was not is named', () => {
  expect(tellCorrections([{ correction, was: null, unapplied: 'changed' }])).toBe(
    '0 of 1 corrections applied.\nNot applied: Diesel, 2024, 12: the figure is printed differently now.',
  );
});
