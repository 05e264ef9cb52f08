import { describePeriod } from '../describe.ts';
import { groupBy, pushTo } from '../fact-index.ts';
import { factEvidence } from '../finding.ts';
import { formatLabel, formatPages, joinMessages, sameInBoth } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import { normaliseLabel } from '../label.ts';
import type { Quantity } from '../quantity.ts';
import type { RowLook, RowSlip } from './finding-parts.ts';

/** One row of a table: its plain label, and what it prints in each period. */
interface Row {
  label: string;
  figures: Quantity[];
  /** `2023 9249 | 2024 10644`: rows of two tables with the same print are one row. */
  print: string;
}

/** Periods that a row must print: in one, two figures may agree by chance. */
const FEWEST_PERIODS = 2;
/** Rows that must read the same in both tables, so that the tables print one thing. */
const FEWEST_AGREEING = 2;
/** Figures of fewer digits agree by chance. */
const FEWEST_DIGITS = 3;

/** Context → pairs of rows that two tables print under each other's labels. */
export function findSwappedRows(context: CheckContext): RowLook {
  const slips: RowSlip[] = [];
  let count = 0;
  let sample: Quantity | null = null;
  for (const pairs of pairRows([...context.index.byTable.values()].map(readRows)).values()) {
    const agreeing = pairs.filter(([here, there]) => areSame(here, there));
    if (agreeing.length < FEWEST_AGREEING) continue;
    count += agreeing.length;
    sample ??= agreeing[0]![0].figures[0]!;
    const crossed = pairs.filter(([here, there]) => !areSame(here, there));
    for (const [j, [x, yThere]] of crossed.entries()) {
      for (const [y, xThere] of crossed.slice(j + 1)) {
        if (areSame(x, xThere) && areSame(y, yThere)) slips.push(describeSwap(x, y, xThere, yThere));
      }
    }
  }
  return { count, sample: sample === null ? null : factEvidence(sample.fact, 'value'), slips };
}

/** Rows of each table → pairs of rows with the same print, for each two tables that share one. */
function pairRows(tables: readonly Row[][]): Map<string, (readonly [Row, Row])[]> {
  const byPrint = groupBy(
    tables.flatMap((rows, table) => rows.map((row) => ({ row, table }))),
    ({ row }) => row.print,
  );
  const pairs = new Map<string, (readonly [Row, Row])[]>();
  for (const same of byPrint.values()) {
    for (const [i, here] of same.entries()) {
      for (const there of same.slice(i + 1)) {
        if (here.table !== there.table) pushTo(pairs, `${here.table} ${there.table}`, [here.row, there.row] as const);
      }
    }
  }
  return pairs;
}

/** Figures of a table → its rows that say enough to be known again. */
function readRows(figures: readonly Quantity[]): Row[] {
  const own = figures.filter(({ fact }) => fact.row !== null && fact.period !== null && fact.label !== '');
  return [...groupBy(own, ({ fact }) => `${fact.tableId} ${fact.row}`).values()].flatMap((row): Row[] => {
    const telling = row.filter(({ fact }) => fact.number.replace(/\D/g, '').length >= FEWEST_DIGITS);
    const periods = new Set(row.map(({ fact }) => fact.period));
    if (periods.size < row.length || telling.length < FEWEST_PERIODS) return [];
    const prints = row.map(({ fact }) => `${fact.period} ${fact.number}`).sort();
    return [{ label: normaliseLabel(row[0]!.fact), figures: row, print: prints.join(' | ') }];
  });
}

/** Do two rows bear one label, a unit or an ending behind it aside? */
function areSame(a: Row, b: Row): boolean {
  return a.label.startsWith(b.label) || b.label.startsWith(a.label);
}

function describeSwap(...rows: readonly [Row, Row, Row, Row]): RowSlip {
  const [first, second, firstThere, secondThere] = rows.map(({ figures }) => figures) as [
    Quantity[],
    Quantity[],
    Quantity[],
    Quantity[],
  ];
  const name = (figures: readonly Quantity[]) => formatLabel(figures[0]!.fact.label);
  const pages = [first, firstThere].map((figures) => formatPages([figures[0]!.fact.page]));
  const list = (figures: readonly Quantity[]) =>
    joinMessages(
      figures.map(({ fact }) => ({
        en: `${fact.raw} (${describePeriod(fact.period).en})`,
        zh: `${fact.raw}（${describePeriod(fact.period).zh}）`,
      })),
    );
  return {
    subject: sameInBoth(`${name(first)} / ${name(second)}`),
    identity: ['swapped', ...[name(first), name(second)].sort()],
    what: {
      en: `“${name(first)}” is ${list(first).en} on ${pages[0]!.en} and ${list(firstThere).en} on ${pages[1]!.en}; “${name(second)}” is ${list(second).en} and ${list(secondThere).en}`,
      zh: `“${name(first)}”在${pages[0]!.zh}为${list(first).zh}，在${pages[1]!.zh}为${list(firstThere).zh}；“${name(second)}”分别为${list(second).zh}和${list(secondThere).zh}`,
    },
    evidence: [first, second, firstThere, secondThere].flat().map(({ fact }) => factEvidence(fact, 'value')),
  };
}
