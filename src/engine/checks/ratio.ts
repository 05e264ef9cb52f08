import type Big from 'big.js';
import * as v from 'valibot';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { writeDivision } from '../arithmetic.ts';
import { combine, findCandidates } from '../choose.ts';
import { describeFigure, describePeriod, nameMetric, subjectOf, unreadDoubts } from '../describe.ts';
import { findFigures, listPeriods, shareBoundary } from '../fact-index.ts';
import { factEvidence, makeFinding, milder, readingDoubts, stepDown, stepForReading } from '../finding.ts';
import { decimalsFor, DERIVED_DECIMALS, formatIn, formatLabel, formatUnit } from '../format.ts';
import { canMeet, divideIntervals, multiplyIntervals } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { weighOtherYears } from '../other-years.ts';
import { looseInterval } from '../quantity.ts';
import type { Quantity } from '../quantity.ts';
import { dimensionsFit, splitRate } from '../rate-dimension.ts';

const parameters = v.strictObject({
  kind: v.literal('ratio'),
  ratio: v.string(),
  /** Metrics that may be the numerator; a report needs to fit one. */
  numerator: v.pipe(v.array(v.string()), v.minLength(1)),
  denominator: v.pipe(v.array(v.string()), v.minLength(1)),
});
type Parameters = v.InferOutput<typeof parameters>;

interface Trial {
  numerator: Quantity;
  denominator: Quantity;
  /** How many of the two stand in other tables than the ratio. */
  foreign: number;
}

/** More pairs of candidates than this are not one calculation. */
const MOST_TRIALS = 64;

/** Printed ratio = numerator ÷ denominator, for each place and period that prints the ratio. */
export const ratio: CheckKind<Parameters> = {
  kind: 'ratio',
  parameters,
  placeholders: {
    pass: ['ratio', 'numerator', 'denominator', 'computed', 'period'],
    fail: ['ratio', 'numerator', 'denominator', 'computed', 'period'],
    cannotTell: ['ratio', 'missing', 'period'],
  },
  listMetrics: (p) => [p.ratio, ...p.numerator, ...p.denominator],
  run(rule, p, context) {
    const periods = listPeriods(context.index, [p.ratio]);
    // … when another year bears out that they are.
    const isAlone = periods.length < 2;
    const found = periods.flatMap((period) => {
      const figures = findFigures(context.index, p.ratio, period);
      const inTables = figures.filter((figure) => figure.table !== null);
      return keepOnePerValue(inTables.length > 0 ? inTables : figures).flatMap((figure) => {
        const finding = checkRatio(rule, figure, p, context, isAlone);
        return finding === null ? [] : [{ finding, period, series: figure.fact.boundary ?? '' }];
      });
    });
    return weighOtherYears(found, () => 'info');
  },
};

