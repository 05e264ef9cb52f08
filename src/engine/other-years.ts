import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/rule.ts';
import { groupBy } from './fact-index.ts';

/** A finding with what it is one year of: the same relation, in the same place, of the same part of the organisation. */
export interface YearFinding {
  series: string;
  period: string | null;
  finding: Finding;
}

/**
 * Findings of several years → the same, milder where a relation holds in no year. A slip strikes one year; what never holds follows another
 * definition (a further part, another denominator) that the rule does not know.
 */
export function weighOtherYears(findings: readonly YearFinding[], lower: (severity: Severity) => Severity): Finding[] {
  const series = groupBy(findings, (item) => item.series);
  const never = new Set(
    [...series].flatMap(([key, items]) => {
      const decided = items.filter(({ finding }) => finding.outcome === 'pass' || finding.outcome === 'fail');
      const holds = decided.some(({ finding }) => finding.outcome === 'pass');
      return !holds && new Set(decided.map(({ period }) => period)).size > 1 ? [key] : [];
    }),
  );
  return findings.map(({ series: key, finding }) =>
    finding.outcome === 'fail' && never.has(key)
      ? { ...finding, severity: lower(finding.severity), doubts: [...finding.doubts, NEVER_HOLDS] }
      : finding,
  );
}

const NEVER_HOLDS = 'The relation holds in no year of the report, so that the figures may be defined in another way.';
