import * as v from 'valibot';
import { buildUnits } from '../extract/units.ts';
import type { Finding } from '../model/finding.ts';
import { CheckError } from '../model/check-error.ts';
import type { StandardMatrix } from '../model/matrix.ts';
import type { Coverage, Reading } from '../model/report.ts';
import type { RulePack } from '../model/rule.ts';
import { KINDS } from './checks/kinds.ts';
import { indexFacts } from './fact-index.ts';
import { compareSeverities, notApplicable } from './finding.ts';
import type { CheckContext } from './kind.ts';
import { dropTwins } from './same-relation.ts';
import { judgeStandards } from './standards/judge.ts';

export interface CheckRunOptions {
  signal?: AbortSignal;
  /** Called after each rule. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Runs every rule of the pack over a reading → findings, most serious first, what share of the figures they cover, and how the standards stand
 * that the report follows.
 * @throws CheckError `aborted` when the signal fires.
 */
export function check(
  reading: Reading,
  pack: RulePack,
  options: CheckRunOptions = {},
): { findings: Finding[]; coverage: Coverage; standards: StandardMatrix[] } {
  const units = buildUnits(pack.units);
  const metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
  const context: CheckContext = {
    reading,
    index: indexFacts(reading, units, metrics),
    units,
    metrics,
    standards: new Map(pack.standards.map((standard) => [standard.id, standard])),
    matrices: [],
  };
  context.matrices = judgeStandards(context);
  const findings: Finding[] = [];
  for (const [done, rule] of pack.rules.entries()) {
    if (options.signal?.aborted) throw new CheckError('aborted', 'The check was cancelled.');
    const kind = KINDS.get(rule.check.kind);
    if (kind === undefined) throw new CheckError('internal', `Rule ${rule.id} names no known kind of check.`);
    const found = kind.run(rule, v.parse(kind.parameters, rule.check), context);
    findings.push(...(found.length > 0 ? tellApart(found) : [notApplicable(rule)]));
    options.onProgress?.(done + 1, pack.rules.length);
  }
  const told = dropTwins(findings);
  return {
    findings: told.sort(compareFindings),
    coverage: measureCoverage(reading, told),
    standards: [...context.matrices],
  };
}

/**
 * Findings of one rule that are about the same thing (a total printed twice) → the second and later numbered in reading order. What could not
 * be told is said once, and not at all where another place decided it.
 */
function tellApart(findings: readonly Finding[]): Finding[] {
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

/** Failures by severity, then what could not be told, passes, and rules with nothing to check; by page within each. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome] ||
    compareSeverities(a.severity, b.severity) ||
    (a.evidence[0]?.page ?? 0) - (b.evidence[0]?.page ?? 0) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** Reading and findings → how many figures were read, understood, and stand in a relation that came out either way. */
function measureCoverage(reading: Reading, findings: readonly Finding[]): Coverage {
  const decided = findings.filter((finding) => finding.outcome === 'pass' || finding.outcome === 'fail');
  const checked = new Set(decided.flatMap((finding) => finding.evidence.map((item) => item.factId)));
  checked.delete(null);
  return {
    numbers: reading.facts.length,
    understood: reading.facts.filter((fact) => fact.label !== '' && fact.unit !== null).length,
    checked: checked.size,
  };
}
