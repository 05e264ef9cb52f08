import type { CheckContext } from '../kind.ts';
import type { Sum } from './trial.ts';

/** Words of a note that says why figures do not add up: rounding, or people who are in none of the groups. */
const NOT_ADDING_UP =
  /\b(?:may|might|does|do|will|could)\s?n[o']t (?:always )?(?:add|sum|total|equal|tally|foot)|due to rounding|rounding differences|四舍五入|四捨五入|尾差|进位|進位|端数/i;

/** Context and sum → the pages beside its figures that say that they need not add up, without a page twice. */
export function findRoundingNotes(context: CheckContext, { total, parts }: Sum): number[] {
  const operands = total === null ? parts : [total, ...parts];
  const tables = new Set(operands.map(({ fact }) => fact.tableId));
  const pages = new Set(operands.map(({ fact }) => fact.page));
  const notes = [
    ...context.reading.tables
      .filter(({ id }) => tables.has(id))
      .flatMap(({ page, notes: texts }) => texts.map((text) => ({ page, text }))),
    ...context.reading.blocks.filter(({ page }) => pages.has(page)),
  ];
  return [...new Set(notes.filter(({ text }) => NOT_ADDING_UP.test(text)).map(({ page }) => page))];
}
