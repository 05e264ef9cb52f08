import { shareOfWords } from '../label-words.ts';
import type { Quantity } from '../quantity.ts';
import { listFactors } from './dimensions.ts';
import type { Division, Rough } from './divide.ts';
import { comesNear, divide, roughOf } from './divide.ts';
import type { Series } from './lines.ts';

/** A line of ratios with the two lines that it is the quotient of, at all the places where the three are printed. */
export interface QuotientRelation {
  ratio: Series;
  numerator: Series;
  denominator: Series;
  divisions: Division[];
  /** Digits of evidence that the ratio is this quotient: agreement, and what labels and layout say. */
  evidence: number;
}

/** Evidence that a quotient needs, in digits, after the candidates tried are taken off: chance brings one such in a thousand lines. */
export const ENOUGH_EVIDENCE = 3;
/**
 * What labels and layout speak for, in digits of agreement that they are worth: all words of a line in the label of the
 * ratio; all three close by; the denominator is known to be a sum with the numerator among its parts. */
const WORTH = { named: 1.5, close: 1, whole: 1.5 };
/** Lines of one table this close are read together. */
const CLOSE = 6;
/** A place where the quotient misses takes away what a fit of this many digits gives. */
const MISFIT = 1;
/** Of the words of a line in another table so many must stand in the ratio's label for it to be tried. */
const NAMED_AFAR = 0.5;

/** Is the first figure known to be a part of a sum that the second is? */
export type IsPart = (part: Quantity, whole: Quantity) => boolean;

/** Line of ratios and lines of amounts → the two whose quotient it is, as far as there is enough evidence; null otherwise. */
export function findQuotient(ratio: Series, amounts: readonly Series[], isPart: IsPart): QuotientRelation | null {
  const places = [...ratio.cells].filter(
    ([, figure]) =>
      !figure.value.eq(0) && !figure.value.eq(figure.fact.unit === '%' ? figure.perPrinted.times(100) : 1),
  );
  if (places.length === 0) return null;
  const candidates = amounts
    .map((series) => ({ series, named: shareOfWords(series.words, ratio.words) }))
    .filter(
      ({ series, named }) =>
        places.some(([place]) => series.cells.has(place)) && (series.table === ratio.table || named >= NAMED_AFAR),
    );
  const tried = new Set<number>();
  let pairs = 0;
  for (const [place, figure] of places) {
    const here = candidates.flatMap(({ series }, i): Placed[] => {
      const amount = series.cells.get(place);
      return amount === undefined || amount.value.eq(0) ? [] : [{ i, amount, rough: roughOf(amount) }];
    });
    pairs = Math.max(pairs, here.length * (here.length - 1));
    for (const [n, d] of listNear(roughOf(figure), here)) {
      if (n.i !== d.i && couldFit(figure, n.amount, d.amount)) tried.add(n.i * candidates.length + d.i);
    }
  }
  const chance = Math.log10(Math.max(pairs, 1));
  let best: QuotientRelation | null = null;
  for (const key of tried) {
    const n = candidates[Math.floor(key / candidates.length)]!;
    const d = candidates[key % candidates.length]!;
    const relation = weigh(ratio, n, d, chance, isPart);
    if (relation !== null && relation.evidence > (best?.evidence ?? ENOUGH_EVIDENCE)) best = relation;
  }
  return best;
}

/** A candidate's figure at one place. */
interface Placed {
  i: number;
  amount: Quantity;
  rough: Rough;
}

/** Ratio and figures → the pairs of them whose quotient comes near it, as it is or a hundredfold. In floats, and by halving, since a table of some hundred lines has as many thousand pairs. */
function listNear(ratio: Rough, figures: readonly Placed[]): [Placed, Placed][] {
  const sorted = figures.toSorted((a, b) => a.rough.value - b.rough.value);
  const loosest = Math.max(0, ...figures.map(({ rough }) => rough.slack / Math.abs(rough.value)));
  const slack = Math.min((ratio.slack / Math.abs(ratio.value) + 2 * loosest) * 3, 1);
  return sorted.flatMap((d) =>
    [1, 100].flatMap((times) => {
      const target = (ratio.value * d.rough.value) / times;
      const [low, high] = [target - Math.abs(target) * slack, target + Math.abs(target) * slack];
      const near: [Placed, Placed][] = [];
      for (let at = firstFrom(sorted, low); at < sorted.length && sorted[at]!.rough.value <= high; at++) {
        if (comesNear(ratio, sorted[at]!.rough, d.rough, times)) near.push([sorted[at]!, d]);
      }
      return near;
    }),
  );
}

/** Sorted figures → place of the first that is no less than this. */
function firstFrom(sorted: readonly Placed[], value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]!.rough.value < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function couldFit(ratio: Quantity, numerator: Quantity, denominator: Quantity): boolean {
  const [r, n, d] = [roughOf(ratio), roughOf(numerator), roughOf(denominator)];
  return listFactors(ratio, numerator, denominator).some((times) => comesNear(r, n, d, Number(times)));
}

interface Candidate {
  series: Series;
  named: number;
}

function weigh(ratio: Series, n: Candidate, d: Candidate, chance: number, isPart: IsPart): QuotientRelation | null {
  const divisions = [...ratio.cells].flatMap(([place, figure]) => {
    const numerator = n.series.cells.get(place);
    const denominator = d.series.cells.get(place);
    if (numerator === undefined || denominator === undefined) return [];
    const tried = listFactors(figure, numerator, denominator).flatMap(
      (times) => divide(figure, numerator, denominator, times) ?? [],
    );
    return tried.find(({ verdict }) => verdict !== 'off') ?? tried[0] ?? [];
  });
  const fits = divisions.filter(({ verdict }) => verdict === 'fits');
  const off = divisions.filter(({ verdict }) => verdict === 'off').length;
  if (fits.length === 0 || off > fits.length) return null;
  const close =
    n.series.table === ratio.table &&
    d.series.table === ratio.table &&
    [n, d].every(({ series }) => Math.abs(series.at - ratio.at) <= CLOSE);
  const whole = divisions.some(({ numerator, denominator }) => isPart(numerator, denominator));
  // Lines that bear one label are told apart by nothing.
  const named = n.series.label === d.series.label ? 0 : n.named + d.named;
  const evidence =
    countEvidence(fits) +
    WORTH.named * named +
    (close ? WORTH.close : 0) +
    (whole ? WORTH.whole : 0) -
    off * MISFIT -
    chance;
  return { ratio, numerator: n.series, denominator: d.series, divisions, evidence };
}

/** Fits → digits of agreement in all; the same three figures in another place add nothing. */
function countEvidence(fits: readonly Division[]): number {
  const seen = new Set<string>();
  return fits.reduce((digits, { ratio, numerator, denominator, digits: own }) => {
    const key = [ratio, numerator, denominator].map(({ value }) => value.toString()).join('|');
    if (seen.has(key)) return digits;
    seen.add(key);
    return digits + own;
  }, 0);
}
