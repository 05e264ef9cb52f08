import type { Correction, Revision } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckErrorCode, Progress, Report } from '../model/report.ts';
import type { PdfAssets } from '../read/open-pdf.ts';

/** Page to worker. The bytes are transferred: the worker owns them. */
export interface CheckRequest {
  kind: 'check';
  id: number;
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  password: string | null;
  assets: PdfAssets;
  /** Whether findings are wanted before the report is whole. */
  early: boolean;
}

/** Page to worker: a kept report, to be ready for corrections of it. It has no answer. */
export interface ResumeRequest {
  kind: 'resume';
  report: Report;
}

/** Page to worker: all corrections of the document that was checked or resumed last. */
export interface CorrectRequest {
  kind: 'correct';
  id: number;
  corrections: Correction[];
}

export type WorkerRequest = CheckRequest | ResumeRequest | CorrectRequest;

/** Worker to page. Every message names the request that it answers. */
export type CheckReply =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'findings'; id: number; findings: Finding[] }
  | { kind: 'report'; id: number; report: Report }
  | { kind: 'revision'; id: number; revision: Revision }
  | { kind: 'error'; id: number; code: CheckErrorCode; message: string };
