import type { Evidence } from '../../model/finding.ts';
import type { Table } from '../../model/table.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import type { RowLook, RowSlip } from './finding-parts.ts';

/** A cell that holds nothing but a date. */
const DATE =
  /^\s*(?:(?:19|20)\d\d\s?[年./-]?\s?(?:\d{1,2}\s?[月./-]?\s?(?:\d{1,2}\s?日?)?)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s?\d{0,4},? ?\d{0,4})\s*$/iu;
/** Words of a row that are too few to tell it from others. In letters; an ideograph counts as two. */
const FEWEST_LETTERS = 20;
/** A row of more cells is one of a grid, such as a head without its ground. */
const MOST_CELLS = 4;
/** A list in which many rows come twice is not one of things. */
const MOST_TWINS = 1;

/** Context → rows of lists that are printed twice but for their date: an award, a membership. */
export function findRepeatedRows({ reading }: CheckContext): RowLook {
  let count = 0;
  let sample: Evidence | null = null;
  const slips = reading.tables.flatMap((table) => {
    const seen = new Map<string, Evidence>();
    const twins: RowSlip[] = [];
    for (const { key, place } of readTextRows(table)) {
      count++;
      sample ??= place;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, place);
      else twins.push(describeTwins(first, place));
    }
    return twins.length <= MOST_TWINS ? twins : [];
  });
  return { count, sample, slips };
}

/** Table → its rows of words with one dated cell: head rows, figures and text that goes on over rows are left out. */
function readTextRows(table: Table): { key: string; place: Evidence }[] {
  return Array.from({ length: table.rows }, (_, row) => row).flatMap((row) => {
    const cells = table.cells.filter((cell) => cell.row === row && cell.text !== '').sort((a, b) => a.col - b.col);
    const words = cells.filter(({ text }) => !DATE.test(text));
    if (cells.length > MOST_CELLS || cells.some(({ header }) => header)) return [];
    if (words.length < 2 || words.length === cells.length) return [];
    if (words.some(({ text }) => /\d/.test(text) || !/\p{L}{2}/u.test(text))) return [];
    const key = words.map(({ text }) => text.replace(/\s/g, '').toLowerCase()).join(' | ');
    const letters = key.replace(/[^\p{L}]/gu, '').length + (key.match(/\p{Script=Han}/gu)?.length ?? 0);
    if (letters < FEWEST_LETTERS) return [];
    const raw = cells.map(({ text }) => text).join(' ');
    const [first, last] = [cells[0]!.box, cells.at(-1)!.box];
    const box = [first[0], Math.min(first[1], last[1]), last[2], Math.max(first[3], last[3])] as const;
    return [
      { key, place: { page: table.page, box, raw, role: 'row', factId: null, label: '', period: null, unit: null } },
    ];
  });
}

function describeTwins(first: Evidence, second: Evidence): RowSlip {
  const pages = formatPages([first.page, second.page]);
  return {
    subject: sameInBoth(`“${formatLabel(second.raw)}”`),
    identity: ['row', second.raw.replace(/[\d\s]+/g, '').toLowerCase()],
    what: {
      en: `“${formatLabel(first.raw)}” and “${formatLabel(second.raw)}” (${pages.en})`,
      zh: `“${formatLabel(first.raw)}”与“${formatLabel(second.raw)}”（${pages.zh}）`,
    },
    evidence: [first, second],
  };
}
