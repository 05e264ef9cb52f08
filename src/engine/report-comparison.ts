import type { Finding } from '../model/finding.ts';
import type { Message, Rule } from '../model/rule.ts';
import type { Comparison, Mismatch } from './comparison.ts';
import { unreadDoubts } from './describe.ts';
import { makeFinding } from './finding.ts';
import { formatLabel, formatPages, sameInBoth } from './format.ts';
import type { CheckContext } from './kind.ts';

/** A finding for each mismatch, or one that says how much agrees; none when there was nothing to compare. */
export function reportComparison(rule: Rule, { agreeing, mismatches }: Comparison, context: CheckContext): Finding[] {
  if (mismatches.length > 0) return mismatches.map((mismatch) => reportMismatch(rule, mismatch, context));
  if (agreeing.length === 0) return [];
  return [
    makeFinding(rule, {
      outcome: 'pass',
      severity: rule.severity,
      identity: ['all'],
      values: { count: String(agreeing.length) },
      evidence: agreeing.slice(0, 1),
      doubts: unreadDoubts(context),
    }),
  ];
}

function reportMismatch(rule: Rule, mismatch: Mismatch, context: CheckContext): Finding {
  const quote = (text: string): Message => sameInBoth(`“${formatLabel(text)}”`);
  return makeFinding(rule, {
    outcome: 'fail',
    severity: rule.severity,
    subject: quote(mismatch.first),
    identity: [mismatch.first.toLowerCase(), mismatch.second.toLowerCase()],
    values: {
      first: quote(mismatch.first),
      firstPlace: formatPages(mismatch.firstPages),
      second: quote(mismatch.second),
      secondPlace: formatPages(mismatch.secondPages),
    },
    expected: mismatch.first,
    actual: mismatch.second,
    evidence: mismatch.evidence,
    doubts: unreadDoubts(context),
  });
}
