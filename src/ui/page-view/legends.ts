import { covers } from '../derive/coverage.ts';
import { t } from '../i18n/t.ts';
import type { LegendEntry } from './Legend.svelte';

/** The signs of the drawing of what was read. */
export const readingLegend: LegendEntry[] = [
  { sign: 'heading', words: 'heading' },
  { sign: 'paragraph', words: 'text' },
  { sign: 'furniture', words: 'set aside', title: 'Running heads, page numbers and navigation bars' },
  { sign: 'cell', words: 'table' },
  { sign: 'head', words: 'head cell' },
  { sign: 'figure', words: 'figure', title: 'Point at it to see how it was understood' },
  { sign: 'doubt', words: 'figure with a doubt', title: 'Read without a label or a unit, or otherwise unsure' },
  { sign: 'words', words: 'claim, index row' },
];

/** The signs of the coverage view. */
export function coverLegend(): LegendEntry[] {
  const { titles, meanings } = t.coverage;
  return covers.map((cover) => ({ sign: cover, words: titles[cover].toLowerCase(), title: meanings[cover] }));
}
