import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';

interface Planted {
  kind: string;
  severity: string;
  pages: number[];
  operands: string[];
  description: string;
}

const planted = (
  parse(readFileSync('tests/sample/planted.yaml', 'utf8')) as { errors: { id: string; findings: Planted[] }[] }
).errors.flatMap((error) => error.findings.map((finding) => ({ id: error.id, ...finding })));

let report: Report;
let alarms: Finding[];

beforeAll(async () => {
  report = await checkReport(new Uint8Array(readFileSync('public/sample-report.pdf')), {
    name: 'sample-report.pdf',
    rulePack: await loadRulePack(),
    assets: assetsInNode(),
  });
  alarms = report.findings.filter((f) => f.outcome === 'fail' && f.severity !== 'info');
});

/** Whether a finding is the one that a planted error must raise: its kind, and all operands in evidence or message. */
function answers(finding: Finding, expected: Planted): boolean {
  const text = [finding.message, ...finding.evidence.map((e) => e.raw)].join(' ');
  return finding.kind === expected.kind && expected.operands.every((operand) => text.includes(operand));
}

describe('the sample report', () => {
  it.each(planted)('$id: $description', (expected) => {
    const found = alarms.filter((f) => answers(f, expected));
    expect(found).toHaveLength(1);
    expect(found[0]!.severity).toBe(expected.severity);
    const pages = found[0]!.evidence.map((e) => e.page);
    expect(pages).toContain(expected.pages[0]);
  });

  it('raises nothing else', () => {
    const unexpected = alarms.filter((f) => !planted.some((expected) => answers(f, expected)));
    expect(unexpected.map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
  });

  it('reads every figure of its tables with label, unit, period and page', () => {
    const figures = report.facts
      .filter((f) => f.source === 'table')
      .map((f) => [f.page, f.label, f.period, f.number, f.unit, f.metric].join(' | '));
    expect(figures).toMatchSnapshot();
  });
});
