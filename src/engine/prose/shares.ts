import { isChangeHead } from '../../extract/periods.ts';
import { findPage } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';
import { listFactors } from '../quotients/dimensions.ts';
import type { Division } from '../quotients/divide.ts';
import { divide } from '../quotients/divide.ts';
import { isRatio } from '../quotients/lines.ts';
import type { IsPart } from '../quotients/search.ts';
import type { Share, ShareRelation } from '../quotients/shares.ts';
import { groupByWhole } from '../quotients/shares.ts';
import type { Item } from './items.ts';
import { listProse } from './items.ts';

/** Amounts on either side of a percentage that may be its own: `443 were hired and 307 left, 27.8% and 19.3%`. */
const REACH = 2;

/** Context → percentages of running text with the amounts beside them, by the whole that they are of, printed on the same page. */
export function findProseShares(context: CheckContext, isPart: IsPart): ShareRelation[] {
  return listProse(context).flatMap(({ page, items }) => {
    const amounts = findPage(context.index, page).filter(isAmount);
    const shares = items.flatMap((item, i) => listShares(item, i, items, amounts));
    const named = (part: Quantity, whole: Quantity) => isPart(part, whole) || isSaidToBeOf(part, whole, items);
    const relations = groupByWhole(shares, named);
    for (const relation of relations) relation.divisions.push(...listMissed(relation, shares, items, isPart));
    return relations;
  });
}

/** `1,865 of 4,439`, `20 out of the 34`: the words between say that one is of the other. */
function isSaidToBeOf(part: Quantity, whole: Quantity, items: readonly Item[]): boolean {
  const item = items.find(({ figure }) => figure === part);
  const at = item?.text.indexOf(`${part.fact.raw} `) ?? -1;
  if (item === undefined || at < 0) return false;
  const rest = item.text.slice(at + part.fact.raw.length);
  return (
    /^ (?:out )?of (?:the |our |a total of )?/.test(rest) &&
    rest.replace(/^ (?:out )?of (?:the |our |a total of )?/, '').startsWith(whole.fact.raw)
  );
}

/** A whole with its shares → the other parts of the whole, with the percentages printed right beside them. */
function listMissed(
  { whole, divisions }: ShareRelation,
  shares: readonly Share[],
  items: readonly Item[],
  isPart: IsPart,
): Division[] {
  const known = new Set(divisions.flatMap(({ ratio, numerator }) => [ratio, numerator]));
  const place = new Map(items.map((item, i) => [item.figure, i]));
  const beside = (a: Quantity, b: Quantity) => Math.abs(place.get(a)! - place.get(b)!) === 1;
  const missed = new Map<Quantity, Division>();
  for (const { ratio, part } of shares) {
    if (known.has(ratio) || known.has(part) || missed.has(part) || !beside(ratio, part) || !isPart(part, whole))
      continue;
    const [times] = listFactors(ratio, part, whole);
    const division = times === undefined ? null : divide(ratio, part, whole, times);
    if (division !== null) missed.set(part, division);
  }
  return [...missed.values()];
}

/** A sentence may name a rate and print the amounts behind it, so that only the unit tells; in tables the label does. */
function isAmount(figure: Quantity): boolean {
  const { fact } = figure;
  const ratio = figure.table === null ? fact.unit === '%' || fact.unit?.includes('/') === true : isRatio(figure);
  return !ratio && fact.qualifier === null && fact.upper === null && figure.value.gt(0);
}

function listShares(
  { figure: ratio, block }: Item,
  at: number,
  items: readonly Item[],
  amounts: readonly Quantity[],
): Share[] {
  if (ratio.fact.unit !== '%' || ratio.fact.qualifier !== null || ratio.value.lte(0) || ratio.value.gte(1)) return [];
  if (isChangeHead(ratio.fact.label)) return [];
  const beside = [items.slice(at + 1), items.slice(0, at).reverse()].flatMap((side) =>
    side.filter((item) => isAmount(item.figure) && Math.abs(item.block - block) <= 1).slice(0, REACH),
  );
  return beside.flatMap(({ figure: part }) => {
    const wholes = amounts.filter(
      (whole) => whole !== part && whole.value.gt(part.value) && listFactors(ratio, part, whole).length > 0,
    );
    return wholes.length === 0 ? [] : [{ ratio, part, wholes }];
  });
}
