import { language } from '../i18n/language.svelte.ts';

/** Which column a table is sorted by, and whether the largest comes first. */
export interface Sorting<Column extends string> {
  by: Column;
  down: boolean;
}

/** The sorting after a click on a column's head: turned round, or that column from its natural end. */
export function sortingAfter<Column extends string>(
  now: Sorting<Column>,
  clicked: Column,
  startsDown: boolean,
): Sorting<Column> {
  return now.by === clicked ? { by: clicked, down: !now.down } : { by: clicked, down: startsDown };
}

/** A sorted copy; equal ones keep their order. */
export function sortBy<Row>(rows: Row[], key: (row: Row) => string | number, down: boolean): Row[] {
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), language.tag);
  return rows.toSorted((a, b) => compare(key(a), key(b)) * (down ? -1 : 1));
}
