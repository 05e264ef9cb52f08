import type { Claim, Fact, IndexEntry } from '../model/fact.ts';
import type { Box } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Block, Table } from '../model/table.ts';
import { clip, placeTags } from './figure-tags.ts';
import { lineBoxes } from './line-boxes.ts';
import { shape, svgNamespace } from './svg.ts';
import type { Shape } from './svg.ts';

/** Blue is what was read, ochre what was read with a doubt, grey what was set aside. The page itself stays as printed. */
const colours = { read: '#285c93', doubt: '#a06800', ink: '#1c1c1a', aside: '#8a877f', paper: '#ffffff' };

/** Points; a viewer that zooms may set another size on the class `label`. */
const labelSize = 6;

/** Points: for what stands inside a row, where a larger label would hide the row. */
const smallLabelSize = 3.6;

export interface DrawingOptions {
  /** Whether to draw the page's outline and its text too, for a file that is looked at without the PDF. */
  paper: boolean;
}

/** Draws what was read on a page: columns, blocks, tables with their cells, index entries, claims and figures. */
export function drawReading(report: Report, page: number, { paper }: DrawingOptions): Shape {
  const [width, height] = report.document.pageSizes[page - 1] ?? [0, 0];
  const here = <T extends { page: number }>(all: T[]): T[] => all.filter((each) => each.page === page);
  const blocks = here(report.blocks);
  const tables = here(report.tables);
  const layers = [
    layer('columns', drawColumns(blocks)),
    layer('blocks', blocks.map(drawBlock)),
    layer(
      'tables',
      tables.map((table) => drawTable(table, report.tables)),
    ),
    layer('index', drawIndex(here(report.index))),
    layer(
      'claims',
      here(report.claims).map((claim) => drawClaim(report, claim)),
    ),
    layer('figures', drawFigures(here(report.facts), tables, [0, 0, width, height])),
  ];
  if (paper) layers.unshift(drawPaper(report, page, blocks, tables));
  return shape(
    'svg',
    {
      xmlns: svgNamespace,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'Noto Sans, Helvetica, Arial, sans-serif',
    },
    [shape('title', {}, [`What was read on page ${page}`]), ...layers],
  );
}

function layer(name: string, shapes: Shape[]): Shape {
  return shape('g', { class: name }, shapes);
}

