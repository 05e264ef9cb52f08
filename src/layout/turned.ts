import type { Claim, Fact, IndexEntry } from '../model/fact.ts';
import type { Box, Page, TextRun } from '../model/page.ts';
import type { Block, Table, TextLine } from '../model/table.ts';

/** How a page's text is turned, in degrees clockwise, and the page's size as it is shown, in points. */
export interface Turn {
  angle: 90 | 180 | 270;
  width: number;
  height: number;
}

/** A page is turned when this share of its characters is, and there are so many of them. */
const TURNED_SHARE = 0.6;
const MIN_TURNED = 100;
/** Depth of a run below its baseline, as a share of the font size: see how runs are built. */
const DESCENT = 0.2;

/**
 * Pages whose text runs up or down the page, as wide tables in a portrait report do → the same pages with that text
 * upright.
 * @returns `turns` holds the pages that were turned, by number; the others are passed on as they are
 */
export function turnUpright(pages: readonly Page[]): { pages: Page[]; turns: Map<number, Turn> } {
  const turns = new Map<number, Turn>();
  const upright = pages.map((page) => {
    const angle = mainAngle(page.runs);
    if (angle === 0) return page;
    const turn: Turn = { angle, width: page.width, height: page.height };
    turns.set(page.number, turn);
    return turnPage(page, turn);
  });
  return { pages: upright, turns };
}

/** The angle that most of a page's text has; 0 when there is little text. */
function mainAngle(runs: readonly TextRun[]): 0 | Turn['angle'] {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run.angle, (counts.get(run.angle) ?? 0) + run.text.length);
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  const [angle, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return count >= MIN_TURNED && count >= TURNED_SHARE * all ? (angle as 0 | Turn['angle']) : 0;
}

function turnPage(page: Page, turn: Turn): Page {
  const across = turn.angle !== 180;
  return {
    ...page,
    width: across ? page.height : page.width,
    height: across ? page.width : page.height,
    runs: page.runs.map((run) => turnRun(run, turn)),
    segments: page.segments.map((s) => ({
      ...s,
      direction: across ? (s.direction === 'h' ? 'v' : 'h') : s.direction,
      box: turnBox(s.box, turn),
    })),
    fills: page.fills.map((f) => ({ ...f, box: turnBox(f.box, turn) })),
  };
}

/** A run as it stands on the turned page. `edges` run along the writing, from the origin of the page as shown. */
export function turnRun(run: TextRun, turn: Turn): TextRun {
  const box = turnBox(run.box, turn);
  const angle = (run.angle - turn.angle + 360) % 360;
  if (angle !== 0) return { ...run, box, angle, baseline: box[3] };
  const from = { 90: 0, 180: turn.width, 270: turn.height }[turn.angle];
  return { ...run, box, angle, edges: run.edges.map((e) => e + from), baseline: box[3] - DESCENT * run.size };
}

/** A box of the page as shown → the same on the turned page. */
function turnBox([x0, y0, x1, y1]: Box, { angle, width, height }: Turn): Box {
  if (angle === 90) return [y0, width - x1, y1, width - x0];
  if (angle === 270) return [height - y1, x0, height - y0, x1];
  return [width - x1, height - y1, width - x0, height - y0];
}

/** A box of the turned page → the same on the page as shown. */
function boxAsShown([x0, y0, x1, y1]: Box, { angle, width, height }: Turn): Box {
  if (angle === 90) return [width - y1, x0, width - y0, x1];
  if (angle === 270) return [y0, height - x1, y1, height - x0];
  return [width - x1, height - y1, width - x0, height - y0];
}

/**
 * Puts the boxes of what was read on turned pages where they are on the pages as shown, in place. Lines lose their
 * runs there, so that words are marked by whole lines.
 */
export function turnBack(
  read: { blocks: Block[]; tables: Table[]; facts: Fact[]; claims: Claim[]; index: IndexEntry[] },
  turns: ReadonlyMap<number, Turn>,
): void {
  if (turns.size === 0) return;
  const lines = (all: TextLine[], turn: Turn): TextLine[] =>
    all.map((line) => ({ ...line, box: boxAsShown(line.box, turn), runs: [] }));
  for (const block of read.blocks) {
    const turn = turns.get(block.page);
    if (turn) Object.assign(block, { box: boxAsShown(block.box, turn), lines: lines(block.lines, turn) });
  }
  for (const table of read.tables) {
    const turn = turns.get(table.page);
    if (!turn) continue;
    table.box = boxAsShown(table.box, turn);
    for (const cell of table.cells)
      Object.assign(cell, { box: boxAsShown(cell.box, turn), lines: lines(cell.lines, turn) });
  }
  for (const item of [...read.facts, ...read.claims, ...read.index]) {
    const turn = turns.get(item.page);
    if (turn) item.box = boxAsShown(item.box, turn);
  }
  for (const claim of read.claims) {
    const turn = turns.get(claim.page);
    if (turn && claim.magnitudeBox) claim.magnitudeBox = boxAsShown(claim.magnitudeBox, turn);
  }
}
