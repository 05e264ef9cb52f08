import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { makeFinding } from '../finding.ts';

/** Rule, number of places looked at, a sample of them and identity → the finding that their units are as they should be. */
export function pass(rule: Rule, count: number, evidence: Finding['evidence'], identity: string[]): Finding {
  return makeFinding(rule, {
    outcome: 'pass',
    severity: rule.severity,
    identity,
    values: { count: String(count) },
    evidence,
  });
}
