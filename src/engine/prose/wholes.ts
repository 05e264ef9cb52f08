import { isChangeHead } from '../../extract/periods.ts';
import { groupBy } from '../fact-index.ts';
import type { Footing } from '../footing/find.ts';
import { hasOneSlip } from '../footing/slip.ts';
import type { Sum } from '../footing/trial.ts';
import { addAt } from '../footing/trial.ts';
import type { CheckContext } from '../kind.ts';
import type { Item } from './items.ts';
import { listProse } from './items.ts';
import { toLine } from './sums.ts';

/**
 * Percentages that make exactly a hundred do so by chance once in as many cases as a hundred has units of their last digit: 1,000 with one
 * decimal. Fewer parts than this of whole percents may be any two numbers.
 */
const FEWEST_WHOLE_PERCENTS = 3;
/** What is not exactly a hundred may be off by so much, in parts of it: more, and whole percents among them hide what is missing. */
const MOST_SLACK = 0.004;
/** More shares than this no sentence or chart lists. */
const MOST_PARTS = 10;
/** Blocks longer than this, in characters, are sentences and not the labels of a chart. */
const LONGEST_LABEL = 60;

/** Context → percentages of running text, or of the labels of one chart, that follow each other and make a hundred. */
export function findProseWholes(context: CheckContext): Footing[] {
  const claims = new Set(
    context.reading.claims.flatMap(({ magnitudeBox, page }) =>
      magnitudeBox === null ? [] : `${page}|${magnitudeBox.join()}`,
    ),
  );
  return listProse(context).flatMap(({ items }) => {
    const shares = items.filter(
      ({ figure: { fact } }) =>
        fact.unit === '%' &&
        fact.qualifier === null &&
        !fact.number.startsWith('-') &&
        !isChangeHead(fact.label) &&
        !claims.has(`${fact.page}|${fact.box.join()}`),
    );
    const found = takeWholes(shares);
    const taken = new Set(found.flatMap(({ sums }) => sums.flatMap(({ parts }) => parts)));
    const free = shares.filter(({ figure }) => !taken.has(figure));
    return [...found, ...takeAmongOthers(free)];
  });
}

function takeWholes(shares: readonly Item[]): Footing[] {
  const found: Footing[] = [];
  for (let start = 0; start < shares.length;) {
    const whole = takeWhole(shares, start);
    if (whole !== null) found.push(whole);
    start += whole?.parts.length ?? 1;
  }
  return found;
}

/** Whole percents that a share of something else, printed with decimals, stands among: they are all of their block, and make exactly a hundred. */
function takeAmongOthers(shares: readonly Item[]): Footing[] {
  return [...groupBy(shares, ({ block }) => block).values()].flatMap((all) => {
    const whole = all.filter(({ figure }) => !figure.fact.number.includes('.'));
    if (whole.length === all.length || whole.length <= FEWEST_WHOLE_PERCENTS) return [];
    return takeWholes(whole).filter(({ parts }) => parts.length === whole.length);
  });
}

function takeWhole(shares: readonly Item[], start: number): Footing | null {
  for (let count = 2; count <= MOST_PARTS && start + count <= shares.length; count++) {
    const items = shares.slice(start, start + count);
    if (!standTogether(items)) return null;
    const lines = items.map(({ figure }) => toLine(figure));
    const sum = addAt(null, lines, 0);
    if (sum === null) return null;
    if (isBroken(items, shares, sum))
      return { total: null, parts: lines, sums: [sum], evidence: 0, structure: 0, direction: 'prose' };
    if (sum.sum.gt(sum.target.plus(sum.allowed))) return null;
    const exact = sum.sum.eq(sum.target);
    const wholePercents = items.every(({ figure }) => !figure.fact.number.includes('.'));
    const told = exact || sum.allowed.lte(sum.target.times(MOST_SLACK));
    if (sum.verdict !== 'fits' || !told || (wholePercents && (count < FEWEST_WHOLE_PERCENTS || !exact))) continue;
    return { total: null, parts: lines, sums: [sum], evidence: sum.digits, structure: 0, direction: 'prose' };
  }
  return null;
}

/** One sentence or list, or the labels of one chart. */
function standTogether(items: readonly Item[]): boolean {
  const [first] = items;
  const year = items.every(({ figure }) => figure.fact.period === first!.figure.fact.period);
  const block = items.every((item) => item.block === first!.block);
  // A sentence may go on over a column break; one decimal more makes a chance hundred ten times rarer.
  const onward = items.every(
    ({ block: at, figure }, i) => figure.fact.number.includes('.') && at - (items[i - 1]?.block ?? at) <= 1,
  );
  return year && (block || onward || items.every(isLabel));
}

/** A short text, or a title that the chart's first figure was read on with. */
function isLabel({ text, figure }: Item): boolean {
  return text.length <= LONGEST_LABEL || text.endsWith(` ${figure.fact.raw}`);
}

/** Words that say that a list of shares is complete. */
const REST_CUE = /\b(?:remaining|remainder|the rest|balance)\b|其余|其餘|余下|餘下|剩余|剩餘/i;
/** Farther from a hundred than this, in points, the list was not meant to be whole. */
const MEANT_TO_BE_WHOLE = 10;

/** A block that names the rest, whose shares all together miss a hundred by one slip. */
function isBroken(items: readonly Item[], shares: readonly Item[], sum: Sum): boolean {
  const [first] = items;
  const all = shares.filter(({ block }) => block === first!.block);
  const complete = items.length === all.length && items.length >= FEWEST_WHOLE_PERCENTS && all[0] === first;
  if (!complete || sum.verdict !== 'off' || !REST_CUE.test(first!.text)) return false;
  const miss = sum.sum.minus(sum.target).div(first!.figure.perPrinted).abs();
  return miss.lte(MEANT_TO_BE_WHOLE) && hasOneSlip(null, sum);
}
