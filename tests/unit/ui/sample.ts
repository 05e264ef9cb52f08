import type { Fact } from '../../../src/model/fact.ts';
import type { Evidence, Finding } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';

export function evidence(part: Partial<Evidence> = {}): Evidence {
  return {
    page: 1,
    box: [100, 100, 140, 110],
    raw: '274.02',
    role: 'part',
    factId: 'f1',
    label: 'Scope 1',
    period: '2024',
    unit: 'tCO2e',
    ...part,
  };
}

export function finding(part: Partial<Finding> = {}): Finding {
  return {
    rule: 'ghg-total',
    kind: 'sum',
    outcome: 'fail',
    severity: 'error',
    title: { en: 'Total equals its parts', zh: '合计等于各项之和' },
    ruleTitle: { en: 'Total equals its parts', zh: '合计等于各项之和' },
    message: 'The parts add up to 3.',
    messages: { en: 'The parts add up to 3.', zh: '各项之和为 3。' },
    expected: '3',
    actual: '4',
    fingerprint: 'aaaa',
    evidence: [evidence()],
    working: [],
    standards: [],
    why: { en: '', zh: '' },
    doubts: [],
    ...part,
  };
}

export function fact(part: Partial<Fact> = {}): Fact {
  return {
    id: 'f1',
    page: 1,
    box: [100, 100, 140, 110],
    raw: '274.02',
    number: '274.02',
    qualifier: null,
    upper: null,
    label: 'Scope 1',
    period: '2024',
    unit: 'tCO2e',
    scale: '1',
    unitRaw: null,
    metric: 'ghg.scope1',
    metricScore: 1,
    boundary: null,
    source: 'table',
    tableId: null,
    row: null,
    col: null,
    context: [],
    provenance: { label: null, period: null, unit: null },
    doubts: [],
    ...part,
  };
}

export function report(part: Partial<Report> = {}): Report {
  return {
    format: 'crossfoot-report/1',
    document: {
      name: 'report.pdf',
      sha256: 'a'.repeat(64),
      bytes: 1000,
      pages: 3,
      languages: ['en'],
      unreadPages: [],
      pageSizes: [
        [595, 842],
        [595, 842],
        [595, 842],
      ],
      pageLabels: [null, null, null],
      outline: [],
      reportYear: '2024',
    },
    blocks: [],
    tables: [],
    facts: [],
    claims: [],
    index: [],
    findings: [],
    coverage: { numbers: 0, understood: 0, checked: 0 },
    timings: { read: 0, layout: 0, extract: 0, check: 0, total: 0 },
    rulePack: { version: '1', rules: 0 },
    ...part,
  };
}
