import { partialReasons } from '../model/limits.ts';
import type { Page } from '../model/page.ts';
import type { PartialReading } from '../model/report.ts';

/** Stretches of pages named in one sentence; the rest is counted. */
const MAX_NAMED = 12;

/** Pages read, and how many the file says it has → what the limits left out, one entry a limit; empty when nothing. */
export function describePartial(pages: readonly Page[], pageCount: number): PartialReading[] {
  const left: PartialReading[] = [];
  for (const limit of ['too-slow', 'too-complex', 'not-reached'] as const) {
    const numbers = pages.filter((page) => page.unread === limit).map((page) => page.number);
    if (numbers.length > 0) left.push(describe(limit, joinStretches(numbers)));
  }
  if (pageCount > pages.length) left.push(describe('too-many-pages', [[pages.length + 1, pageCount]]));
  return left;
}

function describe(limit: PartialReading['limit'], pages: [number, number][]): PartialReading {
  return { limit, pages, sentence: `${namePages(pages)} left out: ${partialReasons[limit]}` };
}

/** Rising page numbers → first and last of each unbroken stretch. */
function joinStretches(numbers: readonly number[]): [number, number][] {
  const stretches: [number, number][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else stretches.push([number, number]);
  }
  return stretches;
}

/** `Page 12`, `Pages 12, 14–19 and 30 more`. */
function namePages(stretches: readonly [number, number][]): string {
  const print = (page: number): string => page.toLocaleString('en');
  const named = stretches
    .slice(0, MAX_NAMED)
    .map(([first, last]) => (first === last ? print(first) : `${print(first)}–${print(last)}`));
  const more = stretches.slice(MAX_NAMED).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const single = stretches.length === 1 && stretches[0]![0] === stretches[0]![1];
  return `${single ? 'Page' : 'Pages'} ${named.join(', ')}${more > 0 ? ` and ${print(more)} more` : ''}`;
}
