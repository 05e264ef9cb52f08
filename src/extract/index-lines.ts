import type { IndexEntry } from '../model/fact.ts';
import type { CodeReading } from './index-codes.ts';
import { readCodes } from './index-codes.ts';
import type { Piece } from './index-pieces.ts';
import { findPillars } from './index-pillars.ts';
import { LOCATION_HEAD, saysSomething } from './index-words.ts';

/** Left edges this near belong to one column of codes. In points. */
const SAME_EDGE = 4;
/** Fewer codes under each other are no column. */
const FEWEST_CODES = 3;
/** A row of an index is no higher than this; what stands lower belongs to something else. In points. */
const HIGHEST_ROW = 160;
/** An empty strip of this height within a row ends it. In points. */
const WIDEST_GAP = 40;
/** A head stands at most so far above the first code of its column. In points. */
const HEAD_REACH = 90;
const LONGEST_HEAD = 60;
/** What stands before a code in its cell. */
const BEFORE_CODE = /^(?:GRI\s*)?(?:(?:disclosure|standard|indicators?|KPI|披露项|披露項)\s*)?[:：]?\s*$/i;
/** A line at the left edge that opens the next group of codes: `GRI 305: EMISSIONS`, `MATERIAL TOPIC: WATER`. */
const GROUP_TITLE = /^(?:GRI\s*\d{1,3}\b(?!\s?[-–.]\d)|material (?:topic|issue)|[^a-z]{8,}$)/i;
const ALL_CAPITALS = /^[^\p{Ll}\p{Script=Han}]{8,}$/u;

interface Anchor {
  piece: Piece;
  codes: CodeReading[];
}

/** Where the columns of an index stand, for the page that goes on from it. */
export interface IndexLayout {
  /** Left edge of the codes. */
  codeX: number;
  /** Left edge of the column that says where; null when the codes are the last column. */
  locationX: number | null;
  /** Of a TCFD index: the pillar of its last row. */
  pillar: string | null;
}

/**
 * Pieces of a page → index rows, read from the codes that stand under each other: a row goes from its code down to the next one. This reads
 * indexes whose grid was not made out.
 * @param families families whose codes may stand there
 * @param before layouts of the page before, when the index goes on from it
 */
export function readIndexLines(
  page: number,
  pieces: readonly Piece[],
  families: readonly string[],
  before: readonly IndexLayout[],
): { entries: IndexEntry[]; layouts: IndexLayout[] } {
  const columns = families.flatMap((family) => findCodeColumns(pieces, family)).sort((a, b) => edgeOf(a) - edgeOf(b));
  const main = columns.filter((column, i) => !columns.slice(0, i).some((other) => sharesRows(other, column)));
  const layouts: IndexLayout[] = [];
  const entries = main.flatMap((column, i) => {
    const region = findRegion(pieces, main, i);
    const layout = findLayout(column, region, before);
    layouts.push(layout);
    return readColumn(page, column, region, layout);
  });
  return { entries, layouts };
}

const edgeOf = (column: readonly Anchor[]): number => column[0]!.piece.box[0];

function findCodeColumns(pieces: readonly Piece[], family: string): Anchor[][] {
  const anchors = pieces.flatMap((piece): Anchor[] => {
    const codes = readCodes(piece.text, family);
    const first = codes[0];
    return first && BEFORE_CODE.test(piece.text.slice(0, first.start)) ? [{ piece, codes }] : [];
  });
  const columns: Anchor[][] = [];
  for (const anchor of anchors) {
    const column = columns.find((c) => Math.abs(edgeOf(c) - anchor.piece.box[0]) <= SAME_EDGE);
    if (column) column.push(anchor);
    else columns.push([anchor]);
  }
  const wide = columns.filter((column) => column.length >= FEWEST_CODES);
  return wide.length === 0 ? [] : wide;
}

/** A second column whose codes stand in the rows of the first and belong to another standard names the same rows. */
function sharesRows(first: readonly Anchor[], second: readonly Anchor[]): boolean {
  if (first[0]!.codes[0]!.standard === second[0]!.codes[0]!.standard) return false;
  const level = second.filter(({ piece }) => first.some((a) => Math.abs(a.piece.box[1] - piece.box[1]) < piece.size));
  return level.length * 2 > second.length;
}