/** The same ratio in two tables is one calculation: `equal` compares the places. */
function keepOnePerValue(figures: readonly Quantity[]): Quantity[] {
  const seen = new Set<string>();
  return figures.filter(({ value, fact }) => {
    const key = `${value.toString()} ${fact.boundary ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

function checkRatio(
  rule: Rule,
  figure: Quantity,
  p: Parameters,
  context: CheckContext,
  isAlone: boolean,
): Finding | null {
  const rate = splitRate(figure);
  const find = (metrics: readonly string[], dimension: string | undefined) =>
    metrics.flatMap((metric) => {
      const suits = (candidate: Quantity) => dimension === undefined || candidate.dimension === dimension;
      const { figures, sameTable } = findCandidates(context.index, metric, figure, suits);
      return figures.map((candidate) => ({ candidate, foreign: sameTable ? 0 : 1 }));
    });
  const numerators = find(p.numerator, rate?.numerator);
  const denominators = find(p.denominator, rate?.denominator);
  const trials: Trial[] = combine([numerators, denominators], MOST_TRIALS)
    .map(([n, d]) => ({ numerator: n!.candidate, denominator: d!.candidate, foreign: n!.foreign + d!.foreign }))
    .filter(
      (trial) =>
        shareBoundary([figure.fact, trial.numerator.fact, trial.denominator.fact]) &&
        dimensionsFit(figure, trial.numerator, trial.denominator) &&
        !trial.denominator.value.eq(0),
    );
  if (trials.length === 0) {
    const missing = [
      ...(numerators.length === 0 ? [nameFitting(p.numerator, rate?.numerator, context)] : []),
      ...(denominators.length === 0 ? [nameFitting(p.denominator, rate?.denominator, context)] : []),
    ];
    return tellMissing(rule, figure, missing, context);
  }
  const fits = (read: (quantity: Quantity) => Interval) => (trial: Trial) =>
    canMeet(multiplyIntervals(read(figure), read(trial.denominator)), read(trial.numerator));
  trials.sort((a, b) => a.foreign - b.foreign || error(a, figure).cmp(error(b, figure)));
  const fit = trials.find(fits(({ interval }) => interval));
  if (fit !== undefined) return report(rule, figure, fit, [], context);
  const cut = trials.find(fits(looseInterval));
  const trial = cut ?? trials[0]!;
  const facts = [figure.fact, trial.numerator.fact, trial.denominator.fact];
  const doubts = readingDoubts(facts);
  let severity = stepForReading(rule.severity, facts);
  if (trial.foreign > 0) {
    // The only figures of their names that the report prints for the year are the ones that are meant …
    if (trials.length > 1 || isAlone) {
      severity = stepDown(severity);
      doubts.push('The figures stand in different tables and may have different boundaries.');
    }
    if (isFarOff(trial, figure) && !isUnitSlip(trial, figure)) return null;
  }
  if (trials.length > 1) {
    severity = stepDown(severity);
    doubts.push('Several figures may be meant; those that come closest are shown.');
  }
  if (cut !== undefined) {
    severity = milder(severity, 'info');
    doubts.push('The difference goes away if the ratio was cut off instead of rounded.');
  }
  return report(rule, figure, trial, doubts, context, severity);
}

/** Figures of different tables that miss the ratio this many times over are of different parts of the organisation … */
const FAR_OFF = 2;

function isFarOff(trial: Trial, figure: Quantity): boolean {
  const [printed, computed] = [figure.value.abs(), trial.numerator.value.div(trial.denominator.value).abs()];
  return printed.gt(computed.times(FAR_OFF)) || computed.gt(printed.times(FAR_OFF));
}

/** … unless they miss it by a power of ten, to within this share: then a unit slipped. */
const SLIP_SHARE = 0.02;

function isUnitSlip(trial: Trial, figure: Quantity): boolean {
  if (figure.value.eq(0) || trial.numerator.value.eq(0)) return false;
  const times = Number(figure.value.times(trial.denominator.value).div(trial.numerator.value).abs());
  const power = Math.round(Math.log10(times));
  return power !== 0 && Math.abs(times / 10 ** power - 1) < SLIP_SHARE;
}

/** How far the printed ratio is from the computed one, in base units of the numerator. */
function error(trial: Trial, figure: Quantity): Big {
  return figure.value.times(trial.denominator.value).minus(trial.numerator.value).abs();
}

/** Metrics and dimension → the first metric that is counted in it; null when the ratio is of something else, such as per vehicle. */
function nameFitting(metrics: readonly string[], dimension: string | undefined, context: CheckContext): string | null {
  const fits = (metric: string) => dimension?.split(':')[0] === context.metrics.get(metric)?.dimension;
  return (dimension === undefined ? metrics[0] : metrics.find(fits)) ?? null;
}

/** With neither figure printed the ratio simply stands by itself; with one of them it could have been checked. */
function tellMissing(
  rule: Rule,
  figure: Quantity,
  missing: readonly (string | null)[],
  context: CheckContext,
): Finding | null {
  const [metric, ...more] = missing;
  if (figure.table === null || metric == null || more.length > 0) return null;
  // A figure that the report prints nowhere leaves nothing to tell.
  if (listPeriods(context.index, [metric]).length === 0) return null;
  return makeFinding(rule, {
    outcome: 'cannotTell',
    severity: 'info',
    ...subjectOf(figure, context),
    identity: [figure.fact.metric, figure.fact.period, figure.fact.boundary, 'ratio'],
    values: {
      ratio: describeFigure(figure),
      missing: nameMetric(metric, context),
      period: describePeriod(figure.fact.period),
    },
    evidence: [factEvidence(figure.fact, 'ratio')],
    doubts: unreadDoubts(context),
  });
}

function report(
  rule: Rule,
  figure: Quantity,
  trial: Trial,
  doubts: string[],
  context: CheckContext,
  severity?: Finding['severity'],
): Finding {
  const { numerator, denominator } = trial;
  const computed = showQuotient(divideIntervals(numerator.interval, denominator.interval), trial, figure);
  const working: WorkingLine[] = [
    { label: formatLabel(numerator.fact.label), value: own(numerator), role: 'operand', evidence: 1 },
    { label: `÷ ${formatLabel(denominator.fact.label)}`, value: own(denominator), role: 'operand', evidence: 2 },
    { label: 'Quotient', value: computed, role: 'result', evidence: null },
    { label: formatLabel(figure.fact.label), value: own(figure), role: 'printed', evidence: 0 },
  ];
  return makeFinding(rule, {
    outcome: severity === undefined ? 'pass' : 'fail',
    severity: severity ?? rule.severity,
    ...subjectOf(figure, context),
    identity: [figure.fact.metric, figure.fact.period, figure.fact.boundary, 'ratio'],
    values: {
      ratio: describeFigure(figure),
      numerator: describeFigure(numerator),
      denominator: describeFigure(denominator),
      computed,
      period: describePeriod(figure.fact.period),
    },
    expected: computed,
    actual: own(figure),
    evidence: [
      factEvidence(figure.fact, 'ratio'),
      factEvidence(numerator.fact, 'numerator'),
      factEvidence(denominator.fact, 'denominator'),
    ],
    arithmetic: writeDivision(figure, numerator, denominator, '1', context.units),
    working,
    doubts,
  });
}

function own(quantity: Quantity): string {
  return formatIn(quantity.value, quantity, decimalsFor([quantity], quantity));
}

/** Quotient of two figures in the printed unit of the ratio, with as many decimals as it prints (at least two). */
function showQuotient(range: Interval, { numerator, denominator }: Trial, figure: Quantity): string {
  const decimals = Math.max(DERIVED_DECIMALS, decimalsFor([figure], figure));
  return range.low === null && range.high === null
    ? `?${formatUnit(figure)}`
    : formatIn(numerator.value.div(denominator.value), figure, decimals);
}
