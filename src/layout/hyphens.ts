import type { Block, TextLine } from '../model/table.ts';

/** A text made of lines: a block, or a cell of a table. */
type Lined = Pick<Block, 'text'> & { readonly lines: readonly TextLine[] };

/** The part of a word before a hyphen at the end of a line, and the part that the next line begins with. */
const BEFORE = /(\p{L}{2,})[-‐]$/u;
const AFTER = /^(\p{Ll}{2,})/u;

/**
 * Puts words together again that were broken at a line end: `environ-` / `mental`. The hyphen stays where the document
 * shows that it belongs to the word (`long-` / `term`: its parts are words themselves, and nowhere one).
 * @param texts blocks and cells; their `text` is mended in place
 */
export function healHyphens(texts: readonly Lined[]): void {
  const words = wholeWords(texts);
  for (const text of texts) {
    for (const [left, right] of breaksOf(text.lines)) {
      const joined = `${left}${right}`;
      const known = words.has(joined.toLowerCase());
      if (known || (!words.has(left.toLowerCase()) && !words.has(right.toLowerCase())))
        text.text = text.text.replace(new RegExp(`${left}[-‐]${right}`, 'u'), joined);
    }
  }
}

function breaksOf(lines: readonly TextLine[]): [left: string, right: string][] {
  return lines.flatMap((line, i): [string, string][] => {
    const left = BEFORE.exec(line.text)?.[1];
    const right = left === undefined ? undefined : AFTER.exec(lines[i + 1]?.text ?? '')?.[1];
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
}

/** Words that stand whole inside a line, in lower case. */
function wholeWords(texts: readonly Lined[]): Set<string> {
  const words = new Set<string>();
  for (const { lines } of texts) {
    let broken = false;
    for (const { text } of lines) {
      const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
      const breaks = BEFORE.test(text);
      found.slice(broken ? 1 : 0, breaks ? -1 : undefined).forEach((word) => words.add(word));
      broken = breaks;
    }
  }
  return words;
}
