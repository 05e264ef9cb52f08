import type { Fact } from '../../model/fact.ts';
import { t } from '../i18n/t.ts';
import { none } from './figure-filter.ts';

/** Figure → what of its reading was put right, part by part: `Unit: kg → t`. */
export function describeCorrected(fact: Fact, metricName: (id: string) => string): string[] {
  if (!fact.corrected) return [];
  const { was } = fact.corrected;
  const { fields } = t.correct;
  const nameOf = (id: string | null): string => (id === null ? none : metricName(id));
  return [
    ...('number' in was ? [[fields.number, was.number, fact.number]] : []),
    ...('unitRaw' in was ? [[fields.unit, was.unitRaw || none, fact.unitRaw || none]] : []),
    ...('label' in was ? [[fields.label, was.label || none, fact.label || none]] : []),
    ...('period' in was ? [[fields.period, was.period || none, fact.period || none]] : []),
    ...('metric' in was ? [[fields.metric, nameOf(was.metric ?? null), nameOf(fact.metric)]] : []),
  ].map(([field, before, after]) => t.correct.change(field!, before!, after!));
}
