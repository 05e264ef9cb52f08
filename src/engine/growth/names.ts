import type { CheckContext } from '../kind.ts';
import { listWords, shareOfWords } from '../label-words.ts';
import type { Series } from '../quotients/lines.ts';

/** A metric's name of fewer words than this stands in too many labels. */
const FEWEST_WORDS = 2;
/** A name that the vocabulary gives to the row's figures, in full among the words, is worth less than the row's own words. */
const OTHER_NAME = 0.8;

/** Row → the metric of its figures; null when none names them. */
export function metricOf({ cells }: Series): string | null {
  const [first] = cells.values();
  return first?.fact.metric ?? null;
}

/** Metric and words of a sentence → whether they hold one of its names in full, of two words or more. */
export function shareOfNames(id: string | null, words: ReadonlySet<string>, context: CheckContext): number {
  const metric = id === null ? undefined : context.metrics.get(id);
  const names = [...(metric?.en ?? []), ...(metric?.zh ?? [])].map(listWords);
  return names.some((name) => name.size >= FEWEST_WORDS && shareOfWords(name, words) === 1) ? OTHER_NAME : 0;
}
