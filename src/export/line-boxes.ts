import type { Box } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { TextLine } from '../model/table.ts';

/** Points that a line may stick out of the block's part and still belong to it. */
const slack = 1;

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A letter's width against the others of its line: an ideograph is about twice a Latin letter. */
function letterWidths(text: string): number[] {
  return [...squeeze(text)].map((letter) => (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1));
}

/** The part of a line from its `start`th to before its `end`th letter, as far as letters of one width can tell. */
function partOf({ text, box }: TextLine, start: number, end: number): Box {
  const widths = letterWidths(text);
  const sum = (count: number): number => widths.slice(0, count).reduce((total, width) => total + width, 0);
  const scale = (box[2] - box[0]) / Math.max(1, sum(widths.length));
  return [box[0] + sum(start) * scale, box[1], box[0] + sum(Math.min(end, widths.length)) * scale, box[3]];
}

/**
 * A printed stretch of text as one box a line. A clause that wraps begins in the middle of one line and ends in the
 * middle of another; one box around it would cover its neighbours too.
 * @returns the box itself when the stretch stands on one line or is not found
 */
export function lineBoxes(report: Pick<Report, 'blocks'>, page: number, box: Box, raw: string): Box[] {
  const wanted = squeeze(raw);
  for (const block of report.blocks) {
    if (block.page !== page || block.lines.length < 2) continue;
    if (box[1] < block.box[1] - slack || box[3] > block.box[3] + slack) continue;
    if (box[0] < block.box[0] - slack || box[2] > block.box[2] + slack) continue;
    const lengths = block.lines.map((line) => [...squeeze(line.text)].length);
    const before = squeeze(block.lines.map((line) => line.text).join('')).indexOf(wanted);
    if (before < 0) continue;
    const length = [...wanted].length;
    let at = 0;
    const parts = block.lines.flatMap((line, index) => {
      const start = Math.max(0, before - at);
      const end = Math.min(lengths[index]!, before + length - at);
      at += lengths[index]!;
      return end > start ? [partOf(line, start, end)] : [];
    });
    if (parts.length > 1) return parts;
  }
  return [box];
}
