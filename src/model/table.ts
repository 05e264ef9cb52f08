import type { Box, TextRun } from './page.ts';

/** One line of text inside one column. */
export interface TextLine {
  text: string;
  box: Box;
  size: number;
  bold: boolean;
  color: string;
  runs: TextRun[];
}

export type BlockKind = 'heading' | 'paragraph' | 'note' | 'furniture';

/** A piece of running text, in reading order. `furniture` is running heads, page numbers and navigation bars. */
export interface Block {
  id: string;
  page: number;
  box: Box;
  kind: BlockKind;
  /** Heading level from 1; 0 for anything else. */
  level: number;
  text: string;
  lines: TextLine[];
  /** Index of the page's column that holds it, from 0; -1 when it spans several. */
  column: number;
}

export interface Cell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  text: string;
  box: Box;
  header: boolean;
  /** Footnote marks taken off the text, such as `1` or `*`. */
  marks: string[];
  /** Lines as printed, top to bottom; `text` joins them. */
  lines: TextLine[];
}

export interface Table {
  id: string;
  page: number;
  box: Box;
  caption: string | null;
  /** Headings that the table stands under, outermost first. */
  headings: string[];
  /** The id of the table that this one goes on from, over a column or page break. */
  continues: string | null;
  rows: number;
  cols: number;
  cells: Cell[];
  /** Text of the notes printed right below. */
  notes: string[];
  /** How the cells were found: `ruled`, `partly-ruled` or `aligned`. */
  method: 'ruled' | 'partly-ruled' | 'aligned';
  /** 0 to 1: how well the grid explains the text in it. */
  confidence: number;
}
