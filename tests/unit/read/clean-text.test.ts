import { expect, it } from 'vitest';
import { cleanText } from '../../../src/read/clean-text.ts';

it.each([
  ['\uf0fc', 'ABCDEF+Wingdings-Regular', '✓'],
  ['\uf068', 'Wingdings3', '↑'],
  ['\uf068', 'IconFont', '\uf068'],
  ['ﬁ', 'Arial', 'fi'],
  ['\u200b', 'Arial', ''],
])('%s of %s', (glyph, font, text) => expect(cleanText(glyph, font)).toBe(text));
