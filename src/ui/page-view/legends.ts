import { covers } from '../derive/coverage.ts';
import { t } from '../i18n/t.ts';
import type { LegendEntry } from './Legend.svelte';

/** The signs of the drawing of what was read. */
export function readingLegend(): LegendEntry[] {
  const { signs } = t.pages;
  const { furniture, figure, doubt } = t.pages.hints;
  const hints: Partial<Record<string, string>> = { furniture, figure, doubt };
  return Object.entries(signs).map(([sign, words]) => {
    const title = hints[sign];
    return title === undefined ? { sign, words } : { sign, words, title };
  });
}

/** The signs of the coverage view. */
export function coverLegend(): LegendEntry[] {
  const { titles, meanings } = t.coverage;
  return covers.map((cover) => ({ sign: cover, words: titles[cover].toLowerCase(), title: meanings[cover] }));
}
