import { tidy, union } from '../geometry/box.ts';
import type { Box } from '../model/page.ts';
import type { TextLine } from '../model/table.ts';

interface PlacedChar {
  char: string;
  box: Box;
}

/**
 * Finds where a stretch of a block's or cell's text stands on the page. White space is ignored, so that it does not
 * matter how lines were joined.
 * @param text the whole text that `start` and `end` count in
 * @returns box of the stretch on the line where it begins (all lines when `allLines`), or null when it is not found
 */
export function locate(
  lines: readonly TextLine[],
  text: string,
  start: number,
  end: number,
  allLines = false,
): Box | null {
  const skipped = squeeze(text.slice(0, start)).length;
  const length = squeeze(text.slice(start, end)).length;
  if (length === 0) return null;
  let at = skipped;
  const boxes: Box[] = [];
  let wanted = length;
  for (const chars of placeLines(lines)) {
    if (at >= chars.length) {
      at -= chars.length;
      continue;
    }
    const here = chars.slice(at, at + wanted);
    boxes.push(union(here.map((c) => c.box)));
    wanted -= here.length;
    at = 0;
    if (wanted <= 0 || !allLines) break;
  }
  return boxes.length > 0 ? tidy(union(boxes)) : null;
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The lines asked for last, with their characters: one block's figures are located one after the other. */
let lastPlaced: { lines: readonly TextLine[]; chars: PlacedChar[][] } = { lines: [], chars: [] };

function placeLines(lines: readonly TextLine[]): PlacedChar[][] {
  if (lastPlaced.lines !== lines) lastPlaced = { lines, chars: lines.map(placeChars) };
  return lastPlaced.chars;
}

/**
 * A line's characters with their boxes, white space left out. The runs also hold footnote marks that the text does not:
 * a character of a run that the text lacks is passed over.
 */
function placeChars(line: TextLine): PlacedChar[] {
  const printed: PlacedChar[] = [];
  for (const run of line.runs) {
    for (let i = 0; i < run.text.length; i++) {
      const char = run.text[i]!;
      if (/\s/.test(char)) continue;
      printed.push({ char, box: [run.edges[i]!, run.box[1], run.edges[i + 1]!, run.box[3]] });
    }
  }
  const placed: PlacedChar[] = [];
  let at = 0;
  for (const char of squeeze(line.text)) {
    let next = at;
    while (next < printed.length && next - at <= MAX_MARK && !sameChar(char, printed[next]!.char)) next++;
    const found = printed[next];
    if (found && sameChar(char, found.char)) {
      placed.push(found);
      at = next + 1;
    } else placed.push({ char, box: placed.at(-1)?.box ?? line.box });
  }
  return placed;
}

/** Footnote marks are at most this many characters. */
const MAX_MARK = 8;

const sameChar = (a: string, b: string): boolean => a === b || (a === '²' && b === '2') || (a === '³' && b === '3');
