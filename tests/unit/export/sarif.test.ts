import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { toSarif } from '../../../src/export/sarif.ts';
import type { Triage } from '../../../src/model/triage.ts';
import { evidence, finding, report } from '../ui/sample.ts';

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
// The official schema is of draft 4, whose `id` and `$schema` Ajv no longer knows; it uses nothing else that draft 7 changed.
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('sarif-2.1.0.schema.json', import.meta.url), 'utf8')) as Record<string, unknown>;
const isSarif = ajv.compile(schema);

const changed = '2025-02-01T00:00:00Z';
const options = { language: 'en', at: new Date(changed), all: true } as const;

const input = report({
  findings: [
    finding({ fingerprint: 'pass', outcome: 'pass' }),
    finding({ fingerprint: 'untold', outcome: 'cannotTell', severity: 'info', evidence: [] }),
    finding({ fingerprint: 'nothing', outcome: 'notApplicable' }),
    finding({ fingerprint: 'wrong', evidence: [evidence(), evidence({ page: 2, raw: '<b>&' })] }),
    finding({ fingerprint: 'dismissed', rule: 'other', severity: 'info' }),
  ],
});
input.document.name = '报告 2024 #1.pdf';
input.document.unreadPages = [3];

const triage: Triage[] = [
  { fingerprint: 'dismissed', state: 'dismissed', reason: 'Other boundary.', note: 'See page 9.', changed },
  { fingerprint: 'wrong', state: 'confirmed', changed },
];

interface Log {
  runs: [
    {
      tool: { driver: { rules: { id: string }[] } };
      invocations: { toolExecutionNotifications: unknown[] }[];
      results: {
        ruleId: string;
        ruleIndex: number;
        kind: string;
        level: string;
        message: { text: string };
        relatedLocations: unknown[];
        partialFingerprints: Record<string, string>;
        suppressions: { status: string; justification: string }[];
      }[];
    },
  ];
}

test('the log is valid against the schema of SARIF 2.1.0, in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    isSarif(JSON.parse(toSarif(input, triage, { ...options, language })));
    expect(isSarif.errors).toBeNull();
  }
  expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
});

test('outcomes keep their meaning, fingerprints stay, and what was dismissed is suppressed with its reason', () => {
  const [run] = (JSON.parse(toSarif(input, triage, options)) as Log).runs;
  const seen = run.results.map(({ kind, level, partialFingerprints }) => [
    partialFingerprints['crossfoot/v1'],
    kind,
    level,
  ]);
  expect(seen).toEqual([
    ['wrong', 'fail', 'error'],
    ['dismissed', 'fail', 'note'],
    ['untold', 'open', 'none'],
    ['pass', 'pass', 'none'],
  ]);
  expect(run.results.map(({ suppressions }) => suppressions)).toEqual([
    [],
    [{ kind: 'external', status: 'accepted', justification: 'Other boundary. See page 9.' }],
    [],
    [],
  ]);
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  expect(run.results[0]!.relatedLocations).toHaveLength(1);
  expect(run.invocations[0]!.toolExecutionNotifications).toHaveLength(1);
});

test('verified relations are left out unless asked for, and messages come in Chinese', () => {
  const [run] = (JSON.parse(toSarif(input, [], { ...options, all: false, language: 'zh' })) as Log).runs;
  expect(run.results.map(({ kind }) => kind)).not.toContain('pass');
  expect(run.results[0]!.message.text).toBe('各项之和为 3。');
});
