import type { FileOutcome } from '../../src/cli/check-files.ts';

export type Ending = 'result' | 'partial' | 'refusal' | 'crash';

/** What stack traces and unprinted values look like: no sentence for a user holds them. */
const UNCLEAN = /undefined|NaN|\[object|Error:|\bat \w+ \(/;

/**
 * How a check ended, and a note on it. A refusal must be one clean sentence or two; a check that broke off unexpectedly
 * is a crash, however politely it says so.
 */
export function judge({ result }: Pick<FileOutcome, 'result'>): { ending: Ending; note: string } {
  if ('report' in result) {
    const { pages, partial } = result.report.document;
    const figures = `${pages} pages, ${result.report.facts.length} figures`;
    if (!partial) return { ending: 'result', note: figures };
    return { ending: 'partial', note: `${figures}; ${partial.map(({ sentence }) => sentence).join(' ')}` };
  }
  const { code, sentence } = result.refusal;
  const isClean = /^[A-Z].*\.$/.test(sentence) && !UNCLEAN.test(sentence);
  return { ending: code === 'internal' || !isClean ? 'crash' : 'refusal', note: `${code}: ${sentence}` };
}
