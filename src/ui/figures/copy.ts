import type { Facet } from '../derive/figure-filter.ts';
import type { FigureState } from '../derive/figure-states.ts';

/** The words of the figures page. */
export const copy = {
  figures: 'Figures',
  search: 'Search figures, 搜索数据',
  count: (shown: number, all: string): string => `${shown.toLocaleString('en-GB')} of ${all}`,
  noMatch: 'No figure matches.',
  views: { list: 'List', matrix: 'By year', charts: 'Charts' },
  view: 'Shown as',
  filters: 'Narrow down',
  facets: {
    metric: 'Metric',
    period: 'Period',
    unit: 'Unit',
    page: 'Page',
    source: 'Source',
    state: 'State',
  } satisfies Record<Facet, string>,
  any: 'any',
  clear: 'Clear',
  states: {
    conflict: 'values differ',
    failing: 'failing',
    verified: 'verified',
    unchecked: 'unchecked',
  } satisfies Record<FigureState, string>,
  sources: { table: 'table', text: 'text' } as Record<string, string>,
  columns: {
    state: 'State',
    label: 'Label',
    metric: 'Metric',
    period: 'Period',
    number: 'Number',
    unit: 'Unit',
    page: 'Page',
    source: 'Source',
    trend: 'Trend',
  },
  trendOf: (name: string): string => `Trend of ${name}`,
  valueAt: (name: string, period: string, value: string, places: string, state: string): string =>
    `${name}, ${period}: ${value}, ${places}, ${state}`,
  pagesOf: (pages: number[]): string => (pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`),
  more: (count: number): string => `+${count}`,
  noMatrix: 'None of these figures has both a period and a name to stand under.',
  findingsByPage: 'Where the findings lie',
  findingsOn: (page: number, parts: string[]): string => `Page ${page}: ${parts.join(', ')}`,
  noFindings: 'nothing found',
  byChapter: 'How the figures are accounted for, by chapter',
  chapterOf: (title: string, from: number, to: number): string =>
    title === '' ? (from === to ? `Page ${from}` : `Pages ${from}–${to}`) : title,
  trends: 'Trends',
  noTrends: 'No figure is printed for two periods.',
};
