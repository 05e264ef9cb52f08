import type { Finding } from '../model/finding.ts';
import { compareSeverities } from './finding.ts';

/** The kinds whose relations are found without a rule's knowing what they mean. */
const STRUCTURAL: ReadonlySet<string> = new Set(['footing', 'quotient', 'growth']);

/**
 * Findings of all rules → without the relations that are decided twice: where a rule that knows the metrics and the table's own layout come to
 * the same figures, the one that knows them counts, unless only the other is sure that they are wrong.
 */
export function dropTwins(findings: readonly Finding[]): Finding[] {
  const named = new Map<string, Finding>();
  for (const finding of findings) {
    const key = nameRelation(finding);
    if (key !== null && !STRUCTURAL.has(finding.kind)) named.set(key, finding);
  }
  const dropped = new Set<Finding>();
  for (const finding of findings) {
    const twin = STRUCTURAL.has(finding.kind) ? named.get(nameRelation(finding) ?? '') : undefined;
    if (twin === undefined) continue;
    const surer = twin.outcome === 'fail' && compareSeverities(finding.severity, twin.severity) < 0;
    dropped.add(surer && finding.outcome === 'fail' ? twin : finding);
  }
  return joinSlips(findings.filter((finding) => !dropped.has(finding)));
}

/** Decided finding → its figures, in any order; null when it rests on none, or on text. */
function nameRelation({ outcome, evidence }: Finding): string | null {
  if (outcome !== 'pass' && outcome !== 'fail') return null;
  const ids = evidence.map(({ factId }) => factId);
  return ids.length < 2 || ids.includes(null) ? null : ids.sort().join('|');
}

/**
 * Findings → without a second telling of one slip: where a rule and the table's own layout miss one total by the same difference through other
 * parts, a subtotal here and what it sums up there, the rule's finding takes the other's figures along.
 */
function joinSlips(findings: readonly Finding[]): Finding[] {
  const named = new Map<string, Finding>();
  for (const finding of findings) {
    const key = nameSlip(finding);
    if (key !== null && !STRUCTURAL.has(finding.kind)) named.set(key, finding);
  }
  const joined = new Map<Finding, Finding>();
  const dropped = new Set<Finding>();
  for (const finding of findings) {
    const twin = STRUCTURAL.has(finding.kind) ? named.get(nameSlip(finding) ?? '') : undefined;
    if (twin === undefined || compareSeverities(finding.severity, twin.severity) < 0) continue;
    const known = joined.get(twin) ?? twin;
    const ids = new Set(known.evidence.map(({ factId }) => factId));
    joined.set(twin, {
      ...known,
      evidence: [...known.evidence, ...finding.evidence.filter(({ factId }) => !ids.has(factId))],
    });
    dropped.add(finding);
  }
  return findings.filter((finding) => !dropped.has(finding)).map((finding) => joined.get(finding) ?? finding);
}

/** Failed sum → its total and what its parts come to; null for anything else. */
function nameSlip({ outcome, evidence, expected, actual }: Finding): string | null {
  const total = evidence.find(({ role }) => role === 'total');
  return outcome !== 'fail' || total?.factId == null ? null : [total.factId, expected, actual].join('|');
}
