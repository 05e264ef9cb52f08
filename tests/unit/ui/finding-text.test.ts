import { expect, test } from 'vitest';
import { findingText, wordsOf } from '../../../src/ui/derive/finding-text.ts';
import { evidence, finding } from './sample.ts';

const item = {
  key: 'a',
  standing: 'wrong' as const,
  finding: finding({ evidence: [evidence({ raw: '11,490.61', label: 'Scope 2 emissions' })] }),
};
const finds = (query: string): boolean => wordsOf(query).every((word) => findingText(item).includes(word));

test.each(['parts', 'PARTS total', '合计', '各项之和', 'ghg-total', 'scope 2', '11,490.61', '11490.61', '１１４９０'])(
  '%s finds it',
  (query) => expect(finds(query)).toBe(true),
);

test.each(['water', 'parts water'])('%s does not', (query) => expect(finds(query)).toBe(false));
