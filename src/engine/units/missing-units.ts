import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence, makeFinding } from '../finding.ts';
import { formatLabel, formatPages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import { pass } from './pass.ts';
import { PHYSICAL } from './wrong-dimensions.ts';

/** A table with fewer rows of physical figures leaves units to its caption or notes as often. */
const FEWEST_ROWS = 4;

/** The one row of a physical metric without any unit, in a table whose other rows of such metrics have theirs. */
export function findMissing(rule: Rule, context: CheckContext): Finding[] {
  const checked: Quantity[] = [];
  const findings: Finding[] = [];
  for (const figures of context.index.byTable.values()) {
    const rows = [...groupBy(figures, ({ fact }) => `${fact.tableId} ${fact.row}`).values()].filter(([first]) =>
      isPhysical(first!, context),
    );
    const gaps = rows.filter((row) => row.every(({ fact }) => fact.unit === null && fact.unitRaw === null));
    if (rows.length < FEWEST_ROWS || gaps.length > 1) continue;
    checked.push(...rows.map((row) => row[0]!));
    findings.push(...gaps.filter((row) => hasNoOtherWords(row, context)).map((row) => reportGap(rule, row)));
  }
  if (checked.length === 0 || findings.length > 0) return findings;
  return [pass(rule, checked.length, [factEvidence(checked[0]!.fact, 'value')], ['all'])];
}

/** Does the row hold nothing but its label before its figures? A further cell may be a unit that was not understood. */
function hasNoOtherWords(row: readonly Quantity[], context: CheckContext): boolean {
  const { fact } = row[0]!;
  const cells = context.reading.tables.find(({ id }) => id === fact.tableId)?.cells ?? [];
  return (
    cells.filter(({ row: at, col, text }) => at === fact.row && col <= (fact.col ?? 0) && /\p{L}/u.test(text)).length <=
    1
  );
}

function isPhysical({ fact }: Quantity, context: CheckContext): boolean {
  const metric = fact.metric === null ? undefined : context.metrics.get(fact.metric);
  const dimension = fact.unit === null ? metric?.dimension : context.units.info(fact.unit)?.dimension;
  return dimension !== undefined && PHYSICAL.has(dimension);
}

function reportGap(rule: Rule, row: readonly Quantity[]): Finding {
  const { fact } = row[0]!;
  return makeFinding(rule, {
    outcome: 'fail',
    severity: rule.severity,
    subject: sameInBoth(formatLabel(fact.label)),
    identity: [fact.metric, fact.boundary],
    values: {
      figure: sameInBoth(`“${formatLabel(fact.label)}”`),
      unit: sameInBoth(''),
      expected: sameInBoth(''),
      pages: formatPages(row.map((figure) => figure.fact.page)),
    },
    evidence: row.map((figure) => factEvidence(figure.fact, 'value')),
  });
}
