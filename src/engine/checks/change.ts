import * as v from 'valibot';
import type { Claim } from '../../model/fact.ts';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Message, Rule } from '../../model/rule.ts';
import { describePeriod, nameMetric, unreadDoubts } from '../describe.ts';
import { shareBand, findFigures, shareBoundary } from '../fact-index.ts';
import { claimEvidence, factEvidence, makeFinding } from '../finding.ts';
import { decimalsFor, formatIn, formatLabel, formatPages, formatQuantity, formatValue } from '../format.ts';
import { DERIVED_DECIMALS } from '../format.ts';
import { countDecimals } from '../interval.ts';
import { findExplanations } from '../explanation.ts';
import type { Verdict } from '../judge-claim.ts';
import { judgeClaim } from '../judge-claim.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import type { Movement } from '../movement.ts';
import { measureMovement } from '../movement.ts';
import type { Quantity } from '../quantity.ts';

const parameters = v.strictObject({
  kind: v.literal('change'),
  /** Metrics whose claims are checked, or `all`. */
  of: v.union([v.literal('all'), v.pipe(v.array(v.string()), v.minLength(1))]),
});
type Parameters = v.InferOutput<typeof parameters>;

/** A sentence's rise or fall, and its size, against the printed figures of both periods. */
export const change: CheckKind<Parameters> = {
  kind: 'change',
  parameters,
  placeholders: {
    pass: ['claim', 'metric', 'movement', 'period', 'against'],
    fail: ['claim', 'metric', 'movement', 'verdict', 'period', 'against'],
    cannotTell: ['claim', 'metric', 'missing', 'period', 'against'],
  },
  listMetrics: ({ of }) => (of === 'all' ? [] : of),
  run(rule, { of }, context) {
    return context.reading.claims
      .filter((claim) => claim.metric !== null && (of === 'all' || of.includes(claim.metric)))
      .flatMap((claim) => checkClaim(rule, claim, claim.metric!, context) ?? []);
  },
};

function checkClaim(rule: Rule, claim: Claim, metric: string, context: CheckContext): Finding | null {
  const period = claim.period ?? context.reading.document.reportYear;
  const against = claim.against ?? yearBefore(period);
  if (period === null || against === null) return null;
  const movements = pairFigures(claim, metric, period, against, context);
  if (movements.length === 0) return tellMissing(rule, claim, metric, period, against, context);
  const verdicts = movements.map((movement) => judgeClaim(rule.severity, claim, movement, context.units));
  const index = Math.max(
    verdicts.findIndex((verdict) => verdict.holds),
    0,
  );
  return report(rule, claim, metric, movements[index]!, verdicts[index]!, movements.length > 1, context);
}

function yearBefore(period: string | null): string | null {
  return period !== null && /^\d{4}$/.test(period) ? String(Number(period) - 1) : null;
}

/**
 * Claim → the movements that it may speak of: both figures in one row of one table, the whole report's before those of parts. Across tables
 * only when no table prints both years.
 */
function pairFigures(claim: Claim, metric: string, period: string, against: string, context: CheckContext): Movement[] {
  const suits = ({ dimension, table }: Quantity) =>
    table !== null &&
    (claim.magnitudeKind !== 'points' || dimension === 'ratio') &&
    (claim.magnitudeKind !== 'absolute' ||
      claim.unit === null ||
      context.units.info(claim.unit)?.dimension === dimension);
  const after = findFigures(context.index, metric, period).filter(suits);
  const before = findFigures(context.index, metric, against).filter(suits);
  const pairs = after.flatMap((a) =>
    before
      .filter((b) => a.dimension === b.dimension && shareBoundary([a.fact, b.fact]))
      .map((b) => ({ a, b, kin: kinship(a, b) })),
  );
  const closest = Math.max(0, ...pairs.map(({ kin }) => kin));
  const away = ({ a }: { a: Quantity }) => Math.abs(a.fact.page - claim.page);
  const kept = pairs
    .filter(({ kin }) => kin === closest)
    .toSorted((x, y) => rank(x.a) - rank(y.a) || away(x) - away(y));
  // The same two values in several places: the nearest to the sentence stand for all (later entries of a map win).
  const distinct = new Map(
    kept.toReversed().map((pair) => [`${pair.b.value.toString()}→${pair.a.value.toString()}`, pair]),
  );
  return [...distinct.values()].map(({ a, b }) => measureMovement(b, a));
}

/** 2: one row (or column) of one table; 1: one table; 0: different tables. */
function kinship(a: Quantity, b: Quantity): number {
  if (a.table !== b.table) return 0;
  const line = a.fact.tableId === b.fact.tableId && (a.fact.row === b.fact.row || a.fact.col === b.fact.col);
  return line && shareBand(a.fact, b.fact) ? 2 : 1;
}

