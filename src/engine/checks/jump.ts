import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { describeFigure, subjectOf } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding, stepDown } from '../finding.ts';
import { formatPages, joinMessages, sameInBoth } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { countDigits, findStep, STEADY } from '../power-steps.ts';
import type { Jump } from '../power-steps.ts';
import type { Series } from '../series.ts';
import { listSeries } from '../series.ts';
import { findSteepSteps } from '../steep-steps.ts';

const parameters = v.strictObject({
  kind: v.literal('jump'),
  /** `step`: by a power of ten; `sign`: below nought for one year; `copy`: last year's figure where the others moved; `steep`: tenfold, unexplained. */
  look: v.picklist(['step', 'sign', 'copy', 'steep']),
});
type Parameters = v.InferOutput<typeof parameters>;

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
    const jumps = LOOKS[look](rows, context);
    if (jumps.length === 0) return [passAll(rule, rows)];
    return jumps.map((found) => report(rule, found, context));
  },
};

const LOOKS: Record<Parameters['look'], (rows: readonly Series[], context: CheckContext) => Jump[]> = {
  step: (rows) => rows.flatMap(findStep),
  sign: (rows) => rows.flatMap(findSign),
  copy: findCopies,
  steep: findSteepSteps,
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
