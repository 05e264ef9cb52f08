import type { Evidence } from '../../model/finding.ts';
import type { AskedFigures, Requirement } from '../../model/rule.ts';
import { factEvidence } from '../finding.ts';
import type { CheckContext } from '../kind.ts';
import { listPassages } from '../passages.ts';
import { listIndexPages } from './places.ts';
import { holdsWord, plainText } from './words.ts';

/** The figures that a requirement asks for, held against the report. */
export interface FoundFigures {
  evidence: Evidence[];
  /** What the report has no figures of. */
  lacking: AskedFigures[];
}

/** A reader needs to see that the figure is there, not every place of it. */
const MOST_FIGURES = 3;

/**
 * Requirement → figures that answer it, those of the named pages first, and what nothing answers. What no figure was read for may still stand
 * in words: one of its words in a sentence or a row of a table with a number, or with a word for all or none, is enough.
 * @param pages pages of the file that the index names
 */
export function findFigures({ figures }: Requirement, pages: readonly number[], context: CheckContext): FoundFigures {
  const { facts, document } = context.reading;
  // The vocabulary knows English and Chinese: what other languages say in words cannot be looked for.
  const knows = document.languages.every((language) => /^(?:en|zh)/.test(language));
  const found: FoundFigures = { evidence: [], lacking: [] };
  for (const asked of figures) {
    const metrics = new Set(asked.metrics);
    const own = facts.filter(({ metric }) => metric !== null && metrics.has(metric));
    const near = [
      ...own.filter(({ page }) => pages.includes(page)),
      ...own.filter(({ page }) => !pages.includes(page)),
    ];
    if (near.length > 0)
      found.evidence.push(...near.slice(0, MOST_FIGURES).map((fact) => factEvidence(fact, 'figure')));
    else if (knows && !isSpokenOf(asked, context)) found.lacking.push(asked);
  }
  return found;
}

/** A number, or a word that says as much: `all employees`, `no contributions`. */
const TELLS_HOW_MANY = /\d|\b(?:all|every|each|entire|none|no|not|nil|zero)\b|全部|全体|全體|所有|均|未|无|無|不/i;

/** Passages and rows of tables that tell how many; listed once for a reading. */
const listed = new WeakMap<object, string>();

function listTelling({ reading }: CheckContext): string {
  const known = listed.get(reading);
  if (known !== undefined) return known;
  const indexPages = listIndexPages(reading);
  const prose = listPassages(reading)
    .filter(({ kind, page }) => kind !== 'cell' && !indexPages.has(page))
    .map(({ text }) => text);
  const rows = reading.tables
    .filter(({ page }) => !indexPages.has(page))
    .flatMap(({ cells }) => [...Map.groupBy(cells, ({ row }) => row).values()])
    .map((row) => row.map(({ text }) => text).join(' '));
  const telling = [...prose, ...rows]
    .filter((text) => TELLS_HOW_MANY.test(text))
    .map(plainText)
    .join('\n');
  listed.set(reading, telling);
  return telling;
}

function isSpokenOf({ metrics, words }: AskedFigures, context: CheckContext): boolean {
  const names = metrics.flatMap((id) => {
    const metric = context.metrics.get(id);
    return metric === undefined ? [] : [...metric.en, ...metric.zh];
  });
  const telling = listTelling(context);
  return [...words, ...names].some((word) => holdsWord(telling, plainText(word)));
}
