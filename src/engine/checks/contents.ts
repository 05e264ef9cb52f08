import * as v from 'valibot';
import type { Evidence, Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import type { Mismatch } from '../comparison.ts';
import { findUnlistedSections } from '../contents-numbers.ts';
import { findInflected, findRenamed, placeContents, readPageTexts } from '../contents-pages.ts';
import type { PlacedEntry } from '../contents-pages.ts';
import { unreadDoubts } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { makeFinding } from '../finding.ts';
import { findIndexNames } from '../index-names.ts';
import { findMisplacedSections } from '../index-paths.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { quotePassage } from '../passages.ts';
import { findNumberGaps } from '../number-gaps.ts';
import { findDeadReferences } from '../page-references.ts';
import { reportComparison } from '../report-comparison.ts';
import { findRepeatedNumbers } from '../section-numbers.ts';
import { findDeadSectionReferences } from '../section-references.ts';
import { plainTitle } from '../section-titles.ts';
import type { SectionTitle } from '../section-titles.ts';

const parameters = v.strictObject({
  kind: v.literal('contents'),
  /** What is held against what. */
  look: v.picklist([
    'titles',
    'pages',
    'index names',
    'index paths',
    'numbering',
    'gaps',
    'listed sections',
    'references',
    'section references',
  ]),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Contents, index, headings and cross references agree with each other. */
export const contents: CheckKind<Parameters> = {
  kind: 'contents',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['first', 'firstPlace', 'second', 'secondPlace'],
    cannotTell: ['count'],
  },
  listMetrics: () => [],
  run(rule, { look }, context) {
    switch (look) {
      case 'titles':
        return checkTitles(rule, context);
      case 'pages':
        return checkPages(rule, context);
      case 'index names':
        return reportComparison(rule, findIndexNames(context.reading), context);
      case 'index paths':
        return reportComparison(rule, findMisplacedSections(context.reading), context);
      case 'numbering':
        return reportComparison(rule, findRepeatedNumbers(context.reading), context);
      case 'gaps':
        return reportComparison(rule, findNumberGaps(context.reading), context);
      case 'listed sections':
        return reportComparison(rule, findUnlistedSections(context.reading), context);
      case 'references':
        return reportComparison(rule, findDeadReferences(context.reading), context);
      case 'section references':
        return reportComparison(rule, findDeadSectionReferences(context.reading), context);
    }
  },
};

function checkTitles(rule: Rule, context: CheckContext): Finding[] {
  const placed = placeContents(context.reading);
  if (placed === null) return [];
  const agreeing = placed.entries.filter(({ same }) => same.length > 0);
  const renamed = [...findRenamed(placed, readPageTexts(context.reading, placed)), ...findInflected(placed)];
  const mismatches = renamed.map(({ entry, heading }): Mismatch => {
    const rows = context.reading.index.filter(({ title }) => plainTitle(title) === entry.plain).slice(0, 1);
    return {
      first: rows[0]?.title ?? entry.entry.title,
      second: heading.passage.text,
      firstPages: [entry.entry.page, ...rows.map(({ page }) => page)],
      secondPages: [heading.passage.page],
      evidence: [
        entryEvidence(entry),
        ...rows.map((row) => ({
          ...entryEvidence(entry),
          page: row.page,
          box: row.box,
          raw: row.title,
          role: 'index row',
        })),
        quotePassage(heading.passage, 'heading'),
      ],
    };
  });
  if (agreeing.length === 0 && mismatches.length === 0) return [tellNothing(rule, placed.entries, context)];
  return reportComparison(rule, { agreeing: agreeing.map(entryEvidence), mismatches }, context);
}

function checkPages(rule: Rule, context: CheckContext): Finding[] {
  const placed = placeContents(context.reading);
  if (placed === null) return [];
  // A title that the contents list twice stands in two places, of which one may not be read as a heading.
  const listed = groupBy(placed.entries, ({ plain }) => plain);
  const known = placed.entries.filter(
    ({ target, same, plain }) => target.length > 0 && same.length > 0 && listed.get(plain)!.length === 1,
  );
  if (known.length === 0) return [tellNothing(rule, placed.entries, context)];
  const texts = readPageTexts(context.reading, placed);
  const headed = known.some(({ same }) => same.some(({ level }) => level > 0));
  const isTitle = ({ level }: SectionTitle) => level > 0 || !headed;
  const mismatches = known.flatMap((placedEntry): Mismatch[] => {
    const { target, plain, entry } = placedEntry;
    if (target.some((page) => texts.mentions(page, plain) || texts.has(page + 1, plain))) return [];
    // A divider repeats the contents with their page numbers.
    const listed = new RegExp(`^0?${entry.printed}\\s|\\s0?${entry.printed}$`);
    const headings = placedEntry.same.filter((title) => isTitle(title) && !listed.test(title.passage.text));
    if (headings.length === 0) return [];
    return [
      {
        first: entry.title,
        second: String(entry.printed),
        firstPages: [entry.page],
        secondPages: headings.map(({ passage }) => passage.page),
        evidence: [entryEvidence(placedEntry), ...headings.map(({ passage }) => quotePassage(passage, 'heading'))],
      },
    ];
  });
  const wrong = new Set(mismatches.map(({ first }) => first));
  const right = known.filter(({ entry }) => !wrong.has(entry.title));
  return reportComparison(rule, { agreeing: right.map(entryEvidence), mismatches }, context);
}

function entryEvidence({ entry }: PlacedEntry): Evidence {
  const { page, box, title } = entry;
  return { page, box, raw: title, role: 'contents', factId: null, label: '', period: null, unit: null };
}

function tellNothing(rule: Rule, entries: readonly PlacedEntry[], context: CheckContext): Finding {
  return makeFinding(rule, {
    outcome: 'cannotTell',
    severity: 'info',
    identity: ['contents'],
    values: { count: String(entries.length) },
    evidence: entries.slice(0, 1).map(entryEvidence),
    doubts: unreadDoubts(context),
  });
}
