import * as v from 'valibot';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Message, Rule, Severity } from '../../model/rule.ts';
import { describeFigure, describePeriod, subjectOf } from '../describe.ts';
import { factEvidence, makeFinding, stepDown } from '../finding.ts';
import { decimalsFor, DERIVED_DECIMALS, formatIn, formatLabel, formatPages, formatValue } from '../format.ts';
import { findGrowthColumns } from '../growth/columns.ts';
import type { Step } from '../growth/compare.ts';
import { findProseGrowth } from '../growth/prose.ts';
import { findRunningTotals } from '../growth/running.ts';
import type { StepRelation } from '../growth/rows.ts';
import { ENOUGH_EVIDENCE, findGrowthRows } from '../growth/rows.ts';
import type { CheckContext, CheckKind } from '../kind.ts';

const parameters = v.strictObject({
  kind: v.literal('growth'),
  /**
   * `rows` and `columns` of changes beside the figures that they are between; `prose`: rises and falls of running text;
   * `running`: amounts of a year by which a cumulative figure grows.
   */
  find: v.picklist(['rows', 'columns', 'prose', 'running']),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Changes that are printed beside their figures, found from arithmetic, layout and labels: no rule names the rows. */
export const growth: CheckKind<Parameters> = {
  kind: 'growth',
  parameters,
  placeholders: {
    pass: ['change', 'before', 'after', 'computed', 'pages'],
    fail: ['change', 'before', 'after', 'computed', 'elsewhere', 'pages'],
    cannotTell: ['change', 'pages'],
  },
  listMetrics: () => [],
  run(rule, { find }, context) {
    const search = SEARCHES[find];
    return search(context).flatMap((relation) => relation.steps.map((step) => report(rule, relation, step, context)));
  },
};

const SEARCHES: Record<Parameters['find'], (context: CheckContext) => StepRelation[]> = {
  rows: findGrowthRows,
  columns: findGrowthColumns,
  prose: findProseGrowth,
  running: findRunningTotals,
};

/** With so much evidence, in digits, a misfit beside fits is a slip. */
const SURE_EVIDENCE = ENOUGH_EVIDENCE + 2;

function judge(
  rule: Rule,
  { steps, evidence, slip = false }: StepRelation,
  { verdict }: Step,
): { severity: Severity; doubts: string[] } {
  if (verdict === 'near') return { severity: 'info', doubts: [CUT_OFF] };
  const fits = steps.filter((step) => step.verdict === 'fits').length;
  const off = steps.filter((step) => step.verdict === 'off').length;
  const sure = slip || (evidence >= SURE_EVIDENCE && fits > off);
  return sure ? { severity: rule.severity, doubts: [] } : { severity: stepDown(rule.severity), doubts: [FITS_SELDOM] };
}

const CUT_OFF = 'The difference goes away if the change was cut off instead of rounded.';
const FITS_SELDOM = 'Few other figures show that the change is between these two.';

function report(rule: Rule, relation: StepRelation, step: Step, context: CheckContext): Finding {
  const { change, before, after } = step;
  const passes = step.verdict === 'fits';
  const { severity, doubts } = passes ? { severity: rule.severity, doubts: [] } : judge(rule, relation, step);
  const computed = showChange(step);
  const own = (figure: typeof change) => formatIn(figure.value, figure, decimalsFor([figure], figure));
  const working: WorkingLine[] = [
    { label: describePeriod(before.fact.period).en, value: own(before), role: 'operand', evidence: 1 },
    { label: describePeriod(after.fact.period).en, value: own(after), role: 'operand', evidence: 2 },
    { label: 'Change', value: computed, role: 'result', evidence: null },
    { label: formatLabel(change.fact.label), value: own(change), role: 'printed', evidence: 0 },
  ];
  const { subject } = subjectOf(after.fact.label === '' ? change : after, context);
  return makeFinding(rule, {
    outcome: passes ? 'pass' : 'fail',
    severity,
    subject,
    period: describePeriod(after.fact.period),
    identity: [
      change.fact.metric ?? change.fact.label,
      after.fact.metric ?? after.fact.label,
      before.fact.period,
      after.fact.period,
      after.fact.boundary,
      'growth',
    ],
    values: {
      change: describeFigure(change),
      before: describeFigure(before),
      after: describeFigure(after),
      computed,
      elsewhere: describeElsewhere(relation, step),
      pages: formatPages([change, before, after].map(({ fact }) => fact.page)),
    },
    expected: computed,
    actual: own(change),
    evidence: [
      factEvidence(change.fact, 'claim'),
      factEvidence(before.fact, 'before'),
      factEvidence(after.fact, 'after'),
    ],
    working,
    doubts,
  });
}

function showChange({ change, before, after, measure }: Step): string {
  const difference = after.value.minus(before.value);
  const decimals = Math.max(DERIVED_DECIMALS, decimalsFor([change], change));
  if (measure === 'difference') return formatIn(difference, after, decimals);
  return `${formatValue(difference.div(before.value).times(100), decimals)}%`;
}

function describeElsewhere({ steps }: StepRelation, step: Step): Message {
  const fits = steps.filter((other) => other !== step && other.verdict === 'fits').length;
  if (fits === 0) return { en: '', zh: '' };
  return {
    en: ` ${fits} other change${fits > 1 ? 's' : ''} beside it ${fits > 1 ? 'are' : 'is'} right.`,
    zh: `同一行列的其他${fits}处变动相符。`,
  };
}
