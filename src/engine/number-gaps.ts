import type { Reading } from '../model/report.ts';
import type { Comparison } from './comparison.ts';
import { groupBy } from './fact-index.ts';
import { beginsWith, listBeginnings, readNumberedTitle, spellings } from './numbered-titles.ts';
import { listPassages, quotePassage } from './passages.ts';

/** Members that show that a series is one. */
const FEWEST_MEMBERS = 4;

/**
 * Reading → series of numbered sections, chapters, tables and figures that leave out one number, between the titles before and after it.
 * Only series that begin with 1, stand in order and have no other break; a number that begins any text of the report was not left out.
 */
export function findNumberGaps(reading: Reading): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  const beginnings = listBeginnings(reading);
  for (const [series, members] of groupBy(
    listPassages(reading).flatMap(readNumberedTitle),
    (member) => member.series,
  )) {
    const firsts = members.filter(({ number }, i) => members.findIndex((other) => other.number === number) === i);
    if (firsts.length < FEWEST_MEMBERS || firsts[0]!.number !== 1) continue;
    const steps = firsts.slice(1).map(({ number }, i) => number - firsts[i]!.number);
    const breaks = steps.flatMap((step, i) => (step === 1 ? [] : [{ step, i }]));
    if (breaks.length === 0) comparison.agreeing.push(quotePassage(firsts[0]!.passage, 'heading'));
    if (breaks.length !== 1 || breaks[0]!.step !== 2) continue;
    const [before, after] = [firsts[breaks[0]!.i]!, firsts[breaks[0]!.i + 1]!];
    const left = before.number + 1;
    if (reading.document.unreadPages.some((page) => page >= before.passage.page && page <= after.passage.page))
      continue;
    if (spellings(series, left).some((each) => beginnings.some((text) => beginsWith(text, each)))) continue;
    comparison.mismatches.push({
      first: before.passage.text,
      second: after.passage.text,
      firstPages: [before.passage.page],
      secondPages: [after.passage.page],
      evidence: [quotePassage(before.passage, 'heading'), quotePassage(after.passage, 'heading')],
    });
  }
  return comparison;
}
