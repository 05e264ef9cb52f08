import { CheckError } from '../model/check-error.ts';
import type { CheckErrorCode } from '../model/report.ts';

/** What one check may use. A report of 400 pages with photographs is about 60 MB and takes a minute. */
export const limits = {
  /** Bytes of the file. Beyond this, a browser tab may run out of memory. */
  maxBytes: 200 * 1024 * 1024,
  /** Pages of the document. */
  maxPages: 2000,
  /** Milliseconds for one whole check. */
  maxMilliseconds: 10 * 60 * 1000,
} as const;

const bytesPerMegabyte = 1024 * 1024;

/** The sentence for each limit, with the limit in it. */
const sentences = {
  'too-large': `The file is larger than ${limits.maxBytes / bytesPerMegabyte} MB. Save it with smaller pictures and try again.`,
  'timed-out': `The check took longer than ${limits.maxMilliseconds / 60_000} minutes and was stopped. Split the file and check the parts.`,
} satisfies Partial<Record<CheckErrorCode, string>>;

/** The error for a limit that was met. */
export function limitError(code: keyof typeof sentences): CheckError {
  return new CheckError(code, sentences[code]);
}
