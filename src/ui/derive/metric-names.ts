import type { Message, Metric } from '../../model/rule.ts';

/** What the vocabulary calls its metrics, by id: the first name of each language. */
export function nameMetrics(metrics: readonly Metric[]): ReadonlyMap<string, Message> {
  return new Map(metrics.map(({ id, en, zh }) => [id, { en: en[0] ?? id, zh: zh[0] ?? id }]));
}
