import { expect, it } from 'vitest';
import { workingLabel } from '../../../src/export/words.ts';

it.each([
  ['Difference', 'zh', '差额'],
  ['Total emissions (page 20)', 'zh', 'Total emissions（第20页）'],
  ['Total emissions (page 20)', 'en', 'Total emissions (page 20)'],
] as const)('%s in %s', (label, language, said) => expect(workingLabel(label, language)).toBe(said));
