import type Big from 'big.js';
import type { Fact } from '../model/fact.ts';
import type { Metric } from '../model/rule.ts';
import type { Interval } from './interval.ts';
import { Exact, readInterval, scaleInterval } from './interval.ts';

/** What the engine asks of the unit vocabulary. */
export interface UnitLookup {
  /** Canonical unit → dimension and factor to the dimension's base unit; null when it is not known. */
  info(unit: string): { dimension: string; factor: string } | null;
}

/** A fact as values in the base unit of its dimension (kg, kWh, CNY …; the printed unit times its scale when it has none). */
export interface Quantity {
  fact: Fact;
  /** The printed number, in base units. */
  value: Big;
  /** What it can stand for when it was rounded (or counted). */
  interval: Interval;
  /** What it can stand for when it may as well have been cut off. */
  lenient: Interval;
  dimension: string | null;
  /** Base units in one printed unit: divides a result back into the print's own unit. */
  perPrinted: Big;
  /** A whole number of people or things: printed in full, it was counted and not rounded. */
  counted: boolean;
  /** Id of the first table of the chain that the fact's table continues; null for text. */
  table: string | null;
}

const COUNTED_DIMENSIONS: ReadonlySet<string> = new Set(['count', 'people', 'people times']);

/** Full-time equivalents are fractions of people, so their whole numbers are rounded. */
const EQUIVALENTS = /\bFTEs?\b|full[- ]time equivalent|全时当量|全職等值/i;

/** A whole number of prose that ends in this many zeros was rounded for the reader, whether or not it says “about”. */
const PROSE_ROUNDING = /00$/;

/** A unit or label that says so (`No. (rounded)`): filling zeros were rounded in a table as well. */
const saysRounded = ({ label, unitRaw, provenance }: Fact): boolean =>
  /\brounded\b|四舍五入|四捨五入|取整/i.test(`${label} ${unitRaw ?? ''} ${provenance.unit?.text ?? ''}`);

/** Fact → its values in base units. `table` is the first table of its chain, `metric` the vocabulary's entry. */
export function measureFact(fact: Fact, units: UnitLookup, table: string | null, metric: Metric | null): Quantity {
  const unit = fact.unit === null ? null : units.info(fact.unit);
  const perPrinted = new Exact(fact.scale).times(unit === null ? '1' : unit.factor);
  const dimension = unit === null ? dimensionWithoutUnit(metric) : dimensionOf(unit.dimension, metric);
  const counted =
    dimension !== null &&
    COUNTED_DIMENSIONS.has(dimension) &&
    /^-?\d+$/.test(fact.number) &&
    fact.scale === '1' &&
    !EQUIVALENTS.test(`${fact.label} ${fact.unitRaw ?? ''}`);
  const prose = (fact.source === 'text' && PROSE_ROUNDING.test(fact.number)) || saysRounded(fact);
  const rounding = counted && !prose ? 'exact' : 'rounded';
  return {
    fact,
    value: perPrinted.times(fact.number),
    interval: scaleInterval(readInterval(fact, rounding, prose), perPrinted),
    lenient: scaleInterval(readInterval(fact, 'roundedOrTruncated', prose), perPrinted),
    dimension,
    perPrinted,
    counted,
    table,
  };
}

/**
 * Are two figures counted in one way, so that they can be added? A metric may make people of one row and tonnes of water cubic metres, where
 * the row beside it, which no metric names, keeps its unit's own dimension.
 */
export function areOfOneKind(a: Quantity, b: Quantity): boolean {
  if (a.dimension === b.dimension) return true;
  if (a.fact.unit !== null && a.fact.unit === b.fact.unit) return true;
  return PEOPLE_OR_THINGS.has(a.dimension) && PEOPLE_OR_THINGS.has(b.dimension);
}

const PEOPLE_OR_THINGS: ReadonlySet<string | null> = new Set(['count', 'people']);

/** What a figure can stand for in a quotient, where cutting off is allowed for but a counted number stays what it is. */
export function looseInterval(quantity: Quantity): Interval {
  return quantity.counted ? quantity.interval : quantity.lenient;
}

/** A tonne of water is a cubic metre, and both are printed for the same figure. Other metrics keep their unit's dimension. */
function dimensionOf(dimension: string, metric: Metric | null): string {
  if (metric?.group === 'water') return dimension.replace(/^mass\b/, 'volume');
  return metric?.dimension === 'people' && dimension === 'count' ? 'people' : dimension;
}

/** People and things are printed without a unit as often as with one; nothing else is. */
function dimensionWithoutUnit(metric: Metric | null): string | null {
  const dimension = metric?.dimension ?? '';
  return COUNTED_DIMENSIONS.has(dimension) ? dimension : null;
}
