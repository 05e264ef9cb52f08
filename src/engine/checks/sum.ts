import type Big from 'big.js';
import * as v from 'valibot';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Rule, Severity } from '../../model/rule.ts';
import { writeConversions } from '../arithmetic.ts';
import { combine, findCandidates } from '../choose.ts';
import { describeFigure, describePeriod, nameMetric, subjectOf, unreadDoubts } from '../describe.ts';
import { listPeriods, findFigures, shareBoundary } from '../fact-index.ts';
import { factEvidence, makeFinding, milder, readingDoubts, stepDown, stepForReading } from '../finding.ts';
import { decimalsFor, formatIn, formatLabel, joinMessages } from '../format.ts';
import { addIntervals, canMeet, halfWidth } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { weighOtherYears } from '../other-years.ts';
import type { YearFinding } from '../other-years.ts';
import type { Quantity } from '../quantity.ts';
import { addUp, distanceTo, isOneSlipFrom, nominalSum, signOf, withRowsBetween } from '../sum-trial.ts';
import type { Part, Trial } from '../sum-trial.ts';

const partSchema = v.union([
  v.string(),
  v.strictObject({ metric: v.string(), optional: v.optional(v.boolean()), minus: v.optional(v.boolean()) }),
]);

const parameters = v.strictObject({
  kind: v.literal('sum'),
  total: v.string(),
  /** Ways in which the total may be made up; a report needs to fit one. */
  anyOf: v.pipe(v.array(v.pipe(v.array(partSchema), v.minLength(2))), v.minLength(1)),
});
type Parameters = v.InferOutput<typeof parameters>;

/** More combinations of candidates than this are not tried: a report that prints so many is not one calculation. */
const MOST_TRIALS = 256;

/** Total = sum of its parts, for each place and period that prints the total. */
export const sum: CheckKind<Parameters> = {
  kind: 'sum',
  parameters,
  placeholders: {
    pass: ['total', 'parts', 'sum', 'period'],
    fail: ['total', 'parts', 'sum', 'difference', 'allowed', 'period'],
    cannotTell: ['total', 'missing', 'period'],
  },
  listMetrics: ({ total, anyOf }) => [
    total,
    ...anyOf.flat().map((part) => (typeof part === 'string' ? part : part.metric)),
  ],
  run(rule, { total, anyOf }, context) {
    const ways = anyOf.flatMap(spellOut);
    const found = listPeriods(context.index, [total]).flatMap((period) => {
      const totals = chooseTotals(findFigures(context.index, total, period));
      const results = totals.flatMap((figure) => checkTotal(rule, figure, ways, context) ?? []);
      // Where one table prints total and parts together, a bare total elsewhere is a matter for `equal`.
      const own = results.filter(({ foreign }) => foreign === 0);
      return own.length > 0 ? own : results;
    });
    return weighOtherYears(countRowsAlike(found), stepDown);
  },
};

/** Parts with optional ones → each way with and without them. */
function spellOut(parts: Parameters['anyOf'][number]): Part[][] {
  let ways: Part[][] = [[]];
  for (const part of parts) {
    const { metric, optional = false, minus = false } = typeof part === 'string' ? { metric: part } : part;
    const longer = ways.map((way) => [...way, { metric, minus }]);
    ways = optional ? [...ways, ...longer] : longer;
  }
  return ways.filter((way) => way.length > 1);
}

