import { expect, it } from 'vitest';
import { readNeighbours } from '../../../src/extract/row-neighbours.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { metrics } from './vocabulary-for-tests.ts';

type Cell = [label: string, number: string, unit: string | null, metric: string | null, col?: number];

/** One fact for each cell, a row each unless the label repeats. */
function facts(cells: Cell[]): Fact[] {
  const labels = [...new Set(cells.map(([label]) => label))];
  return cells.map(
    ([label, number, unit, metric, col = 1]) =>
      ({
        label,
        number,
        unit,
        metric,
        scale: '1',
        metricScore: metric === null ? 0 : 1,
        row: labels.indexOf(label),
        col,
        context: [],
        period: '2024',
        boundary: null,
        doubts: [],
        provenance: { label: { from: 'row label', text: label }, period: null, unit: null },
      }) as unknown as Fact,
  );
}
const named = (cells: Cell[]) => readNeighbours(facts(cells), metrics).map((fact) => fact.metric);

it('reads the Scope 2 method and the total of a block from its first row', () => {
  expect(
    named([
      ['(Market-based) GHG emissions', '30', 't', null],
      ['Direct (Scope 1)', '10', 't', 'ghg.scope1'],
      ['Indirect (Scope 2)', '20', 't', 'ghg.scope2'],
      ['(Location-based) GHG emissions', '36', 't', null],
      ['Direct (Scope 1) ', '10', 't', 'ghg.scope1'],
      ['Indirect (Scope 2) ', '26', 't', 'ghg.scope2'],
    ]),
  ).toEqual(['ghg.scope12', 'ghg.scope1', 'ghg.scope2.market', 'ghg.scope12', 'ghg.scope1', 'ghg.scope2.location']);
});

it('names no total that is not the sum of the two scopes', () => {
  const scopes: Cell[] = [
    ['Direct (Scope 1)', '10', 't', 'ghg.scope1'],
    ['Indirect (Scope 2)', '20', 't', 'ghg.scope2'],
  ];
  expect(named([['GHG emissions', '45', 't', 'ghg.total'], ...scopes])[0]).toBe('ghg.total');
  expect(named([['GHG emissions', '30', 't', 'ghg.total'], ...scopes, ['Scope 3', '5', 't', 'ghg.scope3']])[0]).toBe(
    'ghg.total',
  );
});

it('counts the women of the board that the rows above count', () => {
  const board: Cell = ['Number of board members', '13', null, 'gov.board_size'];
  expect(named([board, ['Number of females', '7', null, null]])[1]).toBe('gov.board_female');
  expect(named([board, ['Number of females', '70', null, null]])[1]).toBeNull();
  expect(named([board, ['Number of females', '0.55', null, null]])[1]).toBeNull();
  expect(named([['Number of females', '7', null, null]])[0]).toBeNull();
});

it('names no share in a column that holds changes', () => {
  expect(
    named([
      ['Electricity', '5,692', 'GJ', 'energy.electricity'],
      ['Electricity', '-2.5', '%', null, 2],
      ['Renewable energy', '4,562', 'GJ', 'energy.renewable'],
      ['Renewable energy', '3.1', '%', 'energy.renewable_pct', 2],
    ])[3],
  ).toBeNull();
});

it('names no amount without the unit that another row of the metric has', () => {
  expect(
    named([
      ['Emissions (Scope 1+2)', '48,636', 't', 'ghg.scope12'],
      ['Emissions (Scope 1+2) (gross)', '80', null, 'ghg.scope12'],
    ]),
  ).toEqual(['ghg.scope12', null]);
});

it('names no rows that their label cannot tell apart', () => {
  const rows = facts([
    ['Suppliers', '1,414', null, 'supply.suppliers_total'],
    ['Suppliers ', '40', null, 'supply.suppliers_total'],
  ]).map((fact) => ({ ...fact, label: 'Suppliers' }));
  expect(readNeighbours(rows, metrics).map(({ metric }) => metric)).toEqual([null, null]);
});
