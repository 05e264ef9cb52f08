import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Triage } from '../model/triage.ts';

/** How a finding stands for a reader of the export. */
export type Standing = 'wrong' | 'doubtful' | 'look' | 'untold' | 'verified';

/** Most serious first. */
export const standings: readonly Standing[] = ['wrong', 'doubtful', 'look', 'untold', 'verified'];

/** A finding as the exports show it. */
export interface Result {
  /** The finding's fingerprint; with `~2`, `~3` … when several findings of one report share it. */
  key: string;
  finding: Finding;
  standing: Standing;
  /** What the reviewer made of it; null when untouched. */
  triage: Triage | null;
}

const failing: Record<Finding['severity'], Standing> = { error: 'wrong', warning: 'doubtful', info: 'look' };

/**
 * The findings that the report gave something to check, in its order, with the key that decisions are kept under: the
 * fingerprint, and for the second of several that share one `…~2`.
 */
export function keyFindings(findings: readonly Finding[]): Pick<Result, 'key' | 'finding' | 'standing'>[] {
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const standing = standingOf(finding);
    if (standing === null) return [];
    const times = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, times);
    return [{ key: times === 1 ? finding.fingerprint : `${finding.fingerprint}~${times}`, finding, standing }];
  });
}

/** Report and triage → all findings that the report gave something to check, most serious first, then by page. */
export function listResults(report: Report, triage: readonly Triage[]): Result[] {
  const verdicts = new Map(triage.map((each) => [each.fingerprint, each]));
  return keyFindings(report.findings)
    .map((each) => ({ ...each, triage: verdicts.get(each.key) ?? null }))
    .sort(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        (pagesOf(a.finding)[0] ?? Infinity) - (pagesOf(b.finding)[0] ?? Infinity),
    );
}

/** Where a finding belongs in a list; null when the report gave its rule nothing to check. */
export function standingOf({ outcome, severity }: Finding): Standing | null {
  if (outcome === 'notApplicable') return null;
  if (outcome === 'pass') return 'verified';
  return outcome === 'fail' ? failing[severity] : 'untold';
}

/** True for what the report has wrong, or may have. */
export const isFailing = ({ finding }: Result): boolean => finding.outcome === 'fail';

/** The state that a result is in: open until the reviewer says otherwise. */
export const stateOf = ({ triage }: Result): Triage['state'] => triage?.state ?? 'open';

/** Pages of a finding's evidence, ascending, each once. */
export function pagesOf(finding: Finding): number[] {
  return [...new Set(finding.evidence.map((each) => each.page))].sort((a, b) => a - b);
}

/** `gri:305-1` → `GRI 305-1`. */
export function nameStandard(reference: string): string {
  const [family = '', ...code] = reference.split(':');
  const name = { sse14: 'SSE 14', 'ifrs-s2': 'IFRS S2' }[family] ?? family.toUpperCase();
  return `${name} ${code.join(':')}`.trim();
}
