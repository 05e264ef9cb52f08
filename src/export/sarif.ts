import type { Evidence, Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Triage } from '../model/triage.ts';
import { listResults, nameStandard } from './results.ts';
import type { Result } from './results.ts';
import { doubtText, words } from './words.ts';
import type { Language } from './words.ts';

export interface SarifOptions {
  language: Language;
  /** When the log is written. */
  at: Date;
  /** Whether verified relations are listed too; many viewers show every result as a problem. */
  all: boolean;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** `open` is SARIF's word for what could not be told: the rule ran, and information was lacking. */
const KINDS = { fail: 'fail', pass: 'pass', cannotTell: 'open', notApplicable: 'notApplicable' } as const;
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * Report and triage → a SARIF 2.1.0 log. Findings keep their fingerprint from draft to draft; what the reviewer dismissed
 * is suppressed, with the reason. A PDF has no lines, so places are given as pages and boxes in the locations' properties.
 */
export function toSarif(report: Report, triage: readonly Triage[], options: SarifOptions): string {
  const { document, rulePack } = report;
  const results = listResults(report, triage).filter((result) => options.all || result.standing !== 'verified');
  const rules = [...new Map(results.map(({ finding }) => [finding.rule, finding])).values()];
  const order = new Map(rules.map((finding, index) => [finding.rule, index]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Crossfoot',
            rules: rules.map((finding) => describeRule(finding, options.language)),
            properties: { rulePack },
          },
        },
        language: options.language === 'zh' ? 'zh-CN' : 'en',
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: options.at.toISOString(),
            toolExecutionNotifications: document.unreadPages.map((page) => ({
              level: 'warning',
              descriptor: { id: 'unread-page' },
              message: { text: unreadText(page, options.language) },
            })),
          },
        ],
        artifacts: [
          {
            location: { uri: encodeURIComponent(document.name) },
            length: document.bytes,
            mimeType: 'application/pdf',
            roles: ['analysisTarget'],
            hashes: { 'sha-256': document.sha256 },
          },
        ],
        results: results.map((result) => describeResult(result, order.get(result.finding.rule)!, report, options)),
      },
    ],
  };
  return JSON.stringify(log, null, 2) + '\n';
}

const unreadText = (page: number, language: Language): string =>
  language === 'zh' ? `第${page}页没有文字，未能读取。` : `Page ${page} has no text and was not read.`;

function describeRule(finding: Finding, language: Language) {
  return {
    id: finding.rule,
    shortDescription: { text: finding.ruleTitle[language] },
    fullDescription: { text: finding.why[language] || finding.ruleTitle[language] },
    properties: { kind: finding.kind, tags: finding.standards.map(nameStandard) },
  };
}

function describeResult({ key, finding, triage }: Result, ruleIndex: number, report: Report, options: SarifOptions) {
  const [first, ...rest] = finding.evidence.map((evidence) => locate(evidence, report, options.language));
  const kind = KINDS[finding.outcome];
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind,
    level: kind === 'fail' ? LEVELS[finding.severity] : 'none',
    message: { text: finding.messages[options.language] },
    locations: first ? [first] : [],
    relatedLocations: rest.map((location, id) => ({ id, ...location })),
    partialFingerprints: { 'crossfoot/v1': key },
    suppressions: triage?.state === 'dismissed' ? [suppress(triage)] : [],
    properties: {
      title: finding.title[options.language],
      state: triage?.state ?? 'open',
      ...(triage?.note ? { note: triage.note } : {}),
      working: finding.working.map(({ label, value, role }) => ({ label, value, role })),
      doubts: finding.doubts.map((doubt) => doubtText(doubt, options.language)),
    },
  };
}

function suppress({ reason, note }: Triage) {
  const justification = [reason, note].filter(Boolean).join(' ');
  return { kind: 'external', status: 'accepted', ...(justification ? { justification } : {}) };
}

function locate({ page, box, raw, role, label, period, unit }: Evidence, { document }: Report, language: Language) {
  return {
    physicalLocation: { artifactLocation: { uri: encodeURIComponent(document.name), index: 0 } },
    logicalLocations: [{ name: String(document.pageLabels[page - 1] ?? page), kind: 'page' }],
    message: { text: [label, period, raw, words[language].page(page)].filter(Boolean).join(' · ') },
    properties: { page, box, role, unit },
  };
}
