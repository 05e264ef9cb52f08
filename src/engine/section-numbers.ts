import type { Reading } from '../model/report.ts';
import type { Comparison, Mismatch } from './comparison.ts';
import { groupBy } from './fact-index.ts';
import type { Passage } from './passages.ts';
import { quotePassage } from './passages.ts';
import { plainTitle } from './section-titles.ts';

/** `7.2.2 Title`: at least two levels, so that a list of points is not taken for chapters. Years, versions and amounts do not fit. */
const SECTION_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3})[.\s\u3000、]*(?=["“‘《「]?\p{L}{2})/u;
/** `Table 3: Title`, 图 2-1 标题. */
const CAPTION_NUMBER = /^((?:Table|Figure|Fig\.?|Chart|Exhibit)\s?\d{1,3}(?:[.-]\d{1,3})?)\s?[:.：–—-]\s?(?=\p{L})/iu;
const CHINESE_CAPTION_NUMBER = /^([表图圖]\s?\d{1,3}(?:[.-]\d{1,3})?)[\s:：.、]+(?=\p{L})/u;
/** A table that goes on bears its number again. */
const CONTINUED = /continued|cont['’.]?d|续|續/i;
/** A title is short. */
const LONGEST_TITLE = 100;

/** Reading → numbers of sections, tables and figures that stand over two different titles, and those that stand over one. */
export function findRepeatedNumbers(reading: Reading): Comparison {
  const numbered = reading.blocks.flatMap(readNumbered);
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const same of groupBy(numbered, ({ number }) => number).values()) {
    const [first] = same;
    const other = same.find(({ plain }) => !plain.startsWith(first!.plain) && !first!.plain.startsWith(plain));
    if (other === undefined) comparison.agreeing.push(quotePassage(first!.passage, 'heading'));
    else comparison.mismatches.push(describeTwo(first!.passage, other.passage));
  }
  return comparison;
}

interface Numbered {
  number: string;
  plain: string;
  passage: Passage;
}

function readNumbered(block: Reading['blocks'][number]): Numbered[] {
  const passage: Passage = { ...block, table: null };
  if (block.text.length > LONGEST_TITLE || CONTINUED.test(block.text) || /[.…·]{4}|\s\d{1,3}$/.test(block.text))
    return [];
  const section = block.kind === 'heading' || block.lines.length === 0 ? SECTION_NUMBER.exec(block.text) : null;
  const match = section ?? CAPTION_NUMBER.exec(block.text) ?? CHINESE_CAPTION_NUMBER.exec(block.text);
  if (match === null || block.kind === 'furniture') return [];
  // The same table of another year, in the statement of another year, is numbered afresh.
  const plain = plainTitle(block.text.slice(match[0].length)).replace(/\d+/g, '');
  return [{ number: match[1]!.replace(/\s/g, '').toLowerCase(), plain, passage }];
}

function describeTwo(first: Passage, second: Passage): Mismatch {
  return {
    first: first.text,
    second: second.text,
    firstPages: [first.page],
    secondPages: [second.page],
    evidence: [quotePassage(first, 'heading'), quotePassage(second, 'heading')],
  };
}
