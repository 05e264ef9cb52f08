import Big from 'big.js';
import { overlapX, tidy, union } from '../geometry/box.ts';
import { buildPhrases, joinText, lineUp } from '../layout/phrases.ts';
import type { Phrase } from '../layout/phrases.ts';
import { isValue } from '../layout/tables/values.ts';
import type { Fact } from '../model/fact.ts';
import type { Block } from '../model/table.ts';
import { readCellNumber } from './numbers.ts';
import { readPeriod } from './periods.ts';
import type { TextContext } from './vocabulary.ts';

/** A card's number is at least this much larger than the page's usual text … */
const MIN_SIZE = 1.3;
/** … and its caption at most this share of the number's size. */
const CAPTION_SIZE = 0.85;
/** The caption begins within this many of the number's font sizes. */
const CAPTION_REACH = 1.1;
/** Lines of one caption follow each other within this many of their own font sizes. */
const LEADING = 1.7;
const MAX_CAPTION_LINES = 4;
/** A caption is words, and no more characters than this. */
const MAX_CAPTION = 110;

/**
 * Reads cards of infographics: a large number with a caption in smaller type right below it, or else right above it.
 * @param blocks the blocks of one page
 * @returns facts with `source` text; ids are given later
 */
export function readCardFacts(blocks: readonly Block[], context: TextContext): Fact[] {
  const phrases = buildPhrases(blocks.flatMap((b) => b.lines.flatMap((l) => l.runs)));
  const usual = usualSize(phrases);
  const numbers = phrases.filter((p) => p.size >= MIN_SIZE * usual && isValue(p.text) && /\d/.test(p.text));
  return numbers.flatMap((number) => {
    const caption = findCaption(number, phrases, numbers, 'below') ?? findCaption(number, phrases, numbers, 'above');
    if (caption === null) return [];
    // A figure under the caption is another of the same thing: `92.4 %`, `Buildings and offices`, `13,703 t`.
    const [words, figures] = [caption.filter((p) => !isFigure(p)), caption.filter(isFigure)];
    return [number, ...figures].flatMap((figure) => toFact(figure, words, blocks[0]!.page, context) ?? []);
  });
}

const isFigure = (phrase: Phrase): boolean => isValue(phrase.text) && /\d/.test(phrase.text);

/** The size that most characters have. */
function usualSize(phrases: readonly Phrase[]): number {
  const counts = new Map<number, number>();
  for (const p of phrases)
    counts.set(Math.round(p.size * 2) / 2, (counts.get(Math.round(p.size * 2) / 2) ?? 0) + p.text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Lines of smaller words right below (or above) a number, as far as its neighbours on the same line leave room. */
function findCaption(
  number: Phrase,
  phrases: readonly Phrase[],
  numbers: readonly Phrase[],
  side: 'below' | 'above',
): Phrase[] | null {
  const level = numbers.filter((n) => n !== number && Math.abs(n.baseline - number.baseline) < 0.5 * number.size);
  const nextLeft = Math.max(-Infinity, ...level.filter((n) => n.box[2] <= number.box[0]).map((n) => n.box[2]));
  const nextRight = Math.min(Infinity, ...level.filter((n) => n.box[0] >= number.box[2]).map((n) => n.box[0]));
  const near = phrases.filter(
    (p) =>
      p.size <= CAPTION_SIZE * number.size &&
      p.box[0] > nextLeft - 2 &&
      p.box[2] < nextRight + 2 &&
      (overlapX(p.box, number.box) > 0 || Math.abs(p.box[0] - number.box[0]) < number.size) &&
      (side === 'below' ? p.box[1] >= number.baseline - 2 : p.box[3] <= number.box[1] + 2),
  );
  const lines = lineUp(near);
  if (side === 'above') lines.reverse();
  const taken: Phrase[][] = [];
  let edge = side === 'below' ? number.baseline : number.box[1];
  for (const line of lines) {
    const gap = side === 'below' ? line.box[1] - edge : edge - line.box[3];
    const reach = taken.length === 0 ? CAPTION_REACH * number.size : (LEADING - 1) * line.size;
    if (gap > reach || taken.length >= MAX_CAPTION_LINES) break;
    taken.push(line.phrases);
    edge = side === 'below' ? line.box[3] : line.box[1];
  }
  if (side === 'above') taken.reverse();
  const text = taken.flat();
  // An ideograph says as much as two letters.
  const length = text.reduce((n, p) => n + p.text.length + (p.text.match(/[\u3400-\u9fff]/g)?.length ?? 0), 0);
  return text.some((p) => /\p{L}{2,}|[\u4e00-\u9fff]{2}/u.test(p.text)) && length <= MAX_CAPTION ? text : null;
}

function toFact(number: Phrase, caption: readonly Phrase[], page: number, context: TextContext): Fact | null {
  if (caption.length === 0) return null;
  const words = caption.map((p) => p.text).reduce(joinText);
  const read = readCellNumber(number.text, context.convention ?? null);
  if (!read || read.kind !== 'figure') return null;
  const period = readPeriod(words, context);
  const beside = context.units.readAfter(number.text, read.end) ?? context.units.readBefore(number.text, read.start);
  const inWords = beside ? null : context.units.findIn(words);
  const unit = beside ?? inWords;
  const label =
    inWords && inWords.end > inWords.start ? (words.slice(0, inWords.start) + words.slice(inWords.end)).trim() : words;
  const percent = read.percent && !read.percentPoints;
  const after = number.text.slice(Math.max(read.end, beside?.end ?? 0)).trim();
  // A chapter's number over its title, or words that go on after the number, are no card.
  if (/\p{L}/u.test(after) || (/^\d{1,2}$/.test(number.text.trim()) && !unit)) return null;
  if (!/\p{L}/u.test(period ? label.replace(period.raw, '') : label)) return null;
  const dimension = percent ? 'ratio' : unit ? unit.dimension : null;
  const match = context.metrics.match(label, { context: [], dimension });
  return {
    id: '',
    page,
    box: tidy(union(number.runs.map((r) => r.box))),
    raw: number.text,
    number: read.number,
    qualifier: read.qualifier,
    upper: read.upper,
    label,
    period: period?.period ?? context.reportYear,
    unit: percent ? '%' : (unit?.unit ?? null),
    scale: percent
      ? '1'
      : Big(unit?.scale ?? '1')
          .times(read.scale)
          .toFixed(),
    unitRaw: percent ? '%' : (unit?.raw ?? null),
    metric: match.metric,
    metricScore: match.score,
    boundary: match.part ?? null,
    source: 'text',
    tableId: null,
    row: null,
    col: null,
    context: [],
    provenance: {
      label: { from: 'caption', text: words },
      period: period ? { from: 'caption', text: words } : { from: 'report', text: context.reportYear ?? '' },
      unit: unit ? { from: beside ? 'cell' : 'caption', text: beside ? number.text : words } : null,
    },
    doubts: [...read.doubts, ...match.doubts, ...(period ? [] : ['the sentence names no period'])],
  };
}
