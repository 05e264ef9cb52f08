import type { Box } from './page.ts';

/** What stands before a number and widens it: `over 97`, `≥ 97`, `about 200`. Null is an exact, rounded number. */
export type Qualifier = 'over' | 'atLeast' | 'under' | 'atMost' | 'about' | null;

/** Where one part of a figure's meaning came from, for the reader to verify. */
export interface Provenance {
  /** `cell`, `row label`, `unit column`, `column head`, `caption`, `heading`, `sentence`, `report` … */
  from: string;
  text: string;
}

/** One printed figure and how it was understood. */
export interface Fact {
  id: string;
  page: number;
  box: Box;
  /** The figure as printed, with qualifier and unit if they stand beside it. */
  raw: string;
  /** Decimal string as printed: sign and separators resolved, not scaled. */
  number: string;
  qualifier: Qualifier;
  /** Upper end when a range (`3 to 5`) is printed; `number` is then the lower end. */
  upper: string | null;
  label: string;
  /** `2024`, or `2023-04-01/2024-03-31`; null when nothing says. */
  period: string | null;
  /** Canonical unit such as `t`, `tCO2e`, `m3`, `MWh`, `CNY`, `%`, `person`, `tCO2e/CNY`; null when nothing says. */
  unit: string | null;
  /** Decimal string: the printed number times `scale` is in `unit` (万 gives 10000, `per million yuan` 0.000001). */
  scale: string;
  unitRaw: string | null;
  /** Id of the vocabulary's metric, or null when none fits. */
  metric: string | null;
  /** 0 to 1: how surely the label names that metric. */
  metricScore: number;
  /** Part of the organisation or method that the figure is limited to: `location-based`, `Device division`, `restated` …; null is the whole report. */
  boundary: string | null;
  source: 'table' | 'text';
  tableId: string | null;
  row: number | null;
  col: number | null;
  /** Headings, band rows and caption that the figure stands under, outermost first. */
  context: string[];
  provenance: { label: Provenance | null; period: Provenance | null; unit: Provenance | null };
  /** Why the reading is unsure; empty when it is not. */
  doubts: string[];
  /** Set when a reviewer put the reading right: when, and how the corrected fields had been read. */
  corrected?: { at: string; was: Partial<Pick<Fact, CorrectedField>> };
}

/** What of a figure a reviewer can put right. */
export type CorrectedField =
  'number' | 'qualifier' | 'upper' | 'label' | 'period' | 'unit' | 'unitRaw' | 'scale' | 'metric';

export type Direction = 'up' | 'down' | 'flat';

/** A sentence's statement that something rose, fell or stayed. */
export interface Claim {
  id: string;
  page: number;
  box: Box;
  /** The clause as printed. */
  raw: string;
  /** The words that name what changed. */
  subject: string;
  metric: string | null;
  metricScore: number;
  direction: Direction;
  /** Decimal string in the unit of `magnitudeKind`; null when no size is stated. */
  magnitude: string | null;
  magnitudeRaw: string | null;
  /** `percent` of the earlier value, percentage `points`, `absolute` amount in `unit`, or `times` the earlier value. */
  magnitudeKind: 'percent' | 'points' | 'absolute' | 'times' | null;
  qualifier: Qualifier;
  unit: string | null;
  scale: string;
  /** `strong` for “significantly”, 大幅; `weak` for “slightly”, 略有. */
  strength: 'strong' | 'weak' | null;
  period: string | null;
  /** The period compared with, usually the year before. */
  against: string | null;
  /** Box of the magnitude alone, for marking; null when no size is stated. */
  magnitudeBox: Box | null;
  doubts: string[];
}

/** One code in one row of a content index. A range is spelt out into one entry a code. */
export interface IndexEntry {
  page: number;
  box: Box;
  /** Family: `SSE`, `SZSE`, `GRI`, `HKEX`, `ESRS`, `TCFD`, `SASB`, `IFRS S2`, `CASS` … */
  standard: string;
  /** Code alone: `24`, `305-1`, `A1.1`, `E1-6`. */
  code: string;
  /** Page, section or link as printed in the row; empty when the row gives none. */
  location: string;
  /** The row's topic or disclosure title as printed. */
  title: string;
  raw: string;
}
