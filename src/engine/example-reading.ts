import { extract } from '../extract/extract.ts';
import { readCellNumber } from '../extract/numbers.ts';
import type { Units } from '../extract/units.ts';
import { buildVocabulary } from '../extract/vocabulary.ts';
import type { Vocabulary } from '../extract/vocabulary.ts';
import type { Fact, IndexEntry } from '../model/fact.ts';
import type { Box, TextRun } from '../model/page.ts';
import type { Reading } from '../model/report.ts';
import type { Metric, RuleExample, RulePack } from '../model/rule.ts';
import type { Block, Cell, Table, TextLine } from '../model/table.ts';
import { Exact } from './interval.ts';

/** The year that an example's report is about, unless its facts name years. */
const EXAMPLE_YEAR = '2024';

/** Height of a line of an example's page, in points: boxes only need to differ. */
const LINE = 12;

function lineBox(line: number): Box {
  return [0, line * LINE, 100, (line + 1) * LINE];
}

/**
 * Example of a rule → the reading of a miniature report. Figures, sentences and units go through the real readers; each metric is one row,
 * the first value of a list stands in the first table, the second in the second.
 * @throws RangeError for a figure or index row that cannot be read.
 */
export function readExample(example: RuleExample, pack: RulePack): Reading {
  const vocabulary = buildVocabulary(pack);
  const metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
  const blocks = [
    ...(example.text ?? []).map((text, line) => makeBlock(text, 1, line)),
    ...readPages(example.pages ?? []),
  ];
  const printed = example.table === undefined ? [] : [makeTable('printed', example.table)];
  const { facts: inText, claims } = extract(blocks, printed, vocabulary, { year: EXAMPLE_YEAR, entity: [] });
  const facts = Object.entries(example.facts ?? {}).flatMap(([key, printed], row) =>
    readRow(key, printed, row, vocabulary, metrics.get(key) ?? null),
  );
  const tableIds = [...new Set(facts.map(({ tableId }) => tableId!))];
  return {
    document: {
      name: 'example',
      sha256: '',
      bytes: 0,
      pages: Math.max(1, example.pages?.length ?? 0),
      languages: ['en'],
      unreadPages: [],
      pageSizes: [],
      pageLabels: [],
      outline: [],
      reportYear: EXAMPLE_YEAR,
    },
    blocks,
    tables: [...tableIds.map((id) => makeTable(id, [])), ...printed],
    facts: [...facts, ...inText],
    claims,
    index: (example.index ?? []).flatMap(readIndexRow),
  };
}

/** Pages of lines → blocks; `# ` makes a heading, `## ` one below it. */
function readPages(pages: readonly (readonly string[])[]): Block[] {
  return pages.flatMap((lines, page) => lines.map((text, line) => makeBlock(text, page + 1, line)));
}

