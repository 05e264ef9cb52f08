import type Big from 'big.js';
import * as v from 'valibot';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Rule, Severity } from '../../model/rule.ts';
import { listExchanges, listSlips } from '../digit-slips.ts';
import { describeFigure, describePeriod, nameMetric, unreadDoubts } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding, milder, readingDoubts, stepDown, stepForReading } from '../finding.ts';
import { decimalsFor, formatLabel, formatPages, formatValue, joinMessages } from '../format.ts';
import type { Interval } from '../interval.ts';
import { addIntervals, canMeet, countDecimals, Exact, halfWidth, liesBelow, pointInterval } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import type { Quantity } from '../quantity.ts';

const parameters = v.strictObject({
  kind: v.literal('shares'),
  /** Metrics that together make up the whole. */
  parts: v.pipe(v.array(v.string()), v.minLength(2)),
  /** Words that mark a row without a metric as one more part, such as another age band. */
  labels: v.optional(v.array(v.pipe(v.string(), v.minLength(1))), []),
});
type Parameters = v.InferOutput<typeof parameters>;

/** A run of percentages that may make up a whole. */
type Run = Quantity[];

/** Within this many percentage points of 100 a set of shares was meant to be whole; farther off, parts are missing. */
const MEANT_TO_BE_WHOLE = 10;

/** With rows not all known by metric, fewer than this many parts do not show that they were meant to be whole. */
const FEWEST_UNNAMED_PARTS = 3;

/** Lines that a set may be broken by: a band row between two parts. */
const WIDEST_BREAK = 2;

/** Shares of one whole, printed one below (or beside) the other, add up to 100 %. */
export const shares: CheckKind<Parameters> = {
  kind: 'shares',
  parameters,
  placeholders: {
    pass: ['parts', 'sum', 'period', 'pages'],
    fail: ['parts', 'sum', 'difference', 'allowed', 'period', 'pages'],
    cannotTell: ['parts', 'sum', 'missing', 'period', 'pages'],
  },
  listMetrics: ({ parts }) => parts,
  run(rule, { parts, labels }, context) {
    const wanted = new Set(parts);
    const words = labels.map((word) => word.toLowerCase());
    const belongs = ({ fact }: Quantity) =>
      fact.unit === '%' &&
      ((fact.metric !== null && wanted.has(fact.metric)) ||
        words.some((word) => fact.label.toLowerCase().includes(word)));
    const members = context.index.all.filter((figure) => figure.table !== null && belongs(figure));
    const sets = groupBy(members, ({ table, fact }) => [table, fact.period, fact.boundary, fact.tableId].join('|'));
    const runs = [...sets.values()].flatMap(splitRuns);
    const whole = groupBy(runs.filter(isWhole), nameRun);
    const isWholeOtherwise = (run: Run) =>
      whole.get(nameRun(run))?.some(([other]) => other!.fact.period !== run[0]!.fact.period) ?? false;
    return runs.flatMap((run) => checkRun(rule, run, parts, isWholeOtherwise(run), context) ?? []);
  },
};

function isWhole(run: Run): boolean {
  return canMeet(addPercentages(run, 'interval'), HUNDRED);
}

/** Table and lines: the same for every year of one set of rows, or for every row of one set of columns. */
function nameRun(run: Run): string {
  const [{ tableId, col }] = run.map(({ fact }) => fact) as [Quantity['fact']];
  const down = run.every(({ fact }) => fact.col === col);
  return [tableId, down, ...run.map(({ fact }) => (down ? fact.row : fact.col))].join('|');
}

/** Figures of one table and period → runs that stand together, down a column or along a row, with no metric or label twice. */
function splitRuns(figures: readonly Quantity[]): Run[] {
  const down = [...groupBy(figures, ({ fact }) => fact.col).values()];
  const along = [...groupBy(figures, ({ fact }) => fact.row).values()];
  const lines = down.some((line) => line.length > 1) ? down : along;
  return lines.flatMap((line) => {
    const runs: Run[] = [];
    for (const figure of line) {
      const run = runs.at(-1);
      const last = run?.at(-1);
      const repeats = run?.some((other) => nameOf(other) === nameOf(figure)) ?? false;
      if (run === undefined || last === undefined || repeats || areApart(last, figure)) runs.push([figure]);
      else run.push(figure);
    }
    return runs.filter((run) => run.length > 1);
  });
}

function nameOf({ fact }: Quantity): string {
  return fact.metric ?? fact.label;
}

function areApart(a: Quantity, b: Quantity): boolean {
  return Math.abs((a.fact.row ?? 0) - (b.fact.row ?? 0)) > WIDEST_BREAK;
}

/** Parts of the whole that the run lacks. */
function listMissing(run: Run, parts: readonly string[]): string[] {
  return parts.filter((metric) => !run.some(({ fact }) => fact.metric === metric));
}

const HUNDRED = pointInterval('100');

