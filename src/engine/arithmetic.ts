import type Big from 'big.js';
import { countDecimals, Exact } from './interval.ts';
import { formatNumber } from './format.ts';
import type { Quantity, UnitLookup } from './quantity.ts';

/** Decimals of a written factor: more of them say nothing that a reader could check. */
const FACTOR_DECIMALS = 8;
/** Decimals kept of a figure that was converted, besides those that it had. */
const EXTRA_DECIMALS = 4;
/** What a third of something loses in its last kept decimal is no remainder. */
const EVEN = '1e-15';
/** A denominator is written in thousands or more where the ratio is printed per so many. */
const LEAST_GROUP = 1000;
/** More conversions than this are not spelt out in a sentence. */
const MOST_CONVERSIONS = 4;

/**
 * Figures and the one whose unit they are brought to → the conversions as one writes them out:
 * `474.2 × 2,000 ÷ 1,000,000 = 0.9484`; empty where all are printed in one unit.
 */
export function writeConversions(figures: readonly Quantity[], to: Quantity, units: UnitLookup): string {
  const seen = new Set<string>();
  const written = figures.flatMap((figure) => {
    const factors = listFactors(figure, to, units);
    if (factors === '' || seen.has(figure.fact.number)) return [];
    seen.add(figure.fact.number);
    const value = figure.value.div(to.perPrinted);
    const decimals = countDecimals(figure.fact.number) + EXTRA_DECIMALS;
    return [`${formatNumber(figure.fact.number)}${factors} = ${trim(value, decimals)}`];
  });
  return written.length === 0 || written.length > MOST_CONVERSIONS ? '' : written.join('; ');
}

/**
 * Ratio, its two figures and their quotient as printed → the division with its constants, `31 ÷ 8,406,816 × 200,000 = 0.74`; empty where the
 * figures as printed are simply divided, or make a percentage.
 */
export function writeDivision(
  ratio: Quantity,
  numerator: Quantity,
  denominator: Quantity,
  times: string,
  units: UnitLookup,
): string {
  const below = writtenInFull(denominator);
  const printed = denominator.perPrinted.div(below.scale);
  const factor = numerator.perPrinted.times(times).div(printed).div(ratio.perPrinted);
  if (ratio.fact.unit === '%' || factor.eq(1) || factor.eq(100) || below.number.eq(0)) return '';
  const computed = new Exact(numerator.fact.number).times(factor).div(below.number);
  const result = trim(computed, Math.max(2, countDecimals(ratio.fact.number)));
  const top = formatNumber(numerator.fact.number);
  const bottom = formatNumber(below.number.toFixed());
  const unit = unitFactor(ratio, units);
  const scale = unit === null ? null : factor.div(unitRatio(numerator, denominator, unit, units));
  if (scale === null || factor.eq(scale)) {
    const grouped = factor.gte(LEAST_GROUP) && /^10+$/.test(factor.toFixed());
    const group = trim(below.number.div(factor), FACTOR_DECIMALS);
    return grouped
      ? `${top} ÷ ${group} (${bottom} ÷ ${formatNumber(factor.toFixed())}) = ${result}`
      : `${top} ÷ ${bottom}${writeFactor(factor)} = ${result}`;
  }
  return `${top}${writeFactor(factor.div(scale))} ÷ ${bottom}${writeFactor(scale)} = ${result}`;
}

/** Dimensions of people and things. */
const COUNTED: ReadonlySet<string | null> = new Set(['count', 'people', 'people times', 'vehicle', null]);

/** What is counted in thousands is written out: 6,131 thousand vehicles are 6,131,000. */
function writtenInFull({ fact, dimension }: Quantity): { number: Big; scale: Big } {
  const counts = COUNTED.has(dimension);
  const scale = counts ? new Exact(fact.scale) : new Exact(1);
  return { number: new Exact(fact.number).times(scale), scale };
}

function unitFactor({ fact }: Quantity, units: UnitLookup): Big | null {
  const known = fact.unit === null ? null : units.info(fact.unit);
  return known === null ? null : new Exact(known.factor);
}

/** Units of numerator and denominator in that of the ratio: GJ for each vehicle in MWh for each vehicle. */
function unitRatio(numerator: Quantity, denominator: Quantity, ratio: Big, units: UnitLookup): Big {
  const one = new Exact(1);
  return (unitFactor(numerator, units) ?? one).div(unitFactor(denominator, units) ?? one).div(ratio);
}

/** Figure and unit → ` × 2,000 ÷ 1,000,000`: the factor of its unit, then that of its scale word. */
function listFactors(figure: Quantity, to: Quantity, units: UnitLookup): string {
  const all = figure.perPrinted.div(to.perPrinted);
  const [own, other] = [unitFactor(figure, units), unitFactor(to, units)];
  if (own === null || other === null) return writeFactor(all);
  const unit = own.div(other);
  return `${writeFactor(unit)}${writeFactor(all.div(unit))}`;
}

/** Factor → ` × 3.6`, ` ÷ 1,000`; empty for one. What is less than one is divided by, where that comes out even. */
function writeFactor(factor: Big): string {
  if (factor.eq(1)) return '';
  const inverse = new Exact(1).div(factor);
  const written = new Exact(inverse.toFixed(FACTOR_DECIMALS));
  const even = factor.lt(1) && written.times(factor).minus(1).abs().lt(EVEN);
  return even ? ` ÷ ${trim(inverse, FACTOR_DECIMALS)}` : ` × ${trim(factor, FACTOR_DECIMALS)}`;
}

function trim(value: Big, decimals: number): string {
  return formatNumber(
    new Exact(value)
      .toFixed(decimals)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, ''),
  );
}
