import type { Evidence } from '../../model/finding.ts';
import type { Table } from '../../model/table.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence } from '../finding.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import type { RowLook, RowSlip } from './finding-parts.ts';

/** A table with fewer rows of figures may leave a cell open on purpose. */
const FEWEST_ROWS = 6;
/** Years that the other cells of the row must show. */
const FEWEST_YEARS = 3;
/** A table with more rows that have open cells leaves them open as a rule. */
const MOST_OPEN_ROWS = 2;

/** Context → the one cell of a table of years that is blank, where its row and its column are printed. */
export function findEmptyCells(context: CheckContext): RowLook {
  let count = 0;
  let sample: Evidence | null = null;
  const byTable = groupBy(
    context.index.all.filter(({ fact }) => fact.row !== null),
    ({ fact }) => fact.tableId,
  );
  const slips = context.reading.tables.flatMap((table) => {
    const figures = byTable.get(table.id) ?? [];
    const rows = groupBy(figures, ({ fact }) => fact.row!);
    const years = listYearColumns(figures, rows.size);
    if (rows.size < FEWEST_ROWS || years.size < FEWEST_YEARS) return [];
    count += rows.size;
    sample ??= factEvidence(figures[0]!.fact, 'value');
    const gaps = [...rows].flatMap(([row, own]) =>
      [...years.keys()].filter((col) => isBlank(table, row, col)).map((col) => ({ row, col, own })),
    );
    if (new Set(gaps.map(({ row }) => row)).size > MOST_OPEN_ROWS) return [];
    return gaps
      .filter(({ own }) => own.length === years.size - 1 && own[0]!.fact.label !== '')
      .map(({ row, col, own }) => describeGap(own, findAbove(figures, row, col), years.get(col)!));
  });
  return { count, sample, slips };
}

/** Share of the rows that a column must fill to be one of figures. */
const MOST_FILLED = 0.8;

/** Columns with one year each that are filled in nearly every row. */
function listYearColumns(figures: readonly Quantity[], rows: number): Map<number, string> {
  const columns = new Map<number, string>();
  for (const [col, own] of groupBy(figures, ({ fact }) => fact.col!)) {
    const periods = new Set(own.map(({ fact }) => fact.period));
    const [period] = periods;
    if (periods.size === 1 && period != null && own.length >= rows * MOST_FILLED) columns.set(col, period);
  }
  return new Set(columns.values()).size === columns.size ? columns : new Map();
}

/** Does the cell hold nothing at all, and no neighbour reach over it? */
function isBlank(table: Table, row: number, col: number): boolean {
  const over = table.cells.filter(
    (cell) => cell.row <= row && row < cell.row + cell.rowSpan && cell.col <= col && col < cell.col + cell.colSpan,
  );
  return over.every(({ text, rowSpan, colSpan }) => text.trim() === '' && rowSpan === 1 && colSpan === 1);
}

/** The figures above the gap in its column: they show that the year is printed. */
function findAbove(figures: readonly Quantity[], row: number, col: number): Quantity[] {
  const above = figures.filter(({ fact }) => fact.col === col && fact.row! < row);
  return above.toSorted((a, b) => b.fact.row! - a.fact.row!).slice(0, ROWS_SHOWN);
}

/** Rows above the gap that are shown as evidence: enough for a block of parts and their total. */
const ROWS_SHOWN = 6;

function describeGap(own: readonly Quantity[], above: readonly Quantity[], period: string): RowSlip {
  const { fact } = own[0]!;
  const [label, pages] = [formatLabel(fact.label), formatPages([fact.page])];
  return {
    subject: sameInBoth(label),
    identity: ['gap', fact.metric ?? fact.label, period],
    what: { en: `“${label}” has no figure for ${period} on ${pages.en}`, zh: `${pages.zh}“${label}”缺${period}年数据` },
    evidence: [
      {
        ...factEvidence(own.at(-1)!.fact, 'row'),
        raw: `${fact.label} ${own.map((one) => one.fact.raw).join(' ')}`,
        factId: null,
      },
      ...above.map((figure) => factEvidence(figure.fact, 'figure above')),
    ],
  };
}