/** Pieces of the part of the page that a column of codes rules: from its topics on the left to where the next such part begins. */
function findRegion(pieces: readonly Piece[], columns: readonly Anchor[][], i: number): Piece[] {
  const top = Math.min(...columns.flat().map(({ piece }) => piece.box[1])) - HEAD_REACH;
  const body = pieces.filter(({ box }) => box[1] >= top);
  const indent = edgeOf(columns[0]!) - Math.min(...body.map(({ box }) => box[0]));
  const left = (n: number): number => (n === 0 ? 0 : edgeOf(columns[n]!) - indent - SAME_EDGE);
  const right = i + 1 < columns.length ? left(i + 1) : Infinity;
  return body.filter(({ box }) => box[0] >= left(i) && box[0] < right);
}

function findLayout(column: readonly Anchor[], region: readonly Piece[], before: readonly IndexLayout[]): IndexLayout {
  const codeX = edgeOf(column);
  const top = Math.min(...column.map(({ piece }) => piece.box[1]));
  const heads = region.filter(
    ({ box, text }) =>
      box[3] <= top && box[0] > codeX + SAME_EDGE && text.length <= LONGEST_HEAD && LOCATION_HEAD.test(text),
  );
  const known = before.find((layout) => Math.abs(layout.codeX - codeX) <= 3 * SAME_EDGE);
  const nearest = heads.at(-1);
  if (nearest) {
    const level = heads.filter(({ box }) => Math.abs(box[1] - nearest.box[1]) < HEAD_REACH / 3);
    const leftmost = level.reduce((a, b) => (b.box[0] < a.box[0] ? b : a));
    return { codeX, locationX: findEdgeUnder(leftmost, codeX, region), pillar: known?.pillar ?? null };
  }
  return { codeX, locationX: known ? known.locationX : findLastColumn(column, region), pillar: known?.pillar ?? null };
}

/** A head may stand in the middle of its column: the left edge of most words under it, or its own. */
function findEdgeUnder(head: Piece, codeX: number, region: readonly Piece[]): number {
  const under = region.filter(
    ({ box }) => box[1] > head.box[3] && box[0] > codeX + SAME_EDGE && box[0] < head.box[2] && box[2] > head.box[0],
  );
  const edges = Map.groupBy(under, ({ box }) => Math.round(box[0]));
  const [usual] = [...edges].sort((a, b) => b[1].length - a[1].length);
  return usual && usual[1].length >= FEWEST_CODES ? Math.min(usual[0], head.box[0]) : head.box[0];
}

/** The column most to the right of the codes in which at least a third of the rows have words; the first one is the titles. */
function findLastColumn(column: readonly Anchor[], region: readonly Piece[]): number | null {
  const first = column[0]!.piece.box[1];
  const words = region.filter(({ box, text }) => box[1] >= first - SAME_EDGE && saysSomething(text));
  const edges = new Map<number, number>();
  for (const anchor of column) {
    const { box, size } = anchor.piece;
    const level = words.filter((w) => w.box[0] > box[2] && Math.abs(w.box[1] - box[1]) < size);
    for (const w of level) {
      const edge = [...edges.keys()].find((e) => Math.abs(e - w.box[0]) <= SAME_EDGE) ?? w.box[0];
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    }
  }
  const full = [...edges].filter(([, count]) => count * 3 >= column.length).map(([edge]) => edge);
  const titled = column.some(({ piece, codes }) => /\p{L}{3}/u.test(piece.text.slice(codes.at(-1)!.end)));
  const candidates = full.sort((a, b) => a - b).slice(titled ? 0 : 1);
  return candidates.at(-1) ?? null;
}

