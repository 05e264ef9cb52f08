import * as v from 'valibot';
import type { CheckKind } from '../kind.ts';
import { findMarksWithoutNote, findNotesOnOtherRows, findNotesWithoutMark } from '../notes/look.ts';
import { listPageNotes } from '../notes/page-notes.ts';
import { reportComparison } from '../report-comparison.ts';

const LOOKS = {
  'notes without mark': findNotesWithoutMark,
  'marks without note': findMarksWithoutNote,
  'notes on other rows': findNotesOnOtherRows,
};
type Look = keyof typeof LOOKS;

const parameters = v.strictObject({
  kind: v.literal('note'),
  look: v.picklist(Object.keys(LOOKS) as [Look, ...Look[]]),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Footnotes and their marks belong together. */
export const note: CheckKind<Parameters> = {
  kind: 'note',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['first', 'firstPlace', 'second', 'secondPlace'],
    cannotTell: ['count'],
  },
  listMetrics: () => [],
  run: (rule, { look }, context) => reportComparison(rule, LOOKS[look](listPageNotes(context.reading)), context),
};
