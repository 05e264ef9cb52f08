import type { Evidence } from '../../model/finding.ts';
import type { Comparison } from '../comparison.ts';
import type { CheckContext } from '../kind.ts';
import type { Passage } from '../passages.ts';
import { listPassages, quotePassage } from '../passages.ts';
import { compilePhrases } from '../phrases.ts';

/** Two kinds of statement of which one report can make only one. */
export interface Opposites {
  these: string[];
  those: string[];
}

/** Context and opposites → statements of a report that cannot both be true. */
export function compareStatements(context: CheckContext, opposites: readonly Opposites[]): Comparison {
  const passages = listPassages(context.reading);
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const { these, those } of opposites) {
    const [first, second] = [findFirst(passages, these, context), findFirst(passages, those, context)];
    if (first === null || second === null) {
      comparison.agreeing.push(...[first, second].flatMap((found) => found?.evidence ?? []));
      continue;
    }
    comparison.mismatches.push({
      first: first.words,
      second: second.words,
      firstPages: [first.evidence.page],
      secondPages: [second.evidence.page],
      evidence: [first.evidence, second.evidence],
    });
  }
  return comparison;
}

function findFirst(
  passages: readonly Passage[],
  phrases: readonly string[],
  context: CheckContext,
): { words: string; evidence: Evidence } | null {
  const pattern = compilePhrases(phrases, 'start');
  for (const passage of passages) {
    // A heading names a topic, it states nothing; a target is to come.
    if (passage.kind === 'heading') continue;
    for (const match of passage.text.matchAll(pattern)) {
      const before = passage.text.slice(Math.max(0, match.index - REACH), match.index);
      if (AIM.test(before)) continue;
      return {
        words: sentenceAround(passage.text, match.index, match.index + match[0].length),
        evidence: quoteRow(passage, match, context),
      };
    }
  }
  return null;
}

/** Words before a statement that make it an aim, a case or a question. */
const AIM =
  /target|goal|aim|achieve|strive|ensure|maintain|if |whether|should|would|may be|may not|目标|目標|确保|確保|如果|是否|力争|力爭/i;
/** Reach of those words, in characters. */
const REACH = 60;
/** Longest statement that is quoted whole, in characters. */
const LONGEST = 160;

function sentenceAround(text: string, start: number, end: number): string {
  const head = Math.max(...['. ', '。', '; ', '；', '• '].map((stop) => text.lastIndexOf(stop, start) + 1), 0);
  const tail = Math.min(
    ...['. ', '。', '; ', '；', '• '].map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0),
    text.length,
  );
  const sentence = text.slice(head, tail).trim();
  return sentence.length <= LONGEST ? sentence : text.slice(start, end);
}

/** A cell is quoted with its row, which says what it is about. */
function quoteRow(passage: Passage, match: RegExpExecArray, { reading }: CheckContext): Evidence {
  const quote = quotePassage(passage, 'statement', match.index, match.index + match[0].length);
  const table = passage.table === null ? undefined : reading.tables.find(({ id }) => id === passage.table);
  const cell = table?.cells.find(({ box }) => box === passage.box);
  if (table === undefined || cell === undefined) {
    return { ...quote, raw: sentenceAround(passage.text, match.index, match.index + match[0].length) };
  }
  const row = table.cells.filter((other) => other.row === cell.row).sort((a, b) => a.col - b.col);
  return { ...quote, raw: row.map(({ text }) => text).join(' ') };
}
