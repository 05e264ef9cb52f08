import { expect, test } from 'vitest';
import { areDrafts } from '../../../src/ui/derive/drafts.ts';

test.each([
  ['ESG report 2024 v2.pdf', 'ESG-report-2024-final.pdf', true],
  ['Harbour_ESG_2024_draft3.pdf', 'Harbour ESG 2024 (1).pdf', true],
  ['可持续发展报告2024初稿.pdf', '可持续发展报告2024定稿.pdf', true],
  ['ESG report 2024.pdf', 'ESG report 2023.pdf', false],
  ['Harbour ESG 2024.pdf', 'Meadow ESG 2024.pdf', false],
  ['1.pdf', '2.pdf', false],
])('%s and %s are drafts of one report: %s', (a, b, same) => expect(areDrafts(a, b)).toBe(same));
