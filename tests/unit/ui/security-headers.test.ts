import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headerPolicy, headersFile, metaPolicy } from '../../../src/ui/build/security-headers.ts';

test('public/_headers says what the preview server sends', () => {
  expect(readFileSync(new URL('../../../public/_headers', import.meta.url), 'utf8')).toBe(headersFile());
});

test.each([headerPolicy, metaPolicy])('nothing but the own origin, no eval, no inline script: %s', (policy) => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(policy).not.toMatch(/https?:|\*/);
});
