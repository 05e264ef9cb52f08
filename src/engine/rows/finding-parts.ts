import type { Evidence } from '../../model/finding.ts';
import type { Message, Severity } from '../../model/rule.ts';

/** One thing that is wrong with rows of tables. */
export interface RowSlip {
  subject: Message;
  /** What it is about, for the fingerprint. */
  identity: (string | null)[];
  /** Filling for `{what}`: the rows and figures concerned, in words. */
  what: Message;
  evidence: Evidence[];
  severity?: Severity;
  doubts?: string[];
}

/** What a look at the rows gave: how many were looked at, and what is wrong. */
export interface RowLook {
  count: number;
  /** A place that was looked at, for a rule that passes. */
  sample: Evidence | null;
  slips: RowSlip[];
}