/** Every table checks its own total; prose is checked only when no table prints one. A value counts once in each table. */
function chooseTotals(figures: readonly Quantity[]): Quantity[] {
  const inTables = figures.filter((figure) => figure.table !== null);
  const seen = new Set<string>();
  return (inTables.length > 0 ? inTables : figures).filter(({ table, value, fact }) => {
    const key = `${table ?? ''} ${fact.boundary ?? ''} ${value.toString()}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface Result extends YearFinding {
  /** Parts that stand in other tables than the total. */
  foreign: number;
  /** The same with the unnamed rows between parts and total counted in; null when there are none. */
  wider: Finding | null;
}

function checkTotal(rule: Rule, total: Quantity, ways: Part[][], context: CheckContext): Result | null {
  const trials: Trial[] = [];
  let leastMissing: Part[] | null = null;
  for (const parts of ways) {
    const found = parts.map((part) =>
      findCandidates(context.index, part.metric, total, (figure) => figure.dimension === total.dimension),
    );
    const missing = parts.filter((_, i) => found[i]!.figures.length === 0);
    if (missing.length < parts.length && (leastMissing === null || missing.length < leastMissing.length)) {
      leastMissing = missing;
    }
    if (missing.length > 0) continue;
    const choices = combine(
      found.map((candidates) => candidates.figures.map((figure) => ({ figure, foreign: !candidates.sameTable }))),
      MOST_TRIALS,
    ).filter((choice) => shareBoundary([total.fact, ...choice.map(({ figure }) => figure.fact)]));
    for (const choice of choices) {
      trials.push({
        parts,
        figures: choice.map(({ figure }) => figure),
        foreign: choice.filter(({ foreign }) => foreign).length,
        ambiguous: choices.length > 1,
      });
    }
  }
  const identity = [total.fact.metric, total.fact.period, total.fact.boundary, 'total'];
  if (trials.length === 0) {
    if (leastMissing === null || leastMissing.length === 0 || total.table === null) return null;
    const finding = makeFinding(rule, {
      outcome: 'cannotTell',
      severity: 'info',
      ...subjectOf(total, context),
      identity,
      values: {
        total: describeFigure(total),
        missing: joinMessages(leastMissing.map((part) => nameMetric(part.metric, context))),
        period: describePeriod(total.fact.period),
      },
      evidence: [factEvidence(total.fact, 'total')],
      doubts: unreadDoubts(context),
    });
    return { ...yearOf(total), finding, foreign: leastMissing.length, wider: null };
  }
  trials.sort((a, b) => a.foreign - b.foreign || distanceTo(total, a).cmp(distanceTo(total, b)));
  const fits = trials.find((trial) => canMeet(total.interval, addUp(trial, 'interval')));
  if (fits !== undefined) {
    const finding = report(rule, total, fits, 'pass', rule.severity, [], context);
    return { ...yearOf(total), finding, foreign: fits.foreign, wider: null };
  }
  const wider = trials.flatMap((trial) => withRowsBetween(context.index, total, trial));
  const explained = wider.find((trial) => canMeet(total.interval, addUp(trial, 'interval')));
  if (explained !== undefined) {
    const finding = report(rule, total, explained, 'pass', rule.severity, [ROWS_BETWEEN], context);
    return { ...yearOf(total), finding, foreign: 0, wider: finding };
  }
  const cut = trials.find((trial) => canMeet(total.lenient, addUp(trial, 'lenient')));
  const shown = cut ?? trials.find((trial) => isOneSlipFrom(total, trial)) ?? trials[0]!;
  const { severity, doubts } = judge(rule, total, shown, cut !== undefined);
  const meantTogether = shown.foreign === 0 && !shown.ambiguous && severity !== 'info';
  if (!meantTogether && distanceTo(total, shown).gt(total.value.abs().times(NEAR_MISS))) return null;
  return {
    ...yearOf(total),
    finding: report(rule, total, shown, 'fail', severity, doubts, context),
    foreign: shown.foreign,
    wider:
      wider[0] === undefined
        ? null
        : report(rule, total, wider[0], 'fail', severity, [...doubts, ROWS_BETWEEN], context),
  };
}

const ROWS_BETWEEN = 'Rows between the parts and the total were counted in, though the rule does not name them.';

/** Results of one rule → their findings; where a row between parts and total belongs to the sum in one year, it does in the others. */
function countRowsAlike(results: readonly Result[]): Result[] {
  const series = new Set(results.filter(({ finding, wider }) => finding === wider).map((result) => result.series));
  return results.map((result) =>
    result.wider !== null && series.has(result.series) && result.finding.outcome === 'fail'
      ? { ...result, finding: result.wider }
      : result,
  );
}

/** Parts that are not surely those of the total, and miss it by more than this share of it, are parts of something else. */
const NEAR_MISS = '0.1';

function yearOf({ table, fact }: Quantity): Omit<YearFinding, 'finding'> {
  return { series: `${table ?? ''}|${fact.boundary ?? ''}`, period: fact.period };
}

/** A failed sum → how serious it is, and why it is not taken at its worst. */
function judge(rule: Rule, total: Quantity, trial: Trial, cut: boolean): { severity: Severity; doubts: string[] } {
  const facts = [total.fact, ...trial.figures.map((figure) => figure.fact)];
  const doubts = readingDoubts(facts);
  let severity = stepForReading(rule.severity, facts);
  if (trial.foreign > 0) {
    severity = stepDown(severity);
    doubts.push('Some parts stand in another table than the total and may have another boundary.');
  }
  if (trial.ambiguous) {
    severity = stepDown(severity);
    doubts.push('A part is printed with several values; the choice that comes closest is shown.');
  }
  if (cut) {
    const counted = total.counted && trial.figures.every((figure) => figure.counted);
    severity = milder(severity, counted ? 'warning' : 'info');
    doubts.push('The difference goes away if the figures were cut off or not whole instead of rounded.');
  }
  return { severity, doubts };
}

function report(
  rule: Rule,
  total: Quantity,
  trial: Trial,
  outcome: 'pass' | 'fail',
  severity: Severity,
  doubts: string[],
  context: CheckContext,
): Finding {
  const decimals = decimalsFor([total, ...trial.figures], total);
  const sum = nominalSum(trial);
  const difference = total.value.minus(sum);
  const slack = halfWidth(addIntervals(total.interval, addUp(trial, 'interval')));
  const show = (value: Big, extra = 0) => formatIn(value, total, decimals + extra);
  // Half a unit of the last digit needs one digit more.
  const allowed = slack === null ? '∞' : show(slack, slack.eq(0) ? 0 : 1);
  const working: WorkingLine[] = trial.figures.map((figure, i) => ({
    label: formatLabel(figure.fact.label),
    value: show(figure.value.times(signOf(trial.parts[i]!))),
    role: 'operand',
    evidence: i + 1,
  }));
  working.push(
    { label: 'Sum', value: show(sum), role: 'result', evidence: null },
    { label: formatLabel(total.fact.label), value: show(total.value), role: 'printed', evidence: 0 },
    { label: 'Difference', value: show(difference), role: 'difference', evidence: null },
    { label: 'Rounding explains', value: allowed, role: 'allowed', evidence: null },
  );
  return makeFinding(rule, {
    outcome,
    severity,
    ...subjectOf(total, context),
    identity: [total.fact.metric, total.fact.period, total.fact.boundary, 'total'],
    values: {
      total: describeFigure(total),
      parts: joinMessages(trial.figures.map(describeFigure)),
      sum: show(sum),
      difference: show(difference),
      allowed,
      period: describePeriod(total.fact.period),
    },
    expected: show(sum),
    actual: show(total.value),
    evidence: [factEvidence(total.fact, 'total'), ...trial.figures.map(({ fact }) => factEvidence(fact, 'part'))],
    arithmetic: writeConversions(trial.figures, total, context.units),
    working,
    doubts,
  });
}
