import type { Comparison } from '../comparison.ts';
import { groupBy } from '../fact-index.ts';
import { factEvidence } from '../finding.ts';
import { Exact } from '../interval.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';

/** Digits that must be the same: fewer agree by chance. */
const FEWEST_DIGITS = 4;
/** Powers of ten that a slip of the unit takes: thousand for million, kilogram for tonne. */
const SLIPS = ['1000', '1000000', '0.001', '0.000001'];

/** Context → figures of one unit and one period with the same digits, a thousand or a million times each other. */
export function compareMagnitudes(context: CheckContext): Comparison {
  const explicit = context.index.all.filter(
    ({ fact, dimension }) => dimension !== null && fact.unit !== '%' && /[\p{L}$€£¥￥]/u.test(fact.raw),
  );
  const byDigits = groupBy(
    explicit.filter(({ fact }) => digitsOf(fact.number).length >= FEWEST_DIGITS),
    ({ fact, dimension }) => `${dimension} ${fact.unit} ${fact.period} ${digitsOf(fact.number)}`,
  );
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const same of byDigits.values()) {
    const [first, ...rest] = same;
    if (rest.length === 0) continue;
    const other = rest.find(({ value }) => SLIPS.some((slip) => value.eq(first!.value.times(slip))));
    if (other === undefined) {
      comparison.agreeing.push(factEvidence(first!.fact, 'value'));
      continue;
    }
    comparison.mismatches.push({
      first: first!.fact.raw,
      second: other.fact.raw,
      firstPages: [first!.fact.page],
      secondPages: [other.fact.page],
      evidence: [
        factEvidence(first!.fact, 'value'),
        factEvidence(other.fact, 'value'),
        ...findRoundings(first!, other, explicit).map(({ fact }) => factEvidence(fact, 'rounded value')),
      ],
    });
  }
  return comparison;
}

/** `0.0120` → `12`: what is left when the size is taken away. */
function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+|0+$/g, '');
}

/** Figures of the same unit that print one of the two more roughly: `over 1.4 million` beside 1,418,000. */
function findRoundings(first: Quantity, other: Quantity, all: readonly Quantity[]): Quantity[] {
  const digits = digitsOf(first.fact.number);
  return all.filter(
    ({ fact, value }) =>
      fact.unit === first.fact.unit &&
      digitsOf(fact.number).length > 1 &&
      digitsOf(fact.number) !== digits &&
      digits.startsWith(digitsOf(fact.number)) &&
      [first, other].some((whole) => {
        const share = new Exact(value).div(whole.value);
        return share.gt('0.9') && share.lte('1.1');
      }),
  );
}
