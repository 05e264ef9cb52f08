import { areOfOneKind } from '../quantity.ts';
import type { Quantity } from '../quantity.ts';
import type { CheckContext } from '../kind.ts';
import { groupBy } from '../fact-index.ts';
import { listWords, shareOfWords } from '../label-words.ts';
import { listRows } from '../quotients/lines.ts';
import type { Series } from '../quotients/lines.ts';
import type { Step } from './compare.ts';
import { compareStep } from './compare.ts';
import type { StepRelation } from './rows.ts';
import { ENOUGH_EVIDENCE } from './rows.ts';

/** Words of a row, or of what it stands under, whose figures add up from year to year. */
const RUNNING = /\bcumulative\b|\baccumulated\b|\bto date\b|\brunning total\b|累[计計]|累積|累积/i;
/** What it speaks for, in digits: all words of the one label in the other, and rows of one table. */
const WORTH = { named: 1.5, sameTable: 1 };
/** A misfit takes away what a fit of this many digits gives. */
const MISFIT = 1;

/** Context → rows that add up from year to year, with the amounts of each year that they grow by. */
export function findRunningTotals(context: CheckContext): StepRelation[] {
  const rows = listRows(context).filter(({ ratio }) => !ratio);
  const running = rows.filter((row) => [...row.cells.values()].some(saysRunning));
  if (running.length === 0) return [];
  const amounts = groupBy(
    context.index.all.filter(
      (figure) => figure.fact.qualifier === null && figure.fact.upper === null && !saysRunning(figure),
    ),
    ({ fact }) => fact.period,
  );
  return running.flatMap((total) => {
    const within = rows
      .filter((row) => row.table === total.table && row !== total)
      .flatMap((row) => weighRow(total, row) ?? []);
    const [best] = within.sort((a, b) => b.evidence - a.evidence);
    return best !== undefined ? [best] : weighAfar(total, amounts);
  });
}

function saysRunning({ fact }: Quantity): boolean {
  return RUNNING.test(fact.label) || RUNNING.test(fact.context.at(-1) ?? '');
}

/** Row of running totals → its pairs of years that follow each other. */
function listYears({ cells }: Series): { year: string; place: string; before: Quantity; after: Quantity }[] {
  return [...cells].flatMap(([place, after]) => {
    const [year, ...rest] = place.split('|');
    const before = cells.get([String(Number(year) - 1), ...rest].join('|'));
    return before === undefined ? [] : [{ year: year!, place, before, after }];
  });
}

function weighRow(total: Series, row: Series): StepRelation | null {
  const steps = listYears(total).flatMap(({ place, before, after }): Step[] => {
    const added = row.cells.get(place);
    if (added === undefined || !areOfOneKind(added, after)) return [];
    const step = compareStep(added, before, after, 'difference', false);
    return step === null ? [] : [step];
  });
  return weigh(steps, shareOfWords(row.words, total.words) * WORTH.named + WORTH.sameTable);
}

/** Amounts of other tables and of running text, each by itself. */
function weighAfar(total: Series, amounts: ReadonlyMap<string | null, Quantity[]>): StepRelation[] {
  return listYears(total).flatMap(({ year, before, after }) => {
    const candidates = (amounts.get(year) ?? []).filter(
      (figure) => areOfOneKind(figure, after) || figure.dimension === null,
    );
    const found = candidates.flatMap((figure) => {
      const step = compareStep(figure, before, after, 'difference', false);
      const named = shareOfWords(listWords(figure.fact.label), total.words);
      return step?.verdict === 'fits' ? (weigh([step], named * WORTH.named - Math.log10(candidates.length)) ?? []) : [];
    });
    return found.sort((a, b) => b.evidence - a.evidence).slice(0, 1);
  });
}

function weigh(steps: Step[], worth: number): StepRelation | null {
  const fits = steps.filter(({ verdict }) => verdict === 'fits');
  const off = steps.filter(({ verdict }) => verdict === 'off').length;
  const evidence = fits.reduce((sum, { digits }) => sum + digits, 0) + worth - off * MISFIT;
  return fits.length === 0 || off > fits.length || evidence < ENOUGH_EVIDENCE ? null : { steps, evidence };
}
