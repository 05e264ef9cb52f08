import type { RulePack } from '../model/rule.ts';
import { buildMetricIndex } from './metrics.ts';
import type { MetricIndex } from './metrics.ts';
import type { NumberConvention } from './numbers.ts';
import { buildUnits } from './units.ts';
import type { Units } from './units.ts';

/** The words that extraction understands. */
export interface Vocabulary {
  units: Units;
  metrics: MetricIndex;
}

/** What a reader of sentences knows about the report. */
export interface TextContext extends Vocabulary {
  reportYear: string | null;
  convention?: NumberConvention;
  /** Names by which the report calls the reporting company, in lower case, as `findEntityNames` gives them. */
  entity?: readonly string[];
}

const built = new WeakMap<RulePack, Vocabulary>();

/** Rule pack → its units and metrics, ready to read labels. Built once for a pack: it takes as long as reading some pages. */
export function buildVocabulary(pack: RulePack): Vocabulary {
  const known = built.get(pack);
  if (known !== undefined) return known;
  const units = buildUnits(pack.units);
  const vocabulary = { units, metrics: buildMetricIndex(pack.metrics, units) };
  built.set(pack, vocabulary);
  return vocabulary;
}
