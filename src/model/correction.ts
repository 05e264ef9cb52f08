import type { Fact, Qualifier } from './fact.ts';
import type { Finding } from './finding.ts';
import type { StandardMatrix } from './matrix.ts';
import type { Coverage } from './report.ts';

/**
 * What a figure is called in its report, by meaning and not by page or position, so that it is found again in the next draft. All of it is as
 * the program read it, before any correction.
 */
export interface FigureName {
  source: Fact['source'];
  /** Headings, caption and band rows over a figure of a table; the passage around one of running text. Outermost first. */
  place: string[];
  /** Label of its row, or the words that name it. */
  label: string;
  /** Heads of its column, without periods; empty for running text. */
  column: string;
  period: string | null;
  metric: string | null;
  boundary: string | null;
  unit: string | null;
  /** The figure as printed: it tells apart what is called the same. */
  raw: string;
  /** Where even that does not: the figure's place among its likes in reading order, from 0, and how many they are. */
  nth: number;
  of: number;
}

/** The figure as it should have been read. What is left out was read rightly. */
export interface CorrectedFields {
  number?: { number: string; qualifier: Qualifier; upper: string | null };
  label?: string;
  /** `raw` as the reviewer typed it; all null for a figure without a unit. */
  unit?: { unit: string | null; scale: string; raw: string | null };
  period?: string | null;
  metric?: string | null;
  /** The print is no figure at all: a code, a page number, a date. Then nothing else is given. */
  isFigure?: false;
}

/** One figure that was read wrongly, put right by a reviewer. */
export interface Correction {
  id: string;
  figure: FigureName;
  fields: CorrectedFields;
  /** ISO time of the last change. */
  changed: string;
}

/**
 * Why a correction was not applied: no figure has this name any more; several have, and nothing tells them apart; the number that it puts right
 * is printed differently now.
 */
export type Unapplied = 'missing' | 'ambiguous' | 'changed';

/** What became of a correction in a reading. */
export interface CorrectionResult {
  correction: Correction;
  /** The figure as it was read; null when the correction was not applied. */
  was: Fact | null;
  unapplied: Unapplied | null;
}

/** What corrections change in a report; the rest of it stays as it was checked. */
export interface Revision {
  corrections: CorrectionResult[];
  /** Figures that are read otherwise, by their ids; null where there is none. */
  facts: [id: string, fact: Fact | null][];
  /** All findings in their new order: the position of one that is as it was, or the finding. */
  findings: (number | Finding)[];
  coverage: Coverage;
  /** Null when they stand as they did. */
  standards: StandardMatrix[] | null;
  /** How many rules ran again, and how long all of it took. */
  rules: number;
  milliseconds: number;
}
