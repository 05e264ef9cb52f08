import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { splitSentences } from '../../extract/sentences.ts';
import { describeFigure, describePeriod, nameMetric, unreadDoubts } from '../describe.ts';
import { findFigures, groupBy, shareBoundary } from '../fact-index.ts';
import { factEvidence, makeFinding, readingDoubts, SURE_METRIC_SCORE } from '../finding.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import { canMeet, countDecimals } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { listPassages, quotePassage } from '../passages.ts';
import type { Quantity } from '../quantity.ts';

const parameters = v.strictObject({
  kind: v.literal('period'),
  look: v.picklist(['copied columns', 'years in sentences', 'year against itself']),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Every figure stands under the year that it is of. */
export const period: CheckKind<Parameters> = {
  kind: 'period',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['figure', 'period', 'other', 'otherPeriod', 'pages'],
    cannotTell: ['count'],
  },
  listMetrics: () => [],
  run(rule, { look }, context) {
    switch (look) {
      case 'copied columns':
        return findCopiedColumns(rule, context);
      case 'years in sentences':
        return findWrongYears(rule, context);
      case 'year against itself':
        return findSelfComparisons(rule, context);
    }
  },
};

function pass(rule: Rule, count: number, evidence: Finding['evidence'], context: CheckContext): Finding {
  return makeFinding(rule, {
    outcome: 'pass',
    severity: rule.severity,
    identity: ['all'],
    values: { count: String(count) },
    evidence,
    doubts: unreadDoubts(context),
  });
}

/** Rows that two years must share before equal columns are a copy: fewer may have stayed as they were. */
const FEWEST_ROWS = 5;
/** A figure of fewer digits (0, 3, 100) may well be the same in two years. */
const FEWEST_DIGITS = 3;

/** Tables in which every figure of one year is that of another. */
function findCopiedColumns(rule: Rule, context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  const looked: Quantity[] = [];
  for (const figures of context.index.byTable.values()) {
    const rows = groupBy(
      figures.filter(({ fact }) => fact.period !== null && fact.row !== null),
      ({ fact }) => `${fact.tableId} ${fact.row}`,
    );
    const periods = [...new Set(figures.flatMap(({ fact }) => fact.period ?? []))].sort().reverse();
    for (const [i, later] of periods.entries()) {
      for (const earlier of periods.slice(i + 1)) {
        const pairs = pairRows(rows, later, earlier);
        if (pairs.length < FEWEST_ROWS) continue;
        looked.push(pairs[0]![0]);
        if (pairs.every(([a, b]) => a.fact.number === b.fact.number)) findings.push(reportCopy(rule, pairs));
      }
    }
  }
  if (looked.length === 0 || findings.length > 0) return findings;
  return [pass(rule, looked.length, [factEvidence(looked[0]!.fact, 'value')], context)];
}

type Pair = readonly [later: Quantity, earlier: Quantity];

/** Rows → those with one telling figure in each of two periods. */
function pairRows(rows: ReadonlyMap<string, Quantity[]>, later: string, earlier: string): Pair[] {
  return [...rows.values()].flatMap((row): Pair[] => {
    const [a, ...moreA] = row.filter(({ fact }) => fact.period === later);
    const [b, ...moreB] = row.filter(({ fact }) => fact.period === earlier);
    if (a === undefined || b === undefined || moreA.length + moreB.length > 0) return [];
    return hasDigits(a) || hasDigits(b) ? [[a, b]] : [];
  });
}

function hasDigits({ fact }: Quantity): boolean {
  return fact.number.replace(/^[-0.]+|\D/g, '').replace(/0+$/, '').length >= FEWEST_DIGITS;
}

function reportCopy(rule: Rule, pairs: readonly Pair[]): Finding {
  const [later, earlier] = pairs[0]!;
  return makeFinding(rule, {
    outcome: 'fail',
    severity: rule.severity,
    subject: sameInBoth(`${describePeriod(later.fact.period).en} / ${describePeriod(earlier.fact.period).en}`),
    identity: ['column', later.fact.period, earlier.fact.period],
    values: {
      figure: describeFigure(later),
      period: describePeriod(later.fact.period),
      other: describeFigure(earlier),
      otherPeriod: describePeriod(earlier.fact.period),
      pages: formatPages(pairs.flat().map(({ fact }) => fact.page)),
    },
    evidence: pairs.flat().map(({ fact }) => factEvidence(fact, 'value')),
  });
}

/** Figures of sentences that a table prints, under the year beside. */
function findWrongYears(rule: Rule, context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  const right: Quantity[] = [];
  for (const figure of context.index.all) {
    const { fact } = figure;
    if (fact.source !== 'text' || fact.metric === null || fact.metricScore < SURE_METRIC_SCORE) continue;
    if (fact.period === null || !/^\d{4}$/.test(fact.period) || fact.provenance.period?.from !== 'sentence') continue;
    if (fact.qualifier !== null || !hasDigits(figure) || fact.doubts.length > 0) continue;
    const meets = (year: string) =>
      findFigures(context.index, fact.metric!, year).filter(
        (other) => other.table !== null && other.dimension === figure.dimension && shareBoundary([fact, other.fact]),
      );
    const own = meets(fact.period);
    if (own.some((other) => canMeet(other.interval, figure.interval))) right.push(figure);
    if (own.length === 0 || own.some((other) => canMeet(other.lenient, figure.lenient))) continue;
    const moved = [-1, 1]
      .flatMap((step) => meets(String(Number(fact.period) + step)))
      .find(
        (other) =>
          canMeet(other.interval, figure.interval) && countDecimals(other.fact.number) === countDecimals(fact.number),
      );
    if (moved !== undefined) findings.push(reportWrongYear(rule, figure, moved, own[0]!, context));
  }
  if (findings.length > 0 || right.length === 0) return findings;
  return [pass(rule, right.length, [factEvidence(right[0]!.fact, 'value')], context)];
}

function reportWrongYear(rule: Rule, figure: Quantity, moved: Quantity, own: Quantity, context: CheckContext): Finding {
  const facts = [figure.fact, moved.fact, own.fact];
  return makeFinding(rule, {
    outcome: 'fail',
    severity: rule.severity,
    subject: nameMetric(figure.fact.metric!, context),
    period: describePeriod(figure.fact.period),
    identity: [figure.fact.metric, figure.fact.period, 'year'],
    values: {
      figure: describeFigure(figure),
      period: describePeriod(figure.fact.period),
      other: describeFigure(own),
      otherPeriod: describePeriod(moved.fact.period),
      pages: formatPages(facts.map(({ page }) => page)),
    },
    expected: moved.fact.period,
    actual: figure.fact.period,
    evidence: facts.map((fact) => factEvidence(fact, 'value')),
    doubts: readingDoubts(facts),
  });
}

/** Words between the two sides of a comparison. */
const COMPARED = /\b(?:compared (?:to|with)|versus|down from|up from)\b/i;
/** `16 hours in 2022` right after them: a figure and its year. */
const FIGURE_AND_YEAR = /^[^\d,]{0,20}\d[^;:]{0,40}?\b(?:in|for|during) (?:FY ?)?(20\d\d)\b/i;
const YEAR = /\b20\d\d\b/g;
/** What is compared within one year: with a plan, with others, with a part. */
const WITHIN_A_YEAR =
  /target|plan|budget|baseline|average|industry|nation|market|forecast|expect|peer|sector|other|men\b|women|male|female|half|quarter|month|january|february|march|april|may|june|july|august|september|october|november|december/i;

/** Sentences that compare a year with itself: `8.8 hours in 2022, compared with 16 hours in 2022`. */
function findSelfComparisons(rule: Rule, context: CheckContext): Finding[] {
  const passages = listPassages(context.reading).filter(({ kind }) => kind !== 'heading');
  const sentences = passages.flatMap((passage) =>
    splitSentences(passage.text).flatMap((sentence) => {
      const compared = COMPARED.exec(sentence.text);
      return compared === null ? [] : [{ passage, sentence, compared }];
    }),
  );
  const found = sentences.flatMap(({ passage, sentence, compared }) => {
    const head = sentence.text.slice(0, compared.index);
    const end = compared.index + compared[0].length;
    const tail = FIGURE_AND_YEAR.exec(sentence.text.slice(end));
    const year = tail?.[1];
    const years = new Set(head.match(YEAR));
    if (tail === null || year === undefined || years.size !== 1 || !years.has(year)) return [];
    if (!/\d/.test(head.replace(YEAR, '')) || WITHIN_A_YEAR.test(tail[0])) return [];
    const [start, stop] = [head.search(YEAR), end + tail[0].length];
    return [{ passage, start: sentence.start + start, year, words: sentence.text.slice(start, stop) }];
  });
  if (found.length === 0) {
    const first = sentences[0];
    if (first === undefined) return [];
    return [
      pass(
        rule,
        sentences.length,
        [quotePassage(first.passage, 'text', first.sentence.start, first.sentence.end)],
        context,
      ),
    ];
  }
  return found.map(({ passage, start, year, words }) =>
    makeFinding(rule, {
      outcome: 'fail',
      severity: rule.severity,
      subject: sameInBoth(formatLabel(words)),
      identity: ['comparison', words.replace(/[\d.,\s]+/g, ' ').toLowerCase()],
      values: {
        figure: sameInBoth(`“${words}”`),
        period: sameInBoth(year),
        other: sameInBoth(''),
        otherPeriod: sameInBoth(year),
        pages: formatPages([passage.page]),
      },
      actual: year,
      evidence: [quotePassage(passage, 'text', start, start + words.length)],
    }),
  );
}
