import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Metric, Rule } from '../../model/rule.ts';
import { describeFigure, nameMetric } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding, readingDoubts, stepForReading, SURE_METRIC_SCORE } from '../finding.ts';
import { formatLabel, formatPages, joinMessages, sameInBoth } from '../format.ts';
import { Exact } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { normaliseLabel } from '../label.ts';
import { listPassages, quoteAround, quotePassage } from '../passages.ts';
import type { Passage } from '../passages.ts';
import type { Quantity } from '../quantity.ts';
import { findBareAmounts, findOddSpacing, findOtherMultiples, findRatesInPercent } from '../units/unit-slips.ts';
import type { UnitLook } from '../units/unit-slips.ts';

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

function pass(rule: Rule, count: number, evidence: Finding['evidence'], identity: string[]): Finding {
  return makeFinding(rule, {
    outcome: 'pass',
    severity: rule.severity,
    identity,
    values: { count: String(count) },
    evidence,
  });
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

/** Things of the physical world: what is counted or paid has its own words for a unit. */
const PHYSICAL: ReadonlySet<string> = new Set(['mass', 'ghg', 'energy', 'volume', 'power', 'area', 'length']);
/** Places of a unit that belong to the figure alone; a caption may speak of other rows. */
const OWN_PLACES: ReadonlySet<string> = new Set(['cell', 'row label', 'unit column']);

/** Rows that bear a metric's full name, in a unit that cannot measure it: kW for energy, tonnes of CO2 for water. */
function findWrongDimensions(rule: Rule, context: CheckContext): Finding[] {
  const names = nameMetrics(context);
  const judged = context.index.all.flatMap((figure) => {
    const { fact } = figure;
    const dimension = fact.unit === null ? null : (context.units.info(fact.unit)?.dimension ?? null);
    if (figure.table === null || dimension === null || !PHYSICAL.has(dimension)) return [];
    if (!OWN_PLACES.has(fact.provenance.unit?.from ?? 'cell')) return [];
    const metrics = names.get(plainName(fact.label)) ?? names.get(normaliseLabel(fact)) ?? [];
    if (metrics.length === 0) return [];
    return [{ figure, dimension, fits: metrics.some((metric) => measures(metric, dimension, context)), metrics }];
  });
  const wrong = judged.filter(({ fits }) => !fits);
  if (judged.length === 0) return [];
  if (wrong.length === 0) return [pass(rule, judged.length, [factEvidence(judged[0]!.figure.fact, 'value')], ['all'])];
  return [...groupBy(wrong, ({ figure }) => `${normaliseLabel(figure.fact)} ${figure.fact.unit}`).values()].map(
    (same) => {
      const { figure, metrics } = same[0]!;
      return makeFinding(rule, {
        outcome: 'fail',
        severity: stepForReading(rule.severity, [figure.fact]),
        subject: sameInBoth(formatLabel(figure.fact.label)),
        identity: [metrics[0]!.id, figure.fact.unit],
        values: {
          figure: describeFigure(figure),
          unit: sameInBoth(figure.fact.unitRaw ?? figure.fact.unit ?? ''),
          expected: sameInBoth(metrics[0]!.units.slice(0, 3).join(', ')),
          pages: formatPages(same.map((one) => one.figure.fact.page)),
        },
        expected: metrics[0]!.units.join(', '),
        actual: figure.fact.unitRaw,
        evidence: same.map((one) => factEvidence(one.figure.fact, 'value')),
        doubts: readingDoubts([figure.fact]),
      });
    },
  );
}

/** Vocabulary → normalised full name → the metrics that bear it, those of physical things only. */
function nameMetrics(context: CheckContext): Map<string, Metric[]> {
  const names = new Map<string, Metric[]>();
  for (const metric of context.metrics.values()) {
    for (const name of [...metric.en, ...metric.zh]) {
      const key = plainName(name);
      names.set(key, [...(names.get(key) ?? []), metric]);
    }
  }
  return new Map([...names].filter(([, metrics]) => metrics.every(({ dimension }) => PHYSICAL.has(dimension))));
}

/** Name → small letters, digits and the signs that tell names apart. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%+&<>≤≥-]+/gu, '');
}

/** Can a unit of this dimension measure the metric? Gases and water are weighed as often as measured. */
function measures(metric: Metric, dimension: string, context: CheckContext): boolean {
  const dimensions = [metric.dimension, ...metric.units.map((id) => context.units.info(id)?.dimension ?? '')];
  return (
    dimensions.includes(dimension) ||
    (dimension === 'mass' && (metric.dimension === 'ghg' || metric.group === 'water' || metric.group === 'energy')) ||
    (dimension === 'volume' && ['energy', 'waste', 'materials'].includes(metric.group))
  );
}

/** A table with fewer rows of physical figures leaves units to its caption or notes as often. */
const FEWEST_ROWS = 4;

/** The one row of a physical metric without any unit, in a table whose other rows of such metrics have theirs. */
function findMissing(rule: Rule, context: CheckContext): Finding[] {
  const checked: Quantity[] = [];
  const findings: Finding[] = [];
  for (const figures of context.index.byTable.values()) {
    const rows = [...groupBy(figures, ({ fact }) => `${fact.tableId} ${fact.row}`).values()].filter(([first]) =>
      isPhysical(first!, context),
    );
    const gaps = rows.filter((row) => row.every(({ fact }) => fact.unit === null && fact.unitRaw === null));
    if (rows.length < FEWEST_ROWS || gaps.length > 1) continue;
    checked.push(...rows.map((row) => row[0]!));
    findings.push(...gaps.filter((row) => hasNoOtherWords(row, context)).map((row) => reportGap(rule, row)));
  }
  if (checked.length === 0 || findings.length > 0) return findings;
  return [pass(rule, checked.length, [factEvidence(checked[0]!.fact, 'value')], ['all'])];
}

/** Does the row hold nothing but its label before its figures? A further cell may be a unit that was not understood. */
function hasNoOtherWords(row: readonly Quantity[], context: CheckContext): boolean {
  const { fact } = row[0]!;
  const cells = context.reading.tables.find(({ id }) => id === fact.tableId)?.cells ?? [];
  return (
    cells.filter(({ row: at, col, text }) => at === fact.row && col <= (fact.col ?? 0) && /\p{L}/u.test(text)).length <=
    1
  );
}

function isPhysical({ fact }: Quantity, context: CheckContext): boolean {
  const metric = fact.metric === null ? undefined : context.metrics.get(fact.metric);
  const dimension = fact.unit === null ? metric?.dimension : context.units.info(fact.unit)?.dimension;
  return dimension !== undefined && PHYSICAL.has(dimension);
}

function reportGap(rule: Rule, row: readonly Quantity[]): Finding {
  const { fact } = row[0]!;
  return makeFinding(rule, {
    outcome: 'fail',
    severity: rule.severity,
    subject: sameInBoth(formatLabel(fact.label)),
    identity: [fact.metric, fact.boundary],
    values: {
      figure: sameInBoth(`“${formatLabel(fact.label)}”`),
      unit: sameInBoth(''),
      expected: sameInBoth(''),
      pages: formatPages(row.map((figure) => figure.fact.page)),
    },
    evidence: row.map((figure) => factEvidence(figure.fact, 'value')),
  });
}

/** A total and its parts in one column of a table, in units that are no power of ten apart: pounds beside tonnes. */
function findMixed(rule: Rule, metrics: readonly string[], context: CheckContext): Finding[] {
  const wanted = new Set(metrics);
  const figures = context.index.all.filter(
    ({ fact, table, dimension }) =>
      table !== null &&
      dimension !== null &&
      fact.unit !== null &&
      fact.metric !== null &&
      wanted.has(fact.metric) &&
      fact.metricScore >= SURE_METRIC_SCORE,
  );
  const columns = [
    ...groupBy(figures, ({ fact, table, dimension }) => `${table} ${fact.period} ${dimension}`).values(),
  ].filter((column) => new Set(column.map(({ fact }) => fact.metric)).size > 1);
  const mixed = new Map<string, Quantity[]>();
  for (const column of columns) {
    const other = column.find((figure) => !isDecimalStep(figure, column[0]!));
    if (other !== undefined && !mixed.has(column[0]!.table!)) mixed.set(column[0]!.table!, [column[0]!, other]);
  }
  if (columns.length === 0) return [];
  if (mixed.size === 0)
    return [
      pass(
        rule,
        columns.length,
        columns[0]!.map(({ fact }) => factEvidence(fact, 'value')),
        metrics.slice(0, 2),
      ),
    ];
  return [...mixed.values()].map((pair) =>
    makeFinding(rule, {
      outcome: 'fail',
      severity: rule.severity,
      subject: nameMetric(pair[0]!.fact.metric!, context),
      identity: pair.map(({ fact }) => fact.metric),
      values: {
        figure: joinMessages(pair.map(describeFigure)),
        unit: sameInBoth(pair[1]!.fact.unitRaw ?? ''),
        expected: sameInBoth(pair[0]!.fact.unitRaw ?? ''),
        pages: formatPages(pair.map(({ fact }) => fact.page)),
      },
      expected: pair[0]!.fact.unitRaw,
      actual: pair[1]!.fact.unitRaw,
      evidence: pair.map(({ fact }) => factEvidence(fact, 'value')),
    }),
  );
}

/** Is one printed unit the other one times a power of ten? */
function isDecimalStep(a: Quantity, b: Quantity): boolean {
  const ratio = new Exact(a.perPrinted).div(b.perPrinted);
  return ratio.gt(0) && ratio.eq(new Exact(`1e${Math.round(Math.log10(Number(ratio)))}`));
}
