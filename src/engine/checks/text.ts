import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { Message, Rule } from '../../model/rule.ts';
import { unreadDoubts } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { makeFinding } from '../finding.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { findNearSpellings } from '../near-spellings.ts';
import { listPassages, quoteAround, quotePassage } from '../passages.ts';
import type { Passage } from '../passages.ts';
import { findRepeatedSentences } from '../repeated-sentences.ts';
import { findDoubledWords, findMalformedNumbers, findMisnomers, findNames, findPlaceholders } from '../text-slips.ts';
import type { Slip } from '../text-slips.ts';
import { findSwappedLetters, findTwoChineseNames, findTwoMeanings } from '../wording/abbreviations.ts';
import { findChineseNameVariants } from '../wording/chinese-names.ts';
import { findMisplacedDates, findSourcesBeforeTheirYear } from '../wording/dates.ts';
import { findEnglishNameVariants } from '../wording/english-names.ts';
import { findImpossibleCounts, findImpossibleGrades } from '../wording/limits.ts';
import { findRepeatedItems } from '../wording/lists.ts';
import { findMissingStops, findStraySigns } from '../wording/punctuation.ts';

/** What needs nothing but the text to be found. */
const PLAIN_LOOKS = {
  'repeated sentences': findRepeatedSentences,
  'malformed numbers': findMalformedNumbers,
  'near spellings': findNearSpellings,
  'names in two spellings': (passages: readonly Passage[]) => [
    ...findChineseNameVariants(passages),
    ...findEnglishNameVariants(passages),
  ],
  abbreviations: (passages: readonly Passage[]) => [
    ...findSwappedLetters(passages),
    ...findTwoMeanings(passages),
    ...findTwoChineseNames(passages),
  ],
  'repeated items': findRepeatedItems,
  'missing stops': findMissingStops,
  'stray signs': findStraySigns,
  'misplaced dates': findMisplacedDates,
  'dates of sources': findSourcesBeforeTheirYear,
};
type PlainLook = keyof typeof PLAIN_LOOKS;

const phrase = v.pipe(v.string(), v.minLength(1));
const phrases = v.pipe(v.array(phrase), v.minLength(1));

const parameters = v.variant('look', [
  v.strictObject({
    kind: v.literal('text'),
    look: v.literal('doubled words'),
    /** Words that may come twice in a row. */
    allowed: phrases,
  }),
  v.strictObject({
    kind: v.literal('text'),
    look: v.literal('placeholders'),
    /** Fixed phrases; `#` stands for two to six letters X. */
    phrases,
  }),
  v.strictObject({
    kind: v.literal('text'),
    look: v.literal('misnomers'),
    /** Names as they are got wrong, and as they are. */
    names: v.pipe(v.array(v.strictObject({ wrong: phrase, right: phrase })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('text'),
    look: v.literal('fixed slips'),
    /** Words as they slip from the pen, and as they are meant. */
    names: v.pipe(v.array(v.strictObject({ wrong: phrase, right: phrase })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('text'),
    look: v.literal('counts'),
    /** Things of which there are so many and no more. */
    limits: v.pipe(v.array(v.strictObject({ thing: phrase, most: v.pipe(v.number(), v.minValue(1)) })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('text'),
    look: v.literal('grades'),
    /** Who rates, and the grades that are given. */
    scales: v.pipe(v.array(v.strictObject({ name: phrase, grades: phrases })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('text'),
    look: v.picklist(Object.keys(PLAIN_LOOKS) as [PlainLook, ...PlainLook[]]),
  }),
]);
type Parameters = v.InferOutput<typeof parameters>;

/** The report's wording is free of slips of the pen. */
export const text: CheckKind<Parameters> = {
  kind: 'text',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['found', 'quote', 'expected', 'pages'],
    cannotTell: ['count'],
  },
  listMetrics: () => [],
  run(rule, p, context) {
    const passages = listPassages(context.reading);
    if (passages.length === 0) return [];
    const slips = findSlips(p, passages);
    if (slips.length === 0) return [passAll(rule, passages, context)];
    return [...groupBy(slips, nameSlip).values()].map((same) => reportSlip(rule, same, p.look));
  },
};

function findSlips(p: Parameters, passages: readonly Passage[]): Slip[] {
  switch (p.look) {
    case 'doubled words':
      return findDoubledWords(passages, p.allowed);
    case 'placeholders':
      return findPlaceholders(passages, p.phrases);
    case 'misnomers':
      return findMisnomers(passages, p.names);
    case 'fixed slips':
      return findNames(passages, p.names);
    case 'counts':
      return findImpossibleCounts(passages, p.limits);
    case 'grades':
      return findImpossibleGrades(passages, p.scales);
    default:
      return PLAIN_LOOKS[p.look](passages);
  }
}

function passAll(rule: Rule, passages: readonly Passage[], context: CheckContext): Finding {
  return makeFinding(rule, {
    outcome: 'pass',
    severity: rule.severity,
    identity: ['all'],
    values: { count: String(passages.length) },
    evidence: [quotePassage(passages[0]!, 'text')],
    doubts: unreadDoubts(context),
  });
}

/** Slip → its words without spaces and case: the same slip in several places is one finding. */
function nameSlip({ quotes }: Slip): string {
  const { passage, start, end } = quotes[0]!;
  return passage.text.slice(start, end).replace(/\s+/g, ' ').toLowerCase();
}

function reportSlip(rule: Rule, slips: readonly Slip[], look: Parameters['look']): Finding {
  const quotes = slips.flatMap((slip) => slip.quotes);
  const { passage, start, end } = quotes[0]!;
  const found = passage.text.slice(start, end).replace(/\s+/g, ' ');
  const { expected } = slips[0]!;
  return makeFinding(rule, {
    outcome: 'fail',
    severity: rule.severity,
    subject: sameInBoth(`“${formatLabel(found)}”`),
    identity: [nameSlip(slips[0]!)],
    values: {
      found: sameInBoth(`“${found}”`),
      quote: sameInBoth(`“${quoteAround(passage.text, start, end)}”`),
      expected: describeExpected(expected, look),
      pages: formatPages(quotes.map((quote) => quote.passage.page)),
    },
    expected,
    actual: found,
    evidence: quotes.map((quote) => quotePassage(quote.passage, 'text', quote.start, quote.end)),
  });
}

/** What should stand there → `, where “2024” may be meant`; nothing when it is not known. */
function describeExpected(expected: string | null, look: Parameters['look']): Message {
  if (expected === null) return sameInBoth('');
  if (look === 'counts') return { en: `; there are ${expected}`, zh: `；实有${expected}` };
  if (look === 'grades') return { en: `; the grades are ${expected}`, zh: `；该评级分为${expected}` };
  return { en: `, where “${expected}” may be meant`, zh: `，应为“${expected}”` };
}
