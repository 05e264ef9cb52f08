import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KINDS } from '../../../src/engine/checks/kinds.ts';
import * as en from '../../../src/ui/i18n/en/index.ts';

test('every kind of check has a name', () => {
  expect([...KINDS.keys()].filter((kind) => !(kind in en.triage.kinds))).toEqual([]);
});

test('every group of metrics has a name', () => {
  const groups = readdirSync('rules/metrics').map((file) => file.replace('.yaml', ''));
  expect(groups.filter((group) => !(group in en.triage.topics))).toEqual([]);
});
