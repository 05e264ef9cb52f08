import type { Claim, Fact, IndexEntry } from '../../../src/model/fact.ts';
import type { Reading } from '../../../src/model/report.ts';
import type { Block, Table } from '../../../src/model/table.ts';

let count = 0;

/** A fact of 2024 in table `t1`; change what the test is about. */
export function makeFact(fact: Partial<Fact> & { number: string }): Fact {
  count++;
  return {
    id: `f${count}`,
    page: 1,
    box: [0, 0, 10, 10],
    raw: fact.number,
    qualifier: null,
    upper: null,
    label: fact.metric ?? 'figure',
    period: '2024',
    unit: 't',
    scale: '1',
    unitRaw: fact.unit ?? 't',
    metric: null,
    metricScore: fact.metric === undefined ? 0 : 1,
    boundary: null,
    source: 'table',
    tableId: 't1',
    row: count,
    col: 1,
    context: [],
    provenance: { label: null, period: null, unit: null },
    doubts: [],
    ...fact,
  };
}

/** Rows `metric → value` of one table, in one column. */
export function makeTableFacts(tableId: string, rows: Record<string, string>, common: Partial<Fact> = {}): Fact[] {
  return Object.entries(rows).map(([metric, number], i) =>
    makeFact({ metric, number, tableId, row: i + 1, ...common }),
  );
}

export function makeClaim(claim: Partial<Claim>): Claim {
  count++;
  return {
    id: `c${count}`,
    page: 1,
    box: [0, 0, 10, 10],
    raw: 'the claim',
    subject: '',
    metric: null,
    metricScore: 1,
    direction: 'down',
    magnitude: null,
    magnitudeRaw: null,
    magnitudeKind: null,
    qualifier: null,
    unit: null,
    scale: '1',
    strength: null,
    period: '2024',
    against: '2023',
    magnitudeBox: null,
    doubts: [],
    ...claim,
  };
}

export function makeBlock(block: Partial<Block> & { text: string }): Block {
  count++;
  return { id: `b${count}`, page: 1, box: [0, 0, 10, 10], kind: 'paragraph', level: 0, lines: [], column: 0, ...block };
}

export function makeEntry(code: string, entry: Partial<IndexEntry> = {}): IndexEntry {
  return {
    page: 9,
    box: [0, Number(code) || 0, 10, 10],
    standard: 'SSE',
    code,
    location: '',
    title: `row ${code}`,
    raw: `row ${code}`,
    ...entry,
  };
}

function makeTable(id: string): Table {
  return {
    id,
    page: 1,
    box: [0, 0, 100, 100],
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

/** A reading with a table for every table id among the facts, unless tables are given. */
export function makeReading(parts: Partial<Omit<Reading, 'document'>> & { unreadPages?: number[] }): Reading {
  const facts = parts.facts ?? [];
  const ids = new Set(facts.flatMap(({ tableId }) => tableId ?? []));
  return {
    document: {
      name: 'made up',
      sha256: '',
      bytes: 0,
      pages: 10,
      languages: ['en'],
      unreadPages: parts.unreadPages ?? [],
      pageSizes: [],
      pageLabels: [],
      outline: [],
      reportYear: '2024',
    },
    blocks: parts.blocks ?? [],
    tables: parts.tables ?? [...ids].map(makeTable),
    facts,
    claims: parts.claims ?? [],
    index: parts.index ?? [],
  };
}
