import type { FactIndex } from './fact-index.ts';
import { pushTo } from './fact-index.ts';
import { canMeet } from './interval.ts';
import { normaliseLabel } from './label.ts';
import type { Quantity } from './quantity.ts';

/** How two tables get on where both print the same thing. */
export interface Kinship {
  agree: number;
  disagree: number;
}

/** What a table prints, keyed by thing, period, boundary and dimension; null where it prints several values for one key. */
type Profile = Map<string, Quantity | null>;

/** Two figures of two tables → how their rows get on in the other periods that both print. */
export function relateRows(index: FactIndex, a: Quantity, b: Quantity): Kinship {
  const kinship = { agree: 0, disagree: 0 };
  for (const [figure, twin] of pairYears(index, a, b)) {
    if (canMeet(figure.interval, twin.interval)) kinship.agree++;
    else if (!canMeet(figure.lenient, twin.lenient)) kinship.disagree++;
  }
  return kinship;
}

/** Two figures of two tables → did one of the rows exchange its figures of two years, so that each differs in both? */
export function areExchanged(index: FactIndex, a: Quantity, b: Quantity): boolean {
  return pairYears(index, a, b).some(
    ([figure, twin]) =>
      canMeet(figure.interval, b.interval) &&
      canMeet(twin.interval, a.interval) &&
      !canMeet(figure.interval, twin.interval),
  );
}

/** Two figures of two tables → the figures of their rows in each other period that both print. */
function pairYears(index: FactIndex, a: Quantity, b: Quantity): (readonly [Quantity, Quantity])[] {
  const rowOf = (figure: Quantity) => {
    const label = normaliseLabel(figure.fact);
    return (index.byTable.get(figure.table ?? '') ?? []).filter(
      ({ fact, dimension }) =>
        fact.metric === figure.fact.metric &&
        fact.boundary === figure.fact.boundary &&
        dimension === figure.dimension &&
        normaliseLabel(fact) === label,
    );
  };
  const others = rowOf(b);
  return rowOf(a).flatMap((figure) => {
    if (figure.fact.period === a.fact.period || tellsNothing(figure)) return [];
    const twin = others.find(({ fact }) => fact.period === figure.fact.period);
    return twin === undefined ? [] : [[figure, twin] as const];
  });
}

/** Nought and all agree by chance: half the rates of a report are 0 or 100 %. */
function tellsNothing({ fact }: Quantity): boolean {
  return /^-?(?:0+(?:\.0+)?|100(?:\.0+)?)$/.test(fact.number);
}

function profileTable(figures: readonly Quantity[]): Profile {
  const groups = new Map<string, Quantity[]>();
  for (const figure of figures) {
    const { fact } = figure;
    if (fact.period === null || tellsNothing(figure)) continue;
    const thing = fact.metric ?? `“${normaliseLabel(fact)}”`;
    pushTo(groups, [thing, fact.period, fact.boundary ?? '', figure.dimension ?? ''].join('|'), figure);
  }
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      group.every((figure) => canMeet(figure.interval, group[0]!.interval)) ? group[0]! : null,
    ]),
  );
}

/**
 * Index → a function that tells of two tables in how many shared figures they agree and disagree. Tables that agree elsewhere are about
 * the same thing, so that a difference between them is a mistake; tables that agree nowhere are about different parts of the organisation.
 */
export function relateTables(index: FactIndex): (a: string, b: string) => Kinship {
  const profiles = new Map<string, Profile>();
  const known = new Map<string, Kinship>();
  const profileOf = (table: string) => {
    let profile = profiles.get(table);
    if (profile === undefined) profiles.set(table, (profile = profileTable(index.byTable.get(table) ?? [])));
    return profile;
  };
  return (a, b) => {
    const key = a < b ? `${a}|${b}` : `${b}|${a}`;
    let kinship = known.get(key);
    if (kinship === undefined) {
      kinship = { agree: 0, disagree: 0 };
      const other = profileOf(b);
      for (const [thing, figure] of profileOf(a)) {
        const twin = other.get(thing);
        if (figure == null || twin == null) continue;
        // A miss by one last digit speaks neither way.
        if (canMeet(figure.interval, twin.interval)) kinship.agree++;
        else if (!canMeet(figure.lenient, twin.lenient)) kinship.disagree++;
      }
      known.set(key, kinship);
    }
    return kinship;
  };
}
