import { groupBy } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import { findDivisions } from './divisions.ts';
import { findBlocks, findPairs, nameLines } from './far.ts';
import type { Grid } from './grid.ts';
import { readColumnGrids, readRowGrids } from './grid.ts';
import type { Relation } from './search.ts';
import { findRelations } from './search.ts';
import { findUnmet } from './unmet.ts';
import { findWholes } from './wholes.ts';

/** A relation with the table that it was found in. */
export interface Footing extends Relation {
  direction: Grid['direction'] | 'divisions' | 'prose';
}

/** Context → every total of every table with its parts. Found once in a run, whichever rules ask. */
export function findFootings(context: CheckContext): Footing[] {
  return context.once('footings', () => {
    const grids = [...readRowGrids(context), ...readColumnGrids(context)];
    return [
      ...grids.flatMap((grid) => readGridOnce(grid, context)),
      ...findDivisions(context).map((relation) => ({ ...relation, direction: 'divisions' as const })),
    ];
  });
}

/** A table none of whose figures was corrected adds up as it did before. */
function readGridOnce(grid: Grid, context: CheckContext): Footing[] {
  const { table, direction, lines } = grid;
  const figures = lines.flatMap(({ cells }) => [...cells].flat());
  return context.remember(`${direction} of ${table}`, figures, () =>
    readGrid(grid).map((relation) => ({ ...relation, direction })),
  );
}

function readGrid(grid: Grid): Relation[] {
  const near = findRelations(grid);
  const blocks = findBlocks(grid, near);
  const pairs = findPairs(grid, [...near, ...blocks]);
  const added = dropRivals(grid, [...near, ...blocks, ...pairs]);
  return [...added, ...findWholes(grid, near), ...findUnmet(grid, added)];
}

/** Relations → without those whose parts add up better to another total: a total that misses them somewhere is not theirs. */
function dropRivals(grid: Grid, relations: readonly Relation[]): Relation[] {
  const rivals = groupBy(relations, ({ parts }) => nameLines(grid, parts));
  return [...rivals.values()].flatMap((group) => {
    const best = group.reduce((a, b) => (b.evidence > a.evidence ? b : a));
    return group.filter((relation) => relation === best || relation.sums.every(({ verdict }) => verdict === 'fits'));
  });
}
