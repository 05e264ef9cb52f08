import type { Finding } from '../../model/finding.ts';
import type { Metric, Rule } from '../../model/rule.ts';
import { describeFigure } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding, readingDoubts, stepForReading } from '../finding.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import { normaliseLabel } from '../label.ts';
import { pass } from './pass.ts';

/** Things of the physical world: what is counted or paid has its own words for a unit. */
export const PHYSICAL: ReadonlySet<string> = new Set(['mass', 'ghg', 'energy', 'volume', 'power', 'area', 'length']);
/** Places of a unit that belong to the figure alone; a caption may speak of other rows. */
const OWN_PLACES: ReadonlySet<string> = new Set(['cell', 'row label', 'unit column']);

/** Rows that bear a metric's full name, in a unit that cannot measure it: kW for energy, tonnes of CO2 for water. */
export function findWrongDimensions(rule: Rule, context: CheckContext): Finding[] {
  const names = nameMetrics(context);
  const judged = context.index.all.flatMap((figure) => {
    const { fact } = figure;
    const dimension = fact.unit === null ? null : (context.units.info(fact.unit)?.dimension ?? null);
    if (figure.table === null || dimension === null || !PHYSICAL.has(dimension)) return [];
    if (!OWN_PLACES.has(fact.provenance.unit?.from ?? 'cell')) return [];
    const metrics = names.get(plainName(fact.label)) ?? names.get(normaliseLabel(fact)) ?? [];
    if (metrics.length === 0) return [];
    return [{ figure, dimension, fits: metrics.some((metric) => measures(metric, dimension, context)), metrics }];
  });
  const wrong = judged.filter(({ fits }) => !fits);
  if (judged.length === 0) return [];
  if (wrong.length === 0) return [pass(rule, judged.length, [factEvidence(judged[0]!.figure.fact, 'value')], ['all'])];
  return [...groupBy(wrong, ({ figure }) => `${normaliseLabel(figure.fact)} ${figure.fact.unit}`).values()].map(
    (same) => {
      const { figure, metrics } = same[0]!;
      return makeFinding(rule, {
        outcome: 'fail',
        severity: stepForReading(rule.severity, [figure.fact]),
        subject: sameInBoth(formatLabel(figure.fact.label)),
        identity: [metrics[0]!.id, figure.fact.unit],
        values: {
          figure: describeFigure(figure),
          unit: sameInBoth(figure.fact.unitRaw ?? figure.fact.unit ?? ''),
          expected: sameInBoth(metrics[0]!.units.slice(0, 3).join(', ')),
          pages: formatPages(same.map((one) => one.figure.fact.page)),
        },
        expected: metrics[0]!.units.join(', '),
        actual: figure.fact.unitRaw,
        evidence: same.map((one) => factEvidence(one.figure.fact, 'value')),
        doubts: readingDoubts([figure.fact]),
      });
    },
  );
}

/** Vocabulary → normalised full name → the metrics that bear it, those of physical things only. */
function nameMetrics(context: CheckContext): Map<string, Metric[]> {
  const names = new Map<string, Metric[]>();
  for (const metric of context.metrics.values()) {
    for (const name of [...metric.en, ...metric.zh]) {
      const key = plainName(name);
      names.set(key, [...(names.get(key) ?? []), metric]);
    }
  }
  return new Map([...names].filter(([, metrics]) => metrics.every(({ dimension }) => PHYSICAL.has(dimension))));
}

/** Name → small letters, digits and the signs that tell names apart. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%+&<>≤≥-]+/gu, '');
}

/** Can a unit of this dimension measure the metric? Gases and water are weighed as often as measured. */
function measures(metric: Metric, dimension: string, context: CheckContext): boolean {
  const dimensions = [metric.dimension, ...metric.units.map((id) => context.units.info(id)?.dimension ?? '')];
  return (
    dimensions.includes(dimension) ||
    (dimension === 'mass' && (metric.dimension === 'ghg' || metric.group === 'water' || metric.group === 'energy')) ||
    (dimension === 'volume' && ['energy', 'waste', 'materials'].includes(metric.group))
  );
}
