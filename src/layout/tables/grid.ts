import { tidy, union } from '../../geometry/box.ts';
import type { Cell, TextLine } from '../../model/table.ts';
import { joinText } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import { columnsOf } from './columns-of.ts';
import type { Columns } from './columns.ts';
import type { Edge } from './edges.ts';
import { findHeadRows } from './heads.ts';
import type { Row } from './rows.ts';
import { spreadSuperHeads } from './super-heads.ts';

export interface Grid {
  cells: Cell[];
  rows: number;
  cols: number;
}

/** Two edges this close, in points, are one place. */
const NEAR = 3;
/** Share of a cell's side that a rule must cover to part it from its neighbour. */
const SIDE_SHARE = 0.5;

interface Draft {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  phrases: Phrase[];
}

/**
 * Fills the grid of rows and columns with the text that stands in it. Text across several columns gives a spanning
 * cell; in a full lattice, cells without a rule between them are one.
 */
export function fillGrid(
  rows: readonly Row[],
  columns: Columns,
  level: readonly Edge[],
  upright: readonly Edge[],
): Grid {
  const cols = columns.bounds.length - 1;
  const drafts = rows.flatMap((row, r) => draftRow(row, r, columns.bounds));
  if (columns.ruled) mergeAcrossMissingRules(drafts, rows, columns.bounds, level, upright);
  spreadOverPartialRules(drafts, rows, columns.bounds, level);
  const cells = drafts
    .filter((d) => d.phrases.length > 0)
    .sort((a, b) => a.row - b.row || a.col - b.col)
    .map((d) => toCell(d, rows, columns.bounds));
  const used = dropEmpty(cells, rows.length, cols);
  const heads = findHeadRows(used.cells, used.rows, used.cols);
  for (const cell of used.cells) cell.header = cell.row < heads;
  spreadSuperHeads(used.cells, heads, used.cols);
  return used;
}

/** One draft a column (or span) that holds text in this row. */
function draftRow(row: Row, r: number, bounds: readonly number[]): Draft[] {
  const drafts: Draft[] = [];
  for (const line of row.lines) {
    for (const phrase of line.phrases) {
      const [from, to] = columnsOf(phrase.box, bounds);
      const host = drafts.filter((d) => d.col <= to && from < d.col + d.colSpan);
      if (host.length === 0) {
        drafts.push({ row: r, col: from, rowSpan: 1, colSpan: to - from + 1, phrases: [phrase] });
        continue;
      }
      const first = host[0]!;
      const end = Math.max(to, ...host.map((d) => d.col + d.colSpan - 1));
      first.col = Math.min(from, first.col);
      first.colSpan = end - first.col + 1;
      first.phrases.push(...host.slice(1).flatMap((d) => d.phrases), phrase);
      for (const other of host.slice(1)) drafts.splice(drafts.indexOf(other), 1);
    }
  }
  return drafts;
}

/** In a lattice, a missing rule between two cells means that they are one. */
function mergeAcrossMissingRules(
  drafts: Draft[],
  rows: readonly Row[],
  bounds: readonly number[],
  level: readonly Edge[],
  upright: readonly Edge[],
): void {
  const parted = (r: number, c: number): boolean => {
    const y = rows[r]!.bottom;
    const [x0, x1] = [bounds[c]!, bounds[c + 1]!];
    return (
      covered(
        level.filter((e) => Math.abs(e.at - y) <= NEAR),
        x0,
        x1,
      ) >= SIDE_SHARE
    );
  };
  const walled = (r: number, c: number): boolean => {
    const x = bounds[c + 1]!;
    return (
      covered(
        upright.filter((e) => Math.abs(e.at - x) <= NEAR),
        rows[r]!.top,
        rows[r]!.bottom,
      ) >= SIDE_SHARE
    );
  };
  for (const draft of [...drafts]) {
    if (!drafts.includes(draft)) continue;
    // Sideways first: an empty neighbour without a wall is part of this cell.
    const openRow = (r: number): boolean => bounds.slice(1, -1).some((_, c) => walled(r, c));
    while (draft.col + draft.colSpan < bounds.length - 1 && openRow(draft.row)) {
      const next = draft.col + draft.colSpan;
      if (walled(draft.row, next - 1) || at(drafts, draft.row, next)) break;
      draft.colSpan++;
    }
    while (draft.col > 0 && openRow(draft.row)) {
      if (walled(draft.row, draft.col - 1) || at(drafts, draft.row, draft.col - 1)) break;
      draft.col--;
      draft.colSpan++;
    }
  }
  for (let c = 0; c < bounds.length - 1; c++) {
    for (let r = 0; r < rows.length - 1; r++) {
      const ruleHere = bounds.slice(0, -1).some((_, k) => parted(r, k));
      if (!ruleHere || parted(r, c)) continue;
      const upper = at(drafts, r, c);
      const lower = at(drafts, r + 1, c);
      if (upper && lower && upper !== lower && upper.colSpan === 1 && lower.colSpan === 1) {
        upper.phrases.push(...lower.phrases);
        upper.rowSpan = lower.row + lower.rowSpan - upper.row;
        drafts.splice(drafts.indexOf(lower), 1);
      } else if (upper && !lower && upper.colSpan === 1) upper.rowSpan = Math.max(upper.rowSpan, r + 2 - upper.row);
    }
    // From the bottom up, so that a label centred beside many rows reaches the first of them.
    for (let r = rows.length - 2; r >= 0; r--) {
      const ruleHere = bounds.slice(0, -1).some((_, k) => parted(r, k));
      const lower = at(drafts, r + 1, c);
      if (!ruleHere || parted(r, c) || at(drafts, r, c) || lower?.colSpan !== 1 || lower.row !== r + 1) continue;
      lower.rowSpan += 1;
      lower.row = r;
    }
  }
}

