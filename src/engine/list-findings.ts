import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Coverage } from '../model/report.ts';
import { compareSeverities } from './finding.ts';

/**
 * Findings of one rule that are about the same thing (a total printed twice) → the second and later numbered in reading order. What could not
 * be told is said once, and not at all where another place decided it.
 */
export function tellApart(findings: readonly Finding[]): Finding[] {
  const decided = new Set(
    findings.filter(({ outcome }) => outcome !== 'cannotTell').map(({ fingerprint }) => fingerprint),
  );
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    if (finding.outcome === 'cannotTell' && (count > 1 || decided.has(finding.fingerprint))) return [];
    seen.set(finding.fingerprint, count);
    return [count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` }];
  });
}

const OUTCOME_ORDER: Record<Finding['outcome'], number> = { fail: 0, cannotTell: 1, pass: 2, notApplicable: 3 };

/** Findings → most serious first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(compareFindings);
}

/** Failures by severity, then what could not be told, passes, and rules with nothing to check; by page within each. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome] ||
    compareSeverities(a.severity, b.severity) ||
    (a.evidence[0]?.page ?? 0) - (b.evidence[0]?.page ?? 0) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** Figures and findings → how many figures were read, understood, and stand in a relation that came out either way. */
export function measureCoverage(facts: readonly Fact[], findings: readonly Finding[]): Coverage {
  const decided = findings.filter((finding) => finding.outcome === 'pass' || finding.outcome === 'fail');
  const checked = new Set(decided.flatMap((finding) => finding.evidence.map((item) => item.factId)));
  checked.delete(null);
  return {
    numbers: facts.length,
    understood: facts.filter((fact) => fact.label !== '' && fact.unit !== null).length,
    checked: checked.size,
  };
}
