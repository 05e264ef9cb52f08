import { limits } from '../../model/limits.ts';
import type { CheckErrorCode, PartialReading } from '../../model/report.ts';
import { t } from '../i18n/t.ts';

/** Why the app shows the start page instead of a report. */
export type Problem = CheckErrorCode | 'sample' | 'gone';

const bytesPerMegabyte = 1024 * 1024;
const millisecondsPerSecond = 1000;
const millisecondsPerMinute = 60_000;

/** A problem → one sentence that says what to do, with the limit that was met. */
export function sayProblem(problem: Problem): string {
  const { problems } = t;
  if (problem === 'too-large') return problems['too-large'](limits.maxBytes / bytesPerMegabyte);
  if (problem === 'too-slow-to-open')
    return problems['too-slow-to-open'](limits.maxOpenMilliseconds / millisecondsPerSecond);
  if (problem === 'timed-out') return problems['timed-out'](limits.maxMilliseconds / millisecondsPerMinute);
  return problems[problem];
}

/** `3, 7–9`. */
function spans(pages: PartialReading['pages']): string {
  return pages.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}

/** Pages that a limit left unread → one sentence that names them and why. */
export function sayPartial({ limit, pages }: PartialReading): string {
  const { partial, unreadPages } = t.problems;
  return unreadPages(spans(pages), partial[limit]);
}
