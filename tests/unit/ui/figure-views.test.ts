import { expect, test } from 'vitest';
import { coverChapters } from '../../../src/ui/derive/chapters.ts';
import { coverFigures, coverPages } from '../../../src/ui/derive/coverage.ts';
import { facetOptions, filterFigures, noFilter } from '../../../src/ui/derive/figure-filter.ts';
import { buildMatrix, shortPeriod } from '../../../src/ui/derive/figure-matrix.ts';
import { findConflicts, stateFigures } from '../../../src/ui/derive/figure-states.ts';
import { findingsByPage } from '../../../src/ui/derive/findings-by-page.ts';
import { nameMetrics } from '../../../src/ui/derive/metric-names.ts';
import { listItems } from '../../../src/ui/derive/standing.ts';
import { drawTrend, pickTrends } from '../../../src/ui/derive/trend.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Block } from '../../../src/model/table.ts';
import { evidence, fact, finding, report } from './sample.ts';

let made = 0;
const figure = (part: Partial<Fact> = {}): Fact => fact({ id: `f${(made += 1)}`, tableId: `t${made}`, ...part });

const ids = (groups: Fact[][]): string[][] => groups.map((group) => group.map(({ id }) => id));

test('values of one fact that cannot meet are a conflict', () => {
  const a = figure({ number: '11746.63' });
  const b = figure({ number: '11764.63' });
  expect(ids(findConflicts([a, b]))).toEqual([[a.id, b.id]]);
});

test.each<[string, Partial<Fact>, Partial<Fact>]>([
  ['rounding explains', { number: '11764.63' }, { number: '11765' }],
  ['cutting off explains', { number: '1.489' }, { number: '1.48' }],
  ['of two periods', { number: '1' }, { number: '2', period: '2023' }],
  ['of two boundaries', { number: '1' }, { number: '2', boundary: 'Device division' }],
  ['of two units', { number: '1' }, { number: '2', unit: 'kg' }],
  ['read with doubt', { number: '1' }, { number: '2', doubts: ['The unit was not found.'] }],
  ['of an unsure metric', { number: '1' }, { number: '2', metricScore: 0.6 }],
  ['without a metric', { number: '1', metric: null }, { number: '2', metric: null }],
  ['of one table, which prints parts', { number: '1', tableId: 't' }, { number: '2', tableId: 't' }],
  ['printed “over”', { number: '97', qualifier: 'over' }, { number: '98.2' }],
])('values are no conflict: %s', (_, one, other) => {
  expect(findConflicts([figure(one), figure(other)])).toEqual([]);
});

test('a figure is in conflict, failing, verified or unchecked', () => {
  const [a, b, c, d, e] = [
    figure(),
    figure({ period: '2020' }),
    figure({ period: '2021' }),
    figure({ period: '2022' }),
    figure(),
  ];
  const facts = [a!, b!, c!, d!, { ...e!, number: '9' }];
  const findings = [
    finding({ evidence: [evidence({ factId: b!.id })] }),
    finding({ fingerprint: 'b', kind: 'equal', evidence: [evidence({ factId: c!.id })] }),
    finding({ fingerprint: 'c', outcome: 'pass', evidence: [evidence({ factId: d!.id })] }),
  ];
  const given = report({ facts, findings });
  const states = stateFigures(facts, coverFigures(given, listItems(findings)));
  expect(facts.map(({ id }) => states.get(id))).toEqual(['conflict', 'failing', 'conflict', 'verified', 'conflict']);
  expect(
    stateFigures([figure({ period: '1999' })], new Map())
      .values()
      .next().value,
  ).toBe('unchecked');
});

test('filters narrow together, and each says what it could be narrowed to', () => {
  const facts = [
    figure({ page: 2 }),
    figure({ page: 10, period: '2023' }),
    figure({ page: 10, unit: null, source: 'text' }),
  ];
  const states = new Map(facts.map(({ id }, index) => [id, index === 0 ? 'verified' : 'unchecked'] as const));
  const page10 = { ...noFilter, page: '10' };
  expect(filterFigures(facts, page10, states)).toEqual(facts.slice(1));
  expect(filterFigures(facts, { ...page10, unit: '–' }, states)).toEqual([facts[2]]);
  expect(filterFigures(facts, { ...noFilter, state: 'verified' }, states)).toEqual([facts[0]]);
  const options = facetOptions(facts, page10, states);
  expect(options.page).toEqual([
    { value: '2', count: 1 },
    { value: '10', count: 2 },
  ]);
  expect(options.period.map(({ value }) => value)).toEqual(['2024', '2023']);
  expect(options.source).toEqual([
    { value: 'table', count: 1 },
    { value: 'text', count: 1 },
  ]);
  // What is asked for stays to be seen and taken back.
  expect(facetOptions(facts, { ...page10, state: 'verified' }, states).state).toContainEqual({
    value: 'verified',
    count: 0,
  });
});

