import { lineBoxes } from '../../export/line-boxes.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Fact } from '../../model/fact.ts';
import type { MatrixRow } from '../../model/matrix.ts';
import type { Box } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import { say } from '../i18n/language.svelte.ts';
import type { Item, Standing } from './standing.ts';

export type MarkTone = Standing | 'operand' | 'figure';

/** One mark over the page. */
export interface Mark {
  /** One box, or one for each line of a text that wraps. */
  boxes: Box[];
  tone: MarkTone;
  /** What a screen reader says: `Printed total 11,746.63, Total emissions`. */
  name: string;
  /** Key of the finding, or id of the figure, that a click opens; null when the mark only shows. */
  opens: string | null;
}

/** The mark of a panel that a line joins to the next panel's: the one in the colour of the finding, else the first. */
export function anchorOf(marks: readonly Mark[]): Mark | null {
  return marks.find(({ tone }) => tone !== 'operand') ?? marks[0] ?? null;
}

/** One page in the middle: what to mark on it and where to look. */
export interface Panel {
  page: number;
  /** What stands there: the table's caption or the heading; empty when neither is known. */
  title: string;
  /** The part of the page to bring into view; null is the whole page. */
  focus: Box | null;
  marks: Mark[];
}

/** Points around the focus that are brought into view with it, so that a table keeps its caption and head row. */
const focusMargin = 14;

function union(boxes: Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

function grow(box: Box, by: number): Box {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

function centre(box: Box): [x: number, y: number] {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

function holds(outer: Box, inner: Box): boolean {
  const [x, y] = centre(inner);
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3];
}

/** The tables of the page that hold any of the boxes. */
function tablesAround(report: Report, page: number, boxes: Box[]): Report['tables'] {
  return report.tables.filter((table) => table.page === page && boxes.some((box) => holds(table.box, box)));
}

function describePlace(report: Report, page: number, boxes: Box[]): Pick<Panel, 'title' | 'focus'> {
  const tables = tablesAround(report, page, boxes);
  const table = tables[0];
  const across = union([...boxes, ...tables.map((each) => each.box)]);
  const down = union(boxes);
  // As wide as the tables, so that their labels show; as tall as the marks, so that the eye lands on them.
  const focus = grow([across[0], down[1], across[2], down[3]], focusMargin);
  return { title: table?.caption ?? table?.headings.at(-1) ?? '', focus };
}

function printedEvidence(item: Item): Set<number> {
  const printed = item.finding.working.filter((line) => line.role === 'printed' && line.evidence !== null);
  return new Set(printed.map((line) => line.evidence!));
}

/** A figure stands on one line; what has no figure behind it is words, which may wrap. */
function boxesOf(report: Report, { page, box, raw, factId }: Evidence): Box[] {
  return factId === null ? lineBoxes(report, page, box, raw) : [box];
}

function markOf(report: Report, item: Item, evidence: Evidence, index: number, printed: Set<number>): Mark {
  const decisive = printed.size === 0 || printed.has(index);
  const name = [evidence.role, evidence.raw, evidence.label].filter(Boolean).join(', ');
  return { boxes: boxesOf(report, evidence), tone: decisive ? item.standing : 'operand', name, opens: null };
}

/** The pages of a finding, in the order of its evidence, with every operand marked. */
export function findingPanels(report: Report, item: Item): Panel[] {
  const printed = printedEvidence(item);
  const marks = item.finding.evidence.map((evidence, index) => ({
    page: evidence.page,
    mark: markOf(report, item, evidence, index, printed),
  }));
  return [...new Set(marks.map(({ page }) => page))].map((page) => {
    const here = marks.filter((each) => each.page === page).map(({ mark }) => mark);
    const boxes = here.flatMap((mark) => mark.boxes);
    return { page, marks: here, ...describePlace(report, page, boxes) };
  });
}

const matrixTones: Record<MatrixRow['state'], MarkTone> = {
  met: 'verified',
  partly: 'doubtful',
  missing: 'wrong',
  omitted: 'look',
  notApplicable: 'look',
  cannotTell: 'untold',
};

/** The pages of a requirement of a standard: its rows of the index, then where the report answers it. */
export function matrixPanels(report: Report, { rows, evidence, state }: MatrixRow): Panel[] {
  const marks = [
    ...rows.map((row) => ({ evidence: row.evidence, tone: 'operand' as const })),
    ...evidence.map((each) => ({ evidence: each, tone: matrixTones[state] })),
  ];
  return [...new Set(marks.map((mark) => mark.evidence.page))].map((page) => {
    const here = marks
      .filter((mark) => mark.evidence.page === page)
      .map(({ evidence: each, tone }): Mark => {
        const name = [each.role, each.raw, each.label].filter(Boolean).join(', ');
        return { boxes: boxesOf(report, each), tone, name, opens: null };
      });
    return {
      page,
      marks: here,
      ...describePlace(
        report,
        page,
        here.flatMap((mark) => mark.boxes),
      ),
    };
  });
}

/** The page of one figure, with the figure marked. */
export function factPanel(report: Report, fact: Fact): Panel {
  const mark: Mark = { boxes: [fact.box], tone: 'operand', name: `${fact.raw}, ${fact.label}`, opens: null };
  return { page: fact.page, marks: [mark], ...describePlace(report, fact.page, [fact.box]) };
}

/** Figures but the chosen one, each opening itself. */
export function figureMarks(facts: readonly Fact[], chosen: string | null): Mark[] {
  return facts
    .filter((fact) => fact.id !== chosen)
    .map(({ id, box, raw, label }) => ({ boxes: [box], tone: 'figure', name: `${raw}, ${label}`, opens: id }));
}

/** A whole page, with everything on it that failed; a click on a mark opens its finding. */
export function browsingPanel(report: Report, items: Item[], page: number): Panel {
  const marks: Mark[] = [];
  const marked = new Set<string>();
  for (const item of items) {
    if (item.standing === 'verified' || item.standing === 'untold') continue;
    const printed = printedEvidence(item);
    item.finding.evidence.forEach((evidence, index) => {
      // The most serious comes first; a second mark on the same figure would only darken it.
      if (evidence.page !== page || marked.has(evidence.box.join())) return;
      marked.add(evidence.box.join());
      const mark = markOf(report, item, evidence, index, printed);
      marks.push({ ...mark, name: `${say(item.finding.title)}: ${mark.name}`, opens: item.key });
    });
  }
  return { page, title: '', focus: null, marks };
}

/** A whole page without marks, for a view that draws on it in its own way. */
export function barePanel(page: number): Panel {
  return { page, title: '', focus: null, marks: [] };
}
