import type { Evidence } from '../model/finding.ts';

/** Two titles that disagree, or a reference and what it leads to. */
export interface Mismatch {
  first: string;
  second: string;
  evidence: Evidence[];
  firstPages: number[];
  secondPages: number[];
}

/** What was held against each other: the places that agree, and what does not. */
export interface Comparison {
  agreeing: Evidence[];
  mismatches: Mismatch[];
}
