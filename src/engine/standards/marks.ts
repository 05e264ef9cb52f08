import type { IndexEntry } from '../../model/fact.ts';
import { readCodes } from '../../extract/index-codes.ts';
import type { CheckContext } from '../kind.ts';
import type { Passage } from '../passages.ts';
import { listPassages } from '../passages.ts';
import { listIndexPages, numberPages, readPlace } from './places.ts';

/** A row that names pages on which the report does not mark its code, while it marks it on others. */
export interface MisplacedRow {
  entry: IndexEntry;
  named: number[];
  marks: Passage[];
}

/** A passage that is longer than this speaks of a code instead of marking a section with it. In characters. */
const LONGEST_MARK = 90;
/** Rows that agree with the marks before those that do not can be told from another way of marking. */
const FEWEST_WITNESSES = 8;
/** Most rows must agree. */
const LEAST_AGREEMENT = 0.7;

/** Disclosures on how a topic is managed come once for every topic. */
const PER_TOPIC = /^(?:3|103)-/;

/** Reading → rows of the GRI index whose pages and the codes printed beside the sections disagree, with how many rows agree. */
export function findMisplaced({ reading }: CheckContext): { agreeing: IndexEntry[]; misplaced: MisplacedRow[] } {
  const indexPages = listIndexPages(reading);
  const marks = Map.groupBy(
    listPassages(reading)
      .filter(({ page, text }) => !indexPages.has(page) && text.length <= LONGEST_MARK && /^\W*GRI\s?\d/.test(text))
      .flatMap((passage) => readCodes(passage.text, 'GRI').map(({ code }) => ({ code, passage }))),
    ({ code }) => code,
  );
  const numbers = numberPages(reading);
  const agreeing: IndexEntry[] = [];
  const misplaced: MisplacedRow[] = [];
  for (const entry of reading.index) {
    const marked =
      entry.standard === 'GRI' && !PER_TOPIC.test(entry.code)
        ? (marks.get(entry.code) ?? []).map(({ passage }) => passage)
        : [];
    const place = readPlace(entry.location);
    const named = place.pages.flatMap((printed) => numbers.find(printed));
    if (marked.length === 0 || named.length === 0 || place.elsewhere) continue;
    if (marked.some(({ page }) => named.includes(page))) agreeing.push(entry);
    else misplaced.push({ entry, named, marks: marked });
  }
  const sure =
    agreeing.length >= FEWEST_WITNESSES && agreeing.length >= (agreeing.length + misplaced.length) * LEAST_AGREEMENT;
  return { agreeing, misplaced: sure ? misplaced : [] };
}
