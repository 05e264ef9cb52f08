import { expect, test } from 'vitest';
import { choicesOf, facetsOf, factsById, filterItems, noFilters, otherTopic } from '../../../src/ui/derive/filter.ts';
import type { Filters } from '../../../src/ui/derive/filter.ts';
import { listItems } from '../../../src/ui/derive/standing.ts';
import { evidence, fact, finding } from './sample.ts';

const facts = factsById([fact({ id: 'f1', metric: 'ghg.scope1' }), fact({ id: 'f2', metric: 'water.total' })]);

/** Wrong on pages 1 and 2 about emissions; doubtful on page 2 about water; verified on page 3 about no metric. */
const items = listItems([
  finding({ fingerprint: 'a', evidence: [evidence({ page: 1 }), evidence({ page: 2 })] }),
  finding({ fingerprint: 'b', kind: 'ratio', severity: 'warning', evidence: [evidence({ page: 2, factId: 'f2' })] }),
  finding({ fingerprint: 'c', kind: 'text', outcome: 'pass', evidence: [evidence({ page: 3, factId: null })] }),
]);
const facets = (item: (typeof items)[number]) => facetsOf(item, facts, item.key === 'b' ? 'confirmed' : 'open');
const keysWith = (filters: Partial<Filters>): string[] =>
  filterItems(items, { ...noFilters, ...filters }, facets).map(({ key }) => key);

test.each([
  [{}, ['a', 'b', 'c']],
  [{ standing: 'doubtful' }, ['b']],
  [{ state: 'open' }, ['a', 'c']],
  [{ kind: 'text' }, ['c']],
  [{ topic: 'water' }, ['b']],
  [{ topic: otherTopic }, ['c']],
  [{ page: 2 }, ['a', 'b']],
  [{ page: 2, state: 'open' }, ['a']],
  [{ page: 3, topic: 'water' }, []],
] as const)('%j lets through %j', (filters, expected) => {
  expect(keysWith(filters)).toEqual(expected);
});

test('a choice counts what it would show as the other filters stand, its own left aside', () => {
  const filters: Filters = { ...noFilters, page: 2, topic: 'water' };
  expect([...choicesOf('topic', items, filters, facets)]).toEqual([
    ['ghg', 1],
    ['water', 1],
  ]);
  expect([...choicesOf('page', items, filters, facets)]).toEqual([[2, 1]]);
});
