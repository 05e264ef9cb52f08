import type Big from 'big.js';
import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Message, Rule } from '../../model/rule.ts';
import { describeFigure, describePeriod, nameMetric } from '../describe.ts';
import { findFigures, listPeriods, methodBoundary, shareBoundary } from '../fact-index.ts';
import { factEvidence, makeFinding, milder, readingDoubts, stepForReading, SURE_METRIC_SCORE } from '../finding.ts';
import { formatIn, formatValue, joinMessages, sameInBoth } from '../format.ts';
import { Exact } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { listPassages } from '../passages.ts';
import type { Quantity } from '../quantity.ts';

const decimal = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'a decimal in quotes, such as "42.65"'));

const parameters = v.variant('look', [
  v.strictObject({
    kind: v.literal('convert'),
    look: v.literal('at least its parts'),
    total: v.string(),
    /** Lowest published factor of each part: base units of the total (GJ, t CO2e) to one `per`. */
    parts: v.pipe(
      v.array(
        v.strictObject({ metric: v.string(), per: v.string(), factor: decimal, source: v.string(), year: v.string() }),
      ),
      v.minLength(1),
    ),
  }),
  v.strictObject({
    kind: v.literal('convert'),
    look: v.literal('implied factor'),
    amount: v.string(),
    base: v.pipe(v.array(v.string()), v.minLength(1)),
    per: v.string(),
    low: decimal,
    high: decimal,
    source: v.string(),
    year: v.string(),
  }),
  v.strictObject({
    kind: v.literal('convert'),
    look: v.literal('steady factor'),
    amount: v.string(),
    base: v.pipe(v.array(v.string()), v.minLength(1)),
    per: v.string(),
    /** Largest change between two years that needs no explanation, in percent. */
    most: decimal,
    /** Words that explain a change: the report counts green power, or names its factors. */
    explained: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
]);
type Parameters = v.InferOutput<typeof parameters>;

/** Energy from fuels, emissions from energy: is what is printed plausible at the published factors? */
export const convert: CheckKind<Parameters> = {
  kind: 'convert',
  parameters,
  placeholders: {
    pass: ['total', 'parts', 'computed', 'factors', 'period'],
    fail: ['total', 'parts', 'computed', 'factors', 'period'],
    cannotTell: ['total', 'period'],
  },
  listMetrics: (p) =>
    p.look === 'at least its parts' ? [p.total, ...p.parts.map(({ metric }) => metric)] : [p.amount, ...p.base],
  run(rule, p, context) {
    switch (p.look) {
      case 'at least its parts':
        return checkParts(rule, p, context);
      case 'implied factor':
        return listImplied(p, context).map((implied) => checkFactor(rule, p, implied, context));
      case 'steady factor':
        return checkSteadiness(rule, p, context);
    }
  },
};

/** Figures of a metric in one period that are surely read, tables only. */
function sureFigures(metric: string, period: string, context: CheckContext): Quantity[] {
  return findFigures(context.index, metric, period).filter(
    ({ fact, table, dimension }) =>
      table !== null && dimension !== null && fact.upper === null && fact.metricScore >= SURE_METRIC_SCORE,
  );
}

/** A total is allowed to fall short of its parts by this share: blended biofuels and other heating values. */
const SLACK = '0.9';

function checkParts(rule: Rule, p: Parameters & { look: 'at least its parts' }, context: CheckContext): Finding[] {
  return listPeriods(context.index, [p.total]).flatMap((period) =>
    sureFigures(p.total, period, context).flatMap((total) => {
      const used = p.parts.flatMap((part) => {
        const per = context.units.info(part.per);
        const figure = sureFigures(part.metric, period, context).find(
          (own) =>
            own.table === total.table && own.dimension === per?.dimension && shareBoundary([own.fact, total.fact]),
        );
        return figure === undefined || per === null
          ? []
          : [{ figure, part, amount: figure.value.div(per.factor).times(part.factor) }];
      });
      if (used.length === 0) return [];
      const sum = used.reduce<Big>((all, { amount }) => all.plus(amount), new Exact(0));
      const holds = total.value.gte(sum.times(SLACK));
      const facts = [total.fact, ...used.map(({ figure }) => figure.fact)];
      return [
        makeFinding(rule, {
          outcome: holds ? 'pass' : 'fail',
          severity: holds ? rule.severity : milder('warning', stepForReading(rule.severity, facts)),
          subject: nameMetric(p.total, context),
          period: describePeriod(period),
          identity: [p.total, period, total.fact.boundary, 'parts'],
          values: {
            total: describeFigure(total),
            parts: joinMessages(used.map(({ figure }) => describeFigure(figure))),
            computed: sameInBoth(formatIn(sum, total, DECIMALS)),
            factors: joinMessages(
              used.map(({ part }) => sameInBoth(`${part.factor}/${part.per} (${part.source}, ${part.year})`)),
            ),
            period: describePeriod(period),
          },
          expected: formatIn(sum, total, DECIMALS),
          actual: total.fact.raw,
          evidence: facts.map((fact, i) => factEvidence(fact, i === 0 ? 'total' : 'part')),
          doubts: holds ? [] : readingDoubts(facts),
        }),
      ];
    }),
  );
}

/** Decimals shown of a value computed from factors: more would pretend to be exact. */
const DECIMALS = 2;
/** Decimals shown of an implied factor, as grid factors are published. */
const FACTOR_DECIMALS = 4;

/** An amount, what it was counted from, and the factor between them. */
interface Implied {
  amount: Quantity;
  base: Quantity;
  factor: Big;
  period: string;
}

type FactorParameters = Extract<Parameters, { base: string[] }>;

/** Parameters → the factor implied in each period, by the first of the bases that the amount's own table prints. */
function listImplied(p: FactorParameters, context: CheckContext): Implied[] {
  const per = context.units.info(p.per);
  if (per === null) return [];
  return listPeriods(context.index, [p.amount]).flatMap((period) => {
    for (const amount of sureFigures(p.amount, period, context)) {
      if (/market|市场|市場/i.test(methodBoundary(amount.fact))) continue;
      const base = p.base
        .flatMap((metric) => sureFigures(metric, period, context))
        .find((own) => own.dimension === per.dimension && own.value.gt(0) && shareBoundary([own.fact, amount.fact]));
      if (base !== undefined) return [{ amount, base, period, factor: amount.value.div(base.value.div(per.factor)) }];
    }
    return [];
  });
}

function describeFactor(factor: Big, p: FactorParameters, amount: Quantity): Message {
  return sameInBoth(`${formatValue(factor, FACTOR_DECIMALS)} ${amount.fact.unit ?? ''}/${p.per}`);
}

function checkFactor(
  rule: Rule,
  p: FactorParameters & { look: 'implied factor' },
  { amount, base, factor, period }: Implied,
  context: CheckContext,
): Finding {
  const holds = factor.eq(0) || (factor.gte(p.low) && factor.lte(p.high));
  const facts = [amount.fact, base.fact];
  return makeFinding(rule, {
    outcome: holds ? 'pass' : 'fail',
    severity: holds ? rule.severity : milder('warning', stepForReading(rule.severity, facts)),
    subject: nameMetric(p.amount, context),
    period: describePeriod(period),
    identity: [p.amount, period, amount.fact.boundary, 'factor'],
    values: {
      total: describeFigure(amount),
      parts: describeFigure(base),
      computed: describeFactor(factor, p, amount),
      factors: {
        en: `${p.low} to ${p.high} (${p.source}, ${p.year})`,
        zh: `${p.low}至${p.high}（${p.source}，${p.year}）`,
      },
      period: describePeriod(period),
    },
    expected: `${p.low}–${p.high}`,
    actual: formatValue(factor, FACTOR_DECIMALS),
    evidence: [factEvidence(amount.fact, 'total'), factEvidence(base.fact, 'part')],
    doubts: holds ? [] : readingDoubts(facts),
  });
}

function checkSteadiness(
  rule: Rule,
  p: FactorParameters & { look: 'steady factor' },
  context: CheckContext,
): Finding[] {
  const implied = listImplied(p, context).filter(({ factor }) => factor.gt(0));
  const words = new RegExp(p.explained.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'iu');
  const explained = listPassages(context.reading).some(({ text }) => words.test(text));
  return implied.slice(1).flatMap((before, i) => {
    const after = implied[i]!;
    if (!/^\d{4}$/.test(after.period) || Number(after.period) !== Number(before.period) + 1) return [];
    if (after.base.fact.metric !== before.base.fact.metric) return [];
    const change = after.factor.div(before.factor).minus(1).times(100);
    const holds = change.abs().lte(p.most);
    if (!holds && explained) return [];
    const figures = [before.amount, before.base, after.amount, after.base];
    return [
      makeFinding(rule, {
        outcome: holds ? 'pass' : 'fail',
        severity: 'info',
        subject: nameMetric(p.amount, context),
        period: describePeriod(after.period),
        identity: [p.amount, before.period, after.period, 'factor'],
        values: {
          total: describeFigure(after.amount),
          parts: describeFigure(after.base),
          computed: describeFactor(after.factor, p, after.amount),
          factors: describeFactor(before.factor, p, before.amount),
          period: describePeriod(before.period),
        },
        expected: formatValue(before.factor, FACTOR_DECIMALS),
        actual: formatValue(after.factor, FACTOR_DECIMALS),
        evidence: figures.map(({ fact }) => factEvidence(fact, 'value')),
      }),
    ];
  });
}
