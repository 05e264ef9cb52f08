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

const found = new WeakMap<CheckContext['reading'], Footing[]>();

/** Context → every total of every table with its parts. Found once for a reading, whichever rules ask. */
export function findFootings(context: CheckContext): Footing[] {
  const known = found.get(context.reading);
  if (known !== undefined) return known;
  const grids = [...readRowGrids(context), ...readColumnGrids(context)];
  const footings = [
    ...grids.flatMap((grid) => readGrid(grid).map((relation) => ({ ...relation, direction: grid.direction }))),
    ...findDivisions(context).map((relation) => ({ ...relation, direction: 'divisions' as const })),
  ];
  found.set(context.reading, footings);
  return footings;
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