test('metrics stand by year, in the order of the report, with the value printed most often first', () => {
  const facts = [
    figure({ page: 3, metric: 'water.total', unit: 'm3' }),
    figure({ page: 1, number: '5', period: '2023' }),
    figure({ page: 1, number: '7' }),
    figure({ page: 2, number: '8' }),
    figure({ page: 4, number: '8' }),
    figure({ page: 2, metric: null, label: 'Number of suppliers assessed', unit: 'count' }),
    figure({ page: 2, metric: null, label: 'Other', unit: 'count' }),
    figure({ page: 2, metric: null, label: 'Number of suppliers assessed', source: 'text' }),
    figure({ period: null }),
  ];
  const states = new Map([[facts[2]!.id, 'conflict' as const]]);
  const { periods, rows } = buildMatrix(facts, states);
  expect(periods).toEqual(['2023', '2024']);
  expect(rows.map(({ metric, label }) => metric ?? label)).toEqual([
    'ghg.scope1',
    'Number of suppliers assessed',
    'water.total',
  ]);
  const cell = rows[0]!.cells.get('2024')!;
  expect(cell.values.map(({ text, facts: own }) => [text, own.length])).toEqual([
    ['8', 2],
    ['7', 1],
  ]);
  expect(cell.state).toBe('conflict');
});

test('years that do not follow the calendar stand among the others', () => {
  const periods = ['2024', '2022-04-01/2023-03-31', '2023'];
  const { periods: sorted } = buildMatrix(
    periods.map((period) => figure({ period })),
    new Map(),
  );
  expect(sorted.map(shortPeriod)).toEqual(['2023', '2022/23', '2024']);
  expect(shortPeriod('2024-01-01/2024-06-30')).toBe('2024.01.01/2024.06.30');
});

test('a trend rises and falls with its values, and a year without one interrupts it', () => {
  const values = [
    ['2020', '1'],
    ['2021', '3'],
    ['2023', '2'],
    ['2024', '2'],
  ] as const;
  const { rows } = buildMatrix(
    values.map(([period, number]) => figure({ period, number })),
    new Map(),
  );
  const { points, path } = drawTrend(rows[0]!, ['2020', '2021', '2022', '2023', '2024'], 86, 26);
  expect(points.map(({ x, y }) => [x, y])).toEqual([
    [3, 23],
    [23, 3],
    [63, 13],
    [83, 13],
  ]);
  expect(path).toBe('M3 23L23 3M63 13L83 13');
  expect(pickTrends(rows, 5)).toEqual(rows);
  expect(pickTrends(buildMatrix([figure()], new Map()).rows, 5)).toEqual([]);
});

test('findings are counted on every page that they rest on, once each', () => {
  const items = listItems([
    finding({ evidence: [evidence({ page: 1 }), evidence({ page: 1 }), evidence({ page: 3 })] }),
    finding({ severity: 'info', fingerprint: 'b', evidence: [evidence({ page: 3 })] }),
    finding({ outcome: 'pass', fingerprint: 'c', evidence: [evidence({ page: 2 })] }),
  ]);
  expect(findingsByPage(items, 3).map(({ wrong, look }) => [wrong, look])).toEqual([
    [1, 0],
    [0, 0],
    [1, 1],
  ]);
});

const heading = (page: number, text: string): Block =>
  ({ id: text, page, box: [0, 0, 1, 1], kind: 'heading', level: 1, text, lines: [], column: 0 }) as Block;

test('chapters follow the bookmarks, else the largest headings, else tens of pages', () => {
  const facts = [1, 3, 5, 12].map((page) => figure({ page }));
  const base = report({ facts });
  const document = { ...base.document, pages: 12 };
  const chapters = (part: object): [string, number, number, number][] => {
    const given = { ...base, document, ...part };
    return coverChapters(given, coverPages(given, coverFigures(given, []))).map(({ title, from, to, figures }) => [
      title,
      from,
      to,
      figures,
    ]);
  };
  const outline = [
    { title: 'All', page: 1, level: 1 },
    { title: 'A', page: 2, level: 2 },
    { title: 'A2', page: 2, level: 2 },
    { title: 'B', page: 4, level: 2 },
    { title: 'C', page: 9, level: 2 },
  ];
  expect(chapters({ document: { ...document, outline } })).toEqual([
    ['', 1, 1, 1],
    ['A', 2, 3, 1],
    ['B', 4, 8, 1],
    ['C', 9, 12, 1],
  ]);
  const blocks = [heading(1, 'A'), heading(3, 'B'), heading(4, 'A'), heading(9, 'C')];
  expect(chapters({ blocks }).map(([title, from]) => [title, from])).toEqual([
    ['A', 1],
    ['B', 3],
    ['C', 9],
  ]);
  expect(chapters({})).toEqual([
    ['', 1, 10, 3],
    ['', 11, 12, 1],
  ]);
});

test('a metric is called by its first names', () => {
  const metric = {
    id: 'a',
    group: '',
    dimension: '',
    better: null,
    units: [],
    en: ['one', 'two'],
    zh: [],
    exclude: [],
  };
  expect(nameMetrics([metric]).get('a')).toEqual({ en: 'one', zh: 'a' });
});
