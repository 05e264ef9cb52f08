import type { Table } from '../model/table.ts';
import type { CheckContext } from './kind.ts';
import { findStep } from './power-steps.ts';
import type { Jump } from './power-steps.ts';
import type { Quantity } from './quantity.ts';
import type { Series } from './series.ts';

/** A figure that is this many times that of the year before, or that part of it, asks for a word of explanation. */
const STEEP = 10;
/** Years before the step differ by no more than this factor; what swings every year needs none. */
const STEADY = 2;
/** Years that the row must print. */
const FEWEST_YEARS = 3;
/** Digits of the greater figure and of the smaller one: with fewer, a few cases more or less are tenfold. */
const DIGITS_OF_GREATER = 3;
const DIGITS_OF_SMALLER = 2;

/** Series → steps of tenfold and more from one year to the next in a row that is steady otherwise, where no note is marked. */
export function findSteepSteps(rows: readonly Series[], context: CheckContext): Jump[] {
  const tables = new Map(context.reading.tables.map((table) => [table.id, table]));
  const steps = rows.flatMap((series): Jump[] => {
    const { figures } = series;
    // A share follows from its figures, and a row without a name tells nobody what changed.
    if (figures.some(({ fact }) => fact.unit === '%' || !/\p{L}{2}/u.test(fact.label))) return [];
    const sizes = figures.map(({ value }) => Number(value.toString()));
    if (figures.length < FEWEST_YEARS || sizes.some((size) => size <= 0)) return [];
    if (findStep(series).length > 0) return [];
    return figures.slice(1).flatMap((odd, i): Jump[] => {
      const before = figures[i]!;
      const factor = sizes[i + 1]! / sizes[i]!;
      const consecutive = Number(odd.fact.period) - Number(before.fact.period) === 1;
      const steady = isSteady(sizes.slice(0, i + 1)) && isSteady(sizes.slice(i + 1));
      if (!consecutive || !steady || Math.max(factor, 1 / factor) < STEEP || !isTelling(odd, before)) return [];
      if (isMarked(odd, tables)) return [];
      return [{ series, odd, before, factor: factor > 1 ? `× ${Math.round(factor)}` : `÷ ${Math.round(1 / factor)}` }];
    });
  });
  // A total takes the step of its greatest part.
  const seen = new Set<string>();
  return steps.filter(({ series, odd, factor }) => {
    const key = `${series.table} ${odd.fact.period} ${factor}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isSteady(sizes: readonly number[]): boolean {
  return Math.max(...sizes) <= Math.min(...sizes) * STEADY;
}

function isTelling(...figures: Quantity[]): boolean {
  const digits = figures.map(({ fact }) => fact.number.replace(/\D/g, '').replace(/^0+/, '').length);
  return Math.max(...digits) >= DIGITS_OF_GREATER && Math.min(...digits) >= DIGITS_OF_SMALLER;
}

/** Does the cell bear a footnote mark, which may explain the step? */
function isMarked({ fact }: Quantity, tables: ReadonlyMap<string, Table>): boolean {
  const cells = tables.get(fact.tableId ?? '')?.cells ?? [];
  return cells.some(({ row, col, marks }) => row === fact.row && col === fact.col && marks.length > 0);
}
