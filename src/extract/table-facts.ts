import Big from 'big.js';
import type { Fact, Provenance } from '../model/fact.ts';
import { isPeriodHead } from '../layout/tables/values.ts';
import type { Cell } from '../model/table.ts';
import { locate } from './locate.ts';
import { readCellNumber } from './numbers.ts';
import type { MetricMatch } from './metrics.ts';
import type { NumberConvention, NumberReading } from './numbers.ts';
import { readPeriod } from './periods.ts';
import { readNeighbours } from './row-neighbours.ts';
import type { Column, ShapedTable } from './table-shape.ts';
import type { UnitReading } from './units.ts';
import type { TextContext } from './vocabulary.ts';

/** A row that only names what stands below it, with how it looks, so that bands of one kind replace each other. */
interface Band {
  text: string;
  look: string;
  indent: number;
}

/** Words in a column head that say nothing about whom or what the figures cover. */
const EMPTY_HEAD =
  /\b(?:data|value|values|figures?|results?|performance|actual|amount|number|year|fy|total|quantity|indicators?|metrics?|items?|disclosure|unit)\b|数据|数值|数量|实际|合计|总计|绩效|指标|年度?|數據|數值|數量|實際|合計|總計|績效|指標/gi;
/** `Unit: tonnes` in the corner of a table holds for all of it. */
const UNIT_STATED = /(?:^|[(（\s])(?:units?|单位|單位)\s*[:：]/i;
/** A first-column cell that is a parent of the rows below is outdented by at least this, in points. */
const INDENT = 3;

/** Change and target columns are not named. */
const NO_MATCH: MetricMatch = { metric: null, score: 0, doubts: [] };

/** Shaped tables → one fact for each figure in a value, change or target column. Ids are given later. */
export function readTableFacts(
  shapes: readonly ShapedTable[],
  context: TextContext,
  conventionOf: (shape: ShapedTable) => NumberConvention | null,
): Fact[] {
  const endBands = new Map<string, Band[]>();
  return shapes.flatMap((shape) => {
    const inherited = shape.previous ? (endBands.get(shape.previous.table.id) ?? []) : [];
    const { facts, bands } = readOne(shape, inherited, context, conventionOf(shape));
    endBands.set(shape.table.id, bands);
    return readNeighbours(facts, context.metrics);
  });
}

function readOne(
  whole: ShapedTable,
  inherited: readonly Band[],
  context: TextContext,
  convention: NumberConvention | null,
): { facts: Fact[]; bands: Band[] } {
  let shape = whole;
  let bands: Band[] = [...inherited];
  let lastWasBand = false;
  const parents: Band[] = [];
  const facts: Fact[] = [];
  let outer: Cell[] = [];
  for (const row of whole.body) {
    const heads = row.filter((c) => c.col > 0 && isPeriodHead(c.text) && shape.columns[c.col]?.role === 'value');
    if (heads.length >= 2 && row.every((c) => heads.includes(c) || !/\d/.test(c.text) || c.col === 0)) {
      // A second head within the table: its years hold from here on, and its label names what follows.
      shape = { ...shape, columns: withHeads(shape.columns, heads) };
      const title = row.find((c) => c.col === 0);
      bands = title ? [toBand(title)] : [];
      lastWasBand = title !== undefined;
      parents.length = 0;
      continue;
    }
    const labels = row.filter((c) => shape.columns[c.col]?.role === 'label');
    const figures = row.filter((c) => isFigureCell(c, shape));
    if (figures.length === 0) {
      if (row.length === 1 && row[0]!.col <= 1 && row[0]!.text.length <= 160) {
        const band = toBand(row[0]!);
        bands = lastWasBand && bands.at(-1)?.look !== band.look ? [...bands, band] : [...bandsAbove(bands, band), band];
        lastWasBand = true;
        parents.length = 0;
      }
      continue;
    }
    lastWasBand = false;
    // A label cell that spans several rows stands for all of them.
    const spanning = outer.filter((c) => c.row + c.rowSpan > row[0]!.row && !labels.includes(c));
    outer = [...spanning, ...labels.filter((c) => c.rowSpan > 1)];
    const all = [...spanning, ...labels].sort((a, b) => a.col - b.col);
    const named = all.at(-1);
    if (!named) {
      facts.push(...readUnlabelledRow(figures, row, bands, shape, context, convention));
      continue;
    }
    const indent = named.lines[0]!.box[0];
    while (parents.length > 0 && parents.at(-1)!.indent >= indent - INDENT) parents.pop();
    const above = [...bands.map((b) => b.text), ...all.slice(0, -1).map((c) => c.text), ...parents.map((p) => p.text)];
    for (const cell of figures) {
      const fact = readFigure(cell, named, row, above, shape, context, convention);
      if (fact) facts.push(fact);
    }
    parents.push({ text: named.text, look: '', indent });
  }
  return { facts, bands };
}

/** A row of nothing but figures: the heads above them are their labels. */
function readUnlabelledRow(
  figures: readonly Cell[],
  row: readonly Cell[],
  bands: readonly Band[],
  shape: ShapedTable,
  context: TextContext,
  convention: NumberConvention | null,
): Fact[] {
  const above = bands.map((b) => b.text);
  return figures.flatMap((cell) => {
    const head = shape.table.cells.findLast((c) => c.header && c.col === cell.col && c.colSpan === 1);
    const fact = head ? readFigure(cell, head, row, above, shape, context, convention) : null;
    return fact ? [fact] : [];
  });
}

function isFigureCell(cell: Cell, shape: ShapedTable): boolean {
  const role = shape.columns[cell.col]?.role;
  return (role === 'value' || role === 'change' || role === 'target') && /\d/.test(cell.text);
}

/** The columns with other heads over some of them. */
function withHeads(columns: readonly Column[], heads: readonly Cell[]): Column[] {
  return columns.map((column, col) => {
    const head = heads.find((c) => c.col <= col && col < c.col + c.colSpan);
    return head ? { ...column, heads: [head.text] } : column;
  });
}

function toBand(cell: Cell): Band {
  const line = cell.lines[0]!;
  return { text: cell.text, look: `${line.bold}|${Math.round(line.size)}|${line.color}`, indent: line.box[0] };
}

/** Bands that stay in force above a new one: those before the last band of the same look. */
function bandsAbove(bands: readonly Band[], band: Band): Band[] {
  const same = bands.findIndex((b) => b.look === band.look && Math.abs(b.indent - band.indent) < INDENT);
  return same >= 0
    ? bands.slice(0, same)
    : bands.filter((b) => b.look !== band.look && b.indent < band.indent - INDENT);
}

function readFigure(
  cell: Cell,
  named: Cell,
  row: readonly Cell[],
  above: readonly string[],
  shape: ShapedTable,
  context: TextContext,
  convention: NumberConvention | null,
): Fact | null {
  const number = readCellNumber(cell.text, convention);
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
  const words = headWords(transposed ? column.heads.slice(0, -1) : column.heads, context);
  const match =
    column.role === 'value'
      ? context.metrics.match(name, {
          context: surroundings,
          dimension: unit ? (context.units.info(unit.unit)?.dimension ?? null) : null,
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
    boundary: findBoundary(named.text, match.fromColumn ? words.slice(0, -1) : words, match.part),
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

/** Product of two decimal strings, without exponent. */
const times = (a: string, b: string): string => Big(a).times(b).toFixed();

interface UnitFound {
  unit: { unit: string; scale: string; raw: string } | null;
  provenance: Provenance | null;
  /** Where the unit stands in the figure's own cell. */
  beside?: { start: number; end: number };
}

/** Looks for the unit from the nearest place outwards: cell, unit column, label, column head, band, caption. */
function findUnit(
  cell: Cell,
  number: NumberReading,
  named: Cell,
  row: readonly Cell[],
  above: readonly string[],
  column: Column,
  shape: ShapedTable,
  context: TextContext,
): UnitFound {
  const { units } = context;
  const found = (unit: UnitReading | null, from: string, text: string): UnitFound | null =>
    unit && { unit: { unit: unit.unit, scale: unit.scale, raw: unit.raw }, provenance: { from, text } };
  const percent: UnitFound = {
    unit: { unit: '%', scale: '1', raw: '%' },
    provenance: { from: 'cell', text: cell.text },
  };
  if (number.percent && !number.percentPoints) return percent;
  const inCell = units.readAfter(cell.text, number.end) ?? units.readBefore(cell.text, number.start);
  if (inCell) return { ...found(inCell, 'cell', cell.text)!, beside: inCell };
  if (column.role === 'change') return { unit: null, provenance: null };
  const unitCell = row.find((c) => shape.columns[c.col]?.role === 'unit');
  const places: [from: string, text: string, whole: boolean][] = [];
  if (unitCell) places.push(['unit column', unitCell.text, true]);
  places.push(['row label', named.text, false]);
  for (const head of column.heads.toReversed()) places.push(['column head', head, false], ['column head', head, true]);
  for (const text of above.toReversed()) places.push(['band', text, false]);
  for (const text of shape.title.toReversed()) places.push(['title', text, false]);
  const stated = shape.columns.flatMap((c) => c.heads).find((head) => UNIT_STATED.test(head));
  if (stated !== undefined) places.push(['column head', stated, false]);
  const labelHead = shape.columns.find((c) => c.role === 'label')?.heads ?? [];
  for (const text of labelHead) places.push(['label head', text, false]);
  if (shape.table.caption) places.push(['caption', shape.table.caption, false]);
  const heading = shape.table.headings.at(-1);
  if (heading) places.push(['heading', heading, false]);
  for (const [from, text, whole] of places) {
    const unit = found(whole ? units.read(text) : units.findIn(text), from, text);
    if (unit) return unit;
  }
  return { unit: null, provenance: null };
}

interface PeriodFound {
  period: string | null;
  provenance: Provenance | null;
}

/** Looks for the period in the column heads, the row label, the bands and the caption; else it is the report's year. */
function findPeriod(
  label: string,
  above: readonly string[],
  column: Column,
  shape: ShapedTable,
  context: TextContext,
): PeriodFound {
  if (column.role === 'target') return { period: null, provenance: null };
  const places: [string, string][] = [
    ...column.heads.toReversed().map((h): [string, string] => ['column head', h]),
    ['row label', label],
    ...above.toReversed().map((t): [string, string] => ['band', t]),
    ...shape.title.map((t): [string, string] => ['title', t]),
    ...shape.columns
      .filter((c) => c.role === 'label')
      .flatMap((c) => c.heads.map((h): [string, string] => ['label head', h])),
    ...(shape.table.caption ? [['caption', shape.table.caption] as [string, string]] : []),
  ];
  for (const [from, text] of places) {
    const read = readPeriod(text, context);
    if (read) return { period: read.period, provenance: { from, text } };
  }
  // Several columns of values without periods are not all of the report's year.
  const alone =
    shape.columns.filter((c) => c.role === 'value').length === 1 || column.heads.some((h) => /\p{L}/u.test(h));
  return context.reportYear === null || !alone
    ? { period: null, provenance: null }
    : { period: context.reportYear, provenance: { from: 'report', text: context.reportYear } };
}

/** Whether a row label is a period and nothing else: the table runs the other way round. */
function readsAsPeriodOnly(text: string, context: TextContext): boolean {
  const period = readPeriod(text, context);
  return period !== null && text.replace(period.raw, '').replace(EMPTY_HEAD, '').trim() === '';
}

/** A label without its unit and without a leading dash or bullet. */
function cleanLabel(text: string, context: TextContext): string {
  const unit = context.units.findIn(text);
  const bare = unit && unit.end > unit.start ? text.slice(0, unit.start) + text.slice(unit.end) : text;
  const cleaned = bare
    .replace(/^(?:[\s\-–—•·●○■◆>»]+|\d{1,2}[)）]\s*(?=\p{L}))+/u, '')
    .replace(/[\s,，:：]+$/, '')
    .trim();
  return cleaned === '' ? text.trim() : cleaned;
}

const METHODS: [RegExp, string][] = [
  [/location[- ]based|基于位置|基於位置|地点为基础|所在地基准/i, 'location-based'],
  [/market[- ]based|基于市场|基於市場|市场为基础/i, 'market-based'],
  [/\brestated\b|重述|重編/i, 'restated'],
];

/** The words of a column's heads beside its period and unit: `Male`, `Beijing`, outermost first. */
function headWords(heads: readonly string[], context: TextContext): string[] {
  return heads.flatMap((head) => {
    let rest = head;
    const period = readPeriod(rest, context);
    if (period) rest = rest.replace(period.raw, ' ');
    const unit = context.units.findIn(rest);
    if (unit) rest = rest.slice(0, unit.start) + rest.slice(unit.end);
    if (context.units.read(rest.trim())) rest = '';
    rest = rest
      .replace(EMPTY_HEAD, ' ')
      .replace(/[()（）:：,，/*#\d–—-]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return /\p{L}{2,}|[\u4e00-\u9fff]/u.test(rest) ? [rest] : [];
  });
}

/** What limits a figure to part of the whole: the words of its column's heads, or a stated method. */
function findBoundary(label: string, words: readonly string[], part: string | undefined): string | null {
  const methods = METHODS.flatMap(([pattern, name]) =>
    pattern.test(label) && !words.some((w) => pattern.test(w)) ? [name] : [],
  );
  const parts = [...words, ...(part === undefined ? [] : [part]), ...methods];
  return parts.length > 0 ? parts.join(' · ') : null;
}
