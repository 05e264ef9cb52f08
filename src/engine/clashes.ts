import type { Rule, Severity } from '../model/rule.ts';
import { areOneSlipApart } from './digit-slips.ts';
import type { FactIndex } from './fact-index.ts';
import { findFigures } from './fact-index.ts';
import { milder, readingDoubts, stepDown, stepForReading } from './finding.ts';
import { canMeet } from './interval.ts';
import { normaliseLabel } from './label.ts';
import type { Quantity } from './quantity.ts';
import type { Kinship } from './table-kinship.ts';
import { areExchanged, relateRows } from './table-kinship.ts';

/** Two figures that cannot be the same, and how surely they should be. */
export interface Clash {
  a: Quantity;
  b: Quantity;
  severity: Severity;
  doubts: string[];
}

/** Tables that disagree more than this many times as often as they agree are about different things; one slip proves nothing. */
const STRANGERS = 2;
/** Tables that agree in this many figures have the same periods, whether or not both print them. */
const WELL_AGREED = 3;

/**
 * Two figures under one metric or label that cannot be equal → how serious that is; null when nothing says that they are the same thing.
 * Figures that one slip of the hand sets apart are the same thing.
 */
export function judgeClash(
  rule: Rule,
  a: Quantity,
  b: Quantity,
  relate: (a: string, b: string) => Kinship,
  index: FactIndex,
): Clash | null {
  const slip = isSlip(a, b);
  const crossed = !slip && areCrossed(a, b, index);
  const inText = a.table === null || b.table === null;
  const doubts = readingDoubts([a.fact, b.fact]);
  let severity = slip && inText ? rule.severity : stepForReading(rule.severity, [a.fact, b.fact]);
  const lower = (doubt: string) => {
    severity = stepDown(severity);
    doubts.push(doubt);
  };
  const sameLabel = normaliseLabel(a.fact) === normaliseLabel(b.fact);
  if (a.table !== null && b.table !== null) {
    const { agree, disagree } = relate(a.table, b.table);
    if (!crossed && (disagree > STRANGERS * agree + 1 || (agree === 0 && !sameLabel))) return null;
    // Without a metric, only tables that get on elsewhere show that one label means one thing in both.
    if (a.fact.metric === null && agree <= disagree && !slip) return null;
    if (agree < WELL_AGREED && (isAssumed(a) || isAssumed(b))) {
      lower('The period of one figure is not printed beside it and was taken to be that of the report.');
    }
    if (agree <= disagree && !slip)
      lower('The two tables do not agree in other figures either, so they may have different boundaries.');
  } else {
    if (isFar(a, b) && !slip && !crossed) return null;
    lower('One of the figures stands in running text, where its boundary is less certain.');
    if (a.table === null && b.table === null) {
      if (!sameLabel && !slip) return null;
      if (!slip) lower('Both figures stand in running text.');
    }
    const [prose, other] = a.table === null ? [a, b] : [b, a];
    if (fitsOtherPeriod(prose, other, index)) lower('The figure in the text is that of another period in the table.');
  }
  const rows = relateRows(index, a, b);
  const exchanged = areExchanged(index, a, b);
  const named = sameLabel || slip || exchanged || areTranslated(a, b);
  if (!named && rows.agree === 0) lower('The two labels are not the same words.');
  if (rows.disagree > rows.agree && !crossed && !exchanged) {
    lower('The two rows differ in other years as well, so that they may be defined in different ways.');
  }
  if (canMeet(a.lenient, b.lenient)) {
    severity = milder(severity, a.counted && b.counted ? 'warning' : 'info');
    doubts.push('The difference goes away if one figure was cut off instead of rounded.');
  }
  return { a, b, severity, doubts };
}

/** Are two labels the vocabulary's own names, the one in Chinese and the other not? */
function areTranslated(a: Quantity, b: Quantity): boolean {
  const [x, y] = [a, b].map(({ fact }) => /\p{Script=Han}/u.test(fact.label));
  return x !== y && a.fact.metricScore === 1 && b.fact.metricScore === 1;
}

/** Does one slip of the hand set two figures apart, in the unit of the first? */
function isSlip(a: Quantity, b: Quantity): boolean {
  if (a.fact.qualifier !== null || b.fact.qualifier !== null) return false;
  return areOneSlipApart(a.fact.number, b.value.div(a.perPrinted).toFixed());
}

/** Was the period taken from the report as a whole, because nothing near the figure names one? */
function isAssumed({ fact }: Quantity): boolean {
  return fact.provenance.period?.from === 'report';
}

/** Two figures whose values differ this many times over are different things unless their tables agree elsewhere. */
const FARTHEST_SLIP = 10;

function isFar(a: Quantity, b: Quantity): boolean {
  const [x, y] = [a.value.abs(), b.value.abs()];
  return x.gt(y.times(FARTHEST_SLIP)) || y.gt(x.times(FARTHEST_SLIP));
}

/** Rows that are read together: the labels of two that stand so close are exchanged by a slip. */
const BESIDE = 2;

/** Does each place print the figure of the other one right beside, under a name that is exchanged as well? */
function areCrossed(a: Quantity, b: Quantity, index: FactIndex): boolean {
  const [here, there] = a.table === null ? [a, b] : [b, a];
  if (there.table === null || there.fact.period === null) return false;
  return (index.byTable.get(there.table) ?? []).some(({ fact, interval, dimension }) => {
    const close = fact.tableId === there.fact.tableId && Math.abs(fact.row! - there.fact.row!) <= BESIDE;
    if (!close || fact.col !== there.fact.col || dimension !== there.dimension || !canMeet(interval, here.interval))
      return false;
    if (fact.metric === null || fact.metric === there.fact.metric) return false;
    return findFigures(index, fact.metric, there.fact.period!).some(
      (figure) => figure.table === here.table && canMeet(figure.interval, there.interval),
    );
  });
}

/** Does the figure fit the other's table in another period? Then its sentence is about that period. */
function fitsOtherPeriod(figure: Quantity, other: Quantity, index: FactIndex): boolean {
  if (other.table === null) return false;
  return (index.byTable.get(other.table) ?? []).some(
    (candidate) =>
      candidate.fact.metric === other.fact.metric &&
      candidate.fact.period !== other.fact.period &&
      candidate.dimension === figure.dimension &&
      canMeet(candidate.interval, figure.interval),
  );
}
