import type { IndexEntry } from '../model/fact.ts';
import type { Block, Cell } from '../model/table.ts';
import { readCodes, readFamily } from './index-codes.ts';
import type { ShapedTable } from './table-shape.ts';

/** A table is a content index when this share of its body rows hold codes of one standard. */
const INDEX_SHARE = 0.3;
const MIN_ROWS_WITH_CODES = 2;
const LOCATION_HEAD =
  /page|location|section|chapter|reference|where|link|response|disclosed in|contents?|页码|頁碼|章节|章節|位置|索引|对应|對應|所在|目录|目錄|披露|说明|說明|回應/i;
const TITLE_HEAD =
  /title|disclosure|description|topic|content|indicator|披露项|披露項|内容|內容|议题|議題|指标|指標|标题|標題/i;

/** Shaped tables → the codes that their rows index, in reading order. */
export function readIndexEntries(shapes: readonly ShapedTable[], blocks: readonly Block[]): IndexEntry[] {
  const guideline = guidelineFamily(blocks);
  const known = new Map<string, (string | null)[]>();
  const indexes = new Set<string>();
  return shapes.flatMap((shape) => {
    const inherited = shape.previous ? known.get(shape.previous.table.id) : undefined;
    const families = shape.columns.map((column, col) => inherited?.[col] ?? familyOf(column.heads, shape, guideline));
    known.set(shape.table.id, families);
    const goesOn = shape.previous !== null && indexes.has(shape.previous.table.id);
    const entries = readShape(shape, families, goesOn);
    if (entries.length > 0 || goesOn) indexes.add(shape.table.id);
    return entries;
  });
}

/** Which exchange's guideline the report follows when its index says only “the Guidelines”, 《指引》 or “Article”. */
function guidelineFamily(blocks: readonly Block[]): string | null {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    for (const family of ['SSE', 'SZSE', 'BSE']) {
      if (readFamily(block.text) === family) counts.set(family, (counts.get(family) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function familyOf(heads: readonly string[], shape: ShapedTable, guideline: string | null): string | null {
  for (const head of heads.toReversed()) {
    const family = readFamily(head);
    if (family) return family;
    if (guideline && /guidelines?|指引/i.test(head)) return guideline;
  }
  for (const text of [shape.table.caption ?? '', ...shape.title, ...shape.table.headings.toReversed()]) {
    const family = readFamily(text);
    if (family) return family;
  }
  return null;
}

/** @param goesOn whether the table before, which this one continues, is an index: then any row with a code counts */
function readShape(shape: ShapedTable, families: readonly (string | null)[], goesOn: boolean): IndexEntry[] {
  const rows = shape.body.map((row) => ({ row, entries: row.flatMap((cell) => readCell(cell, families)) }));
  const withCodes = rows.filter((r) => r.entries.length > 0);
  const few = withCodes.length < MIN_ROWS_WITH_CODES || withCodes.length < INDEX_SHARE * rows.length;
  if (few && !goesOn) return [];
  return withCodes.flatMap(({ row, entries }) => {
    const coded = new Set(entries.map((e) => e.cell));
    const words = row.filter((c) => !coded.has(c) && c.text.trim() !== '');
    const locations = words.filter((c) => LOCATION_HEAD.test(headOf(shape, c)));
    const titles = words.filter((c) => TITLE_HEAD.test(headOf(shape, c)) && !/page|页码|頁碼/i.test(headOf(shape, c)));
    const location = (locations.length > 0 ? locations : words.slice(-1)).map((c) => c.text).join(' ');
    const title = (titles[0] ?? words[0])?.text ?? '';
    return entries.map(({ cell, standard, code }) => ({
      page: shape.table.page,
      box: cell.box,
      standard,
      code,
      location,
      title,
      raw: cell.text,
    }));
  });
}

const headOf = (shape: ShapedTable, cell: Cell): string => shape.columns[cell.col]?.heads.join(' ') ?? '';

function readCell(cell: Cell, families: readonly (string | null)[]): { cell: Cell; standard: string; code: string }[] {
  const family = families[cell.col];
  const seen = new Set<string>();
  return (family ? readCodes(cell.text, family) : [])
    .filter((c) => !seen.has(c.code) && seen.add(c.code))
    .map((c) => ({ cell, standard: c.standard, code: c.code }));
}