/** Figures of the whole report first, then the most surely labelled. */
function rank({ fact }: Quantity): number {
  return (fact.boundary === null ? 0 : 2) - fact.metricScore;
}

function tellMissing(
  rule: Rule,
  claim: Claim,
  metric: string,
  period: string,
  against: string,
  context: CheckContext,
): Finding | null {
  if (claim.magnitude === null) return null;
  const lacking = [against, period].filter((year) => findFigures(context.index, metric, year).length === 0);
  const years = lacking.length > 0 ? lacking : [against, period];
  return makeFinding(rule, {
    outcome: 'cannotTell',
    severity: 'info',
    subject: nameMetric(metric, context),
    period: describePeriod(period),
    identity: [metric, period, against, 'claim', claim.direction],
    values: {
      ...wordsOf(claim, metric, period, against, context),
      missing: {
        en: years.map((year) => describePeriod(year).en).join(' and '),
        zh: years.map((year) => describePeriod(year).zh).join('和'),
      },
    },
    evidence: [claimEvidence(claim)],
    doubts: [...claim.doubts, ...unreadDoubts(context)],
  });
}

function wordsOf(claim: Claim, metric: string, period: string, against: string, context: CheckContext) {
  const page = formatPages([claim.page]);
  return {
    claim: { en: `“${claim.raw}” (${page.en})`, zh: `“${claim.raw}”（${page.zh}）` },
    metric: nameMetric(metric, context),
    period: describePeriod(period),
    against: describePeriod(against),
  };
}

function report(
  rule: Rule,
  claim: Claim,
  metric: string,
  movement: Movement,
  verdict: Verdict,
  several: boolean,
  context: CheckContext,
): Finding {
  const { before, after } = movement;
  const decimals = decimalsFor([before, after], after);
  const percentDecimals = Math.max(DERIVED_DECIMALS, countDecimals(claim.magnitude ?? '0'));
  const percent = movement.percent === null ? null : `${formatValue(movement.percent, percentDecimals)}%`;
  const difference = formatIn(after.value.minus(before.value), after, decimals);
  const period = after.fact.period!;
  const against = before.fact.period!;
  const working: WorkingLine[] = [
    { label: describePeriod(against).en, value: formatIn(before.value, after, decimals), role: 'operand', evidence: 1 },
    { label: describePeriod(period).en, value: formatIn(after.value, after, decimals), role: 'operand', evidence: 2 },
    {
      label: 'Change',
      value: percent === null ? difference : `${difference} (${percent})`,
      role: 'result',
      evidence: null,
    },
    { label: 'Claimed', value: formatLabel(claim.magnitudeRaw ?? claim.raw), role: 'printed', evidence: 0 },
  ];
  const doubts = [...verdict.doubts];
  if (several && !verdict.holds)
    doubts.push('The report prints several series under this name; none of them fits the claim.');
  if (!verdict.holds) doubts.push(...findExplanations(movement, claim, context));
  return makeFinding(rule, {
    outcome: verdict.holds ? 'pass' : 'fail',
    severity: verdict.severity,
    subject: nameMetric(metric, context),
    period: describePeriod(period),
    identity: [metric, period, against, 'claim', claim.direction],
    values: {
      ...wordsOf(claim, metric, period, against, context),
      movement: describeMovement(movement, percent),
      verdict: verdict.words,
    },
    expected: percent ?? difference,
    actual: claim.magnitudeRaw ?? claim.raw,
    evidence: [claimEvidence(claim), factEvidence(before.fact, 'before'), factEvidence(after.fact, 'after')],
    working,
    doubts,
  });
}

const VERBS: Record<-1 | 0 | 1, Message> = {
  [-1]: { en: 'fell', zh: '下降' },
  [0]: { en: 'stayed', zh: '持平' },
  [1]: { en: 'rose', zh: '上升' },
};

/** Movement → `fell from 454.15 tCO2e in 2023 to 274.02 tCO2e in 2024 (−39.66%, page 34)`. */
function describeMovement({ before, after, direction }: Movement, percent: string | null): Message {
  const pages = formatPages([before.fact.page, after.fact.page]);
  const [from, to] = [formatQuantity(before), formatQuantity(after)];
  const [against, period] = [describePeriod(before.fact.period), describePeriod(after.fact.period)];
  const verb = VERBS[direction];
  return {
    en: `${verb.en} from ${from.en} in ${against.en} to ${to.en} in ${period.en} (${percent === null ? '' : `${percent}, `}${pages.en})`,
    zh: `由${against.zh}的${from.zh}${verb.zh}至${period.zh}的${to.zh}（${percent === null ? '' : `${percent}，`}${pages.zh}）`,
  };
}
