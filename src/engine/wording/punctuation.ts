import type { Passage } from '../passages.ts';
import type { Slip } from '../text-slips.ts';

/** A small letter or capitals, a space, and a word that begins a sentence and nothing else. */
const NEW_SENTENCE = /(?<=[\p{Ll}\p{Lu}\d]) (The|This|These|We|Our|In|It|As|They) (?=\p{Ll}{2,})/gu;
/** Letters before and after the gap that must be painted in one run, so that no heading or item of a list comes between. */
const BEFORE = 4;
const AFTER = 2;

/** Passages → places in the middle of a run where a sentence begins though none has ended. */
export function findMissingStops(passages: readonly Passage[]): Slip[] {
  return passages.flatMap((passage) => {
    if (passage.kind !== 'paragraph') return [];
    return [...passage.text.matchAll(NEW_SENTENCE)].flatMap((match): Slip[] => {
      const before = passage.text.slice(0, match.index);
      const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(': ')) + 1);
      // A heading at the start of a paragraph, a quotation, a name.
      if (!SENTENCE.test(sentence) || /[“"‘'«][^”"’'»]*$/.test(sentence)) return [];
      const [start, end] = [match.index - lastWordOf(before).length, match.index + match[0].length - 1];
      if (!standInOneRun(passage, passage.text.slice(start - BEFORE, end + AFTER))) return [];
      return [{ quotes: [{ passage, start, end }], expected: `${lastWordOf(before)}. ${match[1]!}` }];
    });
  });
}

/** Enough words for a sentence, the first of them not a bullet's. */
const SENTENCE = /(?:\S+\s+){7,}\S+$/u;

function lastWordOf(text: string): string {
  return /\S+$/.exec(text)?.[0] ?? '';
}

/** Do the words stand in one unbroken run of glyphs? Text set apart, beside or below, begins another run. Unplaced text does. */
function standInOneRun({ lines }: Passage, words: string): boolean {
  return lines.length === 0 || lines.some(({ runs }) => runs.some(({ text }) => text.includes(words)));
}

/** `divestment s(Sale`: a letter that has come off its word, before a bracket. */
const STRAY_LETTER = /(?<=\p{Ll}{2}) (?![aeio]\()\p{Ll}\((?=\p{L}{2})/gu;
/** `: (Riga, Tartu), Sweden (Lund)`: a bracket that explains nothing, in a list of names that are explained. */
const EMPTY_HEAD = /[:;,] ?\((?:\p{Lu}\p{Ll}+)(?:, \p{Lu}\p{Ll}+)+\)(?=, ?\p{Lu}\p{Ll}+ \(\p{Lu})/gu;

/** Passages → letters and brackets that have lost the word that they belong to. */
export function findStraySigns(passages: readonly Passage[]): Slip[] {
  return passages.flatMap((passage) =>
    [STRAY_LETTER, EMPTY_HEAD].flatMap((pattern) =>
      [...passage.text.matchAll(pattern)].flatMap((match): Slip[] => {
        const before = lastWordOf(passage.text.slice(0, match.index));
        const start = match.index - before.length;
        const end = match.index + match[0].length;
        return [{ quotes: [{ passage, start, end }], expected: null }];
      }),
    ),
  );
}
