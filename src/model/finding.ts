import type { Box } from './page.ts';
import type { Message, Severity } from './rule.ts';

/** `cannotTell`: something needed was not found or not read. `notApplicable`: the report gives the rule nothing to check. */
export type Outcome = 'pass' | 'fail' | 'cannotTell' | 'notApplicable';

/** One place in the report that a finding rests on. */
export interface Evidence {
  page: number;
  box: Box;
  raw: string;
  /** `total`, `part`, `value`, `numerator`, `denominator`, `before`, `after`, `claim`, `index row`, `topic` … */
  role: string;
  factId: string | null;
  label: string;
  period: string | null;
  unit: string | null;
}

/** One line of a finding's working, as an auditor would write it. */
export interface WorkingLine {
  label: string;
  /** Number formatted for reading, with its unit when it is not the working's unit. */
  value: string;
  /** `operand`, then a single rule above `result`; `printed` is what the report prints; `difference` and `allowed` close. */
  role: 'operand' | 'result' | 'printed' | 'difference' | 'allowed';
  /** Index into the finding's evidence. */
  evidence: number | null;
}

export interface Finding {
  rule: string;
  kind: string;
  outcome: Outcome;
  severity: Severity;
  /** What the finding is about: `Total emissions 2024 is not the sum of its parts`; without the verdict unless it fails. */
  title: Message;
  /** What the rule says must hold. */
  ruleTitle: Message;
  /** English message with the arithmetic. */
  message: string;
  messages: Message;
  /** What the figures give, and what is printed. */
  expected: string | null;
  actual: string | null;
  /** rule + metric + period + role, hashed: the same in the next draft. */
  fingerprint: string;
  evidence: Evidence[];
  working: WorkingLine[];
  standards: string[];
  why: Message;
  /** Why the severity was lowered or the outcome left open; empty when neither. */
  doubts: string[];
}
