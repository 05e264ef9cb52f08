import { firstDigit } from './numbers.ts';
import type { NumberReading } from './numbers.ts';
import type { UnitReading } from './units.ts';
import type { TextContext } from './vocabulary.ts';

/** The figure's unit: a currency before it, a percent sign, or the unit after it. */
export function unitOf(
  text: string,
  figure: NumberReading,
  context: TextContext,
): (UnitReading & { before: boolean }) | null {
  const percent = { scale: '1', start: figure.start, end: figure.end, before: false };
  if (figure.percentPoints)
    return { ...percent, unit: 'pp', raw: text.slice(figure.digitsEnd, figure.end).trim(), dimension: 'ratio points' };
  if (figure.percent) return { ...percent, unit: '%', raw: '%', dimension: 'ratio' };
  const after = context.units.readAfter(text, figure.end);
  if (after?.dimension.startsWith('money:') === true) return { ...after, before: false };
  const before =
    context.units.readBefore(text, firstDigit(text, figure.start)) ?? context.units.readBefore(text, figure.start);
  if (before !== null) return { ...before, end: figure.end, before: true };
  const unit = after ?? peopleAfter(text, figure.end, context);
  return unit === null ? null : { ...unit, before: false };
}

/** A name or a word of kind between a count and the people counted: `1,175 Acme employees`, `12 new staff`. */
const KIND_OF_PEOPLE =
  /^\s+(?:(?:new|female|male|women|full-time|part-time|permanent|temporary|regular|key|senior|local|active|eligible|[\p{Lu}\d][\p{L}\d&.’'-]*)\s+){1,2}(?=\p{Ll})/u;

/** Characters looked at for such words. */
const LONGEST_NAME = 60;

/** People counted by the figure, named after a word or two that say whose or which they are. */
function peopleAfter(text: string, end: number, context: TextContext): UnitReading | null {
  const between = KIND_OF_PEOPLE.exec(text.slice(end, end + LONGEST_NAME))?.[0];
  const unit = between === undefined ? null : context.units.readAfter(text, end + between.length - 1);
  return unit?.dimension === 'people' ? unit : null;
}

/** Words right after a count that name what is counted, its plural last: `13,784 service centres`. */
const COUNTED_NOUN = /^\s+((?:[A-Za-z][A-Za-z&/-]*\s+){0,4}?[a-z]{3,}(?<!s)s)(?=\s*(?:[.,;:()]|$)|\s+[a-z])/;
/** Words on s that are no plural, and words that end a noun phrase before one. */
const NO_PLURAL =
  /\b(?:was|has|his|its|this|thus|versus|across|towards?|plus|less|minus|as|is|years?|times|and|or|of|in|for|to|by|from|with|at|on|per|were|are|the|who|which|that|than)\b/i;

/** What a whole number without a unit counts, as printed: its unit in a reader's eyes, though none that can be converted; else null. */
export function countedNoun(text: string, figure: NumberReading): string | null {
  if (!/^\d+$/.test(figure.number)) return null;
  const noun = COUNTED_NOUN.exec(text.slice(figure.end, figure.end + LONGEST_NAME))?.[1] ?? null;
  return noun === null || NO_PLURAL.test(noun) ? null : noun;
}

/** Where the unit ends, and where the noun after it begins: `12 suppliers` at once, `12 tonnes of carbon credits` before `of`. */
export function measured(text: string, figure: NumberReading, unit: UnitReading): { end: number; nounStart: number } {
  const end = Math.max(figure.end, unit.end);
  const words = text.slice(figure.end, end);
  const counts = /^(?:people|count)$/.test(unit.dimension) && /^\s*(?:\S+\s+){0,2}[A-Za-z]{4,}/.test(words);
  const of = /^\s*[A-Za-z ]+?(?= of )/.exec(words)?.[0].length;
  return { end, nounStart: counts || figure.percent ? figure.end : of === undefined ? end : figure.end + of };
}
