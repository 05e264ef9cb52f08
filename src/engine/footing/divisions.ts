import type { CheckContext } from '../kind.ts';
import { groupBy, methodBoundary, partBoundary, pushTo } from '../fact-index.ts';
import { normaliseLabel } from '../label.ts';
import type { Quantity } from '../quantity.ts';
import type { Line } from './grid.ts';
import type { Relation } from './search.ts';
import { countEvidence } from './search.ts';
import type { Sum } from './trial.ts';
import { addAt } from './trial.ts';

/** A total of the whole and the figures of its divisions, in different tables. */
interface Case {
  label: string;
  whole: Quantity;
  parts: Quantity[];
}

/** Places at which two tables must agree, in digits and in number, for the one to be known to hold the divisions of the other. */
const ENOUGH_DIGITS = 8;
const FEWEST_FITS = 3;
/** Of the places that both tables print, this share at most may be off. */
const MOST_OFF = 0.25;

/**
 * Context → tables whose columns are the divisions of the whole that another table prints: their rows of one label, year and unit add up to that
 * row. One relation for each row label.
 */
export function findDivisions(context: CheckContext): Relation[] {
  const cases = listCases(context);
  const pairs = groupBy(cases, ({ whole, parts }) => `${parts[0]!.table}|${whole.table}`);
  return [...pairs.values()].flatMap((pair) => {
    const tried = [...groupBy(pair, ({ parts }) => parts).values()].flatMap(chooseWhole);
    const sums = tried.map(({ sum }) => sum);
    const fits = sums.filter(({ verdict, digits }) => verdict === 'fits' && digits > 0);
    const off = sums.filter(({ verdict }) => verdict === 'off').length;
    const evidence = countEvidence(sums);
    if (fits.length < FEWEST_FITS || evidence < ENOUGH_DIGITS || off > sums.length * MOST_OFF) return [];
    return [...groupBy(tried, ({ label }) => label).values()].map((row): Relation => {
      const own = row.map(({ sum }) => sum);
      const [first] = own;
      return { total: toLine([first!.total!]), parts: first!.lines, sums: own, evidence, structure: 0 };
    });
  });
}

/** The same divisions with each figure that may be their whole → the one that they add up to, or the nearest. */
function chooseWhole(cases: readonly Case[]): (Case & { sum: Sum })[] {
  const tried = cases.flatMap((item) => {
    const sum = addCase(item);
    return sum === null ? [] : [{ ...item, sum }];
  });
  const distance = ({ sum }: { sum: Sum }) => sum.sum.minus(sum.target).abs();
  return tried.sort((a, b) => distance(a).cmp(distance(b))).slice(0, 1);
}

/** Figures limited to a part of the organisation, two or more of one row and year → with the figure of the whole in another table. */
function listCases(context: CheckContext): Case[] {
  const wholes = new Map<string, Quantity[]>();
  const divisions = new Map<string, Quantity[]>();
  for (const figure of context.index.all) {
    const { fact } = figure;
    if (figure.table === null || fact.period === null || fact.qualifier !== null || fact.upper !== null) continue;
    if (fact.unit === null || fact.unit === '%' || fact.unit.includes('/')) continue;
    const key = [normaliseLabel(fact), fact.period, figure.dimension, methodBoundary(fact)].join('|');
    if (partBoundary(fact) === '') pushTo(wholes, key, figure);
    else pushTo(divisions, `${key}|${figure.table}|${fact.tableId}|${fact.row}`, figure);
  }
  return [...divisions].flatMap(([key, parts]) => {
    const boundaries = new Set(parts.map(({ fact }) => partBoundary(fact)));
    if (parts.length < 2 || boundaries.size < parts.length) return [];
    const label = normaliseLabel(parts[0]!.fact);
    return (wholes.get(key.split('|').slice(0, 4).join('|')) ?? [])
      .filter(({ table }) => table !== parts[0]!.table)
      .map((whole) => ({ label, whole, parts }));
  });
}

function addCase({ whole, parts }: Case): Sum | null {
  return addAt(
    toLine([whole]),
    parts.map((part) => toLine([part])),
    0,
  );
}

function toLine(figures: readonly Quantity[]): Line {
  const { fact } = figures[0]!;
  return {
    label: fact.boundary ?? fact.label,
    table: fact.tableId ?? '',
    cells: new Map(figures.map((figure, place) => [place, figure])),
    nil: new Set(),
    indent: null,
    band: '',
    total: 'none',
    partOf: false,
    remainder: false,
  };
}
