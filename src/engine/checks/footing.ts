import type Big from 'big.js';
import * as v from 'valibot';
import type { Finding, WorkingLine } from '../../model/finding.ts';
import type { Message, Rule, Severity } from '../../model/rule.ts';
import { writeConversions } from '../arithmetic.ts';
import { describePeriod } from '../describe.ts';
import { factEvidence, makeFinding, milder, stepDown } from '../finding.ts';
import { formatIn, formatLabel, formatPages, formatQuantity, joinMessages, sameInBoth } from '../format.ts';
import type { Footing } from '../footing/find.ts';
import { findFootings } from '../footing/find.ts';
import { findRoundingNotes } from '../footing/notes.ts';
import { hasOneSlip } from '../footing/slip.ts';
import type { Sum } from '../footing/trial.ts';
import { readTotalWord } from '../footing/words.ts';
import { countDecimals, Exact } from '../interval.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { findProseSums } from '../prose/sums.ts';
import { findProseWholes } from '../prose/wholes.ts';
import type { Quantity } from '../quantity.ts';

const parameters = v.strictObject({
  kind: v.literal('footing'),
  /**
   * `rows` and `columns` that are totals of others; `whole`: percentages that make up a hundred; `divisions`: another table's columns;
   * `prose` and `prose whole`: the same in running text.
   */
  find: v.picklist(['rows', 'columns', 'whole', 'divisions', 'prose', 'prose whole']),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Totals of a table, found from its own layout and arithmetic: no rule names the rows. */
export const footing: CheckKind<Parameters> = {
  kind: 'footing',
  parameters,
  placeholders: {
    pass: ['total', 'parts', 'sum', 'period', 'pages'],
    fail: ['total', 'parts', 'sum', 'difference', 'allowed', 'elsewhere', 'period', 'pages'],
    cannotTell: ['total', 'period', 'pages'],
  },
  listMetrics: () => [],
  run(rule, { find }, context) {
    return findRelations(find, context).flatMap((relation) =>
      relation.sums.flatMap((sum) =>
        sum.verdict === 'open' || isMisread(relation, sum) ? [] : report(rule, relation, sum, context),
      ),
    );
  },
};

function findRelations(find: Parameters['find'], context: CheckContext): Footing[] {
  if (find === 'prose') return findProseSums(context);
  if (find === 'prose whole') return findProseWholes(context);
  return findFootings(context).filter(({ total, direction }) => (total === null ? 'whole' : direction) === find);
}

/** Digits that layout and labels must be worth for one fit to show that a misfit beside it is a slip. */
const TELLING_STRUCTURE = 2.5;

/** Digits of a sum in running text with which the one slip that explains it is no chance. */
const TELLING_SUM = 4;

/** A sum that does not fit → how serious it is, and why it is not taken at its worst. */
function judge(
  rule: Rule,
  relation: Footing,
  sum: Sum,
  context: CheckContext,
): { severity: Severity; doubts: string[] } {
  const count = (wanted: (other: Sum) => boolean) => relation.sums.filter(wanted).length;
  const fits = count(({ verdict, digits }) => verdict === 'fits' && digits > 0);
  const misfits = count(({ verdict }) => verdict === 'off');
  if (sum.verdict === 'near') return { severity: 'info', doubts: [ROUNDED_PARTS] };
  if (sum.verdict === 'units') return { severity: stepDown(rule.severity), doubts: [OTHER_UNIT] };
  const doubts: string[] = [];
  let severity = rule.severity;
  // In running text a list is held against a total that it misses only where one slip explains it.
  const slipOfProse = relation.direction === 'prose' && fits === 0 && sum.digits >= TELLING_SUM;
  const sure =
    slipOfProse || (fits > 1 && fits > misfits) || (fits >= misfits && relation.structure >= TELLING_STRUCTURE);
  if (!sure) {
    severity = stepDown(severity);
    doubts.push(fits === 0 ? FITS_NOWHERE : FITS_SELDOM);
    if (fits === 0 && misfits > 1) severity = 'info';
  }
  if (isIncomplete(sum)) {
    severity = milder(severity, 'warning');
    doubts.push(PEOPLE_LEFT_OUT);
  }
  if (sum.parts.some(({ table }) => sum.total !== null && table !== sum.total.table)) {
    severity = stepDown(severity);
    doubts.push(OTHER_TABLE);
  }
  const notes = isSmall(sum) ? findRoundingNotes(context, sum) : [];
  if (notes.length > 0) {
    severity = 'info';
    doubts.push(`A note on ${formatPages(notes).en} says that the figures need not add up.`);
  }
  const malformed = [...sum.parts, ...(sum.total === null ? [] : [sum.total])].filter(({ fact }) =>
    fact.doubts.some(isOfNumber),
  );
  if (malformed.length > 0) {
    severity = stepDown(severity);
    doubts.push(...malformed.map(({ fact }) => `“${fact.raw}” (page ${fact.page}): ${fact.doubts.find(isOfNumber)!}`));
  }
  return { severity, doubts };
}

const OTHER_UNIT = 'The numbers add up as they are printed, so that the unit of one of them is wrong.';
const ROUNDED_PARTS = 'The difference may come from rounding or cutting off each of the parts.';
const FITS_NOWHERE = 'The parts add up in no column, so that the total may be defined in another way.';
const FITS_SELDOM = 'The parts add up in few columns, so that the total may be defined in another way.';

const OTHER_TABLE = 'The total stands in another table than its parts.';

const PEOPLE_LEFT_OUT = 'The parts fall short by so few that some people may be in none of the groups.';

/** A difference of more than this share is seldom a slip unless one figure explains it; more often the table was not read as it is meant. */
const LARGE_DIFFERENCE = 0.1;

function isMisread(relation: Footing, sum: Sum): boolean {
  // Divisions and whole bear one label, year and unit: nothing was mistaken for something else.
  if (sum.verdict !== 'off' || relation.direction === 'divisions') return false;
  const size = sum.target.abs().gt(sum.sum.abs()) ? sum.target.abs() : sum.sum.abs();
  const large = sum.target.minus(sum.sum).abs().gt(size.times(LARGE_DIFFERENCE));
  return large && relation.evidence > 0 && !hasOneSlip(relation.total, sum);
}

/** So small a share of the total may be rounding, or people who belong to no group: those who do not state their gender. */
const SMALL_SHARE = 0.001;

function isSmall({ target, sum }: Sum): boolean {
  return target.minus(sum).abs().lte(target.abs().times(SMALL_SHARE));
}

function isIncomplete(sum: Sum): boolean {
  const counted = sum.total !== null && sum.parts.every((part) => part.counted);
  return counted && sum.target.gt(sum.sum) && isSmall(sum);
}

/** Doubts about the digits themselves matter to a sum; doubts about what they are called do not. */
function isOfNumber(doubt: string): boolean {
  return doubt.startsWith('malformed number');
}

/** More operands than this are not spelt out in a sentence; the working lists them all. */
const MOST_SPELT_OUT = 6;

function report(rule: Rule, relation: Footing, sum: Sum, context: CheckContext): Finding {
  const operands = [...(sum.total === null ? [] : [sum.total]), ...sum.parts];
  const lines = [...(relation.total === null || sum.total === null ? [] : [relation.total]), ...sum.lines];
  const names = operands.map(({ fact }, i) => (relation.direction === 'rows' ? fact.label : lines[i]!.label));
  const named = operands.map((figure, i) => describe(names[i]!, figure));
  const skip = sum.total === null ? 0 : 1;
  const unit = operands[0]!;
  const decimals = Math.max(...operands.map(({ fact }) => countDecimals(fact.number)));
  const show = (value: Big, extra = 0) =>
    formatIn(sum.asPrinted ? value.times(unit.perPrinted) : value, unit, decimals + extra);
  const difference = sum.target.minus(sum.sum);
  const { severity, doubts } =
    sum.verdict === 'fits' ? { severity: rule.severity, doubts: [] } : judge(rule, relation, sum, context);
  const working: WorkingLine[] = sum.parts.map((figure, i) => ({
    label: formatLabel(names[i + skip]!),
    value: show(sum.asPrinted ? new Exact(figure.fact.number) : figure.value),
    role: 'operand',
    evidence: i + skip,
  }));
  const total = sum.total === null ? sameInBoth('100%') : named[0]!;
  const allowed = show(sum.allowed, sum.allowed.eq(0) ? 0 : 1);
  working.push(
    { label: 'Sum', value: show(sum.sum), role: 'result', evidence: null },
    sum.total === null
      ? { label: 'Whole', value: show(sum.target), role: 'printed', evidence: null }
      : { label: formatLabel(names[0]!), value: show(sum.target), role: 'printed', evidence: 0 },
    { label: 'Difference', value: show(difference), role: 'difference', evidence: null },
    { label: 'Rounding explains', value: allowed, role: 'allowed', evidence: null },
  );
  const { fact } = unit;
  const parts = sum.parts.map(({ fact: part }) => part.metric ?? part.label);
  return makeFinding(rule, {
    outcome: sum.verdict === 'fits' ? 'pass' : 'fail',
    severity,
    ...subjectOf(relation, unit, context),
    period: describePeriod(fact.period),
    identity: [
      fact.metric ?? fact.label,
      ...(relation.direction === 'rows' ? [parts[0]!, parts.at(-1)!] : names),
      fact.period,
      fact.boundary,
      fact.unit,
      'footing',
    ],
    values: {
      total,
      parts: listParts(named.slice(skip)),
      sum: show(sum.sum),
      difference: show(difference.abs()),
      allowed,
      elsewhere: describeElsewhere(relation, sum),
      period: describePeriod(fact.period),
      pages: formatPages(operands.map(({ fact: operand }) => operand.page)),
    },
    expected: sum.total === null ? show(sum.target) : show(sum.sum),
    actual: sum.total === null ? show(sum.sum) : show(sum.target),
    evidence: operands.map((operand, i) => factEvidence(operand.fact, i < skip ? 'total' : 'part')),
    arithmetic: sum.asPrinted ? '' : writeConversions(sum.parts, unit, context.units),
    working,
    doubts,
  });
}

/** Relation and figure → what the finding is about. A bare `Total` is told apart by the band that it stands under. */
function subjectOf(
  { total, parts, direction }: Footing,
  { fact }: Quantity,
  context: CheckContext,
): { subject?: Message } {
  if (total === null) return { subject: sameInBoth(formatLabel(fact.context.at(-1) ?? parts[0]!.label)) };
  const metric = fact.metric === null ? null : context.metrics.get(fact.metric);
  if (direction !== 'columns' && metric != null)
    return { subject: { en: metric.en[0] ?? fact.label, zh: metric.zh[0] ?? fact.label } };
  const band = readTotalWord(fact.label) === 'bare' ? fact.context.at(-1) : undefined;
  return { subject: sameInBoth(formatLabel(band === undefined ? fact.label : `${band}: ${fact.label}`)) };
}

function describe(name: string, figure: Quantity): Message {
  const printed = formatQuantity(figure);
  const label = formatLabel(name);
  return { en: `${label} ${printed.en}`.trim(), zh: `${label}${printed.zh}`.trim() };
}

/** Parts → all of them, or the first and the last with their number. */
function listParts(parts: readonly Message[]): Message {
  if (parts.length <= MOST_SPELT_OUT) return joinMessages(parts);
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return {
    en: `the ${parts.length} lines from ${first.en} to ${last.en}`,
    zh: `从${first.zh}到${last.zh}的${parts.length}项`,
  };
}

/** Relation and sum → in how many other places the same lines add up; empty when in none. */
function describeElsewhere({ sums, direction }: Footing, sum: Sum): Message {
  const others = sums.filter((other) => other !== sum && other.verdict === 'fits');
  if (others.length === 0) return sameInBoth('');
  const periods = [...new Set(others.flatMap(({ parts }) => parts[0]!.fact.period ?? []))];
  const across = direction === 'columns' ? 'row' : 'column';
  const where =
    direction !== 'columns' && periods.length === others.length
      ? { en: `in ${joinMessages(periods.map(sameInBoth)).en}`, zh: `${periods.join('、')}年` }
      : {
          en: `in ${others.length} other ${across}${others.length > 1 ? 's' : ''}`,
          zh: `其他${others.length}处`,
        };
  return { en: ` The same ${direction} add up ${where.en}.`, zh: `同样的各项在${where.zh}相符。` };
}
