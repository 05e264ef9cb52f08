import Big from 'big.js';
import type { Fact } from '../model/fact.ts';
import type { Cell } from '../model/table.ts';
import { readCellPairs } from './cell-pairs.ts';
import { findPeriod, findUnit } from './figure-context.ts';
import { cleanLabel, findBoundary, headWords, readsAsPeriodOnly } from './figure-labels.ts';
import { locate } from './locate.ts';
import type { MetricMatch } from './metrics.ts';
import { readCellNumber } from './numbers.ts';
import type { NumberConvention, NumberReading } from './numbers.ts';
import type { ShapedTable } from './table-shape.ts';
import type { TextContext } from './vocabulary.ts';

/** Change and target columns are not named. */
const NO_MATCH: MetricMatch = { metric: null, score: 0, doubts: [] };

/** A figure of a cell with the cell that names it, and what stands over both. */
export interface Part {
  cell: Cell;
  named: Cell;
  above: readonly string[];
  /** The stretch of the cell's text, when the cell holds several figures. */
  stretch?: { from: number; to: number };
}

/** The figures of a cell: one, or several with labels of their own under the row's. */
export function partsOf(
  cell: Cell,
  named: Cell,
  above: readonly string[],
  context: TextContext,
  convention: NumberConvention | null,
): Part[] {
  const pairs = readCellPairs(cell.text, context.units, convention);
  if (pairs.length === 0) return [{ cell, named, above }];
  return pairs.map(({ label, from, to }) => ({
    cell,
    named: { ...named, text: label },
    above: [...above, named.text],
    stretch: { from, to },
  }));
}

/** The number of a cell, or of a stretch of it; offsets are those of the cell's text. */
function readNumber({ cell, stretch }: Part, convention: NumberConvention | null): NumberReading | null {
  if (!stretch) return readCellNumber(cell.text, convention);
  const read = readCellNumber(cell.text.slice(stretch.from, stretch.to), convention);
  return (
    read && {
      ...read,
      start: read.start + stretch.from,
      end: read.end + stretch.from,
      digitsEnd: read.digitsEnd + stretch.from,
      qualifierStart: read.qualifierStart + stretch.from,
    }
  );
}

/** One figure of a table → its fact, without id; null when the cell holds no number. */
export function readFigure(
  part: Part,
  row: readonly Cell[],
  shape: ShapedTable,
  context: TextContext,
  convention: NumberConvention | null,
): Fact | null {
  const { cell, named, above } = part;
  const number = readNumber(part, convention);
  if (!number) return null;
  const column = shape.columns[cell.col]!;
  const { unit, provenance: unitFrom, beside } = findUnit(cell, number, named, row, above, column, shape, context);
  const period = findPeriod(named.text, above, column, shape, context);
  const label = cleanLabel(named.text, context);
  const transposed = named.header || readsAsPeriodOnly(named.text, context);
  const headLabel = column.heads.at(-1) ?? '';
  const name = transposed && headLabel ? cleanLabel(headLabel, context) : label;
  const { table } = shape;
  const surroundings = [
    ...table.headings.slice(-2),
    ...(table.caption ? [table.caption] : []),
    ...shape.title,
    ...above,
  ];
  // The head of the label column is a heading of its rows.
  const labelHead = headWords(shape.columns.find((c) => c.role === 'label')?.heads ?? [], context).filter(saysMore);
  const headings = [...surroundings.slice(0, surroundings.length - above.length), ...labelHead, ...above];
  const words = headWords(transposed ? column.heads.slice(0, -1) : column.heads, context);
  const match =
    column.role === 'value'
      ? context.metrics.match(name, {
          context: headings,
          dimension: unit?.unit ? (context.units.info(unit.unit)?.dimension ?? null) : null,
          entity: context.entity ?? [],
          column: words,
          ...(unitFrom === null ? {} : { unitText: unitFrom.text }),
          number: number.number,
          bareYear: number.kind === 'year',
        })
      : NO_MATCH;
  // The figure with the unit that stands beside it in the cell.
  const from = Math.min(number.qualifierStart, beside?.start ?? Infinity);
  const to = Math.max(number.end, beside?.end ?? 0);
  const scale = unit ? times(unit.scale, number.scale) : number.scale;
  return {
    id: '',
    page: table.page,
    box: locate(cell.lines, cell.text, number.start, number.end) ?? cell.lines[0]!.box,
    raw: cell.text.slice(from, to),
    number: number.number,
    qualifier: number.qualifier,
    upper: number.upper,
    label: name,
    period: period.period,
    unit: unit?.unit ?? null,
    scale,
    unitRaw: unit?.raw ?? null,
    metric: match.metric,
    metricScore: match.score,
    // A head that names the metric itself limits nothing.
    boundary: findBoundary(
      named.text,
      words.filter((_, i) => match.fromColumn?.includes(i) !== true),
      match.part,
    ),
    source: 'table',
    tableId: table.id,
    row: cell.row,
    col: cell.col,
    context: surroundings,
    provenance: {
      label: { from: transposed ? 'column head' : 'row label', text: transposed ? headLabel : named.text },
      period: period.provenance,
      unit: unitFrom,
    },
    doubts: [...number.doubts, ...match.doubts],
  };
}

/** Whether the head of the label column says more than that labels stand below it. */
const saysMore = (head: string): boolean =>
  !/^(?:[\s&/]|and|key|area|topic|category|description|type|aspect|theme|subject|name|details?|unit|kpis?|parameter|项目|項目|类别|類別|名称|名稱|内容|類型|类型)*$/i.test(
    head,
  );

/** Product of two decimal strings, without exponent. */
const times = (a: string, b: string): string => Big(a).times(b).toFixed();
