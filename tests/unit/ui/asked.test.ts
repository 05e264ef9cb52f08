import { expect, test } from 'vitest';
import { noFilter } from '../../../src/ui/derive/figure-filter.ts';
import { FiguresState } from '../../../src/ui/state/figures.svelte.ts';
import { FindingsState } from '../../../src/ui/state/findings.svelte.ts';
import type { TriageBook } from '../../../src/ui/state/triage.svelte.ts';
import { fact } from './sample.ts';

const book = { stateOf: () => 'open' } as unknown as TriageBook;

test('how the findings are narrowed goes into the address and comes back out of it', () => {
  const findings = new FindingsState(
    () => [],
    () => [],
    book,
  );
  let asked = 0;
  findings.onask = () => (asked += 1);
  findings.filter('topic', 'ghg');
  findings.filter('page', 7);
  findings.search('water');
  expect([asked, findings.asked]).toEqual([3, { topic: 'ghg', on: '7', q: 'water' }]);
  const other = new FindingsState(
    () => [],
    () => [],
    book,
  );
  other.take(findings.asked);
  expect([other.filters.topic, other.filters.page, other.query]).toEqual(['ghg', 7, 'water']);
  other.take({ standing: 'nonsense', on: '-3' });
  expect(other.asked).toEqual({});
});

test('how the figures are shown goes into the address and comes back out of it', () => {
  const figures = new FiguresState(
    () => [fact()],
    () => new Map(),
  );
  figures.show('matrix');
  figures.narrow({ ...noFilter, unit: 't', page: '4' });
  expect(figures.asked).toEqual({ view: 'matrix', unit: 't', on: '4' });
  const other = new FiguresState(
    () => [fact()],
    () => new Map(),
  );
  other.take(figures.asked);
  expect([other.view, other.filter]).toEqual(['matrix', { ...noFilter, unit: 't', page: '4' }]);
  other.take({});
  expect([other.view, other.filter]).toEqual(['list', noFilter]);
});