function makeBlock(text: string, page: number, line: number): Block {
  const level = /^#+(?= )/.exec(text)?.[0].length ?? 0;
  return {
    id: `b${page}-${line}`,
    page,
    box: lineBox(line),
    kind: level > 0 ? 'heading' : 'paragraph',
    level,
    text: text.replace(/^#+ /, ''),
    lines: [],
    column: 0,
  };
}

/** Rows of cells → table, its first row the head; `^` sets a footnote mark apart: `Diesel^1`. */
function makeTable(id: string, rows: readonly (readonly string[])[]): Table {
  return {
    id,
    page: 1,
    box: lineBox(0),
    caption: null,
    headings: [],
    continues: null,
    rows: rows.length,
    cols: rows[0]?.length ?? 0,
    cells: rows.flatMap((cells, row) => cells.map((text, col) => makeCell(text, row, col))),
    notes: [],
    method: 'ruled',
    confidence: 1,
  };
}

function makeCell(printed: string, row: number, col: number): Cell {
  const [text = '', ...marks] = printed.split('^');
  const box: Box = [col * 100, row * LINE, (col + 1) * 100, (row + 1) * LINE];
  const lines = text === '' ? [] : [setLine(text, box)];
  return { row, col, rowSpan: 1, colSpan: 1, text, box, header: row === 0, marks, lines };
}

/** Text → one line of it, its letters evenly over the width of the box. */
function setLine(text: string, box: Box): TextLine {
  const [size, bold, color] = [box[3] - box[1], false, '#000000'];
  const edges = Array.from({ length: text.length + 1 }, (_, i) => box[0] + ((box[2] - box[0]) * i) / text.length);
  const run: TextRun = { text, box, edges, baseline: box[3], size, font: '', bold, color, angle: 0, invisible: false };
  return { text, box, size, bold, color, runs: [run] };
}

/** One entry of an example's facts → its figures, one column a year. */
function readRow(
  key: string,
  printed: NonNullable<RuleExample['facts']>[string],
  row: number,
  vocabulary: Vocabulary,
  metric: Metric | null,
): Fact[] {
  const byYear = typeof printed === 'string' || Array.isArray(printed) ? { [EXAMPLE_YEAR]: printed } : printed;
  return Object.entries(byYear).flatMap(([period, values], year) =>
    (Array.isArray(values) ? values : [values]).flatMap((text, table) => {
      const place: Place = {
        id: `${key}-${period}-${table + 1}`,
        label: metric?.en[0] ?? key,
        metric: metric?.id ?? null,
        period: isColumnHead(period) ? EXAMPLE_YEAR : period,
        boundary: isColumnHead(period) ? period : null,
        tableId: `table-${table + 1}`,
        row,
        col: year + 1,
      };
      // An empty text leaves the figure out of that table.
      return text === '' ? [] : [readFigure(text, vocabulary.units, place)];
    }),
  );
}

/** `{ Men: 12, Women: 13, Total: 25 }`: columns of one year, told apart by their heads. */
function isColumnHead(key: string): boolean {
  return !/^\d{4}/.test(key);
}

type Place = Pick<Fact, 'id' | 'label' | 'metric' | 'period' | 'boundary' | 'tableId' | 'row' | 'col'>;

/** `3.13万吨` → fact. */
function readFigure(text: string, units: Units, place: Place): Fact {
  const number = readCellNumber(text);
  if (number === null) throw new RangeError(`no figure in “${text}”`);
  const unit = number.percent ? null : units.readAfter(text, number.end);
  return {
    ...place,
    page: 1,
    box: lineBox(place.row ?? 0),
    raw: text.slice(number.qualifierStart, number.end),
    number: number.number,
    qualifier: number.qualifier,
    upper: number.upper,
    unit: number.percent ? '%' : (unit?.unit ?? null),
    scale: new Exact(number.scale).times(unit?.scale ?? '1').toFixed(),
    unitRaw: number.percent ? '%' : (unit?.raw ?? null),
    metricScore: place.metric === null ? 0 : 1,
    source: 'table',
    context: [],
    provenance: { label: null, period: null, unit: null },
    doubts: [],
  };
}

/** `SSE 21-28: Climate` → one entry a code; `GRI 305-1: Direct emissions @ page 3` says where as well. */
function readIndexRow(raw: string, line: number): IndexEntry[] {
  const match = /^(IFRS S2|\S+) ([^:]+): (.+?)(?: @ (.+))?$/.exec(raw);
  if (match === null) throw new RangeError(`no index row in “${raw}”`);
  const [, standard = '', codes = '', title = '', location = ''] = match;
  return (standard === 'SSE' ? spellOutCodes(codes) : [codes]).map((code) => ({
    page: 1,
    box: lineBox(line),
    standard,
    code,
    location,
    title,
    raw,
  }));
}

function spellOutCodes(codes: string): string[] {
  const range = /^(\d+)-(\d+)$/.exec(codes);
  // `21-28` is a range of articles, `305-1` a code.
  if (range === null || Number(range[2]) <= Number(range[1])) return [codes];
  const first = Number(range[1]);
  return Array.from({ length: Number(range[2]) - first + 1 }, (_, i) => String(first + i));
}
