import { joinText } from '../layout/phrases.ts';
import type { Block } from '../model/table.ts';
import type { Text } from './word-cells.ts';

/** Running text in which a sentence may go on from one column or page to the next. */
export interface Passage extends Text {
  isHeading: boolean;
  /** Where in the text each page begins, in reading order; the first begins at 0. */
  pages: { from: number; page: number }[];
}

/** Sizes of type that differ by more than this, in points, are different texts. */
const SAME_SIZE = 0.4;
/** A last line that ends this far, in font sizes, before the right side of its paragraph ends it. */
const SHORT_LINE = 3;

/**
 * Blocks in reading order → the same texts, a paragraph that breaks off at the foot of a column joined with the one
 * that goes on at the top of the next. Headings and notes stay by themselves.
 */
export function joinRunOn(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  let open: { passage: Passage; last: Block } | null = null;
  for (const block of blocks) {
    if (open !== null && goesOn(open.last, block)) {
      const { passage } = open;
      const text = joinText(passage.text, block.text);
      const from = text.length - block.text.length;
      if (passage.pages.at(-1)!.page !== block.page) passage.pages.push({ from, page: block.page });
      passage.text = text;
      passage.lines = [...passage.lines, ...block.lines];
      open.last = block;
      continue;
    }
    const { page, text, lines, box } = block;
    const passage: Passage = {
      page,
      text,
      lines,
      box,
      isHeading: block.kind === 'heading',
      pages: [{ from: 0, page }],
    };
    passages.push(passage);
    // Notes stand below the text of their column and do not part it from the next.
    if (block.kind === 'paragraph') open = { passage, last: block };
    else if (block.kind === 'heading') open = null;
  }
  return passages;
}

/** Whether a paragraph breaks off, and the next, in another column or on the next page, begins in mid-sentence. */
function goesOn(last: Block, next: Block): boolean {
  if (next.kind !== 'paragraph') return false;
  const [end, begin] = [last.lines.at(-1), next.lines[0]];
  // Text that was never set has no lines.
  if (end === undefined || begin === undefined) return false;
  const beside = next.box[1] < end.box[1] && next.box[0] >= last.box[2];
  if (next.page === last.page ? !beside : next.page !== last.page + 1) return false;
  if (Math.abs(end.size - begin.size) > SAME_SIZE || end.bold !== begin.bold) return false;
  if (last.lines.length < 2 || last.box[2] - end.box[2] > SHORT_LINE * end.size) return false;
  if (/[.。!！?？:：;；]["”’」』)）]?$/.test(last.text)) return false;
  return /^(?:[\p{Ll}\d$€£¥(（“"「]|[\u4e00-\u9fff])/u.test(next.text);
}

/** The page on which a stretch of a passage begins. */
export const pageAt = (passage: Text & Partial<Passage>, start: number): number =>
  passage.pages?.findLast((p) => p.from <= start)?.page ?? passage.page;
