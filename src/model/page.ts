/** A rectangle `[x0, y0, x1, y1]` in PDF points from the page's top left corner, y down. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One unbroken piece of text: glyphs of one font and size on one baseline, with no gap wider than a word space. */
export interface TextRun {
  text: string;
  box: Box;
  /** x of each UTF-16 unit's left edge, plus the right edge of the last: `text.length + 1` values, in points. */
  edges: number[];
  /** y of the baseline, in points from the top. */
  baseline: number;
  /** Font size as it appears on the page, in points. */
  size: number;
  font: string;
  bold: boolean;
  /** Fill colour as `#rrggbb`; empty when the fill is a pattern. */
  color: string;
  /** Degrees clockwise that the text is turned: 0, 90, 180 or 270. */
  angle: number;
  /** Painted with rendering mode 3 or off the visible page: an OCR layer or hidden text. */
  invisible: boolean;
}

/** A horizontal or vertical stroke, or a filled box thin enough to be one. */
export interface Segment {
  direction: 'h' | 'v';
  box: Box;
  /** Stroke width or the thin side of the box, in points. */
  thickness: number;
}

/** A filled area, such as a zebra stripe or the ground of a head row. */
export interface Fill {
  box: Box;
  color: string;
}

/** One page as it was painted. Text, strokes and fills are in painting order. */
export interface Page {
  /** Counts from 1. */
  number: number;
  /** The page label that a viewer shows, if the file states one. */
  label: string | null;
  width: number;
  height: number;
  runs: TextRun[];
  segments: Segment[];
  fills: Fill[];
  /** Share of the page that images cover, 0 to 1 (overlaps counted once per image, capped at 1). */
  imageCover: number;
  /** Why the page has no usable text (a picture, blank, broken, or left out by a limit), or null when it was read. */
  unread: 'scan' | 'empty' | 'damaged' | 'too-slow' | 'too-complex' | 'not-reached' | null;
}

/** An entry of the document outline (bookmarks). */
export interface OutlineEntry {
  title: string;
  page: number | null;
  level: number;
}
