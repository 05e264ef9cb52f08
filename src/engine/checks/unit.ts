import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { groupBy } from '../fact-index.ts';
import { makeFinding } from '../finding.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { listPassages, quoteAround, quotePassage } from '../passages.ts';
import type { Passage } from '../passages.ts';
import { findMissing } from '../units/missing-units.ts';
import { findMixed } from '../units/mixed-units.ts';
import { pass } from '../units/pass.ts';
import { findBareAmounts, findOddSpacing, findOtherMultiples, findRatesInPercent } from '../units/unit-slips.ts';
import type { UnitLook } from '../units/unit-slips.ts';
import { findWrongDimensions } from '../units/wrong-dimensions.ts';

/** Units that are wrong by the way in which they are printed. */
const PRINTED = {
  'rates in percent': findRatesInPercent,
  'odd spacing': findOddSpacing,
  'bare amounts': findBareAmounts,
  'other multiples': findOtherMultiples,
};
type Printed = keyof typeof PRINTED;

const phrase = v.pipe(v.string(), v.minLength(1));

const parameters = v.variant('look', [
  v.strictObject({
    kind: v.literal('unit'),
    look: v.literal('impossible units'),
    /** Spellings that name no unit, and the unit that is meant. */
    units: v.pipe(v.array(v.strictObject({ wrong: phrase, meant: phrase })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('unit'),
    look: v.literal('mixed units'),
    /** Metrics that are read together: a total and its parts. */
    metrics: v.pipe(v.array(v.string()), v.minLength(2)),
  }),
  v.strictObject({ kind: v.literal('unit'), look: v.picklist(['wrong dimensions', 'missing units']) }),
  v.strictObject({ kind: v.literal('unit'), look: v.picklist(Object.keys(PRINTED) as [Printed, ...Printed[]]) }),
]);
type Parameters = v.InferOutput<typeof parameters>;

/** Every figure has a unit, and one that can measure what it counts. */
export const unit: CheckKind<Parameters> = {
  kind: 'unit',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['figure', 'unit', 'expected', 'pages'],
    cannotTell: ['count'],
  },
  listMetrics: (p) => (p.look === 'mixed units' ? p.metrics : []),
  run(rule, p, context) {
    switch (p.look) {
      case 'impossible units':
        return findImpossible(rule, p.units, context);
      case 'mixed units':
        return findMixed(rule, p.metrics, context);
      case 'wrong dimensions':
        return findWrongDimensions(rule, context);
      case 'missing units':
        return findMissing(rule, context);
      default:
        return reportPrinted(rule, PRINTED[p.look](context));
    }
  },
};

function reportPrinted(rule: Rule, { count, sample, slips }: UnitLook): Finding[] {
  if (slips.length === 0) return sample === null ? [] : [pass(rule, count, [sample], ['all'])];
  return slips.map(({ figure, unit: printed, expected, evidence }) =>
    makeFinding(rule, {
      outcome: 'fail',
      severity: rule.severity,
      subject: sameInBoth(formatLabel(figure)),
      identity: [figure.replace(/\d+/g, '').toLowerCase()],
      values: {
        figure: sameInBoth(figure),
        unit: sameInBoth(printed),
        expected: sameInBoth(expected),
        pages: formatPages(evidence.map(({ page }) => page)),
      },
      expected: expected === '' ? null : expected,
      actual: printed,
      evidence,
    }),
  );
}

/** Only after a number, or alone in a cell: elsewhere the letters may mean anything. */
function findImpossible(
  rule: Rule,
  units: readonly { wrong: string; meant: string }[],
  context: CheckContext,
): Finding[] {
  const passages = listPassages(context.reading);
  if (passages.length === 0) return [];
  const meant = new Map(units.map((entry) => [squeeze(entry.wrong), entry.meant]));
  const spellings = units.map(({ wrong }) =>
    wrong.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\//g, '\\s?\\/\\s?'),
  );
  const inText = new RegExp(`(\\d\\s?(?:[a-z]{1,8}\\s|[万亿萬億]\\s?)?)(${spellings.join('|')})(?![\\p{L}\\d])`, 'giu');
  const alone = new RegExp(`^()(${spellings.join('|')})$`, 'giu');
  const found = passages.flatMap((passage) =>
    [
      ...passage.text.matchAll(passage.kind === 'cell' ? alone : inText),
      ...(passage.kind === 'cell' ? passage.text.matchAll(inText) : []),
    ].map((match) => ({ passage, match })),
  );
  if (found.length === 0) return [pass(rule, passages.length, [quotePassage(passages[0]!, 'text')], ['all'])];
  return [...groupBy(found, ({ match }) => squeeze(match[2]!)).entries()].map(([spelling, places]) => {
    const { passage, match } = places[0]!;
    const printed = match[2]!;
    return makeFinding(rule, {
      outcome: 'fail',
      severity: rule.severity,
      subject: sameInBoth(`“${printed}”`),
      identity: [spelling],
      values: {
        figure: sameInBoth(`“${quoteFrom(passage, match)}”`),
        unit: sameInBoth(printed),
        expected: sameInBoth(meant.get(spelling) ?? ''),
        pages: formatPages(places.map((place) => place.passage.page)),
      },
      expected: meant.get(spelling) ?? null,
      actual: printed,
      evidence: places.map((place) => {
        const end = place.match.index + place.match[0].length;
        return quotePassage(place.passage, 'unit', end - printed.length, end);
      }),
    });
  });
}

function quoteFrom(passage: Passage, match: RegExpExecArray): string {
  return quoteAround(passage.text, match.index, match.index + match[0].length);
}

function squeeze(spelling: string): string {
  return spelling.replace(/\s+/g, '').toLowerCase();
}
