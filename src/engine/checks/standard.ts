import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import type { MatrixRow, StandardMatrix } from '../../model/matrix.ts';
import type { Message, Rule, Standard } from '../../model/rule.ts';
import { unreadDoubts } from '../describe.ts';
import { makeFinding } from '../finding.ts';
import { formatLabel, formatPages, joinMessages, sameInBoth } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import {
  listCodes,
  lookForCaptions,
  lookForObsolete,
  lookForOldMeanings,
  lookForUnknown,
  lookForWrong,
} from '../standards/code-looks.ts';
import type { Looked } from '../standards/code-looks.ts';
import { entriesOf, LEAST_SHARE_OF_AN_INDEX, rowEvidence } from '../standards/judge.ts';
import { compareTitles, plainTitle } from '../section-titles.ts';
import { findMisplaced } from '../standards/marks.ts';
import { findClaim, speaksOfIndex } from '../standards/named.ts';
import { numberPages, readPlace } from '../standards/places.ts';
import { quotePassage } from '../passages.ts';

const LOOKS = [
  'index',
  'requirements',
  'figures',
  'obsolete codes',
  'old meanings',
  'unknown codes',
  'wrong codes',
  'captions',
  'topics',
  'pages',
  'marks',
] as const;

const parameters = v.strictObject({
  kind: v.literal('standard'),
  standard: v.string(),
  look: v.picklist(LOOKS),
});
type Parameters = v.InferOutput<typeof parameters>;

/** An index keeps to its standard: it names what must be named, by codes that hold, and the report keeps what the rows promise. */
export const standardKept: CheckKind<Parameters> = {
  kind: 'standard',
  parameters,
  placeholders: {
    pass: ['standard', 'count'],
    fail: ['standard', 'found', 'codes', 'expected', 'reason', 'pages'],
    cannotTell: ['standard', 'count'],
  },
  listMetrics: () => [],
  listStandards: ({ standard }) => [standard],
  run(rule, p, context) {
    const standard = context.standards.get(p.standard)!;
    const matrix = context.matrices.find((each) => each.standard === standard.id);
    if (matrix === undefined) {
      return p.look === 'index' ? lookForIndex(rule, standard, context) : [];
    }
    const looked = look(p.look, standard, matrix, context);
    if (looked === null) return [tell(rule, 'cannotTell', standard, matrix.rows.length, context)];
    if (looked.failures.length > 0) {
      return looked.failures.map((draft) =>
        makeFinding(rule, {
          ...draft,
          outcome: 'fail',
          severity: rule.severity,
          values: { standard: standard.title, reason: '', expected: '', ...draft.values },
          doubts: p.look === 'requirements' || p.look === 'figures' ? unreadDoubts(context) : [],
        }),
      );
    }
    return looked.inOrder > 0 ? [tell(rule, 'pass', standard, looked.inOrder, context)] : [];
  },
};

function tell(
  rule: Rule,
  outcome: 'pass' | 'cannotTell',
  standard: Standard,
  count: number,
  context: CheckContext,
): ReturnType<typeof makeFinding> {
  return makeFinding(rule, {
    outcome,
    severity: outcome === 'pass' ? rule.severity : 'info',
    subject: standard.title,
    identity: [standard.id, 'all'],
    values: { standard: standard.title, count: String(count) },
    evidence: entriesOf(standard, context.reading.index)
      .slice(0, 1)
      .map((entry) => rowEvidence(entry)),
  });
}

/** A standard that the report claims to follow as a whole though no row of an index was read, and nothing says where one stands. */
function lookForIndex(rule: Rule, standard: Standard, context: CheckContext): Finding[] {
  const claim = findClaim(standard, context.reading);
  if (claim === null) return [];
  const wanting = claim.whole && !speaksOfIndex(standard, context.reading);
  const doubts = unreadDoubts(context);
  return [
    makeFinding(rule, {
      outcome: wanting && doubts.length === 0 ? 'fail' : 'cannotTell',
      severity: 'info',
      subject: standard.title,
      identity: [standard.id, 'index'],
      values: {
        standard: standard.title,
        count: '0',
        found: sameInBoth(`“${formatLabel(claim.passage.text)}”`),
        codes: '',
        expected: '',
        reason: '',
        pages: formatPages([claim.passage.page]),
      },
      evidence: [quotePassage(claim.passage, 'claim')],
      doubts,
    }),
  ];
}

/** Null when it cannot be told. */
function look(
  what: Parameters['look'],
  standard: Standard,
  matrix: StandardMatrix,
  context: CheckContext,
): Looked | null {
  switch (what) {
    case 'index':
      return { failures: [], inOrder: findClaim(standard, context.reading) === null ? 0 : matrix.rows.length };
    case 'requirements':
      return lookForRows(standard, matrix);
    case 'figures':
      // With reference to the Standards a part of a disclosure may be reported: what is wanting is shown, not told.
      return standard.family === 'GRI' && matrix.mode !== 'in accordance'
        ? { failures: [], inOrder: 0 }
        : lookForFigures(matrix);
    case 'obsolete codes':
      return lookForObsolete(standard, context);
    case 'unknown codes':
      return lookForUnknown(standard, context);
    case 'wrong codes':
      return lookForWrong(standard, context);
    case 'old meanings':
      return lookForOldMeanings(standard, context);
    case 'topics':
      return lookForTopics(matrix);
    case 'captions':
      return lookForCaptions(standard, context);
    case 'pages':
      return lookForPages(standard, context);
    case 'marks':
      return lookForMarks(standard, context);
  }
}

