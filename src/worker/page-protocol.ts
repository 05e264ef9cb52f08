import type { OutlineEntry, Page } from '../model/page.ts';
import type { CheckErrorCode } from '../model/report.ts';
import type { PdfAssets } from '../read/open-pdf.ts';

/** To a worker that reads pages of one PDF at a time. The bytes are transferred: the worker owns them. */
export type PageRequest =
  | { kind: 'open'; bytes: Uint8Array<ArrayBuffer>; assets: PdfAssets; password: string | null }
  | { kind: 'read'; number: number }
  | { kind: 'close' };

/** From it: one answer to each `open` and `read`, in their order. */
export type PageReply =
  | { kind: 'opened'; pageCount: number; outline: OutlineEntry[] }
  | { kind: 'refused'; code: CheckErrorCode; message: string }
  | { kind: 'page'; page: Page };
