import type { Finding, WorkingLine } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { describePeriod, describePlace, nameMetric } from './describe.ts';
import { factEvidence, makeFinding } from './finding.ts';
import {
  decimalsFor,
  formatIn,
  formatLabel,
  formatNumber,
  formatPages,
  formatUnit,
  joinMessages,
  sameInBoth,
} from './format.ts';
import type { CheckContext } from './kind.ts';
import type { Quantity } from './quantity.ts';

/** Figures of one fact → the fillings of a message that are about all of them. */
export function describeAll(figures: readonly Quantity[], context: CheckContext) {
  const { fact } = figures[0]!;
  const factors = describeFactors(figures);
  const values = joinMessages(figures.map(describePlace));
  return {
    metric: fact.metric === null ? sameInBoth(formatLabel(fact.label)) : nameMetric(fact.metric, context),
    period: describePeriod(fact.period),
    values: { en: `${values.en}${factors}`, zh: `${values.zh}${factors}` },
    count: String(figures.length),
    pages: formatPages(figures.map((figure) => figure.fact.page)),
  };
}

/** Figures of one value in different units → the factor between the units, such as ` (1 MWh = 3.6 GJ)`; empty in one unit. */
function describeFactors(figures: readonly Quantity[]): string {
  const [first, ...rest] = figures;
  const other = rest.find(({ perPrinted }) => !perPrinted.eq(first!.perPrinted));
  if (other === undefined) return '';
  const [large, small] = other.perPrinted.gt(first!.perPrinted) ? [other, first!] : [first!, other];
  const factor = large.perPrinted.div(small.perPrinted);
  return ` (1${formatUnit(large)} = ${formatNumber(factor.toFixed())}${formatUnit(small)})`;
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
