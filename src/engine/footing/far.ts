import { groupBy } from '../fact-index.ts';
import type { Grid, Line } from './grid.ts';
import { promisingLengths, promisingPairs } from './rough.ts';
import { goTogether } from './runs.ts';
import type { Relation } from './search.ts';
import { weigh } from './search.ts';

/** A block of rows may belong to any total of the table; that many more candidates ask for this much more evidence, in digits. */
const ASKED_OF_BLOCKS = 1.5;
/** Pairs of lines near a total: some hundreds of candidates for each. */
const ASKED_OF_PAIRS = 2.5;
/** Lines on either side of a total among which its two parts are looked for. */
const PAIR_REACH = 15;

/**
 * Grid and the relations known → blocks of lines under one band that add up to a total elsewhere in the table: employees by age below employees
 * by gender. Lines that are parts already are left out.
 */
export function findBlocks(grid: Grid, known: readonly Relation[]): Relation[] {
  const parts = new Set(known.flatMap((relation) => relation.parts));
  const totals = new Set(known.map(({ total }) => total));
  const blocks: Line[][] = [];
  for (const line of grid.lines) {
    if (parts.has(line) || totals.has(line)) continue;
    const block = blocks.at(-1);
    if (block?.[0]!.band === line.band && goTogether(block[0]!, line)) block.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) => {
    if (block.length < 2) return [];
    const found = grid.lines.flatMap((total) => {
      const closed = total.total === 'bare' && totals.has(total);
      if (closed || block.includes(total) || !goTogether(total, block[0]!)) return [];
      if (!promisingLengths(total, block).includes(block.length)) return [];
      return weigh(total, block, null, ASKED_OF_BLOCKS) ?? [];
    });
    return keepBest(found);
  });
}

/** Grid and the relations known → totals of two lines that stand apart: Scope 1 + 2 below both ways of counting Scope 2. */
export function findPairs(grid: Grid, known: readonly Relation[]): Relation[] {
  const partsOf = groupBy(known, ({ total }) => total);
  return grid.lines.flatMap((total, at) => {
    const near = grid.lines
      .slice(Math.max(0, at - PAIR_REACH), at + PAIR_REACH + 1)
      .filter((line) => line !== total && goTogether(total, line));
    const found = promisingPairs(total, near).flatMap(([a, b]) => {
      if (partsOf.get(total)?.some(({ parts }) => [a, b].every((line) => isAmong(line, parts)))) return [];
      const relation = goTogether(a, b) ? weigh(total, [a, b], a, ASKED_OF_PAIRS) : null;
      const fits = relation?.sums.filter(({ verdict, digits }) => verdict === 'fits' && digits > 0).length ?? 0;
      if (relation === null || fits < 2) return [];
      // A total whose parts are known may have others, but not such as miss it.
      return partsOf.has(total) && relation.sums.some(({ verdict }) => verdict === 'off') ? [] : [relation];
    });
    return keepBest(found);
  });
}

/** Is the line one of these, or printed a second time under the same name? */
function isAmong(line: Line, parts: readonly Line[]): boolean {
  return parts.some((part) => part === line || (part.label === line.label && part.label !== ''));
}

/** Relations → the likeliest; of equals the one whose parts are named totals themselves. */
function keepBest(relations: readonly Relation[]): Relation[] {
  const named = ({ parts }: Relation) => parts.filter(({ total }) => total !== 'none').length;
  return relations.toSorted((a, b) => b.evidence - a.evidence || named(b) - named(a)).slice(0, 1);
}

/** Lines → their places in the grid, whatever their order: two relations with one name are the same. */
export function nameLines(grid: Grid, lines: readonly (Line | null)[]): string {
  return lines
    .map((line) => (line === null ? -1 : grid.lines.indexOf(line)))
    .sort((a, b) => a - b)
    .join(',');
}
