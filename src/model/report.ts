import type { CorrectionResult } from './correction.ts';
import type { Claim, Fact, IndexEntry } from './fact.ts';
import type { Finding } from './finding.ts';
import type { StandardMatrix } from './matrix.ts';
import type { OutlineEntry } from './page.ts';
import type { Block, Table } from './table.ts';

/** Pages that one limit left unread. */
export interface PartialReading {
  limit: 'too-slow' | 'too-complex' | 'not-reached' | 'too-many-pages';
  /** First and last page of each stretch, counting from 1. */
  pages: [first: number, last: number][];
  /** One plain sentence that names the pages and the limit. */
  sentence: string;
}

export interface DocumentInfo {
  name: string;
  /** Hex SHA-256 of the file. */
  sha256: string;
  bytes: number;
  pages: number;
  /** `en`, `zh-Hans`, `zh-Hant`, `ja`: those that make up at least a tenth of the text. */
  languages: string[];
  /** Pages without usable text, counting from 1; with those that a limit left out, but none beyond `pages`. */
  unreadPages: number[];
  /** What a limit kept from being read; not there when every page was read within the limits. */
  partial?: PartialReading[];
  /** Width and height of each page in points. */
  pageSizes: [width: number, height: number][];
  pageLabels: (string | null)[];
  outline: OutlineEntry[];
  /** The year that the report is about, such as `2024`; null when it does not say. */
  reportYear: string | null;
}

/** All that was read, before any check. */
export interface Reading {
  document: DocumentInfo;
  blocks: Block[];
  tables: Table[];
  facts: Fact[];
  claims: Claim[];
  index: IndexEntry[];
  /** The reviewer's corrections and what became of each; not there when there are none. */
  corrections?: CorrectionResult[];
}

export interface Coverage {
  /** Printed numbers that are figures (no page numbers, codes, dates). */
  numbers: number;
  /** Of them, read as facts with label and unit. */
  understood: number;
  /** Of them, standing in at least one passing or failing relation. */
  checked: number;
}

/** What the rules found in a reading. */
export interface Checked {
  /** Most serious first. */
  findings: Finding[];
  coverage: Coverage;
  standards: StandardMatrix[];
  /** How many rules ran for it. */
  ran: number;
}

/** Milliseconds. */
export interface Timings {
  read: number;
  layout: number;
  extract: number;
  check: number;
  total: number;
}

/** The whole result: what the worker returns, the store keeps and the JSON export writes. */
export interface Report extends Reading {
  format: 'crossfoot-report/1';
  findings: Finding[];
  coverage: Coverage;
  /** The standards that its index names; missing in results of earlier versions. */
  standards?: StandardMatrix[];
  timings: Timings;
  /** `off`: ids of the rules whose results were left out; not there when none was. */
  rulePack: { version: string; rules: number; off?: string[] };
}

export type Stage = 'open' | 'read' | 'layout' | 'extract' | 'check';

/** One step of progress: within a stage, `done` of `total` (pages, except in `check`, where it is rules). */
export interface Progress {
  stage: Stage;
  done: number;
  total: number;
}

/** What a file is that is no PDF. */
export type OtherFormat =
  | 'web-page'
  | 'word'
  | 'excel'
  | 'powerpoint'
  | 'old-office'
  | 'rtf'
  | 'zip'
  | 'archive'
  | 'picture'
  | 'postscript'
  | 'xml'
  | 'empty-file'
  | 'only-zeros'
  | 'not-a-pdf';

export type CheckErrorCode =
  | OtherFormat
  | 'damaged'
  | 'no-pages'
  | 'password-needed'
  | 'password-wrong'
  | 'no-text'
  | 'blank'
  | 'too-large'
  | 'too-much-memory'
  | 'too-slow-to-open'
  | 'too-slow-pages'
  | 'timed-out'
  | 'aborted'
  | 'internal';
