import { expect, it } from 'vitest';
import { findEntityNames } from '../../../src/extract/entity-names.ts';

it.each([
  [
    [
      'Harbour Telecom Limited',
      'Harbour Telecom Limited (“Harbour” or the “Company”)',
      'Harbour served many.',
      'Checked by Smith Audit LLP',
    ],
    undefined,
    ['harbour telecom', 'harbour'],
  ],
  [['东海机械股份有限公司（以下简称“东海机械”）', '东海机械的员工', '东海机械概况'], undefined, ['东海机械']],
  [['Sustainability at Kestrel', 'Kestrel 2024', 'Kestrel people'], 'kestrel-esg_2024_en.pdf', ['kestrel']],
  [['We sell gas. Our gas grid is long. Gas is clean.'], 'gas_2024.pdf', []],
])('%j', (texts, file, expected) => expect(findEntityNames(texts, file)).toEqual(expected));
