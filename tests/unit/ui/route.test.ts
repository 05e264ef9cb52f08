import { expect, test } from 'vitest';
import { formatRoute, parseRoute } from '../../../src/ui/state/route.ts';
import type { Route } from '../../../src/ui/state/route.ts';

const id = '0123456789abcdef'.repeat(4);

const routes: Route[] = [
  { at: 'start' },
  { at: 'document', id, tab: 'findings', chosen: null, page: null },
  { at: 'document', id, tab: 'findings', chosen: 'ab12~2', page: null },
  { at: 'document', id, tab: 'findings', chosen: null, page: 7 },
  { at: 'document', id, tab: 'figures', chosen: null, page: null },
  { at: 'document', id, tab: 'figures', chosen: 'p20/t1?r=3&c=2', page: 20 },
  {
    at: 'document',
    id,
    tab: 'figures',
    chosen: null,
    page: 3,
    asked: { view: 'matrix', q: '用水 & energy?', on: '4' },
  },
  { at: 'document', id, tab: 'findings', chosen: 'ab12', page: null, asked: { state: 'open', topic: 'ghg' } },
  { at: 'document', id, tab: 'coverage', chosen: null, page: null },
  { at: 'document', id, tab: 'coverage', chosen: null, page: 20 },
  { at: 'document', id, tab: 'rules', chosen: null, page: null },
  { at: 'document', id, tab: 'rules', chosen: 'ghg-total-is-sum-of-scopes', page: null },
];

test.each(routes)('a reload comes back to the same place: %j', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

test.each(['', '#', '#/doc/xyz', '#/doc/' + id + '/elsewhere', '#/../'])('%j is the start', (hash) => {
  expect(parseRoute(hash)).toEqual({ at: 'start' });
});

test('a broken escape chooses nothing instead of throwing', () => {
  expect(parseRoute(`#/doc/${id}/finding/%E0%A4%A`)).toMatchObject({ at: 'document', chosen: null });
});

test('a page that is no number is none', () => {
  expect(parseRoute(`#/doc/${id}?page=x`)).toEqual({ at: 'document', id, tab: 'findings', chosen: null, page: null });
});
