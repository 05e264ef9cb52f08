import type { CheckErrorCode, Progress, Report } from '../model/report.ts';

/** Page to worker. The bytes are transferred: the worker owns them. */
export interface CheckRequest {
  kind: 'check';
  id: number;
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  password: string | null;
  /** Absolute address of the folder with pdf.js's CMaps, fonts, wasm and profiles; ends with a slash. */
  assetsUrl: string;
}

/** Worker to page. Every message names the request that it answers. */
export type CheckReply =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'report'; id: number; report: Report }
  | { kind: 'error'; id: number; code: CheckErrorCode; message: string };
