import { groupBy, shareBand } from '../fact-index.ts';
import { readTotalWord } from '../footing/words.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import { listFactors } from './dimensions.ts';
import type { Division } from './divide.ts';
import { comesNear, divide, roughOf } from './divide.ts';
import { isRatio } from './lines.ts';
import type { IsPart } from './search.ts';
import { ENOUGH_EVIDENCE } from './search.ts';

/** Percentages of one whole: each its part's count divided by one figure of the counts' own column. */
export interface ShareRelation {
  whole: Quantity;
  divisions: Division[];
  /** Digits of evidence that this figure is the whole. */
  evidence: number;
}

/**
 * What labels and sums speak for, in digits: the whole is called total, or the part stands under it; it is
 * known to be a sum with the part among its parts. */
const WORTH = { bareTotal: 1.5, namedTotal: 1, parent: 2.5, part: 2 };

/** A percentage, the count in its row, and the figures of the count's column that may be the whole. */
export interface Share {
  ratio: Quantity;
  part: Quantity;
  wholes: Quantity[];
}

/** Context → the percentages of tables that stand beside the counts they come from, by their whole. */
export function findShares(context: CheckContext, isPart: IsPart): ShareRelation[] {
  const tables = groupBy(
    context.index.all.filter(({ fact }) => fact.row !== null && fact.col !== null && fact.upper === null),
    ({ fact }) => fact.tableId,
  );
  return [...tables.values()].flatMap((figures) => {
    // A percentage stands to the right of its count, or to the left, all over a table.
    const [right, left] = (['left', 'right'] as const).map((side) => groupByWhole(listShares(figures, side), isPart));
    return countFits(left!) > countFits(right!) ? left! : right!;
  });
}

function countFits(relations: readonly ShareRelation[]): number {
  return relations.flatMap(({ divisions }) => divisions).filter(({ verdict }) => verdict === 'fits').length;
}

/** Figures of a table → each percentage with the count beside it, looked for on one side first. */
function listShares(figures: readonly Quantity[], side: 'left' | 'right'): Share[] {
  const rows = groupBy(figures, ({ fact }) => fact.row);
  const columns = groupBy(
    figures.filter((figure) => !isRatio(figure)),
    ({ fact }) => fact.col,
  );
  const parts = new Set<Quantity>();
  return figures.flatMap((ratio): Share[] => {
    const trivial = ratio.value.eq(0) || ratio.fact.number.replace(/\.0+$/, '') === '100';
    if (ratio.fact.unit !== '%' || trivial) return [];
    const part = findAmount(ratio, rows.get(ratio.fact.row) ?? [], side);
    // Of several percentages beside one count the first is its own.
    if (part === null || part.value.eq(0) || parts.has(part)) return [];
    parts.add(part);
    const wholes = (columns.get(part.fact.col) ?? []).filter((whole) => whole !== part && whole.value.gte(part.value));
    return wholes.length === 0 ? [] : [{ ratio, part, wholes }];
  });
}

/** The amount of the same row and year that stands nearest to the percentage on this side, or else on the other. */
function findAmount({ fact }: Quantity, row: readonly Quantity[], side: 'left' | 'right'): Quantity | null {
  const amounts = row
    .filter((other) => !isRatio(other) && other.fact.period === fact.period && other.fact.qualifier === null)
    .toSorted((a, b) => Math.abs(a.fact.col! - fact.col!) - Math.abs(b.fact.col! - fact.col!));
  const isLeft = (other: Quantity) => other.fact.col! < fact.col!;
  return amounts.find((other) => isLeft(other) === (side === 'left')) ?? amounts[0] ?? null;
}

