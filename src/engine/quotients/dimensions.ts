import { namesRate } from '../footing/words.ts';
import type { Quantity } from '../quantity.ts';
import { splitRate } from '../rate-dimension.ts';

/** Dimensions of pure numbers: a percentage or a share. */
const PURE: ReadonlySet<string | null> = new Set(['ratio', 'percent', 'number']);
/** What people and things are counted in; money or hours for each of them keep their own unit in print. */
const COUNTS: ReadonlySet<string | null> = new Set(['count', 'people', 'people times', null]);

/** What a print multiplies a quotient by: nothing, or 100 where a percentage lacks its sign. */
const ONCE = ['1'];
const BARE = ['1', '100'];

/** Three figures → the factors by which the first may be the quotient of the others; none where their units do not go together. */
export function listFactors(ratio: Quantity, numerator: Quantity, denominator: Quantity): readonly string[] {
  const [n, d] = [numerator.dimension, denominator.dimension];
  if (ratio.dimension === null && ratio.fact.unit === null) return isAlike(n, d) ? BARE : [];
  if (PURE.has(ratio.dimension)) return isAlike(n, d) ? ONCE : [];
  const rate = splitRate(ratio);
  if (rate !== null) return fitsSide(n, rate.numerator) && fitsSide(d, rate.denominator) ? ONCE : [];
  // `Revenue per employee` is printed in money, `average hours` in hours.
  return n === ratio.dimension && COUNTS.has(d) && d !== n && namesRate(ratio.fact.label) ? ONCE : [];
}

function isAlike(a: string | null, b: string | null): boolean {
  if (PURE.has(a) || PURE.has(b) || a?.includes('/') === true || b?.includes('/') === true) return false;
  return a === b || (COUNTS.has(a) && COUNTS.has(b));
}

/** A side of a rate is known by its dimension; what is counted is printed without a unit as often as with one. */
function fitsSide(own: string | null, side: string): boolean {
  return own === side || (COUNTS.has(own) && (COUNTS.has(side) || !KNOWN.has(side.split(':')[0]!)));
}

/** Dimensions that are measured and never counted. */
const KNOWN: ReadonlySet<string> = new Set(['ghg', 'energy', 'mass', 'volume', 'money', 'time', 'area', 'length']);
