import type { Fact } from '../model/fact.ts';
import type { Box } from '../model/page.ts';

/** Where and how large the two lines of words under a figure are drawn, in points. */
export interface FigureTag {
  x: number;
  anchor: 'start' | 'end';
  top: number;
  size: number;
  lines: { text: string; width: number }[];
}

/** Points: readable at twice the page's size; in a dense table the tag shrinks down to the smallest. */
const tagSize = 3.4;
const smallestTag = 1.7;

/** Two lines of a tag are this many times its letters' size high. */
const tagHeight = 2.3;

/** Share of the font size that a letter is wide: an ideograph fills its square. */
const latinWidth = 0.56;

function letterWidth(letter: string): number {
  return /[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? 1 : latinWidth;
}

/** Words cut to `room` points, with their width at this font size. */
export function clip(words: string, size: number, room: number): { text: string; width: number } {
  let width = 0;
  let shown = '';
  for (const letter of words) {
    const next = width + letterWidth(letter) * size;
    if (next > room) return { text: `${shown.trimEnd()}…`, width };
    width = next;
    shown += letter;
  }
  return { text: shown, width };
}

/** What a figure was understood as, in two lines: its label, and period · unit · metric. */
export function figureLines(fact: Fact): [label: string, rest: string] {
  const rest = [fact.period ?? 'no period', fact.unit ?? 'no unit', fact.metric, fact.boundary];
  return [fact.label || 'no label', rest.filter(Boolean).join(' · ')];
}

function sameLine(a: Box, b: Box): boolean {
  return Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0.4 * Math.min(a[3] - a[1], b[3] - b[1]);
}

/** Points: a tag in running text is cut here, so that it hides little of what is printed below it. */
const longestTag = 130;

/**
 * Finds a place under each figure that its neighbours leave free: to the right or the left, and as large as the gap below.
 * @param bounds the box that a figure's tag must stay in, such as its table
 */
export function placeTags(facts: Fact[], bounds: (fact: Fact) => Box): FigureTag[] {
  return facts.map((fact) => {
    const { box } = fact;
    const within = bounds(fact);
    let right = within[2] - box[0];
    let left = box[2] - within[0];
    let below = Infinity;
    for (const { box: other } of facts) {
      if (other === box) continue;
      if (sameLine(box, other)) {
        if (other[0] > box[0]) right = Math.min(right, other[0] - box[0]);
        else left = Math.min(left, box[2] - other[2]);
      } else if (other[1] > box[1] && other[0] < box[2] && other[2] > box[0])
        below = Math.min(below, other[1] - box[3]);
    }
    const size = Math.min(tagSize, Math.max(smallestTag, below / tagHeight));
    const anchor = right >= left ? 'start' : 'end';
    const room = Math.min(longestTag, Math.max(right, left) - 2);
    const lines = figureLines(fact).map((words) => clip(words, size, room));
    return { x: anchor === 'start' ? box[0] : box[2], anchor, top: box[3] + 0.6, size, lines };
  });
}
