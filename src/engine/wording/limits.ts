import type { Passage } from '../passages.ts';
import type { Slip } from '../text-slips.ts';

/** A thing of which the world has no more than so many. */
export interface Limit {
  /** The word after the number; it may not go on with `and`, so that `countries and territories` is another thing. */
  thing: string;
  most: number;
}

/** Passages and limits → counts that are greater than the world has: `210 countries`. */
export function findImpossibleCounts(passages: readonly Passage[], limits: readonly Limit[]): Slip[] {
  const escape = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const patterns = limits.map(({ thing, most }) => ({
    pattern: new RegExp(
      `(?<![\\d.,])(\\d{1,4}) ?(?:different |个|個)?${escape(thing)}(?![\\p{Script=Latin}]|\\s*(?:and|or|&|/|和|及|与|與|或|地区|地區))`,
      'giu',
    ),
    most,
  }));
  const counting = passages.filter(({ text }) => /\d/.test(text));
  return counting.flatMap((passage) =>
    patterns.flatMap(({ pattern, most }) => {
      return [...passage.text.matchAll(pattern)]
        .filter((match) => Number(match[1]) > most && !/^(?:19|20)\d\d$/.test(match[1]!))
        .map((match): Slip => {
          const start = Math.max(passage.text.lastIndexOf('. ', match.index) + 1, match.index - REACH);
          const quote = { passage, start: wordStart(passage.text, start), end: match.index + match[0].length };
          return { quotes: [quote], expected: String(most) };
        });
    }),
  );
}

/** Characters before the count that say what is counted there. */
const REACH = 24;

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return at === 0 || space < 0 || space - at > REACH / 2 ? at : space + 1;
}

/** A rating agency or programme with the grades that it gives. */
export interface Scale {
  name: string;
  grades: string[];
}

/** `a BB for CDP`, `rated BB by MSCI`, `CDP score of A-`, `MSCI ESG rating: AA`. */
const GRADE = '([A-D]{1,3}[+-]?)(?![\\p{L}\\p{N}+-])';

/** Passages and scales → grades that the scale does not have, each with the other grades of that name. */
export function findImpossibleGrades(passages: readonly Passage[], scales: readonly Scale[]): Slip[] {
  return scales.flatMap(({ name, grades }) => {
    const before = new RegExp(
      `(?<![\\p{L}\\p{N}])${GRADE} (?:(?:score|rating|grade) )?(?:for|in|from|by) (?:the )?${name}(?: [\\p{L}]+){0,2}`,
      'gu',
    );
    const after = new RegExp(
      `${name}(?: [\\p{L}]+){0,3} (?:score|rating|grade|list)?(?: ?[:：] ?| of | was | is )(?:an? )?["“‘]?${GRADE}`,
      'gu',
    );
    const mentions = passages.flatMap((passage) =>
      [...passage.text.matchAll(before), ...passage.text.matchAll(after)].map((match) => ({
        grade: match[1]!,
        quote: { passage, start: match.index, end: match.index + match[0].length },
      })),
    );
    const wrong = mentions.filter(({ grade }) => !grades.includes(grade));
    const right = mentions.filter(({ grade }) => grades.includes(grade)).map(({ quote }) => quote);
    return wrong.map(({ quote }): Slip => ({ quotes: [quote, ...right], expected: grades.join(', ') }));
  });
}
