import { isTargetHead } from '../../extract/periods.ts';
import type { Fact } from '../../model/fact.ts';
import { groupBy, partBoundary } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import { listWords } from '../label-words.ts';
import type { Quantity } from '../quantity.ts';
import { namesRate } from '../footing/words.ts';

/** A row (or column) of a table as a series of figures of one kind: amounts, or ratios. */
export interface Series {
  label: string;
  words: ReadonlySet<string>;
  /** Words of the heads and bands that the line stands under. */
  around: ReadonlySet<string>;
  /** First table of the chain. */
  table: string;
  page: number;
  /** Place among the lines of its table, from the top or the left. */
  at: number;
  ratio: boolean;
  /** Figures under what tells them from the others of the line: period and part of the organisation, or the column. */
  cells: ReadonlyMap<string, Quantity>;
}

/** Words of a label whose figures are quotients, besides those that never add up: `percentage of`, 占比. */
const QUOTIENT_WORDS = /percent|%|％|\bshares?\b|\bportion\b|占|比重|比例|率|割合/i;

/** Figure → is it one divided by another, by its unit or its name? */
export function isRatio({ fact }: Quantity): boolean {
  if (fact.unit === '%' || fact.unit?.includes('/') === true) return true;
  return namesRate(fact.label) || QUOTIENT_WORDS.test(fact.label);
}

/** Context → the rows of all tables, amounts and ratios of one row apart. */
export function listRows(context: CheckContext): Series[] {
  return context.once('rows', () => listSeries(context, 'row'));
}

/** Context → the columns of all tables, each table for itself. */
export function listColumns(context: CheckContext): Series[] {
  return context.once('columns', () => listSeries(context, 'col'));
}

function listSeries(context: CheckContext, along: 'row' | 'col'): Series[] {
  const heads = new Map(context.reading.tables.map((table) => [table.id, table]));
  const placed = context.index.all.filter(
    ({ fact, table }) =>
      table !== null && fact.row !== null && fact.col !== null && fact.qualifier === null && fact.upper === null,
  );
  const lines = groupBy(placed, (figure) => `${figure.fact.tableId}|${figure.fact[along]}|${isRatio(figure)}`);
  return [...lines.values()]
    .map((figures): Series => {
      const [first] = figures;
      const { fact, table } = first!;
      const column = (heads.get(fact.tableId ?? '')?.cells ?? []).filter(
        (cell) => cell.header && cell.col <= fact.col! && fact.col! < cell.col + cell.colSpan,
      );
      const label = along === 'row' ? fact.label : column.map(({ text }) => text).join(' ');
      return {
        label,
        words: listWords(label),
        around: listWords(fact.context.slice(-2).join(' ')),
        table: table!,
        page: fact.page,
        at: fact[along]!,
        ratio: isRatio(first!),
        cells:
          along === 'row' ? keyByPeriod(figures) : new Map(figures.map((f) => [`${f.fact.tableId}|${f.fact.row}`, f])),
      };
    })
    .filter(({ label }) => along === 'row' || !isTargetHead(label));
}

/** Figures of a row → under their period and boundary; under their column as well where two share both. */
function keyByPeriod(figures: readonly Quantity[]): Map<string, Quantity> {
  const groups = groupBy(figures, ({ fact }) => `${fact.period ?? ''}|${boundaryOfColumn(fact)}`);
  return new Map(
    [...groups].flatMap(([key, group]) =>
      group.length === 1 && !key.startsWith('|')
        ? [[key, group[0]!] as const]
        : group.map((figure) => [`${key}|${figure.fact.tableId}|${figure.fact.col}`, figure] as const),
    ),
  );
}

/** What limits a figure by its column: a limit that its own label names holds for the row, and tells it from no other place. */
function boundaryOfColumn(fact: Fact): string {
  const boundary = partBoundary(fact);
  return fact.label.toLowerCase().includes(boundary) ? '' : boundary;
}
