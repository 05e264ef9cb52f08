import type { Fill, Page, Segment, TextRun } from '../../src/model/page.ts';

export interface TextSpec {
  text: string;
  x: number;
  /** Baseline. */
  y: number;
  size?: number;
  bold?: boolean;
  /** Aligns the text's right side with x. */
  right?: boolean;
}

/** Width of a character, as a share of the font size: ideographs fill the square. */
const advance = (char: string): number => (/[\u2e80-\u9fff\uff00-\uffef]/.test(char) ? 1 : 0.5);

/** A run with evenly wide characters. */
export function makeRun({ text, x, y, size = 10, bold = false, right = false }: TextSpec): TextRun {
  const steps = [...text].map((c) => advance(c) * size);
  const width = steps.reduce((a, b) => a + b, 0);
  const start = right ? x - width : x;
  const edges = [start];
  for (const step of steps) edges.push(edges.at(-1)! + step);
  return {
    text,
    box: [start, y - 0.8 * size, start + width, y + 0.2 * size],
    edges,
    baseline: y,
    size,
    font: bold ? 'Test-Bold' : 'Test',
    bold,
    color: '#000000',
    angle: 0,
    invisible: false,
  };
}

/** A page of 600 × 800 points unless said otherwise. */
export function makePage(parts: {
  number?: number;
  width?: number;
  height?: number;
  texts: TextSpec[];
  /** Level rules as [y, from, to], upright ones as [x, from, to]. */
  level?: [number, number, number][];
  upright?: [number, number, number][];
  fills?: Fill[];
}): Page {
  const segments: Segment[] = [
    ...(parts.level ?? []).map(([y, from, to]): Segment => ({
      direction: 'h',
      box: [from, y - 0.25, to, y + 0.25],
      thickness: 0.5,
    })),
    ...(parts.upright ?? []).map(([x, from, to]): Segment => ({
      direction: 'v',
      box: [x - 0.25, from, x + 0.25, to],
      thickness: 0.5,
    })),
  ];
  return {
    number: parts.number ?? 1,
    label: null,
    width: parts.width ?? 600,
    height: parts.height ?? 800,
    runs: parts.texts.map(makeRun),
    segments,
    fills: parts.fills ?? [],
    imageCover: 0,
    unread: null,
  };
}

/** A table's cells as rows of texts, blank where nothing starts. */
export function asRows(table: {
  rows: number;
  cols: number;
  cells: { row: number; col: number; text: string }[];
}): string[][] {
  return Array.from({ length: table.rows }, (_, r) =>
    Array.from({ length: table.cols }, (_, c) => table.cells.find((x) => x.row === r && x.col === c)?.text ?? ''),
  );
}
