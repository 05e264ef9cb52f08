import { readContents } from '../extract/contents-entries.ts';
import type { Evidence } from '../model/finding.ts';
import type { Reading } from '../model/report.ts';
import type { Comparison } from './comparison.ts';
import { quotePassage } from './passages.ts';

/** `8.1.2 Title`: two levels at least. */
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3})[.\s\u3000、]*(?=["“‘《「]?\p{L}{2})/u;
/** Entries with a number that show that the contents list sections by number. */
const FEWEST_NUMBERED = 6;

/** Reading → sections that the contents list though they leave out the one before, which stands in the report. */
export function findUnlistedSections(reading: Reading): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  const entries = readContents(reading).flatMap((entry) => {
    const number = NUMBER.exec(entry.title)?.[1];
    return number === undefined ? [] : [{ ...entry, number }];
  });
  if (entries.length < FEWEST_NUMBERED) return comparison;
  const pages = new Set(entries.map(({ page }) => page));
  const listed = listNumbers(reading, pages);
  for (const { number, title, page, box } of entries) {
    const before = previousOf(number);
    const own: Evidence = {
      page,
      box,
      raw: title,
      role: 'contents',
      factId: null,
      label: '',
      period: null,
      unit: null,
    };
    const missing = before === null || listed.has(before) ? undefined : findHeading(reading, before, pages);
    if (missing === undefined) {
      comparison.agreeing.push(own);
      continue;
    }
    comparison.mismatches.push({
      first: title,
      second: missing.text,
      firstPages: [page],
      secondPages: [missing.page],
      evidence: [own, quotePassage({ ...missing, table: null }, 'heading')],
    });
  }
  return comparison;
}

/** Every number with points on the pages of the contents, wherever it was read. */
function listNumbers({ blocks, tables }: Reading, pages: ReadonlySet<number>): Set<string> {
  const texts = [
    ...blocks.filter(({ page }) => pages.has(page)).map(({ text }) => text),
    ...tables.filter(({ page }) => pages.has(page)).flatMap(({ cells }) => cells.map(({ text }) => text)),
  ];
  return new Set(texts.flatMap((text) => text.match(/\d{1,2}(?:\.\d{1,2}){1,3}/g) ?? []));
}

/** `8.1.2` → `8.1.1`; null for the first of its level. */
function previousOf(number: string): string | null {
  const levels = number.split('.').map(Number);
  const last = levels.pop()!;
  return last > 1 ? [...levels, last - 1].join('.') : null;
}

function findHeading(
  { blocks }: Reading,
  number: string,
  contents: ReadonlySet<number>,
): Reading['blocks'][number] | undefined {
  return blocks.find(
    ({ kind, page, text }) => kind === 'heading' && !contents.has(page) && NUMBER.exec(text)?.[1] === number,
  );
}