/** `whole` in another year: the same rows made up a hundred there. */
function checkRun(
  rule: Rule,
  run: Run,
  parts: readonly string[],
  whole: boolean,
  context: CheckContext,
): Finding | null {
  const missing = listMissing(run, parts);
  const sum = run.reduce((total, { fact }) => total.plus(fact.number), new Exact(0));
  const range = addPercentages(run, 'interval');
  if (canMeet(range, HUNDRED)) return report(rule, run, 'pass', rule.severity, sum, range, [], context, parts);
  const off = sum.minus(100).abs();
  const slip = hasOneSlip(run, range, listSlips);
  const meant = missing.length === 0 || run.length >= FEWEST_UNNAMED_PARTS;
  const near = off.lte(MEANT_TO_BE_WHOLE) && meant;
  const farSlip = whole ? slip : missing.length === 0 && hasOneSlip(run, range, listExchanges);
  if (!near && !farSlip) {
    // Too little to make a whole: parts are missing. Far too much: these are not shares of one whole.
    if (missing.length === 0 || !liesBelow(range, HUNDRED)) return null;
    return report(rule, run, 'cannotTell', 'info', sum, range, unreadDoubts(context), context, parts);
  }
  const facts = run.map(({ fact }) => fact);
  const doubts = readingDoubts(facts);
  let severity = stepForReading(rule.severity, facts);
  if (missing.length > 0 && !whole && !(slip && isTelling(run))) {
    severity = stepDown(severity);
    doubts.push('Not every part was recognised by its name, so that one may be missing.');
  }
  if (canMeet(addPercentages(run, 'lenient'), HUNDRED)) {
    severity = milder(severity, 'info');
    doubts.push('The difference goes away if the shares were cut off instead of rounded.');
  }
  return report(rule, run, 'fail', severity, sum, range, doubts, context, parts);
}

/** Would one slip of the hand in one part explain what is missing from a hundred, or too much? */
function hasOneSlip(run: Run, range: Interval, list: (number: string) => number[]): boolean {
  return run.some(({ fact }) =>
    list(fact.number).some((slip) => {
      const moved = pointInterval(new Exact(slip.toFixed(SLIP_DECIMALS)).minus(fact.number));
      return slip > 0 && slip < 100 && canMeet(addIntervals(range, moved), HUNDRED);
    }),
  );
}

const SLIP_DECIMALS = 8;

/** With so many decimals, one slip explains what is missing by chance in one set of a hundred. */
const TELLING_DECIMALS = 2;

function isTelling(run: Run): boolean {
  return run.every(({ fact }) => countDecimals(fact.number) >= TELLING_DECIMALS);
}

/** Percentages of a run → the values that their sum can have, in percent. */
function addPercentages(run: Run, reading: 'interval' | 'lenient'): Interval {
  return run.reduce<Interval>((total, figure) => {
    const { low, high, lowOpen, highOpen } = figure[reading];
    const percent = {
      low: low === null ? null : low.div(figure.perPrinted),
      high: high === null ? null : high.div(figure.perPrinted),
      lowOpen,
      highOpen,
    };
    return addIntervals(total, percent);
  }, pointInterval('0'));
}

function report(
  rule: Rule,
  run: Run,
  outcome: 'pass' | 'fail' | 'cannotTell',
  severity: Severity,
  sum: Big,
  range: Interval,
  doubts: string[],
  context: CheckContext,
  parts: readonly string[],
): Finding {
  const decimals = decimalsFor(run, run[0]!);
  const show = (value: Big, extra = 0) => `${formatValue(value, decimals + extra)}%`;
  const difference = show(sum.minus(100).abs());
  const slack = halfWidth(range);
  const allowed = slack === null ? '∞' : show(slack, 1);
  const working: WorkingLine[] = run.map(({ fact }, i) => ({
    label: formatLabel(fact.label),
    value: show(new Exact(fact.number)),
    role: 'operand',
    evidence: i,
  }));
  working.push(
    { label: 'Sum', value: show(sum), role: 'result', evidence: null },
    { label: 'Difference to 100%', value: difference, role: 'difference', evidence: null },
    { label: 'Rounding explains', value: allowed, role: 'allowed', evidence: null },
  );
  const { fact } = run[0]!;
  return makeFinding(rule, {
    outcome,
    severity,
    period: describePeriod(fact.period),
    identity: [...(outcome === 'cannotTell' ? parts : run.map(nameOf)), fact.period, fact.boundary, 'share'],
    values: {
      parts: joinMessages(run.map(describeFigure)),
      sum: show(sum),
      difference,
      allowed,
      missing: joinMessages(listMissing(run, parts).map((metric) => nameMetric(metric, context))),
      period: describePeriod(fact.period),
      pages: formatPages(run.map(({ fact }) => fact.page)),
    },
    expected: '100%',
    actual: show(sum),
    evidence: run.map(({ fact }) => factEvidence(fact, 'part')),
    working,
    doubts,
  });
}
