import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { describeFigure, nameMetric } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding, SURE_METRIC_SCORE } from '../finding.ts';
import { formatPages, joinMessages, sameInBoth } from '../format.ts';
import { Exact } from '../interval.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import { pass } from './pass.ts';

/** A total and its parts in one column of a table, in units that are no power of ten apart: pounds beside tonnes. */
export function findMixed(rule: Rule, metrics: readonly string[], context: CheckContext): Finding[] {
  const wanted = new Set(metrics);
  const figures = context.index.all.filter(
    ({ fact, table, dimension }) =>
      table !== null &&
      dimension !== null &&
      fact.unit !== null &&
      fact.metric !== null &&
      wanted.has(fact.metric) &&
      fact.metricScore >= SURE_METRIC_SCORE,
  );
  const columns = [
    ...groupBy(figures, ({ fact, table, dimension }) => `${table} ${fact.period} ${dimension}`).values(),
  ].filter((column) => new Set(column.map(({ fact }) => fact.metric)).size > 1);
  const mixed = new Map<string, Quantity[]>();
  for (const column of columns) {
    const other = column.find((figure) => !isDecimalStep(figure, column[0]!));
    if (other !== undefined && !mixed.has(column[0]!.table!)) mixed.set(column[0]!.table!, [column[0]!, other]);
  }
  if (columns.length === 0) return [];
  if (mixed.size === 0)
    return [
      pass(
        rule,
        columns.length,
        columns[0]!.map(({ fact }) => factEvidence(fact, 'value')),
        metrics.slice(0, 2),
      ),
    ];
  return [...mixed.values()].map((pair) =>
    makeFinding(rule, {
      outcome: 'fail',
      severity: rule.severity,
      subject: nameMetric(pair[0]!.fact.metric!, context),
      identity: pair.map(({ fact }) => fact.metric),
      values: {
        figure: joinMessages(pair.map(describeFigure)),
        unit: sameInBoth(pair[1]!.fact.unitRaw ?? ''),
        expected: sameInBoth(pair[0]!.fact.unitRaw ?? ''),
        pages: formatPages(pair.map(({ fact }) => fact.page)),
      },
      expected: pair[0]!.fact.unitRaw,
      actual: pair[1]!.fact.unitRaw,
      evidence: pair.map(({ fact }) => factEvidence(fact, 'value')),
    }),
  );
}

/** Is one printed unit the other one times a power of ten? */
function isDecimalStep(a: Quantity, b: Quantity): boolean {
  const ratio = new Exact(a.perPrinted).div(b.perPrinted);
  return ratio.gt(0) && ratio.eq(new Exact(`1e${Math.round(Math.log10(Number(ratio)))}`));
}
