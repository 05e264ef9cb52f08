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
}

/** Worker to page. Every message names the request that it answers. */
export type CheckReply =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'report'; id: number; report: Report }
  | { kind: 'error'; id: number; code: CheckErrorCode; message: string };
