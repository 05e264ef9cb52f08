import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { requirementsCsv } from '../../../src/export/csv.ts';
import { requirementSheet } from '../../../src/export/xlsx/requirement-sheet.ts';
import type { MatrixRow } from '../../../src/model/matrix.ts';
import { evidence, report } from '../ui/sample.ts';

const row = (part: Partial<MatrixRow>): MatrixRow => ({
  requirement: '305-1',
  title: { en: 'Direct GHG emissions', zh: '直接温室气体排放' },
  codes: ['305-1'],
  level: 'conditional',
  state: 'met',
  reason: { en: 'The report has figures for it.', zh: '报告中有相应数据。' },
  asked: null,
  rows: [],
  evidence: [],
  ...part,
});

const followed = report({
  standards: [
    {
      standard: 'gri-2021',
      title: { en: 'GRI 2021', zh: 'GRI 2021' },
      effective: '2023-01-01',
      mode: 'in accordance',
      rows: [
        row({
          rows: [
            { evidence: evidence({ page: 40 }), location: '12' },
            { evidence: evidence({ page: 40 }), location: '34–36' },
          ],
          evidence: [evidence({ page: 12, raw: '274.02', label: 'Scope 1' })],
        }),
        row({ requirement: '3-1', codes: ['3-1'], level: 'mandatory', state: 'missing' }),
      ],
    },
  ],
});

test('the CSV has a line a requirement: state, rows of the index, evidence', () => {
  const [head, first, second] = parseCsv(requirementsCsv(followed, 'en'));
  expect(head).toHaveLength(first!.length);
  expect(first).toEqual([
    'GRI 2021',
    '305-1',
    'Direct GHG emissions',
    'If it applies',
    'Met',
    'The report has figures for it.',
    '40',
    '12; 34–36',
    '12',
    'Scope 1: 274.02',
  ]);
  expect(second!.slice(1, 5)).toEqual(['3-1', 'Direct GHG emissions', 'Always asked for', 'Missing']);
});

test('in Chinese, and without a standard there is the head alone', () => {
  expect(parseCsv(requirementsCsv(followed, 'zh'))[1]!.slice(2, 6)).toEqual([
    '直接温室气体排放',
    '适用时披露',
    '已满足',
    '报告中有相应数据。',
  ]);
  expect(parseCsv(requirementsCsv(report(), 'en'))).toHaveLength(1);
});

test('the sheet of the working paper has the same lines, a missing requirement marked', () => {
  const { rows } = requirementSheet(followed, 'en');
  expect(rows).toHaveLength(3);
  expect(rows[2]![4]).toEqual({ value: 'Missing', look: 'wrong' });
});
