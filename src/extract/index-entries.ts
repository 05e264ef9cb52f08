import type { IndexEntry } from '../model/fact.ts';
import type { Block, Table } from '../model/table.ts';
import { readFamily } from './index-codes.ts';
import { readIndexGrid } from './index-grid.ts';
import type { IndexLayout } from './index-lines.ts';
import { readIndexLines } from './index-lines.ts';
import { listPieces } from './index-pieces.ts';
import { CODE_HEAD, INDEX_TITLE, PLACE_HEAD } from './index-words.ts';
import type { ShapedTable } from './table-shape.ts';

/** Families whose codes tell themselves apart, so that lines can be read by them. */
const FAMILIES_OF_LINES = ['GRI', 'SASB', 'ESRS', 'TCFD', 'IFRS S2'];
/** A longer text is no title of an index. */
const LONGEST_TITLE = 100;

/**
 * Shaped tables and blocks → the codes that content indexes list, page by page. Tables with a grid are read by their cells; what they leave,
 * and indexes whose grid was not made out, by the lines under each code.
 */
export function readIndexEntries(shapes: readonly ShapedTable[], blocks: readonly Block[]): IndexEntry[] {
  const grid = Map.groupBy(readIndexGrid(shapes, blocks), (entry) => entry.page);
  const blocksOf = Map.groupBy(blocks, (block) => block.page);
  const tablesOf = Map.groupBy(
    shapes.map(({ table }) => table),
    (table) => table.page,
  );
  const pages = [...new Set([...blocksOf.keys(), ...tablesOf.keys()])].sort((a, b) => a - b);
  let before: Before = { page: 0, families: [], layouts: [] };
  return pages.flatMap((page) => {
    const cells = grid.get(page) ?? [];
    const goesOn = before.page === page - 1;
    const pageBlocks = blocksOf.get(page) ?? [];
    const pageTables = tablesOf.get(page) ?? [];
    const mayHold = [
      ...new Set([
        ...titledFamilies(pageBlocks, pageTables, goesOn ? before.families : []),
        ...cells.map(({ standard }) => standard),
        ...headedFamilies(pageBlocks, pageTables),
      ]),
    ].filter((family) => FAMILIES_OF_LINES.includes(family));
    const pieces = mayHold.length === 0 ? [] : listPieces(pageBlocks, pageTables);
    const { entries, layouts } = readIndexLines(page, pieces, mayHold, goesOn ? before.layouts : []);
    const lines = entries.filter((entry) => !cells.some((cell) => isSame(cell, entry)));
    const found = [...cells, ...lines].sort((a, b) => a.box[1] - b.box[1]);
    if (found.length > 0) before = { page, families: [...new Set(found.map(({ standard }) => standard))], layouts };
    return [...cells, ...lines];
  });
}

/** What the page before tells about one that goes on from it. */
interface Before {
  page: number;
  families: string[];
  layouts: IndexLayout[];
}

function isSame(cell: IndexEntry, line: IndexEntry): boolean {
  if (cell.standard !== line.standard || cell.code !== line.code) return false;
  return (
    cell.box[1] < line.box[3] && line.box[1] < cell.box[3] && cell.box[0] < line.box[2] && line.box[0] < cell.box[2]
  );
}

/** Families that a title on the page calls an index of, or that go on from the page before. */
function titledFamilies(blocks: readonly Block[], tables: readonly Table[], goingOn: readonly string[]): string[] {
  const titles = [
    ...blocks.filter(({ kind }) => kind !== 'furniture').map(({ text }) => text),
    ...tables.map(({ caption }) => caption ?? ''),
  ].filter((text) => text.length <= LONGEST_TITLE);
  const named = titles.filter((text) => INDEX_TITLE.test(text)).map((text) => readFamily(text));
  return [...new Set([...goingOn, ...named.filter((family) => family !== null)])];
}

/** Families that any title or running head names, on a page with the heads of an index side by side: one for codes, one for places. */
function headedFamilies(blocks: readonly Block[], tables: readonly Table[]): string[] {
  const named = blocks.flatMap(({ text }) => (text.length <= LONGEST_TITLE ? (readFamily(text) ?? []) : []));
  if (named.length === 0) return [];
  const heads = listPieces(blocks, tables).filter(({ text }) => text.length <= LONGEST_HEAD);
  const codes = heads.filter(({ text }) => CODE_HEAD.test(text));
  const places = heads.filter(({ text }) => PLACE_HEAD.test(text));
  const sideBySide = codes.some((code) =>
    places.some(({ box }) => box[0] > code.box[0] && Math.abs(box[1] - code.box[1]) < code.size),
  );
  return sideBySide ? [...new Set(named)] : [];
}

const LONGEST_HEAD = 40;
