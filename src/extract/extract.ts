import { intersects } from '../geometry/box.ts';
import type { Claim, Fact, IndexEntry } from '../model/fact.ts';
import type { Block, Table } from '../model/table.ts';
import { readCardFacts } from './card-facts.ts';
import { readClaims } from './claims.ts';
import { readIndexEntries } from './index-entries.ts';
import { locate } from './locate.ts';
import { guessConvention } from './numbers.ts';
import type { NumberConvention } from './numbers.ts';
import { settleDollars } from './settle-dollars.ts';
import { settleElectricity } from './settle-electricity.ts';
import { joinRunOn, pageAt } from './run-on.ts';
import { readTableFacts } from './table-facts.ts';
import { shapeTables } from './table-shape.ts';
import type { ShapedTable } from './table-shape.ts';
import { readTextFacts } from './text-facts.ts';
import { readWordCells } from './word-cells.ts';
import type { Text } from './word-cells.ts';
import type { TextContext, Vocabulary } from './vocabulary.ts';

export interface Extracted {
  facts: Fact[];
  claims: Claim[];
  index: IndexEntry[];
}

/**
 * Blocks and tables → figures, claims and index entries, in reading order.
 * @param report the year that the figures are about, and the names by which the company calls itself
 */
export function extract(
  blocks: readonly Block[],
  tables: readonly Table[],
  vocabulary: Vocabulary,
  report: { year: string | null; entity: readonly string[] },
): Extracted {
  const context: TextContext = { ...vocabulary, reportYear: report.year, entity: report.entity };
  const shapes = shapeTables(tables, context);
  const index = readIndexEntries(shapes, blocks);
  const indexed = new Set(index.map((e) => `${e.page}|${e.box.join()}`));
  const figures = shapes.filter(
    (s) => !isContents(s) && !s.table.cells.some((c) => indexed.has(`${s.table.page}|${c.box.join()}`)),
  );
  const document = guessConvention(tables.flatMap((t) => t.cells.map((c) => c.text)));
  const conventionOf = (shape: ShapedTable): NumberConvention | null =>
    document ?? guessConvention(shape.table.cells.map((c) => c.text));
  const facts = readTableFacts(figures, context, conventionOf);
  const claims: Claim[] = [];
  const withConvention: TextContext = document ? { ...context, convention: document } : context;
  facts.push(...readWordCells(shapes, facts, (text) => readBlockFacts(text, withConvention)));
  const running = blocks.filter((b) => b.kind !== 'furniture');
  const passages = joinRunOn(running);
  const prose = Map.groupBy(
    passages.flatMap((passage) => readBlockFacts(passage, withConvention)),
    (f) => f.page,
  );
  for (const [number, page] of Map.groupBy(running, (b) => b.page)) {
    const cards = readCardFacts(page, withConvention);
    const inProse = prose.get(number) ?? [];
    facts.push(...cards, ...inProse.filter((f) => !cards.some((card) => intersects(card.box, f.box))));
  }
  for (const passage of passages) {
    if (!passage.isHeading) claims.push(...readBlockClaims(passage, withConvention));
  }
  for (const cell of figures.flatMap((s) => s.table.cells.map((c) => ({ ...c, page: s.table.page })))) {
    if (cell.text.length > PROSE_CELL) claims.push(...readBlockClaims({ ...cell, page: cell.page }, withConvention));
  }
  const texts = [...blocks.map((b) => b.text), ...tables.flatMap((t) => t.cells.map((c) => c.text))];
  const settled = settleDollars(settleElectricity(facts), texts, (code) => context.units.info(code) !== null);
  return { facts: number(settled, 'n'), claims: number(claims, 'c'), index };
}

/** A list of titles and page numbers: whole numbers that only rise, under no head that names a period or a unit. */
function isContents(shape: ShapedTable): boolean {
  const values = shape.columns.flatMap((c, col) => (c.role === 'value' ? [col] : []));
  if (values.length !== 1 || shape.columns[values[0]!]!.heads.some((h) => /\d/.test(h))) return false;
  const numbers = shape.table.cells.filter((c) => !c.header && c.col === values[0]).map((c) => c.text.trim());
  const rising = numbers.every((n, i) => /^\d{1,3}$/.test(n) && (i === 0 || Number(n) >= Number(numbers[i - 1])));
  return rising && numbers.length >= 3;
}

/** A table cell of more characters holds sentences. */
const PROSE_CELL = 60;

function readBlockFacts(block: Text, context: TextContext): Fact[] {
  return readTextFacts(block.text, context).map((f) => ({
    id: '',
    page: pageAt(block, f.start),
    box: locate(block.lines, block.text, f.start, f.end) ?? block.box,
    raw: f.raw,
    number: f.number,
    qualifier: f.qualifier,
    upper: f.upper,
    label: f.label,
    period: f.period,
    unit: f.unit,
    scale: f.scale,
    unitRaw: f.unitRaw,
    metric: f.metric,
    metricScore: f.metricScore,
    boundary: f.boundary,
    source: 'text',
    tableId: null,
    row: null,
    col: null,
    context: [],
    provenance: f.provenance,
    doubts: f.doubts,
  }));
}

function readBlockClaims(block: Text, context: TextContext): Claim[] {
  return readClaims(block.text, context).map(({ start, end, magnitudeStart, magnitudeEnd, ...claim }) => ({
    ...claim,
    id: '',
    page: pageAt(block, start),
    box: locate(block.lines, block.text, start, end, true) ?? block.box,
    magnitudeBox:
      magnitudeStart === null || magnitudeEnd === null
        ? null
        : locate(block.lines, block.text, magnitudeStart, magnitudeEnd),
  }));
}

/** Ids say page and place in it: `n20.3` is the third figure of page 20. */
function number<T extends { id: string; page: number; box: readonly number[] }>(items: T[], letter: string): T[] {
  const counts = new Map<number, number>();
  const sorted = items.toSorted((a, b) => a.page - b.page);
  for (const item of sorted) {
    const n = (counts.get(item.page) ?? 0) + 1;
    counts.set(item.page, n);
    item.id = `${letter}${item.page}.${n}`;
  }
  return sorted;
}
