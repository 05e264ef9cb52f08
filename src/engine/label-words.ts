import { chineseKey, reducedChineseKey, significantWords } from '../extract/label-tokens.ts';

const known = new Map<string, ReadonlySet<string>>();

/** So many labels are kept; a report has fewer. */
const MOST_KEPT = 50000;

/** Label → its significant words: English ones in the singular, Chinese ones as pairs of characters. Each once. */
export function listWords(label: string): ReadonlySet<string> {
  let words = known.get(label);
  if (words === undefined) {
    words = new Set([...significantWords(label), ...pairIdeographs(label)]);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(label, words);
  }
  return words;
}

/** 贷款结构总额 → 贷款, 款结, 结构. Chinese is written without spaces, and two characters make most of its words. */
function pairIdeographs(label: string): string[] {
  return (reducedChineseKey(chineseKey(label)).match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  );
}

/** Two sets of words → which share of the first stands in the second, 0 to 1; 0 where the first is empty. */
export function shareOfWords(words: ReadonlySet<string>, among: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  let found = 0;
  for (const word of words) if (among.has(word)) found++;
  return found / words.size;
}
