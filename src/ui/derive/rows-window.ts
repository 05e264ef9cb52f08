/** A run of rows. */
export interface RowsWindow {
  start: number;
  /** One past the last. */
  end: number;
}

/** Pixels above and below what is seen that are drawn as well, so that no quick scroll shows a gap. */
const overscan = 400;

/**
 * Which of `count` rows of one height are drawn, when the first begins `top` pixels below the top of what is seen
 * (negative when it is scrolled past). All lengths in CSS pixels.
 */
export function rowsInView(count: number, rowHeight: number, top: number, viewHeight: number): RowsWindow {
  const start = Math.max(0, Math.floor((-top - overscan) / rowHeight));
  const end = Math.min(count, Math.ceil((viewHeight - top + overscan) / rowHeight));
  return start < end ? { start, end } : { start: 0, end: 0 };
}

/** Where each group's rows begin below the list's top: heads and open groups' rows, one under the other. */
export function groupTops(rows: readonly number[], headHeight: number, rowHeight: number): number[] {
  let top = 0;
  return rows.map((count) => {
    top += headHeight;
    const here = top;
    top += count * rowHeight;
    return here;
  });
}
