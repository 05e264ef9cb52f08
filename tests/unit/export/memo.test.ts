import { expect, test } from 'vitest';
import { toMemo } from '../../../src/export/memo.ts';
import type { Triage } from '../../../src/model/triage.ts';
import { fact, finding, report } from '../ui/sample.ts';

const options = { language: 'en', at: new Date('2025-03-01T12:00:00Z') } as const;
const changed = '2025-02-01T00:00:00Z';

/** Text of the section under a heading. */
function section(html: string, heading: string): string {
  const found = html.split('<section>').find((part) => part.startsWith(`<h2>${heading}</h2>`));
  return found!.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

const named = (en: string, part: Parameters<typeof finding>[0] = {}) =>
  finding({ fingerprint: en, title: { en, zh: `中${en}` }, ...part });

const input = report({
  findings: [
    named('Wrong sum', { working: [{ label: 'Sum', value: '3.0 t', role: 'result', evidence: null }] }),
    named('Other boundary', { severity: 'warning' }),
    named('Silent dismissal', { severity: 'info' }),
    named('Missing part', { outcome: 'cannotTell' }),
    named('Good sum', { outcome: 'pass' }),
    named('Idle', { rule: 'idle', ruleTitle: { en: 'Idle rule', zh: '闲置' }, outcome: 'notApplicable' }),
  ],
  coverage: { numbers: 20, understood: 18, checked: 12 },
});
input.document.unreadPages = [2, 3];
input.document.partial = [{ limit: 'too-slow', pages: [[2, 3]], sentence: '' }];

const triage: Triage[] = [
  { fingerprint: 'Wrong sum', state: 'confirmed', note: 'Told the author', changed },
  { fingerprint: 'Other boundary', state: 'dismissed', reason: 'Joint ventures are left out', changed },
  { fingerprint: 'Silent dismissal', state: 'dismissed', changed },
];

test('the memo says for which file and rules it holds, and what was and was not checked', () => {
  const html = toMemo(input, triage, options);
  for (const text of ['report.pdf', 'a'.repeat(64), 'version 1, 0 rules', '2025-03-01 12:00 UTC'])
    expect(html).toContain(text);
  const result = section(html, 'Result');
  expect(result).toContain('1 Wrong 1 Doubtful 1 Worth a look 1 Could not be told 1 Verified');
  expect(result).toContain('confirmed 1, dismissed 2 and found 0 fixed; 1 is open');
  expect(result).toContain('12 of 20 printed figures');
  expect(section(html, 'What was not read')).toContain(
    'Pages 2, 3 have no text that could be read. Nothing on them was checked. Pages 2–3 took too long to read.',
  );
  expect(section(html, 'What was checked')).toContain('Idle rule');
});

test('the memo names the rules that were switched off', () => {
  const off = { ...input, rulePack: { ...input.rulePack, off: ['a-rule', 'another-rule'] } };
  expect(toMemo(off, [], options)).toContain('2 rules, whose results are left out: a-rule, another-rule');
  expect(toMemo(input, [], options)).not.toContain('Switched off');
});

test('what failed, what was dismissed and why, and what could not be told each stand in their section', () => {
  const html = toMemo(input, triage, options);
  const failed = section(html, 'What failed');
  expect(failed).toContain('Wrong sum');
  expect(failed).toContain('Sum 3.0 t');
  expect(failed).toContain('Note Told the author');
  expect(failed).toContain('Confirmed');
  expect(failed).not.toContain('Other boundary');
  const dismissed = section(html, 'Dismissed, and why');
  expect(dismissed).toContain('Reason Joint ventures are left out');
  expect(dismissed).toMatch(/Silent dismissal.*No reason given/);
  expect(section(html, 'What could not be told')).toContain('Missing part');
});

test('of two findings with one fingerprint, only the one that was dismissed counts as dismissed', () => {
  const twins = report({ findings: [named('First', { fingerprint: 'x' }), named('Second', { fingerprint: 'x' })] });
  const html = toMemo(twins, [{ fingerprint: 'x~2', state: 'dismissed', changed }], options);
  expect(section(html, 'What failed')).toContain('First');
  expect(section(html, 'Dismissed, and why')).toContain('Second');
});

test('the memo stands alone, runs nothing, and no text of the report or reviewer is markup', () => {
  const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
  const bad = report({
    findings: [finding({ title: { en: hostile, zh: hostile }, messages: { en: hostile, zh: hostile } })],
  });
  bad.document.name = hostile;
  const html = toMemo(
    bad,
    [{ fingerprint: 'aaaa', state: 'dismissed', reason: hostile, note: hostile, changed }],
    options,
  );
  expect(html).not.toMatch(/<script|<img|<link|src=[^x]|https?:/i);
  expect(html.match(/&lt;script&gt;alert\(1\)/g)!.length).toBeGreaterThanOrEqual(5);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('corrected readings are told, with what was read before and what was not applied', () => {
  const was = fact({ id: 'n1.1', number: '1202', label: 'Diesel <b>' });
  const now = { ...was, number: '1.202', corrected: { at: changed, was: { number: '1202' } } };
  const figure = { ...was, place: [], column: '', nth: 0, of: 1, raw: '1202' };
  const correction = { id: 'c', figure, fields: {}, changed };
  const html = toMemo(
    report({
      facts: [now],
      corrections: [
        { correction, was, unapplied: null },
        { correction: { ...correction, figure: { ...figure, label: 'Gas' } }, was: null, unapplied: 'missing' },
      ],
    }),
    [],
    options,
  );
  const told = section(html, 'Figures whose reading was corrected');
  expect(told).toContain('1 figure corrected by the reviewer');
  expect(told).toContain('Diesel &lt;b&gt;, 2024, 1202: number 1202 → 1.202');
  expect(told).toContain('Gas, 2024, 1202: not applied, no figure has this name any more');
  expect(toMemo(report(), [], options)).not.toContain('corrected');
});

test('the memo comes in Chinese', () => {
  const html = toMemo(input, triage, { ...options, language: 'zh' });
  expect(html).toContain('<html lang="zh-Hans">');
  expect(section(html, '不符之处')).toContain('中Wrong sum');
  expect(section(html, '已驳回的发现及理由')).toContain('理由 Joint ventures are left out');
  expect(section(html, '未读取的内容')).toContain('第2–3页读取耗时过长');
});