/** Percentages with their counts → those that come from one whole, by it. Each percentage is of one whole only. */
export function groupByWhole(shares: readonly Share[], isPart: IsPart): ShareRelation[] {
  const fitting = shares.flatMap((share) =>
    share.wholes.flatMap((whole) => {
      const near = comesNear(roughOf(share.ratio), roughOf(share.part), roughOf(whole), 1);
      const [times] = near ? listFactors(share.ratio, share.part, whole) : [];
      const division = times === undefined ? null : divide(share.ratio, share.part, whole, times);
      return division === null || division.verdict === 'off' ? [] : [{ share, whole, division }];
    }),
  );
  const choices = Math.max(1, ...[...groupBy(shares, ({ ratio }) => ratio).values()].map(({ length }) => length));
  const groups = [...groupBy(fitting, ({ whole }) => whole)].map(([whole, fits]) => {
    const known = fits.some(({ share }) => isPart(share.part, whole));
    // A whole that is known needs no looking for.
    const candidates = (known ? 1 : Math.max(...fits.map(({ share }) => share.wholes.length))) * choices;
    const distinct = new Map(fits.map(({ share, division }) => [share.ratio.value.toString(), division]));
    const digits = [...distinct.values()].reduce(
      (sum, { verdict, digits: own }) => sum + (verdict === 'fits' ? own : 0),
      0,
    );
    const word = readTotalWord(whole.fact.label);
    const isParent = fits.every(({ share }) => share.part.fact.context.includes(whole.fact.label));
    const worth =
      (word === 'bare' ? WORTH.bareTotal : word === 'named' ? WORTH.namedTotal : 0) +
      (isParent ? WORTH.parent : 0) +
      (known ? WORTH.part : 0);
    return { whole, fits, evidence: digits + worth - Math.log10(candidates) };
  });
  const wholeOf = new Map<Quantity, Quantity>();
  const parts = new Set<Quantity>();
  const relations = groups
    .filter(({ evidence }) => evidence >= ENOUGH_EVIDENCE)
    .sort((a, b) => b.evidence - a.evidence)
    .flatMap(({ whole, fits, evidence }): ShareRelation[] => {
      const divisions = fits.flatMap(({ share, division }) => {
        if (wholeOf.has(share.ratio) || parts.has(share.part)) return [];
        wholeOf.set(share.ratio, whole);
        parts.add(share.part);
        return [division];
      });
      return divisions.length === 0 ? [] : [{ whole, divisions, evidence }];
    });
  for (const relation of relations) relation.divisions.push(...listMissed(relation, shares, wholeOf));
  return relations;
}

/**
 * A whole with its shares → the shares that stand next to one of them, under the same bands, and come from no whole: they miss this one. One
 * fit alone does not show what the next line is of.
 */
function listMissed(
  { whole, divisions }: ShareRelation,
  shares: readonly Share[],
  wholeOf: Map<Quantity, Quantity>,
): Division[] {
  const fits = divisions.filter(({ verdict }) => verdict === 'fits').length;
  if (fits < 2 || divisions[0]!.ratio.table === null) return [];
  const own = new Set(divisions.map(({ ratio }) => ratio));
  const [first] = divisions;
  const column = shares.filter(
    ({ ratio, part }) =>
      ratio.fact.tableId === first!.ratio.fact.tableId &&
      ratio.fact.col === first!.ratio.fact.col &&
      part.fact.col === first!.numerator.fact.col,
  );
  const rows = new Set(divisions.map(({ ratio }) => ratio.fact.row!));
  return column.flatMap(({ ratio, part, wholes }, i) => {
    const beside = [column[i - 1], column[i + 1]].some(
      (next) => next !== undefined && own.has(next.ratio) && shareBand(next.ratio.fact, ratio.fact),
    );
    // What stands between a part and its whole is of the same whole.
    const [from, to] = [ratio.fact.row!, whole.fact.row!].sort((x, y) => x - y);
    const reaches = column.every(
      ({ ratio: { fact } }) => fact.row! <= from! || fact.row! >= to! || rows.has(fact.row!),
    );
    if (wholeOf.has(ratio) || !beside || !reaches || !wholes.includes(whole)) return [];
    const [times] = listFactors(ratio, part, whole);
    const division = times === undefined ? null : divide(ratio, part, whole, times);
    if (division === null) return [];
    wholeOf.set(ratio, whole);
    return [division];
  });
}
