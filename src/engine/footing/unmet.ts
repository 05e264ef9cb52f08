import type { Grid, Line } from './grid.ts';
import { goTogether } from './runs.ts';
import type { Relation } from './search.ts';
import { hasOneSlip } from './slip.ts';
import type { Sum } from './trial.ts';
import { addAt } from './trial.ts';

/** A total that its parts miss by more than this share of it was made up in another way. */
const NEAR_MISS = 0.2;

/** Grid and the relations known → lines that say to be a total, with the block of lines that they close or open, where that adds up nowhere. */
export function findUnmet(grid: Grid, known: readonly Relation[]): Relation[] {
  const totals = new Set(known.map(({ total }) => total));
  const parts = new Set(known.flatMap((relation) => relation.parts));
  return grid.lines.flatMap((total, at) => {
    if (total.total === 'none' || totals.has(total) || parts.has(total)) return [];
    const above = takeBlock(total, grid.lines.slice(0, at).reverse(), parts).reverse();
    const block = above.length > 1 ? above : takeBlock(total, grid.lines.slice(at + 1), parts);
    if (block.length < 2) return [];
    const sums = [...total.cells.keys()].flatMap((place) => addAt(total, block, place) ?? []);
    const sure = sums.every((sum) => isSure(total, sum)) || sums.some((sum) => isTellingSlip(total, sum));
    return sure && sums.some((sum) => comesNear(sum) || isSlip(total, sum))
      ? [{ total, parts: block, sums, evidence: 0, structure: 0 }]
      : [];
  });
}

/** Lines next to the total → those of its own band up to the first that sums up others or is of another kind; known parts are passed over. */
function takeBlock(total: Line, side: readonly Line[], parts: ReadonlySet<Line>): Line[] {
  const free = side.filter((line) => !parts.has(line));
  const end = free.findIndex(
    (line) =>
      line.total !== 'none' ||
      line.table !== total.table ||
      line.band !== total.band ||
      line.partOf ||
      !goTogether(total, line),
  );
  return end < 0 ? free : free.slice(0, end);
}

function comesNear({ verdict, sum, target }: Sum): boolean {
  return verdict === 'off' && sum.minus(target).abs().lte(target.abs().times(NEAR_MISS));
}

/** A slip that explains a difference of figures with so few digits may be chance. */
const TELLING_DIGITS = 2.5;

function isSlip(total: Line, sum: Sum): boolean {
  return sum.verdict === 'off' && sum.digits >= TELLING_DIGITS && hasOneSlip(total, sum);
}

/** So many numbers, in powers of ten, are one slip away from a printed one. */
const SLIPS_OF_A_FIGURE = 1.7;
/** Digits by which the sum agrees but for one slip, after the slips that were tried are taken off: chance brings one such in a hundred totals. */
const TELLING_SLIP = 2;

/** Does the sum agree in so many digits, but for one slip, that a unit need not be printed? Counts of one place only; others have other units. */
function isTellingSlip(total: Line, sum: Sum): boolean {
  const tried = SLIPS_OF_A_FIGURE + Math.log10(sum.parts.length + 1);
  const bare = [sum.total!, ...sum.parts].every(({ fact }) => fact.unit === null);
  return bare && comesNear(sum) && sum.digits - tried >= TELLING_SLIP && hasOneSlip(total, sum);
}

/** Is it sure that total and parts are counted in one unit? A word in the label alone does not make up for a unit that is missing. */
function isSure(line: Line, { total, parts }: Sum): boolean {
  const operands = total === null ? parts : [total, ...parts];
  const units = new Set(operands.map(({ fact, perPrinted }) => `${fact.unit}|${perPrinted.toString()}`));
  const named = operands[0]!.dimension !== null && operands[0]!.fact.unit !== '%';
  return units.size === 1 && (line.total === 'bare' || named);
}