/** A rule under part of the columns ties the head above it to all of them. */
function spreadOverPartialRules(
  drafts: Draft[],
  rows: readonly Row[],
  bounds: readonly number[],
  level: readonly Edge[],
): void {
  const width = bounds.at(-1)! - bounds[0]!;
  for (const edge of level) {
    if (!edge.drawn || edge.to - edge.from > 0.8 * width) continue;
    const r = rows.findIndex((row) => row.bottom > edge.at - NEAR && row.lines[0]!.box[1] < edge.at);
    if (r < 0 || r > 3 || edge.at < rows[r]!.lines.at(-1)!.baseline - 1) continue;
    const covers: number[] = [];
    for (let c = 0; c < bounds.length - 1; c++) {
      const share = covered([edge], bounds[c]!, bounds[c + 1]!);
      if (share >= SIDE_SHARE) covers.push(c);
    }
    if (covers.length < 2) continue;
    const above = covers.map((c) => at(drafts, r, c)).filter((d) => d !== undefined);
    const one = new Set(above).size === 1 ? above[0]! : null;
    if (!one || one.row !== r) continue;
    const end = Math.max(one.col + one.colSpan - 1, covers.at(-1)!);
    one.col = Math.min(one.col, covers[0]!);
    one.colSpan = end - one.col + 1;
  }
}

const at = (drafts: readonly Draft[], r: number, c: number): Draft | undefined =>
  drafts.find((d) => d.row <= r && r < d.row + d.rowSpan && d.col <= c && c < d.col + d.colSpan);

/** Share of [from, to] that the edges cover. */
function covered(edges: readonly Edge[], from: number, to: number): number {
  let length = 0;
  for (const edge of edges) length += Math.max(0, Math.min(edge.to, to) - Math.max(edge.from, from));
  return length / Math.max(1, to - from);
}

function toCell(draft: Draft, rows: readonly Row[], bounds: readonly number[]): Cell {
  const lines = textLines(draft.phrases);
  const last = rows[draft.row + draft.rowSpan - 1]!;
  return {
    row: draft.row,
    col: draft.col,
    rowSpan: draft.rowSpan,
    colSpan: draft.colSpan,
    text: lines.map((l) => l.text).reduce(joinText, ''),
    box: tidy([bounds[draft.col]!, rows[draft.row]!.top, bounds[draft.col + draft.colSpan]!, last.bottom]),
    header: false,
    marks: draft.phrases.flatMap((p) => p.marks),
    lines,
  };
}

/** Phrases of one cell as lines of text, top to bottom. */
export function textLines(phrases: readonly Phrase[]): TextLine[] {
  const lines: { baseline: number; phrases: Phrase[] }[] = [];
  for (const phrase of phrases.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && phrase.baseline - last.baseline <= 0.4 * phrase.size) last.phrases.push(phrase);
    else lines.push({ baseline: phrase.baseline, phrases: [phrase] });
  }
  return lines.map((l) => toTextLine(l.phrases));
}

/** Phrases on one baseline as one line of text. */
export function toTextLine(phrases: readonly Phrase[]): TextLine {
  const sorted = phrases.toSorted((a, b) => a.box[0] - b.box[0]);
  return {
    text: sorted.map((p) => p.text).join(' '),
    box: tidy(union(sorted.map((p) => p.box))),
    size: Math.max(...sorted.map((p) => p.size)),
    bold: sorted.every((p) => p.bold),
    color: sorted[0]!.color,
    runs: sorted.flatMap((p) => p.runs),
  };
}

/** Rows and columns without any text are taken out and the rest renumbered. */
function dropEmpty(cells: Cell[], rows: number, cols: number): Grid {
  const starts = (of: (c: Cell) => number): number[] => [...new Set(cells.map(of))].sort((a, b) => a - b);
  const rowIds = starts((c) => c.row);
  const colIds = starts((c) => c.col);
  const renumber = (ids: number[], from: number, span: number): [number, number] => {
    const start = ids.filter((i) => i < from).length;
    return [start, Math.max(1, ids.filter((i) => i >= from && i < from + span).length)];
  };
  for (const cell of cells) {
    [cell.row, cell.rowSpan] = renumber(rowIds, cell.row, cell.rowSpan);
    [cell.col, cell.colSpan] = renumber(colIds, cell.col, cell.colSpan);
  }
  return { cells, rows: Math.min(rows, rowIds.length), cols: Math.min(cols, colIds.length) };
}
