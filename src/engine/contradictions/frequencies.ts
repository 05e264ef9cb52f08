import type { Comparison, Mismatch } from '../comparison.ts';
import { groupBy } from '../fact-index.ts';
import type { Passage } from '../passages.ts';
import { quotePassage } from '../passages.ts';

/** Adjectives of frequency → times a year. */
const RATES: Record<string, number> = {
  daily: 365,
  weekly: 52,
  fortnightly: 26,
  monthly: 12,
  bimonthly: 6,
  quarterly: 4,
  biyearly: 2,
  biannual: 2,
  halfyearly: 2,
  semiannual: 2,
  annual: 1,
  yearly: 1,
  biennial: 0.5,
};
const ADJECTIVE =
  /\b(daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|bi-?yearly|bi-?annual|half-?yearly|semi-?annual|annual|yearly|biennial) ((?:\p{Ll}[\p{Ll}-]+ ){0,3}\p{Ll}[\p{Ll}-]+)/giu;
/** What comes in more than one rhythm side by side. */
const IN_SEVERAL_RHYTHMS =
  /report|result|meeting|review|plan|target|budget|bonus|salar|wage|emission|consumption|production|basis|update|training|audit|figure|data|average|leave|increase|rate|cost|revenue|statement|inspection|check/i;
/** Shorter words join others and name nothing. */
const SHORTEST_WORD = 4;

const TIMES =
  /\b(?:at least )?(once|twice|three times|four times|five times|six times|twelve times) (?:a|per|each|every) (year|quarter|month|week)\b/giu;
const TIMES_WORDS: Record<string, number> = {
  once: 1,
  twice: 2,
  'three times': 3,
  'four times': 4,
  'five times': 5,
  'six times': 6,
  'twelve times': 12,
};
const A_YEAR: Record<string, number> = { year: 1, quarter: 4, month: 12, week: 52 };
/** Words that must be the same before and after. */
const WORDS_BEFORE = 3;
/** Words before that must not differ, as far as the sentence goes: whose meetings they are. */
const SUBJECT_WORDS = 9;
const WORDS_AFTER = 5;

interface Mention {
  /** Words of the sentence before the rhythm, the nearest last; empty where it is an adjective. */
  subject: string[];
  /** What happens so often, in plain words. */
  what: string;
  timesAYear: number;
  passage: Passage;
  start: number;
  end: number;
}

/** Passages → one thing that is said to happen in two rhythms: `quarterly benchmark survey`, `bi-yearly benchmark survey`. */
export function compareFrequencies(passages: readonly Passage[]): Comparison {
  const mentions = passages.flatMap((passage) => [...readAdjectives(passage), ...readTimes(passage)]);
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const same of groupBy(mentions, ({ what }) => what).values()) {
    const [first] = same;
    const other = same.find((one) => one.timesAYear !== first!.timesAYear && haveOneSubject(one, first!));
    if (other !== undefined) comparison.mismatches.push(describe(first!, other));
    else if (same.length > 1) comparison.agreeing.push(quote(first!));
  }
  return comparison;
}

/** `quarterly independent benchmark survey` → the pairs of words behind it. */
function readAdjectives(passage: Passage): Mention[] {
  return [...passage.text.matchAll(ADJECTIVE)].flatMap((match) => {
    const timesAYear = RATES[match[1]!.toLowerCase().replace('-', '')]!;
    const words = match[2]!.toLowerCase().split(' ');
    if (IN_SEVERAL_RHYTHMS.test(match[2]!)) return [];
    return words.slice(1).flatMap((word, i): Mention[] => {
      const pair = [words[i]!, word];
      if (pair.some((one) => one.length < SHORTEST_WORD)) return [];
      const what = pair.map((one) => one.replace(/s$/, '')).join(' ');
      const length = match[1]!.length + 1 + words.slice(0, i + 2).join(' ').length;
      return [{ subject: [], what, timesAYear, passage, start: match.index, end: match.index + length }];
    });
  });
}

/** `discuss all issues at least twice a year with the heads of units` → the words on both sides. */
function readTimes(passage: Passage): Mention[] {
  return [...passage.text.matchAll(TIMES)].flatMap((match): Mention[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const subject = wordsOf(
      passage.text
        .slice(0, start)
        .split(/[.;•。；]/)
        .at(-1)!,
    ).slice(-SUBJECT_WORDS);
    const before = subject.slice(-WORDS_BEFORE);
    const after = wordsOf(passage.text.slice(end)).slice(0, WORDS_AFTER);
    if (before.length + after.length < WORDS_BEFORE + WORDS_AFTER) return [];
    const timesAYear = TIMES_WORDS[match[1]!.toLowerCase()]! * A_YEAR[match[2]!.toLowerCase()]!;
    return [{ subject, what: [...before, ...after].join(' '), timesAYear, passage, start, end }];
  });
}

/** Is what stands before the one also what stands before the other, as far as the shorter goes? */
function haveOneSubject(a: Mention, b: Mention): boolean {
  const length = Math.min(a.subject.length, b.subject.length);
  return length === 0 || a.subject.slice(-length).join(' ') === b.subject.slice(-length).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
}

function describe(first: Mention, other: Mention): Mismatch {
  const words = ({ passage, start, end }: Mention) => passage.text.slice(start, end);
  return {
    first: words(first),
    second: words(other),
    firstPages: [first.passage.page],
    secondPages: [other.passage.page],
    evidence: [quote(first), quote(other)],
  };
}

function quote({ passage, start, end }: Mention): Comparison['agreeing'][number] {
  return quotePassage(passage, 'statement', start, end);
}
