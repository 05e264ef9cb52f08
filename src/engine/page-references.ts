import type { Reading } from '../model/report.ts';
import type { Comparison } from './comparison.ts';
import type { Passage } from './passages.ts';
import { quotePassage } from './passages.ts';

/** `see page 37`, `(refer to p. 12)`, 详见第37页, 參見本報告第 12 頁. */
const REFERENCE =
  /\b(?:see|refer to|detailed on|described on|found on|shown on|set out on|read more on)\s+(?:also\s+)?(?:pages?|pp?\.)\s?(\d{1,3})\b|(?:[参參][见見閱阅照]|[详詳][见見]|[请請][见見]|[见見])(?:本[报報]告[书書]?)?\s?第?\s?(\d{1,3})\s?[页頁]/giu;
/** Words near a reference that name another document. */
export const OTHER_DOCUMENT =
  /annual report|10-K|proxy|financial (?:report|statement)|website|http|www\.|data ?book|factbook|policy|code of conduct|prospectus|AR\s?20\d\d|年[报報]|年度[报報]告|网站|網站|股東會/i;
/** Reach of those words around a reference, in characters. */
const REACH = 120;

/** Reading → references to pages that the report does not have, and to those that it has. */
export function findDeadReferences(reading: Reading): Comparison {
  const last = findLastPage(reading);
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const block of reading.blocks) {
    if (block.kind === 'furniture') continue;
    const passage: Passage = { ...block, table: null };
    for (const match of block.text.matchAll(REFERENCE)) {
      const around = block.text.slice(Math.max(0, match.index - REACH), match.index + match[0].length + REACH);
      if (OTHER_DOCUMENT.test(around)) continue;
      const evidence = quotePassage(passage, 'reference', match.index, match.index + match[0].length);
      if (Number(match[1] ?? match[2]) <= last) comparison.agreeing.push(evidence);
      else {
        comparison.mismatches.push({
          first: match[0],
          second: String(last),
          firstPages: [block.page],
          secondPages: [reading.document.pages],
          evidence: [evidence],
        });
      }
    }
  }
  return comparison;
}

/** A page wider than it is high by this much may show two printed pages. */
const SPREAD_RATIO = 1.2;

/** Reading → the highest page number that the report can have printed. */
function findLastPage({ document }: Reading): number {
  const labels = document.pageLabels.map((label) => (/^\d{1,3}$/.test(label ?? '') ? Number(label) : 0));
  const spreads = document.pageSizes.some(([width, height]) => width > height * SPREAD_RATIO);
  return Math.max(document.pages * (spreads ? 2 : 1), ...labels);
}
