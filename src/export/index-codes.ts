import type { IndexEntry } from '../model/fact.ts';

/** A row of the printed index as an exported code keeps it. */
export type IndexRow = Pick<IndexEntry, 'box' | 'location' | 'title' | 'raw'>;

/** A code that a page of the index lists, with every row that lists it. */
export interface IndexedCode extends IndexEntry {
  rows: IndexRow[];
}

const BETWEEN = '; ';

/**
 * Index entries → one per page, standard and code, in the order of the print. An index may list a code under each of its topics: `location`
 * joins what the rows say, each text once, `title` and `raw` are the first row's, and `rows` keeps them all.
 */
export function groupIndexCodes(index: readonly IndexEntry[]): IndexedCode[] {
  const groups = Map.groupBy(index, ({ page, standard, code }) => `${page} ${standard} ${code}`);
  return [...groups.values()].map((entries) => ({
    ...entries[0]!,
    location: joinOnce(entries.map(({ location }) => location)),
    rows: entries.map(({ box, location, title, raw }) => ({ box, location, title, raw })),
  }));
}

const joinOnce = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join(BETWEEN);
