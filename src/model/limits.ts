import { CheckError } from './check-error.ts';
import type { CheckErrorCode, PartialReading } from './report.ts';

const MEGABYTE = 1024 * 1024;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * What one file may use: the one place for all limits. A report of 400 pages with photographs is about 60 MB and takes
 * half a minute; each limit leaves several times what any such report needs, so that only odd files meet one.
 */
export const limits = {
  /** Bytes of the file. Beyond this, a browser tab may run out of memory. */
  maxBytes: 200 * MEGABYTE,
  /** Pages that are read; the others are listed as unread. */
  maxPages: 2000,
  /** Drawing operators of one page. Dense maps have some 100,000; tables under 20,000. */
  maxPageOperators: 1_000_000,
  /** Characters painted on one page. A full page of the smallest print has under 20,000. */
  maxPageGlyphs: 60_000,
  /** Milliseconds to open the file: its tables of objects, its outline and its page labels. */
  maxOpenMilliseconds: 45 * SECOND,
  /** Milliseconds for one page. The heaviest real pages take about one second. */
  maxPageMilliseconds: 15 * SECOND,
  /** Milliseconds for all pages together; those not reached by then are listed as unread. */
  maxReadMilliseconds: 4 * MINUTE,
  /** Milliseconds for the whole check. */
  maxMilliseconds: 8 * MINUTE,
  /** Megabytes of objects that reading pages may hold (command line; a browser sets its own limit for a worker). */
  maxReaderMegabytes: 1024,
  /** Megabytes of objects that the check of one report may hold (command line). */
  maxCheckMegabytes: 2048,
} as const;

/** The sentence for each limit that ends a check, with the limit in it. */
const refusals = {
  'too-large': `The file is larger than ${limits.maxBytes / MEGABYTE} MB. Save it with smaller pictures and try again.`,
  'timed-out': `The check took longer than ${limits.maxMilliseconds / MINUTE} minutes and was stopped. Split the file and check the parts.`,
  'too-slow-to-open': `This PDF could not be opened within ${limits.maxOpenMilliseconds / SECOND} seconds: its inner tables may be damaged. Save it anew or export it again from its source.`,
  'too-much-memory':
    'The check of this file needs more memory than it may take and was stopped. Split the file and check the parts.',
} satisfies Partial<Record<CheckErrorCode, string>>;

/** The error for a limit that ended the check. */
export function limitError(limit: keyof typeof refusals): CheckError {
  return new CheckError(limit, refusals[limit]);
}

/** Why each limit leaves pages out; the rest of the result stands. */
export const partialReasons: Record<PartialReading['limit'], string> = {
  'too-slow': `a page may take ${limits.maxPageMilliseconds / SECOND} seconds to read, and these took longer.`,
  'too-complex': `a page may hold ${limits.maxPageGlyphs.toLocaleString('en')} characters and ${limits.maxPageOperators.toLocaleString('en')} drawing steps, and these hold more, or more than fits in memory.`,
  'not-reached': `reading may take ${limits.maxReadMilliseconds / MINUTE} minutes, and the time was up. Split the file and check the parts.`,
  'too-many-pages': `${limits.maxPages.toLocaleString('en')} pages are read, and these lie beyond. Split the file and check the parts.`,
};
