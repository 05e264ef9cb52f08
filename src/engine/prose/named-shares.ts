import { isChangeHead } from '../../extract/periods.ts';
import { groupBy } from '../fact-index.ts';
import { findFootings } from '../footing/find.ts';
import type { CheckContext } from '../kind.ts';
import { listWords, shareOfWords } from '../label-words.ts';
import { lastDigitUnit } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { listFactors } from '../quotients/dimensions.ts';
import type { Division } from '../quotients/divide.ts';
import { divide } from '../quotients/divide.ts';
import { ENOUGH_EVIDENCE } from '../quotients/search.ts';
import type { ShareRelation } from '../quotients/shares.ts';
import { listProse, sentenceOf } from './items.ts';

/** A part of a table with the total that it is known to be a part of. */
interface Part {
  part: Quantity;
  whole: Quantity;
}

/** What it speaks for, in digits, that the sentence names the part, and that the whole is known from the table. */
const WORTH = { named: 1.5, whole: 1.5 };
/** Farther from its part's share than this, in units of its last digit, a percentage is of something else. */
const NEAR = 2;
/** A percentage that no other of its sentence bears out needs this much evidence, in digits. */
const ENOUGH_ALONE = 4;
/** Words of change around a percentage, and how far they may stand from it, in characters. */
const CHANGE =
  /\b(?:increas|decreas|reduc|declin|drop|grew|growth|fell|fall|rise|rose|higher|lower|less|more|up|down|improv)\w*|增|减|減|下降|上升|提升|提高|降低/i;
const REACH = 24;
/** So many shares of one whole in one sentence show that a third is meant with them, though it misses. */
const ENOUGH_BESIDE = 2;

/**
 * Context → percentages of a sentence that names parts of a table's total, `62% by rail and 38% by road`, as the shares that those have in it.
 * Those that miss by a digit are told where others of the sentence stand for parts of the same total.
 */
export function findNamedShares(context: CheckContext, taken: ReadonlySet<Quantity>): ShareRelation[] {
  const byLabel = groupBy(listParts(context), ({ part }) => listWords(part.fact.label));
  if (byLabel.size === 0) return [];
  return listProse(context).flatMap(({ items, texts }) => {
    const shares = items.filter(
      ({ figure, text }) => isShare(figure) && !taken.has(figure) && !isChange(text, figure.fact.raw),
    );
    const sentences = groupBy(shares, (item) => sentenceOf(item, texts));
    return [...sentences].flatMap(([sentence, own]) => {
      const words = listWords(sentence);
      const named = [...byLabel].flatMap(([label, parts]) =>
        label.size > 0 && shareOfWords(label, words) === 1 ? parts : [],
      );
      return named.length === 0
        ? []
        : assign(
            own.map(({ figure }) => figure),
            named,
          );
    });
  });
}

function isShare({ fact, value }: Quantity): boolean {
  return fact.unit === '%' && fact.qualifier === null && value.gt(0) && value.lt(1) && !isChangeHead(fact.label);
}

function isChange(text: string, raw: string): boolean {
  const at = text.indexOf(raw);
  return CHANGE.test(text.slice(Math.max(0, at - REACH), at + raw.length + REACH));
}

/** Context → the parts of all totals that add up. */
function listParts(context: CheckContext): Part[] {
  return findFootings(context).flatMap(({ sums }) =>
    sums.flatMap(({ total, parts, verdict }) =>
      total === null || verdict !== 'fits' ? [] : parts.map((part) => ({ part, whole: total })),
    ),
  );
}

/** Percentages of a sentence and the parts that it names → each with the part whose share comes nearest, whole by whole. */
function assign(shares: readonly Quantity[], named: readonly Part[]): ShareRelation[] {
  const wholes = groupBy(named, ({ whole }) => whole);
  return [...wholes].flatMap(([whole, parts]): ShareRelation[] => {
    const left = new Set(parts.map(({ part }) => part));
    const divisions = shares.flatMap((ratio): Division[] => {
      const [best] = [...left]
        .filter((part) => part.fact.period === ratio.fact.period)
        .flatMap((part) => divideNear(ratio, part, whole) ?? [])
        .sort((a, b) => missOf(a) - missOf(b));
      if (best === undefined) return [];
      left.delete(best.numerator);
      return [best];
    });
    const several = divisions.length > ENOUGH_BESIDE || divisions.length === shares.length;
    const sure = divisions.length >= ENOUGH_BESIDE && several;
    const kept = divisions.filter(({ verdict }) => verdict === 'fits' || sure);
    const digits = Math.max(0, ...kept.map((division) => division.digits));
    const evidence = digits + WORTH.named + WORTH.whole - Math.log10(parts.length * shares.length);
    return kept.length === 0 || evidence < (kept.length > 1 ? ENOUGH_EVIDENCE : ENOUGH_ALONE)
      ? []
      : [{ whole, divisions: kept, evidence }];
  });
}

function divideNear(ratio: Quantity, part: Quantity, whole: Quantity): Division | null {
  const [times] = listFactors(ratio, part, whole);
  const division = times === undefined ? null : divide(ratio, part, whole, times);
  return division === null || missOf(division) > NEAR ? null : division;
}

/** How far the percentage is from the share, in units of its last digit. */
function missOf({ ratio, numerator, denominator }: Division): number {
  const share = numerator.value.div(denominator.value);
  return Number(share.minus(ratio.value).abs().div(lastDigitUnit(ratio.fact.number)).div(ratio.perPrinted));
}