/** What a standard asks of everyone and no row names, told at once. */
function lookForRows(standard: Standard, { rows }: StandardMatrix): Looked | null {
  const always = rows.filter(({ level }) => level === 'mandatory');
  if (standard.obsolete.length > 0 && rows.every(({ level, rows: own }) => level !== 'mandatory' || own.length === 0)) {
    return { failures: [], inOrder: 0 };
  }
  const named = always.filter(({ rows: own }) => own.length > 0);
  if (named.length < always.length * LEAST_SHARE_OF_AN_INDEX) return null;
  const missing = rows.filter(({ state }) => state === 'missing');
  if (missing.length === 0) return { failures: [], inOrder: named.length };
  return {
    failures: [
      {
        subject: standard.title,
        identity: [standard.id, 'requirements'],
        values: {
          found: joinMessages(missing.map(({ title, codes }) => nameRequirement(title, codes))),
          codes: listCodes(missing.flatMap(({ codes }) => codes)),
          pages: formatPages(named.flatMap(({ rows: own }) => own.map(({ evidence }) => evidence.page))),
        },
        evidence: named.slice(0, 1).flatMap(({ rows: own }) => own.slice(0, 1).map(({ evidence }) => evidence)),
      },
    ],
    inOrder: 0,
  };
}

const nameRequirement = (title: Message, codes: readonly string[]): Message => ({
  en: `${codes[0]} ${title.en}`,
  zh: `${codes[0]}${title.zh}`,
});

/** Requirements whose row names a place in this report, which lacks the figures that they ask for. */
function lookForFigures({ standard, rows }: StandardMatrix): Looked {
  const promised = rows.filter(({ rows: own }) => own.length > 0);
  const unmet = promised.filter(({ state, asked }) => state === 'partly' && asked !== null);
  return {
    failures: unmet.map(({ requirement, title, codes, reason, asked, rows: own, evidence }) => ({
      subject: nameRequirement(title, codes),
      identity: [standard, requirement, 'figures'],
      values: {
        found: asked!,
        codes: nameRow(title, codes, own[0]),
        reason,
        pages: formatPages(own.map((row) => row.evidence.page)),
      },
      expected: asked!.en,
      evidence: [...own.map((row) => row.evidence), ...evidence],
    })),
    inOrder: promised.length - unmet.length,
  };
}

/** Requirements whose row names pages that hold another topic. */
function lookForTopics({ standard, rows }: StandardMatrix): Looked {
  const placed = rows.filter(({ rows: own, evidence }) => own.length > 0 && evidence.length > 0);
  const misplaced = placed.filter((row) => row.misplaced);
  return {
    failures: misplaced.map(({ requirement, title, codes, reason, rows: own, evidence }) => ({
      subject: nameRequirement(title, codes),
      identity: [standard, requirement, 'topic'],
      values: {
        found: sameInBoth(own.map(({ location }) => location).join('; ')),
        codes: nameRow(title, codes, own[0]),
        reason,
        pages: formatPages(own.map((row) => row.evidence.page)),
      },
      evidence: [...own.map((row) => row.evidence), ...evidence],
    })),
    inOrder: placed.length - misplaced.length,
  };
}

/** Code of a requirement, with the title that the index gives it where that was surely read: `302-1 “Energy consumption”`. */
function nameRow(title: Message, codes: readonly string[], row: MatrixRow['rows'][number] | undefined): Message {
  const printed = row?.evidence.label ?? '';
  const plain = plainTitle(printed);
  const alike = [title.en, title.zh].some((each) => compareTitles(plainTitle(each), plain) >= LIKE_ITS_TITLE);
  return sameInBoth(alike ? `${codes[0]!} “${printed}”` : codes[0]!);
}

/** A title that shares fewer letters with the standard's own was read from another row, or is in words of its own. */
const LIKE_ITS_TITLE = 0.4;

function lookForPages(standard: Standard, { reading }: CheckContext): Looked {
  const { last } = numberPages(reading);
  const placed = entriesOf(standard, reading.index).map((entry) => ({ entry, place: readPlace(entry.location) }));
  const wrong = placed.filter(({ place }) => !place.elsewhere && place.pages.some((page) => page > last));
  return {
    failures: wrong.map(({ entry, place }) => ({
      subject: sameInBoth(`${standard.family} ${entry.code}`),
      identity: [standard.id, entry.code, 'pages'],
      values: {
        found: sameInBoth(place.pages.filter((page) => page > last).join(', ')),
        codes: sameInBoth(entry.code),
        expected: sameInBoth(String(last)),
        pages: formatPages([entry.page]),
      },
      expected: `≤ ${last}`,
      evidence: [rowEvidence(entry)],
    })),
    inOrder: placed.filter(({ place }) => place.pages.length > 0).length - wrong.length,
  };
}

function lookForMarks(standard: Standard, context: CheckContext): Looked {
  const { agreeing, misplaced } = findMisplaced(context);
  return {
    failures: misplaced.map(({ entry, named, marks }) => ({
      subject: sameInBoth(`${standard.family} ${entry.code}`),
      identity: [standard.id, entry.code, 'marks'],
      values: {
        found: formatPages(named),
        codes: sameInBoth(entry.code),
        expected: formatPages(marks.map(({ page }) => page)),
        pages: formatPages([entry.page]),
      },
      evidence: [rowEvidence(entry), ...marks.map((mark) => quotePassage(mark, 'mark'))],
    })),
    inOrder: agreeing.length,
  };
}
