import * as v from 'valibot';
import type { Finding } from '../../model/finding.ts';
import { unreadDoubts } from '../describe.ts';
import { makeFinding } from '../finding.ts';
import { formatPages } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { findEmptyCells } from '../rows/empty-cells.ts';
import type { RowLook } from '../rows/finding-parts.ts';
import { findRepeatedRows } from '../rows/repeated.ts';
import { findSwappedRows } from '../rows/swapped.ts';
import { findFractions } from '../rows/whole-counts.ts';

const LOOKS = {
  swapped: findSwappedRows,
  'whole counts': findFractions,
  repeated: findRepeatedRows,
  'empty cells': findEmptyCells,
} satisfies Record<string, (context: CheckContext) => RowLook>;
type Look = keyof typeof LOOKS;

const parameters = v.strictObject({
  kind: v.literal('rows'),
  /** What is looked for. */
  look: v.picklist(Object.keys(LOOKS) as [Look, ...Look[]]),
});
type Parameters = v.InferOutput<typeof parameters>;

/** Rows of tables bear the right label, one figure a cell, and come once. */
export const rows: CheckKind<Parameters> = {
  kind: 'rows',
  parameters,
  placeholders: { pass: ['count'], fail: ['what', 'pages'], cannotTell: ['count'] },
  listMetrics: () => [],
  run(rule, { look }, context) {
    const { count, sample, slips } = LOOKS[look](context);
    if (slips.length > 0) {
      return slips.map(({ subject, identity, what, evidence, severity, doubts }): Finding =>
        makeFinding(rule, {
          outcome: 'fail',
          severity: severity ?? rule.severity,
          subject,
          identity,
          values: { what, pages: formatPages(evidence.map(({ page }) => page)) },
          evidence,
          doubts: doubts ?? [],
        }),
      );
    }
    if (sample === null) return [];
    return [
      makeFinding(rule, {
        outcome: 'pass',
        severity: rule.severity,
        identity: ['all'],
        values: { count: String(count) },
        evidence: [sample],
        doubts: unreadDoubts(context),
      }),
    ];
  },
};
