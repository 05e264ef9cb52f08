import type { FoundLabel } from './figure-place.ts';
import type { MetricMatch } from './metrics.ts';
import type { UnitReading } from './units.ts';
import type { TextContext } from './vocabulary.ts';

/** Below this score a sentence's label is not sure enough to name a metric. */
const LOWEST_METRIC_SCORE = 0.8;
/** A metric named in a sentence about a part of the company is that part's, and no surer than this. */
const PART_SCORE = 0.7;

/** What stands in the way of a sentence's label. */
export interface Obstacle {
  reason: string;
  /**
   * `part`: the figure is a part's, which its boundary may say. `measure`: what one measure brought, which no rate is. `others`: suppliers
   * and customers, of whom some metrics are. `deed`: those who did something, which a label may say itself.
   */
  kind: 'part' | 'measure' | 'others' | 'deed' | 'other';
  /** The words that name the part. */
  words?: string;
}

const NOTHING: MetricMatch = { metric: null, score: 0, doubts: [] };
/** Dimensions of what is counted one by one, whose unit a sentence may leave out: `1,175 employees received training`. */
const COUNTED = new Set(['people', 'count', 'people times']);
/** Metrics that are about suppliers or customers. */
const OF_OTHERS = /^(?:supply\.(?!suppliers)|product\.(?!complaints))/;
/** Counted words that may be a part of all, and name the whole only where the sentence says that it has them. */
const MAY_BE_PART =
  /^(?:hr\.(?!training_hours|turnover|new_hires)|supply\.suppliers|gov\.board_size|product\.complaints$|gov\.fines|gov\.noncompliance|env\.fines|rd\.(?!patents)|fin\.|env\.investment|social\.(?!volunteer_hours)|energy\.total|energy\.electricity|ghg\.|water\.|waste\.total)/;

/**
 * Label and unit → metric, unless something in the sentence stands in the way.
 * @param before the clause up to the figure, which may name the Scope 2 method
 * @returns `part` is what a figure about a part of the company is limited to
 */
export function nameFigure(
  label: FoundLabel | null,
  unit: UnitReading | null,
  number: string,
  obstacle: Obstacle | null,
  before: string,
  context: TextContext,
): MetricMatch {
  if (label === null || label.kind === 'change' || label.kind === 'several') return NOTHING;
  const dimension = unit?.dimension ?? null;
  const match = context.metrics.match(label.name ?? label.text, {
    dimension,
    context: [before],
    number,
    entity: context.entity ?? [],
  });
  if (match.metric === null) return NOTHING;
  const refused = (doubts: string[]): MetricMatch => ({ metric: null, score: 0, doubts });
  const measured = context.metrics.get(match.metric)?.dimension ?? '';
  if (label.kind === 'counted' && MAY_BE_PART.test(match.metric)) return NOTHING;
  const countsDeed = label.name !== undefined && COUNTED.has(measured) && /^\d+$/.test(number);
  if (unit === null && !countsDeed) return refused(match.doubts);
  const isRate = measured === 'ratio' && obstacle?.kind === 'measure';
  const isOfOthers = obstacle?.kind === 'others' && label.kind === 'names' && OF_OTHERS.test(match.metric);
  const saysDeed = obstacle?.kind === 'deed' && label.name !== undefined;
  if (obstacle !== null && !isRate && !isOfOthers && !saysDeed) {
    const limited = obstacle.kind === 'part' && obstacle.words !== undefined && label.kind === 'names';
    if (!limited || match.score < LOWEST_METRIC_SCORE) return refused([obstacle.reason]);
    return { ...match, score: PART_SCORE, part: obstacle.words!, doubts: [...match.doubts, obstacle.reason] };
  }
  if (match.part === undefined && match.score < LOWEST_METRIC_SCORE) return refused(match.doubts);
  return match;
}
