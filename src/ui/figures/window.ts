/** Rows drawn above and below what is visible, so that a quick scroll shows no gap. */
const overscan = 12;

/** The part of a long list of equally high rows that has to be drawn. */
export interface RowWindow {
  /** First row to draw, and the one after the last. */
  start: number;
  end: number;
}

/** Which of `count` rows, each `rowHeight` pixels high, to draw at this scroll position. */
export function windowOf(count: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const start = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - overscan);
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + overscan);
  return { start, end: Math.max(start, end) };
}

/** The scroll position that brings `row` into view, moving no further than needed. */
export function scrollToRow(row: number, rowHeight: number, scrollTop: number, viewHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewHeight);
}
