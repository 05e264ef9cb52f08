import type { Provenance } from '../model/fact.ts';
import { noteMark, splitMarks } from '../model/note-marks.ts';
import type { Cell } from '../model/table.ts';
import { firstDigit } from './numbers.ts';
import type { NumberReading } from './numbers.ts';
import { readPeriod } from './periods.ts';
import type { Column, ShapedTable } from './table-shape.ts';
import type { UnitReading } from './units.ts';
import type { TextContext } from './vocabulary.ts';

/** `Unit: tonnes` in the corner of a table holds for all of it. */
const UNIT_STATED = /(?:^|[(（\s])(?:units?|单位|單位)\s*[:：]/i;

/** What a unit cell says beside the unit of how its figures were rounded. */
const ROUNDED = /\s*[(（]\s*(?:rounded[^()]*|四舍五入|四捨五入|取整)\s*[)）]/i;

/** A unit and the place that states it. */
export interface UnitFound {
  /** `unit` is null where only a scale is stated. */
  unit: { unit: string | null; scale: string; raw: string } | null;
  provenance: Provenance | null;
  /** Where the unit stands in the figure's own cell. */
  beside?: { start: number; end: number };
}

/** Looks for the unit from the nearest place outwards: cell, unit column, label, column head, band, caption. */
export function findUnit(
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
  const inCell =
    units.readAfter(cell.text, number.end) ?? units.readBefore(cell.text, firstDigit(cell.text, number.start));
  if (inCell) return { ...found(inCell, 'cell', cell.text)!, beside: inCell };
  if (column.role === 'change') return { unit: null, provenance: null };
  const unitCell = row.find((c) => shape.columns[c.col]?.role === 'unit');
  const places: [from: string, text: string, whole: boolean][] = [];
  if (unitCell) places.push(['unit column', unitCell.text, true]);
  // `kWh per employee` as a label is a unit with its base, more telling than the unit over its block.
  if (units.read(named.text)?.dimension.includes('/')) places.push(['row label', named.text, true]);
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
    const words = whole ? text.replace(ROUNDED, '') : text;
    const unit = found(whole ? units.read(words) : units.findIn(words), from, text);
    if (unit) return unit;
  }
  return fromNote(named, shape, context) ?? scaleAlone(places) ?? { unit: null, provenance: null };
}

/** A scale without a unit: `(in thousands)` in a head over numbers of people, 单位：千. */
const SCALE_ALONE =
  /(?:^|[(（])\s*(?:(?:figures |numbers |amounts )?in |单位\s*[:：]\s*|單位\s*[:：]\s*)(thousands?|millions?|billions?|千|万|萬|百万|百萬|亿|億)\s*(?:[)）]|$)/i;
const SCALES: [RegExp, string][] = [
  [/^thousand|^千/i, '1000'],
  [/^[万萬]/, '10000'],
  [/^million|^百/i, '1000000'],
  [/^[亿億]/, '100000000'],
  [/^billion/i, '1000000000'],
];

function scaleAlone(places: readonly [from: string, text: string, whole: boolean][]): UnitFound | null {
  for (const [from, text] of places) {
    const word = SCALE_ALONE.exec(text)?.[1];
    const scale = SCALES.find(([pattern]) => word !== undefined && pattern.test(word))?.[1];
    if (scale !== undefined) return { unit: { unit: null, scale, raw: word! }, provenance: { from, text } };
  }
  return null;
}

/** What a note says of a rate: `… injuries per 1,000,000 work hours`. */
const RATE_BASE =
  /(?:\bper|\bfor every) (?:[\d,.]+ ?)?(?:million |thousand )?(?:[a-z-]+ ){0,2}hours?\b(?: worked)?|每(?:百万|[\d,]+)(?:个)?(?:工作)?(?:小时|小時|工时|工時)/i;

/** The base of a rate whose label has a footnote that names it. */
function fromNote(named: Cell, shape: ShapedTable, context: TextContext): UnitFound | null {
  if (!/\brates?\b|frequency|率/i.test(named.text)) return null;
  const marks = new Set(named.marks.flatMap(splitMarks));
  for (const note of shape.table.notes) {
    const mark = noteMark(note);
    const base = mark !== null && marks.has(mark) ? RATE_BASE.exec(note)?.[0] : undefined;
    const unit = base === undefined ? null : context.units.read(base);
    if (unit)
      return { unit: { unit: unit.unit, scale: unit.scale, raw: base! }, provenance: { from: 'note', text: note } };
  }
  return null;
}

/** A period and the place that states it. */
export interface PeriodFound {
  period: string | null;
  provenance: Provenance | null;
}

/** A head that is the first day of a year, whose balances are those of the year before. */
const OPENING_DAY =
  /^(?:as (?:at|of) )?(?:((?:19|20)\d\d) ?年 ?1 ?月 ?1 ?日|(?:1(?:st)? jan(?:uary)?|jan(?:uary)? 1(?:st)?),? ((?:19|20)\d\d))$/i;

/** Looks for the period in the column heads, the row label, the bands and the caption; else it is the report's year. */
export function findPeriod(
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
    const opening = from === 'column head' ? OPENING_DAY.exec(text.trim()) : null;
    const year = opening?.[1] ?? opening?.[2];
    if (year !== undefined) return { period: String(Number(year) - 1), provenance: { from, text } };
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
