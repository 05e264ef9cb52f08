import type { CorrectionResult, Revision } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { Checked, Reading, Report } from '../model/report.ts';

/** Report as it was checked and a revision of it → the report with the corrections in it. */
export function reviseReport(report: Report, revision: Revision): Report {
  const { corrections, coverage, standards } = revision;
  const changed = new Map(revision.facts);
  const facts = report.facts.flatMap((fact) => {
    const other = changed.get(fact.id);
    return other === undefined ? [fact] : other === null ? [] : [other];
  });
  const findings = revision.findings.map((each) => (typeof each === 'number' ? report.findings[each]! : each));
  return {
    ...report,
    facts,
    findings,
    coverage,
    ...(standards === null ? {} : { standards }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}

/** A result as it was told to the user, and as the same reading gives it here. */
export interface Before {
  told: readonly Finding[];
  own: Checked;
  facts: Reading['facts'];
}

/**
 * Before and after corrections → what is different. A kept report has lost the runs of its print, so that a quotation may be marked less closely
 * when it is found again: what comes out as it did here stays as it was told.
 */
export function describeRevision(before: Before, reading: Reading, checked: Checked, milliseconds: number): Revision {
  const corrections: CorrectionResult[] = reading.corrections ?? [];
  const places = new Map(before.told.map(({ fingerprint }, i) => [fingerprint, i]));
  const own = new Map(before.own.findings.map((finding) => [finding.fingerprint, finding]));
  const now = new Map(reading.facts.map((fact) => [fact.id, fact]));
  return {
    corrections,
    facts: before.facts.flatMap((fact): Revision['facts'] => {
      const other = now.get(fact.id);
      return other === fact ? [] : [[fact.id, other ?? null]];
    }),
    findings: checked.findings.map((finding) => {
      const place = places.get(finding.fingerprint);
      return place !== undefined && isSame(own.get(finding.fingerprint), finding) ? place : finding;
    }),
    coverage: checked.coverage,
    standards: JSON.stringify(checked.standards) === JSON.stringify(before.own.standards) ? null : checked.standards,
    rules: checked.ran,
    milliseconds: Math.round(milliseconds),
  };
}

function isSame(a: Finding | undefined, b: Finding): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