/** A coordinate with at most two decimals, so that the drawing stays small. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function rect(box: Box, attributes: Shape['attributes'], children: Shape['children'] = []): Shape {
  const [x0, y0, x1, y1] = box;
  const place = { x: short(x0), y: short(y0), width: short(x1 - x0), height: short(y1 - y0) };
  return shape('rect', { ...place, fill: 'none', ...attributes }, children);
}

function text(x: number, y: number, size: number, fill: string, words: string, more: Shape['attributes'] = {}): Shape {
  return shape('text', { x: short(x), y: short(y), 'font-size': short(size), fill, ...more }, [words]);
}

/** Words that name a part of the page, with a halo that keeps them readable on the print. */
function label(
  x: number,
  y: number,
  fill: string,
  words: string,
  anchor: 'start' | 'end' = 'start',
  size = labelSize,
): Shape {
  const halo = { stroke: colours.paper, 'stroke-width': '0.35em', 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const name = size === labelSize ? 'label' : 'small-label';
  return text(x, y, size, fill, words, { class: name, 'font-weight': 600, 'text-anchor': anchor, ...halo });
}

function drawPaper(report: Report, page: number, blocks: Block[], tables: Table[]): Shape {
  const [width, height] = report.document.pageSizes[page - 1] ?? [0, 0];
  const outline = rect([0, 0, width, height], { fill: colours.paper, stroke: colours.aside });
  const unread = report.document.unreadPages.includes(page)
    ? [text(24, 40, 12, colours.ink, 'This page has no text to read.')]
    : [];
  const printed = [...blocks, ...tables.flatMap((table) => table.cells)].flatMap(drawPrinted);
  return shape('g', { class: 'paper' }, [outline, ...unread, shape('g', { fill: colours.aside }, printed)]);
}

/** The lines of a block or cell, a little smaller than printed so that they stay inside their boxes. */
function drawPrinted({ lines }: Pick<Block, 'lines'>): Shape[] {
  return lines.map(({ box, size, text: words }) => {
    const place = { x: short(box[0]), y: short(box[3] - size * 0.24), 'font-size': short(size * 0.86) };
    // Fitted to the printed width, whatever font the viewer has.
    return shape('text', { ...place, textLength: short(box[2] - box[0]), lengthAdjust: 'spacingAndGlyphs' }, [words]);
  });
}

function drawColumns(blocks: Block[]): Shape[] {
  const columns = new Map<number, Box>();
  for (const { column, box, kind } of blocks) {
    if (column < 0 || kind === 'furniture') continue;
    const so = columns.get(column) ?? box;
    const wider: Box = [
      Math.min(so[0], box[0]),
      Math.min(so[1], box[1]),
      Math.max(so[2], box[2]),
      Math.max(so[3], box[3]),
    ];
    columns.set(column, wider);
  }
  if (columns.size < 2) return [];
  return [...columns].map(([column, [x0, y0, x1, y1]]) => {
    const around = rect([x0 - 5, y0 - 9, x1 + 5, y1 + 5], {
      stroke: colours.aside,
      'stroke-width': 0.5,
      'stroke-dasharray': '6 3',
    });
    return shape('g', { class: 'column' }, [
      around,
      label(x1 + 4, y0 - 4.5, colours.aside, `column ${column + 1}`, 'end'),
    ]);
  });
}

function drawBlock({ kind, box, level }: Block): Shape {
  if (kind === 'heading') {
    const bar = rect([box[0] - 4, box[1], box[0] - 2.2, box[3]], { fill: colours.ink });
    const name = label(box[0] - 5, box[3] - 1, colours.ink, `H${level}`, 'end');
    return shape('g', { class: 'heading' }, [bar, name]);
  }
  const looks: Record<'paragraph' | 'note' | 'furniture', Shape['attributes']> = {
    paragraph: { stroke: colours.aside, 'stroke-width': 0.5 },
    note: { stroke: colours.aside, 'stroke-width': 0.6, 'stroke-dasharray': '1 1.5' },
    furniture: { fill: colours.aside, 'fill-opacity': 0.22 },
  };
  return rect([box[0] - 1.5, box[1] - 1, box[2] + 1.5, box[3] + 1], { class: kind, ...looks[kind] });
}

function drawTable(table: Table, all: Table[]): Shape {
  const [x0, y0, x1, y1] = table.box;
  const cells = table.cells.map((cell) =>
    rect(cell.box, {
      class: cell.header ? 'cell head' : 'cell',
      stroke: colours.read,
      'stroke-width': cell.rowSpan > 1 || cell.colSpan > 1 ? 1 : 0.45,
      ...(cell.header ? { fill: colours.read, 'fill-opacity': 0.16 } : {}),
    }),
  );
  const doubt = table.confidence < 0.7 ? ` · unsure (${table.confidence.toFixed(2)})` : '';
  const size = `${table.rows} × ${table.cols}`;
  const name = [table.id, size, table.method + doubt, table.caption].filter(Boolean).join(' · ');
  const from = all.find((each) => each.id === table.continues);
  const onward = all.find((each) => each.continues === table.id);
  return shape('g', { class: 'table', 'data-table': table.id }, [
    ...cells,
    rect(table.box, { class: 'edge', stroke: colours.read, 'stroke-width': 1.2 }),
    label(x0, y0 - 1.5, colours.read, clip(name, labelSize, x1 - x0).text),
    ...(from ? drawArrow(x1, y0, -1, `goes on from p. ${from.page}`) : []),
    ...(onward ? drawArrow(x1, y1, 1, `goes on on p. ${onward.page}`) : []),
  ]);
}

/** An arrow out of the table's right corner, up (-1) to where it comes from or down (1) to where it goes on. */
function drawArrow(x: number, y: number, down: 1 | -1, words: string): Shape[] {
  const tip = y + down * 9;
  const path = `M${short(x - 4)} ${short(y)}V${short(tip)}M${short(x - 6.5)} ${short(tip - down * 3)}L${short(x - 4)} ${short(tip)}L${short(x - 1.5)} ${short(tip - down * 3)}`;
  return [
    shape('path', { class: 'goes-on', d: path, fill: 'none', stroke: colours.read, 'stroke-width': 1.1 }),
    label(x - 9, y + (down > 0 ? 8 : -8), colours.read, words, 'end'),
  ];
}

/** One box for each printed row of the index, with all its codes. */
function drawIndex(entries: IndexEntry[]): Shape[] {
  const rows = Map.groupBy(entries, (entry) => `${entry.box.join()} ${entry.standard}`);
  return [...rows.values()].map((row) => {
    const { box, standard } = row[0]!;
    const name = `${standard} ${row.map((entry) => entry.code).join(', ')}`;
    return shape('g', { class: 'entry' }, [
      rect(box, { stroke: colours.read, 'stroke-width': 0.8, 'stroke-dasharray': '3 1.5' }),
      label(box[2] - 1, box[3] - 1, colours.read, name, 'end', smallLabelSize),
    ]);
  });
}

const arrows: Record<Claim['direction'], string> = { up: '↑', down: '↓', flat: '→' };

function drawClaim(report: Report, claim: Claim): Shape {
  const { page, box, raw, direction, magnitudeRaw, period, against, subject } = claim;
  const years = [against, period].filter(Boolean).join(' → ');
  const words = [`${arrows[direction]} ${magnitudeRaw ?? ''}`.trim(), years, subject].filter(Boolean).join(' · ');
  const parts = lineBoxes(report, page, box, raw).map((part) =>
    rect(part, { stroke: colours.read, 'stroke-width': 0.6, 'stroke-dasharray': '5 1.5 1 1.5' }),
  );
  return shape('g', { class: 'claim' }, [shape('title', {}, [`Claim: ${words}`]), ...parts]);
}

function drawFigures(facts: Fact[], tables: Table[], page: Box): Shape[] {
  const tags = placeTags(facts, ({ tableId }) => tables.find((table) => table.id === tableId)?.box ?? page);
  return facts.map((fact, index) => {
    const doubtful = fact.doubts.length > 0 || fact.label === '' || fact.unit === null;
    const colour = doubtful ? colours.doubt : colours.read;
    const [x0, y0, x1, y1] = fact.box;
    const box = rect([x0 - 1, y0 - 0.5, x1 + 1, y1 + 0.5], {
      fill: colour,
      'fill-opacity': 0.13,
      stroke: colour,
      'stroke-width': 0.8,
      rx: 1.5,
      ...(doubtful ? { 'stroke-dasharray': '2.2 1.2' } : {}),
    });
    const { x, anchor, top, size, lines } = tags[index]!;
    const width = Math.max(...lines.map((line) => line.width));
    const left = anchor === 'start' ? x : x - width;
    const ground = rect([left - 0.6, top, left + width + 0.6, top + size * 2.3], {
      fill: colours.paper,
      'fill-opacity': 0.8,
    });
    const words = lines.map((line, at) =>
      text(x, top + size * (0.95 + at * 1.12), size, colour, line.text, { 'text-anchor': anchor }),
    );
    return shape('g', { class: 'figure', 'data-fact': fact.id }, [
      box,
      shape('g', { class: 'tag' }, [ground, ...words]),
    ]);
  });
}
