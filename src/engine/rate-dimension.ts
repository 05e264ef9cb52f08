import type { Quantity } from './quantity.ts';

/** Dimensions of pure numbers: a percentage or a share. */
const PURE: ReadonlySet<string> = new Set(['ratio', 'percent', 'number']);

/** The two sides of a rate's dimension. */
export interface RateDimension {
  numerator: string;
  denominator: string;
}

/** Figure → the sides of its dimension: `ghg/money:CNY` → `ghg` and `money:CNY`; null for a percentage or a plain amount. */
export function splitRate({ dimension }: Quantity): RateDimension | null {
  const slash = dimension?.indexOf('/') ?? -1;
  if (dimension === null || slash < 0) return null;
  return { numerator: dimension.slice(0, slash), denominator: dimension.slice(slash + 1) };
}

/** Does ratio × denominator have the numerator's dimension? `ghg/money` × `money` is `ghg`; a percentage needs two of a kind. */
export function dimensionsFit(ratio: Quantity, numerator: Quantity, denominator: Quantity): boolean {
  if (ratio.dimension === null || numerator.dimension === null || denominator.dimension === null) return false;
  if (PURE.has(ratio.dimension)) return numerator.dimension === denominator.dimension && !PURE.has(numerator.dimension);
  return ratio.dimension === `${numerator.dimension}/${denominator.dimension}`;
}
