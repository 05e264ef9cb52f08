import * as v from 'valibot';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Message, Rule, Severity } from '../../model/rule.ts';
import { writeDivision } from '../arithmetic.ts';
import { describeFigure, describePeriod, subjectOf } from '../describe.ts';
import { factEvidence, makeFinding, milder, readingDoubts, stepDown } from '../finding.ts';
import { decimalsFor, DERIVED_DECIMALS, formatIn, formatLabel, formatPages } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import type { Division } from '../quotients/divide.ts';
import { findNamedShares } from '../prose/named-shares.ts';
import { findProseShares } from '../prose/shares.ts';
import { findQuotients, knowParts } from '../quotients/find.ts';
import { findHourRates } from '../quotients/hours.ts';
import { ENOUGH_EVIDENCE } from '../quotients/search.ts';
import { findShares } from '../quotients/shares.ts';

const parameters = v.strictObject({
  kind: v.literal('quotient'),
  /**
   * `lines`: rows or columns that divide others; `shares`: percentages beside their counts; `prose`: percentages of running text; `hours`:
   * accidents by hours worked.
   */
  find: v.picklist(['lines', 'shares', 'prose', 'hours']),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Divisions that belong together, and how surely they are meant. */
interface Relation {
  divisions: Division[];
  evidence: number;
}

/** Ratios, averages and percentages of tables, found from arithmetic, layout and labels: no rule names the rows. */
export const quotient: CheckKind<Parameters> = {
  kind: 'quotient',
  parameters,
  placeholders: {
    pass: ['ratio', 'numerator', 'denominator', 'computed', 'period', 'pages'],
    fail: ['ratio', 'numerator', 'denominator', 'computed', 'elsewhere', 'period', 'pages'],
    cannotTell: ['ratio', 'period', 'pages'],
  },
  listMetrics: () => [],
  run(rule, { find }, context) {
    return findRelations(find, context).flatMap((relation) =>
      relation.divisions.map((division) => report(rule, relation, division, context)),
    );
  },
};

function findRelations(find: Parameters['find'], context: CheckContext): Relation[] {
  if (find === 'lines') return findQuotients(context);
  if (find === 'hours') return findHourRates(context);
  const isPart = knowParts(context);
  if (find === 'shares') return findShares(context, isPart);
  const beside = findProseShares(context, isPart);
  const told = new Set(beside.flatMap(({ divisions }) => divisions.map(({ ratio }) => ratio)));
  return [...beside, ...findNamedShares(context, told)];
}

/** With so much evidence, in digits, a misfit beside fits is a slip and not a chance find. */
const SURE_EVIDENCE = ENOUGH_EVIDENCE + 3;
/** Farther off than this, in parts of the printed ratio, a slip is less likely than another definition … */
const FAR_OFF = 0.5;

function judge(rule: Rule, relation: Relation, division: Division): { severity: Severity; doubts: string[] } {
  const count = (verdict: Division['verdict']) =>
    relation.divisions.filter((other) => other.verdict === verdict).length;
  const { ratio, numerator, denominator } = division;
  const facts = [ratio, numerator, denominator].map(({ fact }) => fact);
  const doubts = readingDoubts(facts.filter((fact) => fact.metric === null || fact.doubts.length > 0));
  if (division.verdict === 'near') return { severity: 'info', doubts: [CUT_OFF] };
  let severity = rule.severity;
  const lower = (doubt: string) => {
    severity = stepDown(severity);
    doubts.push(doubt);
  };
  if (relation.evidence < SURE_EVIDENCE || count('fits') < 2 * count('off')) lower(FITS_SELDOM);
  if (new Set([ratio, numerator, denominator].map(({ table }) => table)).size > 1) lower(OTHER_TABLE);
  if (facts.some((fact) => fact.doubts.length > 0)) severity = stepDown(severity);
  if (isFarOff(division)) {
    severity = milder(severity, 'info');
    doubts.push(DEFINED_OTHERWISE);
  }
  return { severity, doubts };
}

function isFarOff({ ratio, numerator, denominator, times }: Division): boolean {
  const computed = numerator.value.div(denominator.value).times(times);
  return computed.minus(ratio.value).abs().gt(ratio.value.abs().times(FAR_OFF));
}

const CUT_OFF = 'The difference goes away if the ratio was cut off instead of rounded.';
const FITS_SELDOM = 'Few other figures show that the ratio is made up in this way.';
const OTHER_TABLE = 'The figures stand in different tables and may have different boundaries.';
const DEFINED_OTHERWISE = 'The figures are so far apart that the ratio may be made up in another way here.';

function report(rule: Rule, relation: Relation, division: Division, context: CheckContext): Finding {
  const { ratio, numerator, denominator, times, verdict } = division;
  const computed = showQuotient(division);
  const passes = verdict === 'fits';
  const { severity, doubts } = passes ? { severity: rule.severity, doubts: [] } : judge(rule, relation, division);
  const figures = [ratio, numerator, denominator];
  const working: WorkingLine[] = [
    { label: formatLabel(numerator.fact.label), value: own(numerator), role: 'operand', evidence: 1 },
    { label: `÷ ${formatLabel(denominator.fact.label)}`, value: own(denominator), role: 'operand', evidence: 2 },
    ...(times === '1' ? [] : [{ label: `× ${times}`, value: times, role: 'operand' as const, evidence: null }]),
    { label: 'Quotient', value: computed, role: 'result', evidence: null },
    { label: formatLabel(ratio.fact.label), value: own(ratio), role: 'printed', evidence: 0 },
  ];
  return makeFinding(rule, {
    outcome: passes ? 'pass' : 'fail',
    severity,
    ...subjectOf(ratio, context),
    identity: [
      ratio.fact.metric ?? ratio.fact.label,
      numerator.fact.metric ?? numerator.fact.label,
      denominator.fact.metric ?? denominator.fact.label,
      ratio.fact.period,
      ratio.fact.boundary,
      'quotient',
    ],
    values: {
      ratio: describeFigure(ratio),
      numerator: describeFigure(numerator),
      denominator: describeFigure(denominator),
      computed,
      elsewhere: describeElsewhere(relation, division),
      period: describePeriod(ratio.fact.period),
      pages: formatPages(figures.map(({ fact }) => fact.page)),
    },
    expected: computed,
    actual: own(ratio),
    evidence: figures.map(({ fact }, i) => factEvidence(fact, ['ratio', 'numerator', 'denominator'][i]!)),
    arithmetic: writeDivision(ratio, numerator, denominator, times, context.units),
    working,
    doubts,
  });
}

function own(figure: Quantity): string {
  return formatIn(figure.value, figure, decimalsFor([figure], figure));
}

function showQuotient({ ratio, numerator, denominator, times }: Division): string {
  const decimals = Math.max(DERIVED_DECIMALS, decimalsFor([ratio], ratio));
  return formatIn(numerator.value.div(denominator.value).times(times), ratio, decimals);
}

function describeElsewhere({ divisions }: Relation, division: Division): Message {
  const fits = divisions.filter((other) => other !== division && other.verdict === 'fits').length;
  if (fits === 0) return { en: '', zh: '' };
  return {
    en: ` The same calculation holds in ${fits} other place${fits > 1 ? 's' : ''}.`,
    zh: `同样的计算在其他${fits}处相符。`,
  };
}
