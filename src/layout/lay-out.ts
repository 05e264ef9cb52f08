import { round2, union } from '../geometry/box.ts';
import type { Page } from '../model/page.ts';
import type { Block, Table } from '../model/table.ts';
import { buildBlocks, findBodyStyle, levelHeadings } from './blocks.ts';
import type { BodyStyle } from './blocks.ts';
import { findFurniture, printedPageNumber } from './furniture.ts';
import { healHyphens } from './hyphens.ts';
import { buildPhrases } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { segment } from './segment.ts';
import type { Item } from './segment.ts';
import { findAlignedTables } from './tables/aligned.ts';
import { findRuledTables } from './tables/find-tables.ts';
import { adoptOrphanRows } from './tables/orphan-rows.ts';
import type { FoundTable } from './tables/find-tables.ts';
import { toTextLine } from './tables/grid.ts';
import { relateTables } from './tables/relate.ts';
import type { Element } from './tables/relate.ts';

export interface Layout {
  /** Headings, paragraphs, notes and furniture, in reading order. */
  blocks: Block[];
  /** Tables in reading order. */
  tables: Table[];
  /** Printed page number of each page, where one was found. */
  printedNumbers: (string | null)[];
}

/** Pages → running text and tables, in reading order, with captions, notes and continuations tied. */
export function layOut(pages: readonly Page[]): Layout {
  const phrases = pages.map((page) => buildPhrases(page.runs.filter((r) => r.angle === 0)));
  const furniture = findFurniture(pages, phrases);
  const body = findBodyStyle(phrases.flatMap((p, i) => p.filter((x) => !furniture[i]!.has(x))));
  const found: Element[] = [];
  const asides: Block[] = [];
  pages.forEach((page, i) => {
    const free = phrases[i]!.filter((p) => !furniture[i]!.has(p));
    found.push(...layOutPage(page, free, body));
    asides.push(...furnitureBlocks(page.number, furniture[i]!));
  });
  const elements = adoptOrphanRows(found);
  const blocks = elements.filter((e) => e.kind === 'block').map((e) => e.block);
  healHyphens([...blocks, ...elements.flatMap((e) => (e.kind === 'table' ? e.table.cells : []))]);
  levelHeadings(blocks);
  number(elements, asides);
  relateTables(elements);
  return {
    blocks: [...blocks, ...asides].sort((a, b) => a.page - b.page),
    tables: elements.filter((e) => e.kind === 'table').map((e) => e.table),
    printedNumbers: furniture.map((f) => printedPageNumber(f)),
  };
}

/** One page's tables and text, in reading order: ruled tables first, then columns, then unruled tables inside them. */
function layOutPage(page: Page, phrases: readonly Phrase[], body: BodyStyle): Element[] {
  const ruled = findRuledTables(page, phrases);
  const inTables = new Set(ruled.flatMap((t) => [...t.phrases]));
  const items: Item<Phrase | FoundTable>[] = [
    ...phrases
      .filter((p) => !inTables.has(p))
      .map((p) => ({ box: p.box, baseline: p.baseline, size: p.size, text: p.text, solid: false, value: p })),
    ...ruled.map((t) => ({
      box: union([...t.phrases].map((p) => p.box).concat([t.table.box])),
      baseline: t.table.box[1],
      size: body.size,
      text: '',
      solid: true,
      value: t,
    })),
  ];
  return segment(items).flatMap((stretch) => {
    const loose = stretch.items.filter((i) => !i.solid).map((i) => i.value as Phrase);
    const tables = stretch.items.filter((i) => i.solid).map((i) => i.value as FoundTable);
    const aligned = findAlignedTables(page.number, loose);
    const all = [...tables, ...aligned].sort((a, b) => a.table.box[1] - b.table.box[1]);
    const taken = new Set(aligned.flatMap((t) => [...t.phrases]));
    const text = loose.filter((p) => !taken.has(p));
    return interleave(page.number, text, all, stretch.column, body);
  });
}

/** Text above, between and below the tables of one stretch becomes blocks of its own. */
function interleave(
  page: number,
  text: readonly Phrase[],
  tables: readonly FoundTable[],
  column: number,
  body: BodyStyle,
): Element[] {
  const elements: Element[] = [];
  let rest = [...text];
  const flush = (until: number): void => {
    const above = rest.filter((p) => p.baseline < until);
    rest = rest.filter((p) => p.baseline >= until);
    for (const block of buildBlocks(page, above, column, body)) elements.push({ kind: 'block', block });
  };
  for (const { table } of tables) {
    flush(table.box[1] + 2);
    elements.push({ kind: 'table', table: { id: '', continues: null, headings: [], ...table } });
  }
  flush(Infinity);
  return elements;
}

function furnitureBlocks(page: number, furniture: ReadonlySet<Phrase>): Block[] {
  return [...furniture].map((phrase) => {
    const line = toTextLine([phrase]);
    return { id: '', page, box: line.box, kind: 'furniture', level: 0, text: line.text, lines: [line], column: -1 };
  });
}

/** Ids say page and place in it: `t20.1` is the first table of page 20. */
function number(elements: readonly Element[], asides: readonly Block[]): void {
  const counts = new Map<string, number>();
  const next = (letter: string, page: number): string => {
    const key = `${letter}${page}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    return `${key}.${n}`;
  };
  for (const element of elements) {
    if (element.kind === 'block') element.block.id = next('b', element.block.page);
    else {
      element.table.id = next('t', element.table.page);
      element.table.box = element.table.box.map(round2) as unknown as Table['box'];
    }
  }
  for (const block of asides) block.id = next('f', block.page);
}