function readColumn(
  page: number,
  column: readonly Anchor[],
  region: readonly Piece[],
  layout: IndexLayout,
): IndexEntry[] {
  const anchors = column.toSorted((a, b) => a.piece.box[1] - b.piece.box[1]);
  const paragraphs = layout.locationX === null ? [] : joinParagraphs(region, layout.locationX);
  const pillars = findPillars(
    anchors.map(({ piece, codes }) => ({ letter: codes[0]!.code, piece })),
    region,
    layout.pillar,
  );
  layout.pillar = pillars.at(-1) ?? null;
  return anchors.flatMap((anchor, i) => {
    const { piece, codes } = anchor;
    const next = anchors[i + 1]?.piece.box[1] ?? Infinity;
    const row = takeRow(region, anchor, next);
    const own = paragraphs.filter((p) => standsBeside(p, piece, anchors));
    const foreign = new Set(paragraphs.filter((p) => !own.includes(p) && isSettled(p, anchors)).flat());
    const there = new Set([...row.filter((p) => isRight(p, layout) && !foreign.has(p)), ...own.flat()]);
    const placed = [...there].sort(byLine);
    const beside = layout.locationX === null ? row.filter((p) => p.box[2] <= piece.box[0]) : placed;
    const location = beside.filter(({ text }) => saysSomething(text)).map(({ text }) => text);
    const rest = piece.text.slice(codes.at(-1)!.end).replace(/^[\s:：.–—-]+/, '');
    const titles = row.filter((p) => p !== piece && !there.has(p) && p.box[0] >= piece.box[0] && saysSomething(p.text));
    const title = [rest, ...titles.map(({ text }) => text)].filter((text) => text !== '').join(' ');
    const named = codes.flatMap(({ standard, code }) => {
      if (standard !== 'TCFD') return [{ standard, code }];
      return pillars[i] ? [{ standard, code: `${pillars[i]} ${code}` }] : [];
    });
    return named.map(({ standard, code }) => ({
      page,
      box: piece.box,
      standard,
      code,
      location: location.join(' '),
      title,
      raw: piece.text,
    }));
  });
}

const byLine = (a: Piece, b: Piece): number =>
  Math.abs(a.box[1] - b.box[1]) < a.size / 2 ? a.box[0] - b.box[0] : a.box[1] - b.box[1];

const isRight = ({ box }: Piece, { locationX }: IndexLayout): boolean =>
  locationX !== null && box[0] >= locationX - SAME_EDGE;

/** Pieces from a code down to the next, to a title of the next group, or to an empty strip. */
function takeRow(region: readonly Piece[], { piece }: Anchor, next: number): Piece[] {
  const half = piece.size / 2;
  const band = region.filter(
    ({ box }) => box[1] >= piece.box[1] - half && box[1] < Math.min(next - half, piece.box[1] + HIGHEST_ROW),
  );
  const row: Piece[] = [];
  let bottom = piece.box[3];
  for (const p of band) {
    const opensGroup =
      p !== piece && p.box[1] > piece.box[3] - half && p.box[0] <= piece.box[0] + SAME_EDGE && isGroupTitle(p.text);
    if (opensGroup || p.box[1] - bottom > WIDEST_GAP) break;
    row.push(p);
    bottom = Math.max(bottom, p.box[3]);
  }
  return row;
}

const isGroupTitle = (text: string): boolean =>
  GROUP_TITLE.test(text) && (ALL_CAPITALS.test(text) || /^(?:GRI|material)/i.test(text));

/** Lines of the column that says where, joined to paragraphs by their distance. */
function joinParagraphs(region: readonly Piece[], locationX: number): Piece[][] {
  const paragraphs: Piece[][] = [];
  for (const piece of region.filter(({ box }) => box[0] >= locationX - SAME_EDGE).sort(byLine)) {
    const last = paragraphs.at(-1)?.at(-1);
    if (last && piece.box[1] - last.box[3] < piece.size * LINE_GAP) paragraphs.at(-1)!.push(piece);
    else paragraphs.push([piece]);
  }
  return paragraphs;
}

/** Lines of one paragraph are no further apart than this. In font sizes. */
const LINE_GAP = 0.6;

const holds = (paragraph: readonly Piece[], { box }: Piece): boolean => {
  const middle = (box[1] + box[3]) / 2;
  return paragraph[0]!.box[1] <= middle && middle <= paragraph.at(-1)!.box[3];
};

/** A paragraph beside one code alone belongs to it, also where the code stands in its middle. */
function standsBeside(paragraph: readonly Piece[], piece: Piece, anchors: readonly Anchor[]): boolean {
  return holds(paragraph, piece) && isSettled(paragraph, anchors);
}

const isSettled = (paragraph: readonly Piece[], anchors: readonly Anchor[]): boolean =>
  anchors.filter((anchor) => holds(paragraph, anchor.piece)).length === 1;
