import * as v from 'valibot';
import type { Evidence, Finding, WorkingLine } from '../../model/finding.ts';
import type { Message, Rule, Severity } from '../../model/rule.ts';
import { findCandidates } from '../choose.ts';
import { describeFigure, describePeriod, nameMetric } from '../describe.ts';
import { findFigures, groupBy, listPeriods, partBoundary } from '../fact-index.ts';
import { factEvidence, makeFinding, milder, readingDoubts, stepDown, stepForReading } from '../finding.ts';
import { formatLabel, formatPages, formatValue, joinMessages } from '../format.ts';
import { canMeet, divideIntervals, Exact, holds, intersectIntervals } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { splitRate } from '../rate-dimension.ts';
import { weighOtherYears } from '../other-years.ts';
import { looseInterval } from '../quantity.ts';
import type { Quantity } from '../quantity.ts';

const parameters = v.strictObject({
  kind: v.literal('implied'),
  /** The metric that all ratios divide by, printed or not. */
  denominator: v.string(),
  ratios: v.pipe(v.array(v.strictObject({ ratio: v.string(), numerator: v.string() })), v.minLength(2)),
});
type Parameters = v.InferOutput<typeof parameters>;

/** One way to know the denominator: numerator ÷ ratio, or its own printed figure. */
interface Witness {
  name: string;
  range: Interval;
  lenient: Interval;
  figures: { figure: Quantity; role: string }[];
  dimension: string;
}

/**
 * Different ratios of one period must imply the same denominator: the one that does not is the odd one out. Where the
 * denominator itself is printed, `ratio` checks each of them against it.
 */
export const implied: CheckKind<Parameters> = {
  kind: 'implied',
  parameters,
  placeholders: {
    pass: ['denominator', 'range', 'ratios', 'period', 'pages'],
    fail: ['denominator', 'odd', 'oddRange', 'range', 'ratios', 'period', 'pages'],
    cannotTell: ['denominator', 'ratios', 'period', 'pages'],
  },
  listMetrics: (p) => [p.denominator, ...p.ratios.flatMap(({ ratio, numerator }) => [ratio, numerator])],
  run(rule, p, context) {
    const periods = listPeriods(
      context.index,
      p.ratios.map(({ ratio }) => ratio),
    );
    const found = periods.flatMap((period) => {
      // A denominator that is counted (vehicles, patients) has another number in each of its ratios; money has one.
      const byDimension = groupBy(gatherWitnesses(p, period, context).filter(isMoney), ({ dimension }) => dimension);
      return [...byDimension].flatMap(([dimension, witnesses]) =>
        witnesses.length < 2 || witnesses.some(({ name }) => name === p.denominator)
          ? []
          : { finding: weigh(rule, p, period, dimension, witnesses, context), period, series: dimension },
      );
    });
    return weighOtherYears(found, () => 'info');
  },
};

const isMoney = ({ dimension }: Witness): boolean => dimension.startsWith('money:');

/** Period → every way in which the whole report's denominator shows. One figure a ratio: the most surely read, tables first. */
function gatherWitnesses(p: Parameters, period: string, context: CheckContext): Witness[] {
  const whole = (metric: string) =>
    findFigures(context.index, metric, period).filter((f) => partBoundary(f.fact) === '');
  const printed = whole(p.denominator).find(({ table, dimension }) => table !== null && dimension !== null);
  const witnesses: Witness[] = [];
  if (printed !== undefined) {
    witnesses.push({
      name: p.denominator,
      range: printed.interval,
      lenient: looseInterval(printed),
      figures: [{ figure: printed, role: 'denominator' }],
      dimension: printed.dimension!,
    });
  }
  for (const { ratio, numerator } of p.ratios) {
    for (const figure of whole(ratio).filter(({ table }) => table !== null)) {
      const dimension = splitRate(figure)?.denominator ?? null;
      const over = findCandidates(context.index, numerator, figure, (candidate) =>
        dimension === null
          ? candidate.dimension?.startsWith('money:') === true
          : `${candidate.dimension}/${dimension}` === figure.dimension,
      ).figures[0];
      if (over === undefined || figure.value.eq(0)) continue;
      witnesses.push({
        name: ratio,
        range: divideIntervals(over.interval, figure.interval),
        lenient: divideIntervals(looseInterval(over), looseInterval(figure)),
        figures: [
          { figure, role: 'ratio' },
          { figure: over, role: 'numerator' },
        ],
        dimension: dimension ?? over.dimension!,
      });
      break;
    }
  }
  return witnesses;
}

