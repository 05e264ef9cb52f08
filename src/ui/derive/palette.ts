import { commands } from '../commands/commands.ts';
import type { Command, CommandId } from '../commands/commands.ts';
import { say } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';
import type { ReviewState } from '../state/review.svelte.ts';
import { findingText, wordsOf } from './finding-text.ts';
import { marginNote } from './margin-note.ts';

/** One line of the palette. */
export interface Choice {
  id: string;
  name: string;
  /** What stands beside the name: a key, or a finding's numbers. */
  command: CommandId | null;
  note: string;
  run: () => void;
}

/** More findings than this hide the commands below them. */
const mostFindings = 8;

/** What is typed → what can be done: a page by its number, commands by their names, findings by their words. */
export function choicesFor(query: string, review: ReviewState): Choice[] {
  const words = wordsOf(query);
  const matches = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const done = commands
    .filter((command: Command) => command.id !== 'palette' && command.applies?.(review) !== false)
    .filter(({ id }) => matches(t.keys.commands[id]))
    .map(({ id, run }) => ({ id, name: t.keys.commands[id], command: id, note: '', run: () => run(review) }));
  return words.length === 0 ? done : [...pageChoices(query, review), ...done, ...findingChoices(words, review)];
}

function pageChoices(query: string, review: ReviewState): Choice[] {
  const page = /^\d+$/.test(query.trim()) ? Number(query) : 0;
  if (page < 1 || page > review.report.document.pages) return [];
  return [{ id: 'page', name: t.keys.goToPage(page), command: null, note: '', run: () => review.browse(page) }];
}

function findingChoices(words: string[], review: ReviewState): Choice[] {
  const found = [];
  for (const item of review.items) {
    if (found.length === mostFindings) break;
    const text = findingText(item);
    if (words.every((word) => text.includes(word))) found.push(item);
  }
  return found.map((item) => ({
    id: `finding ${item.key}`,
    name: say(item.finding.title),
    command: null,
    note: marginNote(item.finding),
    run: () => review.chooseFinding(item.key),
  }));
}
