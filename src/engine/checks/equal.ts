import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Message, Rule } from '../../model/rule.ts';
import type { Clash } from '../clashes.ts';
import { judgeClash } from '../clashes.ts';
import { describeFigure, describePlace } from '../describe.ts';
import { writeConversions } from '../arithmetic.ts';
import type { FactIndex } from '../fact-index.ts';
import { groupBy } from '../fact-index.ts';
import { compareSeverities, factEvidence, makeFinding, readingDoubts, SURE_METRIC_SCORE } from '../finding.ts';
import { decimalsFor, formatIn } from '../format.ts';
import { canMeet } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { isTelling, normaliseLabel } from '../label.ts';
import type { Quantity } from '../quantity.ts';
import { describeAll, reportAgreement, workingOf } from '../agreement.ts';
import { findNearRepeats } from '../near-repeats.ts';
import { findRepeats } from '../repeats.ts';
import { findTears } from '../torn-repeats.ts';
import type { Kinship } from '../table-kinship.ts';
import { relateTables } from '../table-kinship.ts';

const parameters = v.strictObject({
  kind: v.literal('equal'),
  /**
   * Metrics to compare, `all` of the vocabulary, or figures that no metric names, by their printed `label`; with it go those of one value
   * under labels that share their words, which can only agree.
   */
  of: v.union([v.picklist(['all', 'label']), v.pipe(v.array(v.string()), v.minLength(1))]),
});
type Parameters = v.InferOutput<typeof parameters>;

/** One fact (metric or label, period, boundary), printed in several places, reads the same in each. */
export const equal: CheckKind<Parameters> = {
  kind: 'equal',
  parameters,
  placeholders: {
    pass: ['metric', 'period', 'values', 'count', 'pages'],
    fail: ['metric', 'period', 'first', 'second', 'difference', 'values', 'pages'],
    cannotTell: ['metric', 'period', 'values', 'pages'],
  },
  listMetrics: ({ of }) => (typeof of === 'string' ? [] : of),
  run(rule, { of }, context) {
    const relate = relateTables(context.index);
    const findings: Finding[] = [];
    for (const [key, figures] of groupFigures(context.index, of)) {
      const places = leaveOutSeveral(figures);
      if (countPlaces(places) < 2) continue;
      const finding = compare(rule, key, places, relate, context);
      if (finding !== null) findings.push(finding);
    }
    if (of !== 'label') return findings;
    const torn = [...listTorn(rule, findings, context), ...listNear(rule, findings, context)];
    return [...findings, ...torn, ...listRepeats(rule, [...findings, ...torn], context)];
  },
};

function nameRepeat(figures: readonly Quantity[]): string {
  const { fact, dimension } = figures[0]!;
  return [fact.metric ?? normaliseLabel(fact), fact.period ?? '', fact.boundary ?? '', dimension ?? '', 'repeat'].join(
    '|',
  );
}

/** Figures that are told again under like labels, where no finding compares them already. */
function listRepeats(rule: Rule, findings: readonly Finding[], context: CheckContext): Finding[] {
  const known = new Set(findings.flatMap(({ evidence }) => evidence.map(({ factId }) => factId)));
  return findRepeats(context)
    .filter((figures) => figures.some(({ fact }) => !known.has(fact.id)))
    .map((figures) => reportAgreement(rule, nameRepeat(figures), figures, context));
}

/** Rows that two tables print alike but for a year: how sure it is that they are one, by the other years. */
function listTorn(rule: Rule, findings: readonly Finding[], context: CheckContext): Finding[] {
  const known = new Set(findings.flatMap(({ evidence }) => evidence.map(({ factId }) => factId)));
  return findTears(context)
    .filter(({ a, b }) => !known.has(a.fact.id) || !known.has(b.fact.id))
    .map(({ a, b, agree, disagree, slip }) => {
      const sure = slip || agree > disagree;
      const clash: Clash = { a, b, severity: sure ? rule.severity : 'info', doubts: sure ? [] : [AGREE_SELDOM] };
      return reportClash(rule, [nameRepeat([a]), nameRepeat([b])], clash, [], context);
    });
}

/** Figures of running text that are told elsewhere but for one slip. */
function listNear(rule: Rule, findings: readonly Finding[], context: CheckContext): Finding[] {
  const known = new Set(findings.flatMap(({ evidence }) => evidence.map(({ factId }) => factId)));
  return findNearRepeats(context)
    .filter((pair) => pair.every(({ fact }) => !known.has(fact.id)))
    .map(([a, b]) => {
      const clash: Clash = { a, b, severity: rule.severity, doubts: readingDoubts([a.fact, b.fact]) };
      return reportClash(rule, [nameRepeat([a]), nameRepeat([b])], clash, [], context);
    });
}

const AGREE_SELDOM = 'The two rows agree in few other years, so that they may be of different things.';

/** Index → figures that may be the same fact, under metric or label, period, boundary and dimension. */
function groupFigures(index: FactIndex, of: Parameters['of']): Map<string, Quantity[]> {
  const wanted = typeof of === 'string' ? null : new Set(of);
  const groups = groupBy(index.all, (figure): string => {
    const { fact } = figure;
    const thing = of === 'label' ? nameByLabel(figure) : fact.metric;
    if (thing === null || fact.period === null || (wanted !== null && !wanted.has(thing))) return '';
    return [thing, fact.period, fact.boundary ?? '', figure.dimension ?? ''].join('|');
  });
  groups.delete('');
  return groups;
}

