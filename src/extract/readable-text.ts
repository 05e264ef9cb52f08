import { simplify } from './chinese.ts';

/** Text normalised for reading, with the way back to the offsets of the original. */
export interface ReadableText {
  text: string;
  /** Offset in the readable text → offset in the original. */
  toOriginal(offset: number): number;
  /** Offset in the original → offset in the readable text. */
  toReadable(offset: number): number;
}

const PLAIN = /^[\x20-\x7e]*$/;
/** Printed ASCII and ideographs, most of any text, are read as they are. */
const isPlain = (code: number): boolean => (code >= 0x20 && code <= 0x7e) || (code >= 0x4e00 && code <= 0x9fff);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Circled numbers would become plain digits under NFKC and be taken for figures. */
const CIRCLED = /[\u2460-\u24ff\u2776-\u2793]/;

/** One character → what the readers see: NFKC, one kind of dash, quote and space, superscripts after a digit as `^n`. */
function readableChar(char: string, previous: string, previousOriginal: string): string {
  if (char === '\n' || char === '\t' || char === '\r') return ' ';
  if (CIRCLED.test(char)) return '•';
  const power = SUPERSCRIPTS.indexOf(char);
  if (power >= 0 && /\d/.test(previous.slice(-1))) return `^${power}`;
  if (char === '−' || char === '﹣' || char === '‐' || char === '‑' || char === '‒') return '-';
  // A full-width comma ends a clause, unless it groups full-width digits.
  if (char === '，' && !/[\uff10-\uff19]/.test(previousOriginal)) return char;
  if (char === '—' || char === '―') return '—';
  if (char === '～' || char === '〜' || char === '∼') return '~';
  if (char === '’' || char === '‘' || char === '＇' || char === 'ʼ') return "'";
  if (char === '﹪') return '%';
  if (char === '\u200b' || char === '\ufeff' || char === '\u00ad') return '';
  return char.normalize('NFKC');
}

/** Labels, heads and headings are read by many readers in turn: how many are kept, and up to which length in characters. */
const MOST_KEPT = 4000;
const LONGEST_KEPT = 200;
const kept = new Map<string, ReadableText>();

/** Text → readable text. Traditional characters become Simplified, so that one vocabulary reads both. */
export function makeReadable(original: string): ReadableText {
  if (PLAIN.test(original)) return { text: original, toOriginal: (offset) => offset, toReadable: (offset) => offset };
  if (original.length > LONGEST_KEPT) return readCharacters(original);
  const known = kept.get(original);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const readable = readCharacters(original);
  kept.set(original, readable);
  return readable;
}

/** The same for one text, character by character. */
function readCharacters(original: string): ReadableText {
  let text = '';
  const starts: number[] = [];
  let at = 0;
  let previousOriginal = '';
  for (const char of original) {
    const shown = isPlain(char.charCodeAt(0)) ? char : readableChar(char, text, previousOriginal);
    for (let i = 0; i < shown.length; i++) starts.push(at);
    text += shown;
    at += char.length;
    previousOriginal = char;
  }
  starts.push(original.length);
  return {
    text: simplify(text),
    toOriginal: (offset) => starts[Math.max(0, Math.min(offset, starts.length - 1))] ?? original.length,
    toReadable: (offset) => firstAtLeast(starts, offset),
  };
}

/** Index of the first value that is at least `wanted`, in an ascending list. */
function firstAtLeast(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
