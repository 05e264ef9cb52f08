import type { FactIndex } from './fact-index.ts';
import { shareBand, findFigures, partBoundary } from './fact-index.ts';
import { canMeet, halfWidth } from './interval.ts';
import type { Quantity } from './quantity.ts';

/** Figures that may stand for a metric beside an anchor. */
export interface Candidates {
  figures: Quantity[];
  /** They come from the anchor's own table, so that they are surely meant together. */
  sameTable: boolean;
}

/** Asked of each candidate besides period and boundary: its unit, mostly. */
export type Suits = (figure: Quantity) => boolean;

/**
 * Metric and anchor → the figures of the anchor's period and part of the organisation that can be meant with it:
 * from its own table (same row or column, same band, nearest first), or else from anywhere. Equal values count once.
 */
export function findCandidates(index: FactIndex, metric: string, anchor: Quantity, suits: Suits): Candidates {
  const { period } = anchor.fact;
  if (period === null) return { figures: [], sameTable: false };
  const boundary = partBoundary(anchor.fact);
  const all = findFigures(index, metric, period).filter(
    (figure) => figure !== anchor && partBoundary(figure.fact) === boundary && suits(figure),
  );
  const own = anchor.table === null ? [] : all.filter((figure) => figure.table === anchor.table);
  if (own.length === 0) return { figures: keepDistinct(all.toSorted(byCertainty)), sameTable: false };
  const aligned = narrow(own, (figure) => figure.fact.col === anchor.fact.col || figure.fact.row === anchor.fact.row);
  const banded = narrow(aligned, (figure) => shareBand(figure.fact, anchor.fact));
  return { figures: keepDistinct(banded.toSorted(byDistance(anchor))), sameTable: true };
}

/** Keeps those that satisfy the test, or all when none does. */
function narrow(figures: Quantity[], test: Suits): Quantity[] {
  const kept = figures.filter(test);
  return kept.length > 0 ? kept : figures;
}

function byDistance(anchor: Quantity) {
  const distance = (figure: Quantity) => Math.abs((figure.fact.row ?? 0) - (anchor.fact.row ?? 0));
  return (a: Quantity, b: Quantity) => distance(a) - distance(b);
}

/** Tables before prose, sure labels before unsure ones. */
function byCertainty(a: Quantity, b: Quantity): number {
  const prose = (figure: Quantity) => (figure.fact.source === 'text' ? 1 : 0);
  return prose(a) - prose(b) || b.fact.metricScore - a.fact.metricScore;
}

/**
 * One of each value: the same figure printed twice is one operand, and so is the same figure printed more roughly
 * elsewhere (41.87 亿 beside 4,186.92 million), of which the finer one counts.
 */
function keepDistinct(figures: readonly Quantity[]): Quantity[] {
  const kept: Quantity[] = [];
  for (const figure of figures) {
    const twin = kept.findIndex(
      (other) =>
        (other.fact.boundary ?? '') === (figure.fact.boundary ?? '') && canMeet(other.interval, figure.interval),
    );
    if (twin < 0) kept.push(figure);
    else if (isFiner(figure, kept[twin]!)) kept[twin] = figure;
  }
  return kept;
}

function isFiner(a: Quantity, b: Quantity): boolean {
  const [widthA, widthB] = [halfWidth(a.interval), halfWidth(b.interval)];
  return widthA !== null && widthB !== null && widthA.lt(widthB);
}

/** Lists of candidates → every choice of one from each, at most `limit` of them, the first choices first. */
export function combine<T>(lists: readonly (readonly T[])[], limit: number): T[][] {
  let combinations: T[][] = [[]];
  for (const list of lists) {
    combinations = combinations.flatMap((head) => list.map((item) => [...head, item]));
    combinations.length = Math.min(combinations.length, limit);
  }
  return combinations;
}
