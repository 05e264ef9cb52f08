import { ExportError } from '../../export/export-error.ts';
import type { ExportErrorCode } from '../../export/export-error.ts';
import type { Format } from '../../export/write-export.ts';
import { language } from '../i18n/language.svelte.ts';
import type { Language } from '../i18n/language.svelte.ts';
import { download, writeFile } from '../export-menu/write-file.ts';
import type { ReviewState } from './review.svelte.ts';

/** What can be handed on, in the order of the menu. */
export const handedOn: readonly Format[] = [
  'pdf',
  'xlsx',
  'memo',
  'csv',
  'index-csv',
  'requirements-csv',
  'sarif',
  'json',
];

/** The exports of one document: what is being written, how it ended, and in which language. */
export class HandOn {
  readonly #review: ReviewState;
  #language = $state<Language | null>(null);
  /** Whether what was verified is marked, too. */
  all = $state(false);
  busy = $state<Format | null>(null);
  saved = $state<string | null>(null);
  problem = $state<ExportErrorCode | 'internal' | null>(null);

  constructor(review: ReviewState) {
    this.#review = review;
  }

  /** The interface's own language until another is chosen. */
  get language(): Language {
    return this.#language ?? language.current;
  }

  set language(choice: Language) {
    this.#language = choice;
  }

  /** Writes the document in a format and lets the browser save it. */
  async save(format: Format): Promise<void> {
    if (this.busy !== null) return;
    this.busy = format;
    this.saved = this.problem = null;
    try {
      const written = await writeFile(format, this.#review, this);
      download(written);
      this.saved = written.name;
    } catch (error) {
      this.problem = error instanceof ExportError ? error.code : 'internal';
    } finally {
      this.busy = null;
    }
  }
}
