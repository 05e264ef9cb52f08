import type { Fact } from '../../model/fact.ts';
import { sayDoubt } from '../i18n/doubt.ts';
import { say } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';
import type { FigureCover } from './coverage.ts';

/** What a pointed-at figure says of itself. */
export interface FigureNote {
  fact: Fact;
  label: string;
  /** Period · unit · metric. */
  meaning: string;
  /** Where it stands: headings, band rows and caption. */
  under: string;
  /** `Verified`, and the titles of the relations that decided it. */
  standing: string;
  relations: string[];
  doubts: string[];
}

/** More relations than this hide the page under the note. */
const mostRelations = 4;

/** Headings, band rows and caption, outermost first; a caption that repeats its heading is said once. */
export function placeOf({ context }: Fact): string {
  return context.filter((words, index) => words !== context[index - 1]).join(' › ');
}

/** The note of a figure. */
export function figureNote(fact: Fact, { cover, items }: FigureCover): FigureNote {
  const relations = items.slice(0, mostRelations).map(({ finding, standing }) => {
    return `${standing === 'verified' ? '✓' : '✗'} ${say(finding.title)}`;
  });
  if (items.length > mostRelations) relations.push(t.figures.more(items.length - mostRelations));
  return {
    fact,
    label: fact.label || t.figures.noLabel,
    meaning: [fact.period ?? t.figures.noPeriod, fact.unit ?? t.figures.noUnit, fact.metric, fact.boundary]
      .filter(Boolean)
      .join(' · '),
    under: placeOf(fact),
    standing: t.coverage.titles[cover],
    relations,
    doubts: fact.doubts.map(sayDoubt),
  };
}
