import { extract } from '../extract/extract.ts';
import { readCellNumber } from '../extract/numbers.ts';
import type { Units } from '../extract/units.ts';
import { buildVocabulary } from '../extract/vocabulary.ts';
import type { Vocabulary } from '../extract/vocabulary.ts';
import type { Fact, IndexEntry } from '../model/fact.ts';
import type { Box } from '../model/page.ts';
import type { Reading } from '../model/report.ts';
import type { Metric, RuleExample, RulePack } from '../model/rule.ts';
import type { Block, Table } from '../model/table.ts';
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
  const blocks = (example.text ?? []).map(makeParagraph);
  const { facts: inText, claims } = extract(blocks, [], vocabulary, { year: EXAMPLE_YEAR, entity: [] });
  const facts = Object.entries(example.facts ?? {}).flatMap(([key, printed], row) =>
    readRow(key, printed, row, vocabulary, metrics.get(key) ?? null),
  );
  const tableIds = [...new Set(facts.map(({ tableId }) => tableId!))];
  return {
    document: {
      name: 'example',
      sha256: '',
      bytes: 0,
      pages: 1,
      languages: ['en'],
      unreadPages: [],
      pageSizes: [],
      pageLabels: [],
      outline: [],
      reportYear: EXAMPLE_YEAR,
    },
    blocks,
    tables: tableIds.map(makeTable),
    facts: [...facts, ...inText],
    claims,
    index: (example.index ?? []).flatMap(readIndexRow),
  };
}

function makeParagraph(text: string, line: number): Block {
  return { id: `b${line}`, page: 1, box: lineBox(line), kind: 'paragraph', level: 0, text, lines: [], column: 0 };
}

function makeTable(id: string): Table {
  return {
    id,
    page: 1,
    box: lineBox(0),
    caption: null,
    headings: [],
    continues: null,
    rows: 0,
    cols: 0,
    cells: [],
    notes: [],
    method: 'ruled',
    confidence: 1,
  };
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

/** `SSE 21-28: Climate` → one entry a code. */
function readIndexRow(raw: string, line: number): IndexEntry[] {
  const match = /^(\S+) ([^:]+): (.+)$/.exec(raw);
  if (match === null) throw new RangeError(`no index row in “${raw}”`);
  const [, standard = '', codes = '', title = ''] = match;
  return spellOutCodes(codes).map((code) => ({
    page: 1,
    box: lineBox(line),
    standard,
    code,
    location: '',
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
