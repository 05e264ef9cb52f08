import type { Finding, WorkingLine } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { writeConversions } from './arithmetic.ts';
import { describePeriod, describePlace, nameMetric } from './describe.ts';
import { factEvidence, makeFinding } from './finding.ts';
import { decimalsFor, formatIn, formatLabel, formatPages, joinMessages, sameInBoth } from './format.ts';
import type { CheckContext } from './kind.ts';
import type { Quantity } from './quantity.ts';

/** Figures of one fact → the fillings of a message that are about all of them. */
export function describeAll(figures: readonly Quantity[], context: CheckContext) {
  const { fact } = figures[0]!;
  const values = joinMessages(figures.map(describePlace));
  return {
    metric: fact.metric === null ? sameInBoth(formatLabel(fact.label)) : nameMetric(fact.metric, context),
    period: describePeriod(fact.period),
    values,
    count: String(figures.length),
    pages: formatPages(figures.map((figure) => figure.fact.page)),
  };
}

/** Rule, key and figures → the finding that they read the same in all places. */
export function reportAgreement(rule: Rule, key: string, figures: readonly Quantity[], context: CheckContext): Finding {
  const values = describeAll(figures, context);
  return makeFinding(rule, {
    outcome: 'pass',
    severity: rule.severity,
    subject: values.metric,
    period: values.period,
    identity: [key, 'value'],
    values,
    evidence: figures.map((figure) => factEvidence(figure.fact, 'value')),
    arithmetic: writeConversions(figures.slice(1), figures[0]!, context.units),
    working: workingOf(figures),
  });
}

/** Figures → the lines that print them, each in the unit of the first. */
export function workingOf(figures: readonly Quantity[]): WorkingLine[] {
  const unit = figures[0]!;
  return figures.map((figure, i) => ({
    label: `${formatLabel(figure.fact.label)} (${formatPages([figure.fact.page]).en})`,
    value: formatIn(figure.value, unit, decimalsFor([figure], unit)),
    role: 'printed',
    evidence: i,
  }));
}
