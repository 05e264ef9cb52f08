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
  return findings.filter((finding) => !dropped.has(finding));
}

/** Decided finding → its figures, in any order; null when it rests on none, or on text. */
function nameRelation({ outcome, evidence }: Finding): string | null {
  if (outcome !== 'pass' && outcome !== 'fail') return null;
  const ids = evidence.map(({ factId }) => factId);
  return ids.length < 2 || ids.includes(null) ? null : ids.sort().join('|');
}
