import type { CodeReading } from './index-codes.ts';

/** A paragraph's number as a standard prints it: `29`, `29A`; no amount, year or section number. */
const NUMBER = String.raw`\d{1,2}[A-C]?(?![A-Za-z\d%]|[.,]\d)`;
/** Its parts: `(a)`, `(a)(i)(1)`, with full-width brackets too. */
const PARTS = String.raw`(?:\s?[(（]\s?(?:[a-h]|[ivx]{1,4}|\d)\s?[)）])`;
/** Parts without brackets, as in `S2.29a` or `S2-29.a.i`: only behind the standard's name. */
const BARE_PARTS = String.raw`\.?[a-h](?:\.[ivx]{1,4}(?:\.\d)?)?(?![\p{L}\d])`;
const WORD = String.raw`(?:[Pp]aragraphs?|[Pp]aras?\.?|§|第)`;
const NAME = String.raw`(?:IFRS\s*)?S2(?:[\s.:,–—-]*${WORD})?[\s.:–—-]*|${WORD}\s*`;
const TO = String.raw`\s*(?:to|至|到|[-–—~～])\s*`;

const PARAGRAPH = new RegExp(
  String.raw`(?<![\p{L}\d.(（])(?<name>${NAME})?(?:(?<dotted>\d{1,2})(?<letters>${BARE_PARTS})|` +
    String.raw`(?<number>${NUMBER})\s?段?(?<parts>${PARTS}*)(?:${TO}(?:S2[\s.–-]*|第)?(?:(?<toNumber>${NUMBER})\s?段?(?<toParts>${PARTS}*)|(?<toTail>${PARTS}+)))?)`,
  'gu',
);
/** What stands between the paragraphs of a list. */
const BETWEEN = /^\s*(?:[,;、，；/&]|\b(?:and|or)\b|[及和与與])?\s*$/i;
/** A wider range is misread. In paragraphs. */
const WIDEST_RANGE = 40;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/**
 * Text → the paragraphs of IFRS S2 that it names, as `29(a)(i)`; ranges are spelt out. A number without a part counts only behind the
 * standard's name or the word for paragraph, or in a list that begins with a paragraph: alone it may be a page.
 */
export function readIfrsParagraphs(text: string): CodeReading[] {
  return readParagraphs(text, false);
}

/** Cell of a column of paragraphs → those that it names, bare numbers as well; none when it holds anything else. */
export function readBareParagraphs(text: string): CodeReading[] {
  return text.replace(PARAGRAPH, '').replace(/[\s,;、，；/&.]|\b(?:and|or)\b|[及和与與]/g, '') === ''
    ? readParagraphs(text, true)
    : [];
}

function readParagraphs(text: string, bare: boolean): CodeReading[] {
  const readings: CodeReading[] = [];
  let end = 0;
  for (const match of text.matchAll(PARAGRAPH)) {
    const { name, dotted, letters, number, parts = '', toNumber, toParts = '', toTail } = match.groups!;
    const between = text.slice(end, match.index);
    const follows = BETWEEN.test(between) && (bare || parts !== '' || (readings.length > 0 && /\S/.test(between)));
    if (name === undefined && (!follows || dotted !== undefined)) continue;
    const from = [dotted ?? number!, ...splitParts(letters ?? parts)];
    const tail = splitParts(toTail ?? toParts);
    const to = toNumber !== undefined ? [toNumber, ...tail] : [...from.slice(0, from.length - tail.length), ...tail];
    const place = { standard: 'IFRS S2', start: match.index, end: match.index + match[0].length };
    readings.push(...spellOut(from, to).map((steps) => ({ ...place, code: writeCode(steps) })));
    end = place.end;
  }
  return readings;
}

/** `(a)(i)` or `.a.i` → a, i. */
const splitParts = (parts: string): string[] => parts.toLowerCase().match(/[a-z]+|\d+/g) ?? [];

const writeCode = ([number, ...parts]: readonly string[]): string =>
  `${number!.toUpperCase()}${parts.map((part) => `(${part})`).join('')}`;

/** Two paragraphs that differ in their last step → all from the one to the other; otherwise the two. */
function spellOut(from: readonly string[], to: readonly string[]): string[][] {
  const stem = from.slice(0, -1);
  const [first, last] = [from.at(-1)!, to.at(-1)!];
  if (writeCode(from) === writeCode(to)) return [[...from]];
  const ends = [[...from], [...to]];
  if (from.length !== to.length || stem.some((step, i) => step !== to[i])) return ends;
  const [a, b] = [rankStep(first, from.length), rankStep(last, from.length)];
  if (a === null || b === null || b < a || b - a > WIDEST_RANGE) return ends;
  return Array.from({ length: b - a + 1 }, (_, i) => [...stem, writeStep(a + i, from.length)]);
}

/** A paragraph's number, its letter, its Roman numeral and its Arabic one follow each other. */
function rankStep(step: string, depth: number): number | null {
  if (depth === 2) return step.length === 1 ? step.charCodeAt(0) - 'a'.charCodeAt(0) : null;
  if (depth === 3) return ROMAN.includes(step) ? ROMAN.indexOf(step) : null;
  return /^\d+$/.test(step) ? Number(step) : null;
}

function writeStep(rank: number, depth: number): string {
  if (depth === 2) return String.fromCharCode('a'.charCodeAt(0) + rank);
  return depth === 3 ? ROMAN[rank]! : String(rank);
}
