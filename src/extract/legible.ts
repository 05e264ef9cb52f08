import type { Block, Table } from '../model/table.ts';

/** Characters of one paragraph or cell. A page of the smallest print holds 20,000; no sentence is in a longer text. */
const MAX_TEXT = 12_000;
/** Letters, digits and signs without a space between. Addresses of web pages have a few hundred. */
const MAX_UNBROKEN = 1_000;

const UNBROKEN = new RegExp(`[!-~]{${MAX_UNBROKEN + 1}}`);

/**
 * Whether a text may be read for figures and sentences. What is longer than any paragraph or word was made by a machine
 * or to do harm, and the patterns that read figures take time that grows with the square of such a text.
 */
export function isLegible(text: string): boolean {
  return text.length <= MAX_TEXT && !UNBROKEN.test(text);
}

/** Blocks and tables → those that may be read. A table with one illegible cell goes whole. */
export function setAsideIllegible(
  blocks: readonly Block[],
  tables: readonly Table[],
): { blocks: Block[]; tables: Table[] } {
  return {
    blocks: blocks.filter((block) => isLegible(block.text)),
    tables: tables.filter((table) => table.cells.every((cell) => isLegible(cell.text))),
  };
}
