import { tidy, union } from '../geometry/box.ts';
import type { Block, TextLine } from '../model/table.ts';
import { IDEOGRAPH, joinText, lineUp } from './phrases.ts';
import type { Phrase, PhraseLine } from './phrases.ts';
import { toTextLine } from './tables/grid.ts';

/** What the usual running text of a document looks like. */
export interface BodyStyle {
  size: number;
  bold: boolean;
}

/** Lines of one paragraph follow each other within this many font sizes … */
const PARAGRAPH_LEADING = 1.9;
/** … and no further than this factor of the paragraph's own leading. */
const LEADING_DRIFT = 1.25;
/** Sizes that differ by more than this, in points, are different texts. */
const SIZE_DRIFT = 0.8;
/** A heading is this much larger than running text, or bold where that is not, … */
const HEADING_SIZE = 1.12;
/** … and no longer than this many characters (an ideograph counts double). */
const HEADING_LENGTH = 120;
/** A line that ends this far (in font sizes) before its column's right side ends a paragraph, if the next starts a new one. */
const SHORT_LINE = 3;
const BULLET = /^(?:[•·●○■□◆◇➢➤▪✓√–—-]|\(?\d{1,2}(?:\.(?!\d)|[)）、])|（\d{1,2}）|[一二三四五六七八九十]+、)\s*/;
const NOTE =
  /^(?:notes?\b\s*\d*\s*[:：.]|注\s*\d*\s*[:：]|註\s*\d*\s*[:：]|备注|備註|说明[:：]|\*+\s|[①-⑳]|[(（]?\d[)）]\s|†)/i;

/** Groups a stretch's phrases into paragraphs, headings and notes, top to bottom. Ids are given later. */
export function buildBlocks(page: number, phrases: readonly Phrase[], column: number, body: BodyStyle): Block[] {
  const lines = lineUp(phrases);
  if (lines.length === 0) return [];
  const right = Math.max(...lines.map((l) => l.box[2]));
  const groups: PhraseLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && continuesParagraph(group, line, right)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => toBlock(page, group, column, body));
}

function continuesParagraph(group: readonly PhraseLine[], line: PhraseLine, right: number): boolean {
  const last = group.at(-1)!;
  const distance = line.baseline - last.baseline;
  if (Math.abs(last.size - line.size) > SIZE_DRIFT || isBold(last) !== isBold(line)) return false;
  if (distance > PARAGRAPH_LEADING * line.size) return false;
  const before = group.at(-2);
  if (before && distance > LEADING_DRIFT * (last.baseline - before.baseline)) return false;
  const text = line.phrases[0]!.text;
  if (BULLET.test(text) || NOTE.test(text)) return false;
  const endsShort = right - last.box[2] > SHORT_LINE * last.size;
  const lastText = last.phrases.at(-1)!.text;
  const sentenceEnds = /[.。!！?？;；:：]["”’)）]?$/.test(lastText);
  if (endsShort && sentenceEnds) return false;
  const indented = line.box[0] - last.box[0] > 1.2 * line.size && sentenceEnds;
  return !indented;
}

const isBold = (line: PhraseLine): boolean => line.phrases.every((p) => p.bold);

function toBlock(page: number, group: readonly PhraseLine[], column: number, body: BodyStyle): Block {
  const lines: TextLine[] = group.map((l) => toTextLine(l.phrases));
  const text = lines.map((l) => l.text).reduce(joinText);
  const size = Math.max(...group.map((l) => l.size));
  const bold = group.every(isBold);
  const long = text.length + (text.match(new RegExp(IDEOGRAPH, 'g'))?.length ?? 0) > HEADING_LENGTH;
  const sentence = /[.。;；,，]$/.test(text) && !/^\d+(?:\.\d+)*\.$/.test(text);
  const large = size >= HEADING_SIZE * body.size;
  const heading = !long && !sentence && /\p{L}/u.test(text) && (large || (bold && !body.bold && group.length <= 2));
  return {
    id: '',
    page,
    box: tidy(union(lines.map((l) => l.box))),
    kind: heading ? 'heading' : NOTE.test(text) ? 'note' : 'paragraph',
    level: 0,
    text,
    lines,
    column,
  };
}

/** The size and weight that most of the document's characters have. */
export function findBodyStyle(phrases: readonly Phrase[]): BodyStyle {
  const counts = new Map<string, number>();
  for (const p of phrases) {
    const key = `${Math.round(p.size * 2) / 2}|${p.bold}`;
    counts.set(key, (counts.get(key) ?? 0) + p.text.length);
  }
  const top = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '10|false';
  const [size, bold] = top.split('|');
  return { size: Number(size), bold: bold === 'true' };
}

/** Gives headings levels by size, the largest first; sizes within half a point are one level. At most six. */
export function levelHeadings(blocks: readonly Block[]): void {
  const sizeOf = (b: Block): number => Math.round(Math.max(...b.lines.map((l) => l.size)));
  const headings = blocks.filter((b) => b.kind === 'heading');
  const sizes = [...new Set(headings.map(sizeOf))].sort((a, b) => b - a);
  for (const heading of headings) heading.level = Math.min(6, sizes.indexOf(sizeOf(heading)) + 1);
}