/** Figure of a table that no metric names → its telling label; null when it has none. */
function nameByLabel({ fact, table }: Quantity): string | null {
  if (fact.metric !== null || table === null) return null;
  const label = normaliseLabel(fact);
  return isTelling(label) ? label : null;
}

/**
 * Figures of one fact → those that are surely it. A table that prints several values for it prints parts or different things; of them only
 * the one that is labelled most surely stays.
 */
function leaveOutSeveral(figures: readonly Quantity[]): Quantity[] {
  const byTable = groupBy(figures, (figure) => figure.table);
  return [...byTable].flatMap(([table, own]) => {
    if (table === null || allMeet(own)) return own;
    const best = Math.max(...own.map(({ fact }) => fact.metricScore));
    const surest = own.filter(({ fact }) => fact.metricScore === best);
    return best >= SURE_METRIC_SCORE && allMeet(surest) && surest.length < own.length ? surest : [];
  });
}

function allMeet(figures: readonly Quantity[]): boolean {
  return figures.every((a, i) => figures.slice(i + 1).every((b) => canMeet(a.interval, b.interval)));
}

/** Figures → number of places: each table counts once, each figure of the prose by itself. */
function countPlaces(figures: readonly Quantity[]): number {
  return new Set(figures.map((figure) => figure.table ?? figure.fact.id)).size;
}

function compare(
  rule: Rule,
  key: string,
  figures: Quantity[],
  relate: (a: string, b: string) => Kinship,
  context: CheckContext,
): Finding | null {
  const clashes: Clash[] = [];
  let unrelated = false;
  for (const [i, a] of figures.entries()) {
    for (const b of figures.slice(i + 1)) {
      if (canMeet(a.interval, b.interval)) continue;
      const clash = judgeClash(rule, a, b, relate, context.index);
      if (clash === null) unrelated = true;
      else clashes.push(clash);
    }
  }
  if (clashes.length === 0 && unrelated) return null;
  if (clashes.length === 0) return reportAgreement(rule, key, figures, context);
  const identity = [key, 'value'];
  clashes.sort((x, y) => compareSeverities(x.severity, y.severity) || x.doubts.length - y.doubts.length);
  const { a, b, severity, doubts } = clashes[0]!;
  const rest = figures.filter((figure) => figure !== a && figure !== b);
  const kinds = countValues(figures);
  const crowded = kinds > MOST_VALUES_OF_ONE_FACT;
  const inProse = clashes.every((clash) => clash.a.table === null && clash.b.table === null);
  if (crowded && (inProse || a.fact.metric === null)) return null;
  if (crowded)
    doubts.push(`The report prints ${kinds} different values under this name, so they may be different things.`);
  return reportClash(rule, identity, { a, b, severity: crowded ? 'info' : severity, doubts }, rest, context);
}

/** Rule and two figures that differ, with the others of their name → the finding that tells both. */
function reportClash(
  rule: Rule,
  identity: string[],
  { a, b, severity, doubts }: Clash,
  rest: readonly Quantity[],
  context: CheckContext,
): Finding {
  const figures = [a, b, ...rest];
  const values = describeAll(figures, context);
  const decimals = decimalsFor([a, b], a);
  const describe = normaliseLabel(a.fact) === normaliseLabel(b.fact) ? describePlace : describeFigure;
  return makeFinding(rule, {
    outcome: 'fail',
    severity,
    subject: values.metric,
    period: values.period,
    identity,
    values: {
      ...values,
      first: describe(a),
      second: withConversion(a, b, describe(b)),
      difference: formatIn(a.value.minus(b.value).abs(), a, decimals),
    },
    expected: formatIn(a.value, a, decimals),
    actual: formatIn(b.value, a, decimals),
    evidence: figures.map((figure) => factEvidence(figure.fact, 'value')),
    arithmetic: writeConversions([b, ...rest], a, context.units),
    working: [
      ...workingOf(figures),
      {
        label: 'Difference',
        value: formatIn(a.value.minus(b.value).abs(), a, decimals),
        role: 'difference',
        evidence: null,
      },
    ],
    doubts,
  });
}

/** One fact may be wrong in one place. A report that prints more values under one name than this means several things by it. */
const MOST_VALUES_OF_ONE_FACT = 2;

/** Figures → number of values that cannot be one. */
function countValues(figures: readonly Quantity[]): number {
  const values: Quantity[] = [];
  for (const figure of figures) {
    if (!values.some((value) => canMeet(value.interval, figure.interval))) values.push(figure);
  }
  return values.length;
}

/** Second figure, with its value in the first one's unit when the print differs: `115,822 m³ (page 38), that is 11.5822 万m³`. */
function withConversion(first: Quantity, second: Quantity, shown: Message): Message {
  if (first.perPrinted.eq(second.perPrinted)) return shown;
  const converted = formatIn(second.value, first, decimalsFor([first, second], first));
  return { en: `${shown.en}, that is ${converted},`, zh: `${shown.zh}，即${converted}` };
}
