import type { Evidence } from './finding.ts';
import type { Message, Requirement } from './rule.ts';

/**
 * How a requirement of a standard stands: `met`; `partly`, a part of what it asks for was found; `missing`; `omitted` with a reason; `notApplicable`
 * as the report says; `cannotTell`, such as what another document holds.
 */
export type RequirementState = 'met' | 'partly' | 'missing' | 'omitted' | 'notApplicable' | 'cannotTell';

/** One requirement held against the report. */
export interface MatrixRow {
  /** Id within the standard. */
  requirement: string;
  title: Message;
  codes: string[];
  level: Requirement['level'];
  state: RequirementState;
  /** Why it stands so, and what to add if anything. */
  reason: Message;
  /** Figures that were looked for and not found; null when none are wanting. */
  asked: Message | null;
  /** Whether the pages that the index names hold another topic; not there when they do not. */
  misplaced?: true;
  /** The rows of the index that name it, and what each says about the place. */
  rows: { evidence: Evidence; location: string }[];
  /** Where the report answers it: figures, headings, pages. */
  evidence: Evidence[];
}

/** How a report uses the GRI Standards; null where it does not say, and for other standards. */
export type ReportingMode = 'in accordance' | 'with reference' | null;

/** A standard that the report follows, requirement by requirement. */
export interface StandardMatrix {
  /** Id of the standard's file. */
  standard: string;
  title: Message;
  effective: string;
  mode: ReportingMode;
  rows: MatrixRow[];
}
