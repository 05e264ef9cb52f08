import type { Fact } from '../model/fact.ts';
import { methodIn } from './metric-context.ts';
import type { MetricIndex } from './metrics.ts';

/** Rows further away than this no longer speak of the same thing. */
const NEAR_ROWS = 8;
/** What a fact is named by the rows around it is less sure than by its own words. */
const NEIGHBOUR_SCORE = 0.75;

/** Facts of one row of a table. */
interface Row {
  row: number;
  label: string;
  facts: Fact[];
}

/**
 * Facts of one table → the same, named anew where rows above or below say what a row means: the Scope 2 method of a block, a total of the
 * two scopes below it, the women of a board; and unnamed where a column of per cent proves to hold changes.
 */
export function readNeighbours(facts: readonly Fact[], metrics: MetricIndex): Fact[] {
  const rows = [...Map.groupBy(facts, (fact) => fact.row ?? -1)]
    .map(([row, own]): Row => ({ row, label: own[0]!.provenance.label?.text ?? own[0]!.label, facts: own }))
    .sort((a, b) => a.row - b.row);
  const changes = columnsOfChanges(rows);
  const renamedRows = rows.flatMap((row, at) =>
    row.facts.map((fact) => {
      if (fact.unit === '%' && fact.metric !== null && changes.has(fact.col ?? -1))
        return unnamed(fact, 'its column holds changes');
      return (
        withBlockMethod(fact, rows, at, metrics) ?? totalOfScopes(fact, rows, at) ?? ofBoard(fact, rows, at) ?? fact
      );
    }),
  );
  return withoutRepeats(renamedRows);
}

/** Facts without names that one column gives twice for one year: rows of one label that differ by what it does not say. */
function withoutRepeats(facts: readonly Fact[]): Fact[] {
  const place = (fact: Fact): string => [fact.col, fact.period, fact.boundary].join('|');
  const groups = Map.groupBy(
    facts.filter(({ metric }) => metric !== null),
    (fact) => `${place(fact)}|${fact.metric}`,
  );
  return facts.map((fact) => {
    const others = (groups.get(`${place(fact)}|${fact.metric}`) ?? []).filter((other) => other.number !== fact.number);
    if (fact.unit === null && others.some(({ unit }) => unit !== null))
      return unnamed(fact, 'another row with a unit is the metric');
    const repeated = others.some(
      (other) =>
        other.row !== fact.row &&
        other.unit === fact.unit &&
        other.label === fact.label &&
        other.context.join('|') === fact.context.join('|'),
    );
    return repeated ? unnamed(fact, 'rows of the same label differ') : fact;
  });
}

const unnamed = (fact: Fact, doubt: string): Fact => ({
  ...fact,
  metric: null,
  metricScore: 0,
  doubts: [...fact.doubts, doubt],
});

const renamed = (fact: Fact, metric: string, doubt: string): Fact => ({
  ...fact,
  metric,
  metricScore: Math.min(fact.metric === null ? NEIGHBOUR_SCORE : fact.metricScore, NEIGHBOUR_SCORE),
  doubts: [...fact.doubts, doubt],
});

/** Columns of per cent with a negative figure, in rows that print an amount as well: no share is negative. */
function columnsOfChanges(rows: readonly Row[]): Set<number> {
  const found = new Set<number>();
  for (const { facts } of rows) {
    if (!facts.some((fact) => fact.unit !== '%')) continue;
    for (const fact of facts) {
      if (fact.unit === '%' && fact.number.startsWith('-') && fact.col !== null) found.add(fact.col);
    }
  }
  return found;
}

const EMISSIONS_ROW = /\bemissions?\b|排放/i;
const SCOPE = /\bscopes? ?[123]\b|范围|範圍|范畴|範疇/i;

/** Scope 2 in a block whose first row, a total of emissions, names the method: `(Market-based) GHG emissions`, then the scopes. */
function withBlockMethod(fact: Fact, rows: readonly Row[], at: number, metrics: MetricIndex): Fact | null {
  if (fact.metric !== 'ghg.scope2' || methodIn([fact.label]) !== null) return null;
  const above = rows.slice(Math.max(0, at - NEAR_ROWS), at).reverse();
  const head = above.find(({ label }) => EMISSIONS_ROW.test(label) && !SCOPE.test(label) && methodIn([label]) !== null);
  const suffix = head === undefined ? null : methodIn([head.label]);
  const metric = suffix === null ? null : `ghg.scope2${suffix}`;
  return metric !== null && metrics.get(metric) !== null
    ? renamed(fact, metric, 'the block’s first row names the method')
    : null;
}

/** A row of emissions that is the sum of the rows of Scope 1 and Scope 2 right below it, and of no more. */
function totalOfScopes(fact: Fact, rows: readonly Row[], at: number): Fact | null {
  const open = fact.metric === null || fact.metric === 'ghg.total';
  if (!open || !EMISSIONS_ROW.test(fact.label) || SCOPE.test(fact.label)) return null;
  const [first, second, third] = rows
    .slice(at + 1, at + 4)
    .map(({ facts }) => facts.find(({ col }) => col === fact.col));
  const isScope = (part: Fact | undefined, scope: string): part is Fact =>
    part !== undefined &&
    part.metric?.startsWith(scope) === true &&
    part.unit === fact.unit &&
    part.scale === fact.scale;
  if (!isScope(first, 'ghg.scope1') || !isScope(second, 'ghg.scope2') || third?.metric === 'ghg.scope3') return null;
  const sum = Number(first.number) + Number(second.number);
  return Math.abs(sum - Number(fact.number)) <= ROUNDING * lastDigit(fact.number)
    ? renamed(fact, 'ghg.scope12', 'it is the sum of the scopes below it')
    : null;
}

/** Three rounded figures may be off by one and a half units of their last digit. */
const ROUNDING = 1.5;
const lastDigit = (number: string): number => 10 ** -(number.split('.')[1]?.length ?? 0);

const WOMEN = /^(?:(?:total )?number of )?(?:females?|women)(?: members)?$|^女性?(?:人数)?$/i;

/** `Number of females` in a table that prints the size of the board above: no more than there are members. */
function ofBoard(fact: Fact, rows: readonly Row[], at: number): Fact | null {
  if ((fact.metric !== null && fact.metric !== 'hr.female') || fact.unit === '%' || !WOMEN.test(fact.label.trim()))
    return null;
  const above = rows.slice(Math.max(0, at - NEAR_ROWS), at).reverse();
  const size = above
    .find(({ facts }) => facts.some((other) => other.metric === 'gov.board_size'))
    ?.facts.find(({ col }) => col === fact.col);
  const whole = /^\d+$/.test(fact.number);
  return size !== undefined && whole && Number(fact.number) <= Number(size.number)
    ? renamed(fact, 'gov.board_female', 'the rows above count a board')
    : null;
}
