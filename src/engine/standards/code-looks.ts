import type { Message, Standard } from '../../model/rule.ts';
import type { Draft } from '../finding.ts';
import { formatPages, joinMessages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import { quotePassage } from '../passages.ts';
import { findMistaken, listCaptions } from './captions.ts';
import { findObsolete, findUnknown, findWrongCodes } from './codes.ts';
import { entriesOf, rowEvidence } from './judge.ts';
import { findOldMeanings } from './reused.ts';

/** What a look found: drafts of failures, and how much was in order. */
export interface Looked {
  failures: Omit<Draft, 'outcome' | 'severity' | 'doubts'>[];
  inOrder: number;
}

/** A reader needs to see some of the rows, not all. */
const MOST_ROWS = 5;

export const listCodes = (codes: readonly string[]): Message => joinMessages([...new Set(codes)].map(sameInBoth));

/** Codes of editions that no longer hold. */
export function lookForObsolete(standard: Standard, { reading }: CheckContext): Looked {
  const entries = entriesOf(standard, reading.index);
  return {
    failures: findObsolete(standard, entries, reading.document.reportYear).map(({ obsolete, entries: used }) => ({
      subject: sameInBoth(obsolete.edition),
      identity: [standard.id, obsolete.edition],
      values: {
        found: sameInBoth(obsolete.edition),
        codes: listCodes(used.map(({ code }) => code)),
        expected: sameInBoth(obsolete.insteadOf),
        pages: formatPages(used.map(({ page }) => page)),
      },
      expected: obsolete.insteadOf,
      evidence: used.slice(0, MOST_ROWS).map((entry) => rowEvidence(entry)),
    })),
    inOrder: entries.length,
  };
}

/** Codes that no edition has. */
export function lookForUnknown(standard: Standard, { reading }: CheckContext): Looked {
  const entries = entriesOf(standard, reading.index);
  return {
    failures: findUnknown(standard, entries).map((entry) => ({
      subject: sameInBoth(`${standard.family} ${entry.code}`),
      identity: [standard.id, entry.code],
      values: {
        found: sameInBoth(`“${entry.title || entry.raw}”`),
        codes: sameInBoth(entry.code),
        pages: formatPages([entry.page]),
      },
      evidence: [rowEvidence(entry)],
    })),
    inOrder: entries.length,
  };
}

/** Rows with the title of another code. */
export function lookForWrong(standard: Standard, { reading }: CheckContext): Looked {
  const entries = entriesOf(standard, reading.index);
  return {
    failures: findWrongCodes(standard, entries).map(({ entry, own, meant }) => ({
      subject: sameInBoth(`${standard.family} ${entry.code}`),
      identity: [standard.id, entry.code, meant.id],
      values: {
        found: sameInBoth(`“${entry.title}”`),
        codes: sameInBoth(entry.code),
        expected: sameInBoth(meant.codes[0]!),
        reason: own.title,
        pages: formatPages([entry.page]),
      },
      expected: meant.codes[0]!,
      actual: entry.code,
      evidence: [rowEvidence(entry)],
    })),
    inOrder: entries.length,
  };
}

/** Codes with what an earlier edition meant by them. */
export function lookForOldMeanings(standard: Standard, { reading }: CheckContext): Looked {
  const entries = entriesOf(standard, reading.index);
  const old = findOldMeanings(standard, entries, reading);
  return {
    failures: old.map(({ edition, code, title, today, place }) => {
      const evidence = 'passage' in place ? quotePassage(place.passage, 'caption') : rowEvidence(place);
      return {
        subject: sameInBoth(`${standard.family} ${code}`),
        identity: [standard.id, code, edition.edition],
        values: {
          found: sameInBoth(`“${title}”`),
          codes: sameInBoth(code),
          expected: sameInBoth(edition.insteadOf),
          reason: today.title,
          pages: formatPages([evidence.page]),
        },
        expected: edition.insteadOf,
        actual: edition.edition,
        evidence: [evidence],
      };
    }),
    inOrder: entries.length,
  };
}

/** Lines of the report that bear the code of another disclosure. */
export function lookForCaptions(standard: Standard, { reading }: CheckContext): Looked {
  const captions = listCaptions(reading);
  const wrong = captions.flatMap((caption) => {
    const mistaken = findMistaken(standard, caption.code, caption.title);
    return mistaken === null ? [] : [{ caption, ...mistaken }];
  });
  return {
    failures: wrong.map(({ caption: { passage, code, title }, own, meant }) => ({
      subject: sameInBoth(`${standard.family} ${code}`),
      identity: [standard.id, code, title],
      values: {
        found: sameInBoth(`“${passage.text}”`),
        codes: sameInBoth(code),
        expected: sameInBoth(meant.codes[0]!),
        reason: own.title,
        pages: formatPages([passage.page]),
      },
      expected: meant.codes[0]!,
      actual: code,
      evidence: [quotePassage(passage, 'caption')],
    })),
    inOrder: captions.length,
  };
}