/** Witnesses → pass when all ranges share a value; else those that stand outside what most of them share. */
function weigh(
  rule: Rule,
  p: Parameters,
  period: string,
  dimension: string,
  witnesses: Witness[],
  context: CheckContext,
): Finding {
  const agreed = findLargestAgreement(witnesses, 'range');
  const odd = witnesses.filter((witness) => !agreed.includes(witness));
  const ordered = [...odd, ...agreed];
  const placed = ordered.flatMap(({ figures }) => figures);
  const evidence: Evidence[] = placed.map(({ figure, role }) => factEvidence(figure.fact, role));
  const common = agreed.map(({ range }) => range).reduce((a, b) => intersectIntervals(a, b) ?? a);
  const base = {
    subject: nameMetric(p.denominator, context),
    period: describePeriod(period),
    identity: [p.denominator, period, dimension, 'implied'],
    evidence,
    working: ordered.map((witness): WorkingLine => ({
      label: formatLabel(witness.figures[0]!.figure.fact.label),
      value: showRange(witness.range, dimension),
      role: 'operand',
      evidence: placed.indexOf(witness.figures[0]!),
    })),
    expected: showRange(common, dimension),
  };
  const values = {
    denominator: nameMetric(p.denominator, context),
    range: showRange(common, dimension),
    ratios: joinMessages(agreed.map(describeWitness)),
    period: describePeriod(period),
    pages: formatPages(evidence.map(({ page }) => page)),
  };
  if (odd.length === 0) {
    return makeFinding(rule, { ...base, outcome: 'pass', severity: rule.severity, values });
  }
  const facts = placed.map(({ figure }) => figure.fact);
  const doubts = readingDoubts(facts);
  let severity: Severity = stepForReading(rule.severity, facts);
  if (agreed.length <= odd.length) {
    severity = stepDown(severity);
    doubts.push('As many ratios speak for one value as for another, so that either may be the wrong one.');
  }
  if (findLargestAgreement(witnesses, 'lenient').length === witnesses.length) {
    severity = milder(severity, 'info');
    doubts.push('The difference goes away if the figures were cut off instead of rounded.');
  }
  return makeFinding(rule, {
    ...base,
    outcome: 'fail',
    severity,
    values: {
      ...values,
      odd: joinMessages(odd.map(describeWitness)),
      oddRange: odd.map(({ range }) => showRange(range, dimension)).join(', '),
    },
    actual: odd.map(({ range }) => showRange(range, dimension)).join(', '),
    doubts,
  });
}

/** Witnesses → the most of them that one value satisfies. Some end of a range is such a value, since ranges on a line that meet share one. */
function findLargestAgreement(witnesses: readonly Witness[], reading: 'range' | 'lenient'): Witness[] {
  let best: Witness[] = [];
  for (const witness of witnesses) {
    for (const end of [witness[reading].low, witness[reading].high]) {
      if (end === null) continue;
      const agreeing = witnesses.filter((other) => holds(other[reading], end));
      const all = agreeing.every((a) => agreeing.every((b) => canMeet(a[reading], b[reading])));
      if (all && agreeing.length > best.length) best = agreeing;
    }
  }
  return best.length > 0 ? best : witnesses.slice(0, 1);
}

function describeWitness({ figures }: Witness): Message {
  const [first, second] = figures.map(({ figure }) => describeFigure(figure));
  if (second === undefined) return first!;
  return { en: `${second.en} at ${first!.en}`, zh: `${second.zh}与${first!.zh}` };
}

/** Implied money is shown in millions: nobody reads revenue to the yuan. */
const MILLION = '1000000';

/** Range in base units → `7,944–7,950 million CNY`; counts in full. */
function showRange({ low, high }: Interval, dimension: string): string {
  const money = dimension.startsWith('money:');
  const unit = money ? ` million ${dimension.slice('money:'.length)}` : '';
  const show = (end: Interval['low']) =>
    end === null ? '…' : formatValue(new Exact(end).div(money ? MILLION : '1'), money ? 1 : 0);
  return `${show(low)}–${show(high)}${unit}`;
}
