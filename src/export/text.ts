import type { Finding, WorkingLine } from '../model/finding.ts';
import type { Report } from '../model/report.ts';

export interface TextOptions {
  /** Whether to colour for a terminal. */
  color: boolean;
  /** Whether to list verified relations too. */
  all: boolean;
}

const RED = 31;
const YELLOW = 33;
const BLUE = 34;
const GREEN = 32;
const GREY = 90;

const GROUPS: { title: string; mark: string; color: number; holds: (f: Finding) => boolean }[] = [
  { title: 'Wrong', mark: '✗', color: RED, holds: (f) => f.outcome === 'fail' && f.severity === 'error' },
  { title: 'Doubtful', mark: '!', color: YELLOW, holds: (f) => f.outcome === 'fail' && f.severity === 'warning' },
  { title: 'Worth a look', mark: '·', color: BLUE, holds: (f) => f.outcome === 'fail' && f.severity === 'info' },
  { title: 'Could not be told', mark: '?', color: GREY, holds: (f) => f.outcome === 'cannotTell' },
];

/** Writes the findings for reading in a terminal, most serious first, each with its working and pages. */
export function toText(report: Report, options: TextOptions): string {
  const paint = (code: number, text: string): string => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { document, findings, coverage } = report;
  const out: string[] = [];
  const year = document.reportYear ? `, year ${document.reportYear}` : '';
  out.push(
    `${document.name}: ${document.pages} pages${year}, ${report.facts.length} figures, ${report.tables.length} tables`,
  );
  if (document.unreadPages.length > 0) out.push(`Not read (no text): page ${document.unreadPages.join(', ')}`);
  for (const { sentence } of document.partial ?? []) out.push(`Partial: ${sentence}`);
  const verified: (typeof GROUPS)[number] = {
    title: 'Verified',
    mark: '✓',
    color: GREEN,
    holds: (f) => f.outcome === 'pass',
  };
  for (const group of options.all ? [...GROUPS, verified] : GROUPS) {
    const members = findings.filter(group.holds);
    if (members.length === 0) continue;
    out.push('', paint(group.color, `${group.title} (${members.length})`));
    for (const finding of members) {
      out.push(`  ${paint(group.color, group.mark)} ${finding.title.en}  ${paint(GREY, pagesOf(finding))}`);
      out.push(`    ${finding.message}`);
      if (finding.outcome === 'fail') out.push(...workingLines(finding.working).map((l) => `      ${l}`));
      for (const doubt of finding.doubts) out.push(`    ${paint(GREY, `(${doubt})`)}`);
      out.push(paint(GREY, `    ${finding.rule} ${finding.fingerprint}`));
    }
  }
  const count = (outcome: Finding['outcome']): number => findings.filter((f) => f.outcome === outcome).length;
  const fails = (severity: Finding['severity']): number =>
    findings.filter((f) => f.outcome === 'fail' && f.severity === severity).length;
  out.push(
    '',
    `${count('pass')} verified, ${fails('error')} wrong, ${fails('warning')} doubtful, ${fails('info')} worth a look, ` +
      `${count('cannotTell')} could not be told; ${coverage.checked} of ${coverage.numbers} figures stand in a relation`,
  );
  return out.join('\n') + '\n';
}

/** Operands right-aligned, a rule above the sum, a double rule below it. */
function workingLines(working: readonly WorkingLine[]): string[] {
  const label = Math.min(60, Math.max(0, ...working.map((w) => w.label.length)));
  const value = Math.max(0, ...working.map((w) => w.value.length));
  return working.flatMap((line) => {
    const text = `${line.label.slice(0, label).padEnd(label)}  ${line.value.padStart(value)}`;
    const rule = (sign: string): string => ' '.repeat(label + 2) + sign.repeat(value);
    return line.role === 'result' ? [rule('─'), text, rule('═')] : [text];
  });
}

function pagesOf(finding: Finding): string {
  const pages = [...new Set(finding.evidence.map((e) => e.page))].sort((a, b) => a - b);
  return pages.length === 0 ? '' : `p. ${pages.join(', ')}`;
}
