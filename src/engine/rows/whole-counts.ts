import { describePeriod } from '../describe.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence } from '../finding.ts';
import { formatLabel, joinMessages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import type { RowLook } from './finding-parts.ts';

/** Labels that count people or things one by one. */
const COUNT_LABEL = /(?:^|[^\p{L}])(?:number|no\.|#) of (?=\p{L})|人数$|人數$|员工总数|員工總數/iu;
/** Labels, units and heads of figures that may well have a fraction. */
const MAY_BE_FRACTION =
  /average|mean\b|median|per\b|rate|ratio|\bfte|equivalent|hours|days|years|million|thousand|percent|share|proportion|%|平均|人均|比例|占比|率|万|千|亿|萬|億|当量|當量|小时|小時/iu;

/** Context → counts with a fraction in rows that count whole people or things in their other years. */
export function findFractions(context: CheckContext): RowLook {
  const counts = context.index.all.filter(isCount);
  const rows = groupBy(counts, ({ fact }) => `${fact.tableId} ${fact.row}`);
  const odd = [...rows.values()].flatMap((row) => {
    const broken = row.filter(hasFraction);
    return broken.length > 0 && broken.length < row.length ? broken : [];
  });
  const slips = [...groupBy(odd, ({ fact }) => `${fact.tableId} ${fact.period}`).values()].map((same) => {
    const others = findOthers(same[0]!, counts, rows);
    const name = ({ fact }: Quantity) => `“${formatLabel(fact.label)}” ${fact.raw}`;
    return {
      subject: sameInBoth(formatLabel(same[0]!.fact.label)),
      identity: ['fraction', same[0]!.fact.label.toLowerCase(), same[0]!.fact.period],
      what: joinMessages(
        same.map((figure) => ({
          en: `${name(figure)} (${describePeriod(figure.fact.period).en})`,
          zh: `${name(figure)}（${describePeriod(figure.fact.period).zh}）`,
        })),
      ),
      evidence: [
        ...same.map(({ fact }) => factEvidence(fact, 'value')),
        ...others.map(({ fact }) => factEvidence(fact, 'other count')),
      ],
    };
  });
  return { count: rows.size, sample: counts[0] ? factEvidence(counts[0].fact, 'value') : null, slips };
}

function isCount({ fact, table }: Quantity): boolean {
  const words = `${fact.label} ${fact.unitRaw ?? ''} ${fact.raw.replace(fact.number, '')}`;
  return (
    table !== null &&
    fact.row !== null &&
    fact.unit !== '%' &&
    fact.scale === '1' &&
    COUNT_LABEL.test(fact.label) &&
    !MAY_BE_FRACTION.test(words) &&
    !fact.context.some((head) => /million|thousand|万|千|萬|%|percent/i.test(head))
  );
}

function hasFraction({ fact }: Quantity): boolean {
  return /\.\d*[1-9]/.test(fact.number);
}

/** The same rows in their other years, and the count right above: they show what the row counts. */
function findOthers(odd: Quantity, counts: readonly Quantity[], rows: ReadonlyMap<string, Quantity[]>): Quantity[] {
  const own = rows.get(`${odd.fact.tableId} ${odd.fact.row}`) ?? [];
  const above = counts.filter(
    (other) =>
      other.fact.tableId === odd.fact.tableId &&
      other.fact.col === odd.fact.col &&
      other.fact.row! < odd.fact.row! &&
      !hasFraction(other),
  );
  return [...own.filter((figure) => !hasFraction(figure)), ...above.slice(-1)];
}
