import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { describeFigure, subjectOf } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding, stepDown } from '../finding.ts';
import { formatPages, joinMessages, sameInBoth } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import type { Series } from '../series.ts';
import { listSeries } from '../series.ts';

const parameters = v.strictObject({
  kind: v.literal('jump'),
  /** `step`: by a power of ten; `sign`: below nought for one year; `copy`: last year's figure where the others moved. */
  look: v.picklist(['step', 'sign', 'copy']),
});
type Parameters = v.InferOutput<typeof parameters>;

/** A year that stands out from its row, and why. */
interface Jump {
  series: Series;
  odd: Quantity;
  before: Quantity;
  /** `10^3` for a step of about a thousand; empty for the others. */
  factor: string;
}

/** A row of figures goes on from year to year without a step that only a slip explains. */
export const jump: CheckKind<Parameters> = {
  kind: 'jump',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['figure', 'before', 'series', 'factor', 'pages'],
    cannotTell: ['count'],
  },
  listMetrics: () => [],
  run(rule, { look }, context) {
    const rows = listSeries(context);
    if (rows.length === 0) return [];
    const jumps =
      look === 'step' ? rows.flatMap(findStep) : look === 'sign' ? rows.flatMap(findSign) : findCopies(rows);
    if (jumps.length === 0) return [passAll(rule, rows)];
    return jumps.map((found) => report(rule, found, context));
  },
};

function passAll(rule: Rule, rows: readonly Series[]): Finding {
  return makeFinding(rule, {
    outcome: 'pass',
    severity: rule.severity,
    identity: ['all'],
    values: { count: String(rows.length) },
    evidence: rows[0]!.figures.map(({ fact }) => factEvidence(fact, 'value')),
  });
}

/** Powers of ten that a step is held against. A tenfold rise happens without a slip; a hundredfold one hardly. */
const POWERS = [2, 3, 4, 5, 6, 7, 8, 9];
/** A unit slip and a usual change in one step: within this many powers of ten of a whole one (a factor of 2). */
const NEAR_POWER = 0.3;
/** With one other year only, the step must be that near to a power of ten (15 %). */
const VERY_NEAR_POWER = 0.06;
/** The other years of a row with a slip differ by no more than this factor. */
const STEADY = 3;
/** Figures of fewer digits are too coarse for a step to mean anything: 2 accidents after 200. */
const FEWEST_DIGITS = 2;

function findStep(series: Series): Jump[] {
  const figures = series.figures.filter(({ value }) => !value.eq(0));
  if (figures.length < 2 || figures.some(({ fact }) => countDigits(fact.number) < FEWEST_DIGITS)) return [];
  const sizes = figures.map(({ value }) => Math.log10(Number(value.abs().toString())));
  const odd = sizes.flatMap((size, i) => {
    const others = sizes.filter((_, j) => j !== i);
    const spread = Math.max(...others) - Math.min(...others);
    const middle = others.reduce((sum, other) => sum + other, 0) / others.length;
    const power = Math.round(Math.abs(size - middle));
    const off = Math.abs(Math.abs(size - middle) - power);
    const near = off <= (others.length > 1 ? NEAR_POWER : VERY_NEAR_POWER);
    return POWERS.includes(power) && near && spread <= Math.log10(STEADY) ? [{ i, power }] : [];
  });
  // Of two years either may be the slip; the earlier one is held to be right.
  const found = odd.at(-1);
  if (found === undefined) return [];
  const before = figures[found.i - 1] ?? figures[found.i + 1]!;
  return [{ series, odd: figures[found.i]!, before, factor: (10 ** found.power).toLocaleString('en') }];
}

/** `0.45` and `45,000` have two digits that say something. */
function countDigits(number: string): number {
  return number
    .replace(/^[-+]?[0.]*/, '')
    .replace(/\.?0*$/, '')
    .replace('.', '').length;
}

/** A year below nought in a row above it, of about the size of its neighbours. Money may well be lost. */
function findSign(series: Series): Jump[] {
  const { figures } = series;
  const negative = figures.filter(({ value }) => value.lt(0));
  const odd = negative[0];
  if (negative.length !== 1 || odd === undefined || figures.length < 3) return [];
  if (odd.dimension === null || odd.dimension.startsWith('money') || odd.fact.unit === '%') return [];
  const size = odd.value.abs();
  const alike = figures.every(
    (other) => other === odd || (other.value.lte(size.times(STEADY)) && other.value.times(STEADY).gte(size)),
  );
  const at = figures.indexOf(odd);
  return alike ? [{ series, odd, before: figures[at - 1] ?? figures[at + 1]!, factor: '' }] : [];
}

/** A figure of fewer digits may well be the same twice. */
const TELLING_DIGITS = 4;
/** The year of a target or of the baseline stays what it was. */
const YEAR_LIKE = /^(?:19|20)\d\d$/;
/** Rows that moved between the same two years, for one that did not to stand out. */
const FEWEST_MOVED = 4;

/** Rows of a table → figures that repeat the year before to the last digit, where every other row moved. */
function findCopies(rows: readonly Series[]): Jump[] {
  return [...groupBy(rows, ({ table }) => table).values()].flatMap((table) => {
    const steps = table.flatMap((series) =>
      series.figures.slice(1).flatMap((odd, i) => {
        const before = series.figures[i]!;
        const consecutive = Number(odd.fact.period) - Number(before.fact.period) === 1;
        const telling = countDigits(odd.fact.number) >= TELLING_DIGITS && !YEAR_LIKE.test(odd.fact.number);
        return consecutive && telling ? [{ series, odd, before, factor: '' }] : [];
      }),
    );
    return [...groupBy(steps, ({ odd }) => odd.fact.period).values()].flatMap((year) => {
      const same = year.filter(({ odd, before }) => odd.value.eq(before.value));
      return same.length === 1 && year.length - same.length >= FEWEST_MOVED ? same : [];
    });
  });
}

/** No two units in use are a hundred times each other, so that such a step may be true. */
const RARE_FACTOR = '100';

function report(rule: Rule, { series, odd, before, factor }: Jump, context: CheckContext): Finding {
  return makeFinding(rule, {
    outcome: 'fail',
    severity: factor === RARE_FACTOR ? stepDown(rule.severity) : rule.severity,
    ...subjectOf(odd, context),
    identity: [odd.fact.metric ?? odd.fact.label, odd.fact.period, odd.fact.boundary, 'jump'],
    values: {
      figure: describeFigure(odd),
      before: describeFigure(before),
      series: joinMessages(series.figures.map(({ fact }) => sameInBoth(`${fact.raw} (${fact.period ?? ''})`))),
      factor,
      pages: formatPages([odd.fact.page]),
    },
    actual: odd.fact.raw,
    evidence: [
      factEvidence(odd.fact, 'value'),
      ...series.figures.filter((figure) => figure !== odd).map(({ fact }) => factEvidence(fact, 'other year')),
    ],
  });
}
