import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { findCandidates } from '../choose.ts';
import { describeFigure, describePeriod, nameMetric, subjectOf, unreadDoubts } from '../describe.ts';
import { findFigures, listPeriods } from '../fact-index.ts';
import { factEvidence, makeFinding, readingDoubts, stepDown, stepForReading, SURE_METRIC_SCORE } from '../finding.ts';
import { liesBelow } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import type { Quantity } from '../quantity.ts';

const parameters = v.strictObject({
  kind: v.literal('subset'),
  /** Cannot be more than the whole. */
  part: v.string(),
  whole: v.string(),
});
type Parameters = v.InferOutput<typeof parameters>;

/** A part is no greater than its whole. */
export const subset: CheckKind<Parameters> = {
  kind: 'subset',
  parameters,
  placeholders: {
    pass: ['part', 'whole', 'period'],
    fail: ['part', 'whole', 'period'],
    cannotTell: ['part', 'missing', 'period'],
  },
  listMetrics: ({ part, whole }) => [part, whole],
  run(rule, { part, whole }, context) {
    return listPeriods(context.index, [part]).flatMap((period) =>
      keepDistinct(findFigures(context.index, part, period)).flatMap(
        (figure) => checkPart(rule, figure, whole, context) ?? [],
      ),
    );
  },
};

/** A value counts once in each table, and in prose only where no table prints it. */
function keepDistinct(figures: readonly Quantity[]): Quantity[] {
  const inTables = figures.filter(({ table }) => table !== null);
  const seen = new Set<string>();
  return (inTables.length > 0 ? inTables : figures).filter(({ table, value, fact }) => {
    const key = `${table ?? ''} ${fact.boundary ?? ''} ${value.toString()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function checkPart(rule: Rule, part: Quantity, metric: string, context: CheckContext): Finding | null {
  const { figures: wholes, sameTable } = findCandidates(context.index, metric, part, (other) => areAlike(part, other));
  const base = {
    ...subjectOf(part, context),
    identity: [part.fact.metric, part.fact.period, part.fact.boundary, 'part'],
  };
  const period = describePeriod(part.fact.period);
  if (wholes.length === 0) {
    // A whole that the report prints nowhere leaves nothing to tell.
    if (listPeriods(context.index, [metric]).length === 0) return null;
    return makeFinding(rule, {
      ...base,
      outcome: 'cannotTell',
      severity: 'info',
      values: { part: describeFigure(part), missing: nameMetric(metric, context), period },
      evidence: [factEvidence(part.fact, 'part')],
      doubts: unreadDoubts(context),
    });
  }
  // Only a part that is greater than every figure that may be its whole is greater than its whole.
  const whole = wholes.reduce((a, b) => (b.value.gt(a.value) ? b : a));
  const beyond = liesBelow(whole.interval, part.interval);
  const facts = [part.fact, whole.fact];
  const unsure = facts.some(({ metricScore, doubts }) => metricScore < SURE_METRIC_SCORE || doubts.length > 0);
  // What may be the figure of something else says nothing when it is too great.
  if (beyond && unsure && (!sameTable || facts.some(({ metricScore }) => metricScore < SURE_METRIC_SCORE))) return null;
  const severity = beyond ? stepForReading(rule.severity, facts) : rule.severity;
  return makeFinding(rule, {
    ...base,
    outcome: beyond ? 'fail' : 'pass',
    severity: beyond && !sameTable ? stepDown(severity) : severity,
    values: { part: describeFigure(part), whole: describeFigure(whole), period },
    actual: part.fact.raw,
    evidence: [factEvidence(part.fact, 'part'), factEvidence(whole.fact, 'whole')],
    doubts: beyond ? [...readingDoubts(facts), ...(sameTable ? [] : [OTHER_TABLE])] : [],
  });
}

const OTHER_TABLE = 'The figures stand in different tables and may have different boundaries.';

/** People and cases are counted alike; attendances are not, since one person may attend twice. */
const COUNTS: ReadonlySet<string | null> = new Set(['count', 'people']);

function areAlike(a: Quantity, b: Quantity): boolean {
  return a.dimension === b.dimension || (COUNTS.has(a.dimension) && COUNTS.has(b.dimension));
}
