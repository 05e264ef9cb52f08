import { isChangeHead } from '../../extract/periods.ts';
import type { Table } from '../../model/table.ts';
import { groupBy } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import type { Measure, Step } from './compare.ts';
import { compareStep } from './compare.ts';
import type { StepRelation } from './rows.ts';
import { ENOUGH_EVIDENCE } from './rows.ts';

/** The head says that the column is a change: worth so many digits of agreement. */
const WORTH_OF_HEAD = 1;
/** More misfits than this for each fit, and the column is another kind of change. */
const MOST_MISFITS = 0.5;

/** Context → columns of changes with the two columns that they are between: the pair that most rows fit. */
export function findGrowthColumns(context: CheckContext): StepRelation[] {
  const figures = groupBy(
    context.index.all.filter(
      ({ fact }) => fact.tableId !== null && fact.row !== null && fact.col !== null && fact.upper === null,
    ),
    ({ fact }) => fact.tableId,
  );
  return context.reading.tables.flatMap((table) => {
    const columns = groupBy(figures.get(table.id) ?? [], ({ fact }) => fact.col!);
    const changes = [...columns].filter(([col, own]) => isChange(table, col, own));
    const values = [...columns].filter(([col, own]) => !isChange(table, col, own));
    return changes.flatMap(
      ([, own]) =>
        findPair(
          own,
          values.map(([, column]) => column),
        ) ?? [],
    );
  });
}

function isChange(table: Table, col: number, figures: readonly Quantity[]): boolean {
  const heads = table.cells.filter((cell) => cell.header && cell.col <= col && col < cell.col + cell.colSpan);
  if (figures.every(({ fact }) => isChangeHead(fact.boundary ?? ''))) return true;
  // A head over the whole table is its title.
  return heads.some(({ text, colSpan }) => isChangeHead(text) && colSpan < Math.max(table.cols - 1, 2));
}

function findPair(changes: readonly Quantity[], columns: readonly Quantity[][]): StepRelation | null {
  const byRow = columns.map((column) => new Map(column.map((figure) => [figure.fact.row, figure])));
  const unsigned = changes.every(({ value }) => value.gte(0));
  let best: StepRelation | null = null;
  for (const after of byRow) {
    for (const before of byRow) {
      if (before === after) continue;
      for (const measure of ['percent', 'difference'] as const) {
        const steps = changes.flatMap(
          (change) => step(change, before.get(change.fact.row), after.get(change.fact.row), measure, unsigned) ?? [],
        );
        const evidence = weigh(steps, byRow.length);
        if (evidence >= ENOUGH_EVIDENCE && evidence > (best?.evidence ?? 0)) best = { steps, evidence };
      }
    }
  }
  return best;
}

function step(
  change: Quantity,
  before: Quantity | undefined,
  after: Quantity | undefined,
  measure: Measure,
  unsigned: boolean,
): Step | null {
  if (before === undefined || after === undefined || before.dimension !== after.dimension) return null;
  // Percentages move by points, which are printed with the same sign; amounts move by percent or by amounts.
  const inPercent = change.fact.unit === '%' || change.fact.unit === null;
  const fits = measure === 'percent' ? inPercent : change.dimension === after.dimension || change.fact.unit === null;
  return fits ? compareStep(change, before, after, measure, unsigned) : null;
}

function weigh(steps: readonly Step[], columns: number): number {
  const fits = steps.filter(({ verdict }) => verdict === 'fits');
  const off = steps.filter(({ verdict }) => verdict === 'off').length;
  if (fits.length === 0 || off > fits.length * MOST_MISFITS) return 0;
  const digits = fits.reduce((sum, { digits: own }) => sum + own, 0);
  return digits + WORTH_OF_HEAD - off - Math.log10(columns * columns);
}
