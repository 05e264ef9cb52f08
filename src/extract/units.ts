import Big from 'big.js';
import type { UnitDefinition } from '../model/rule.ts';
import { makeReadable } from './readable-text.ts';
import { findUnitIn } from './unit-places.ts';
import { buildUnitNames, findNameAt } from './unit-names.ts';
import type { UnitNames, UnitReading } from './unit-names.ts';

export type { UnitReading } from './unit-names.ts';

/** Options of a comparison: `waterLike` takes one tonne as one cubic metre. */
export interface CompareOptions {
  waterLike?: boolean;
}

export interface Units {
  /** A string that is a unit, such as a unit column's cell; null when it is not. */
  read(text: string): UnitReading | null;
  /** The unit right after a number that ends at `offset`; the longest that fits. */
  readAfter(text: string, offset: number): UnitReading | null;
  /** A currency right before a number that starts at `offset`. */
  readBefore(text: string, offset: number): UnitReading | null;
  /** The unit in a label or caption; `start` and `end` are the stretch to cut off the label, brackets included. */
  findIn(text: string): UnitReading | null;
  /** Dimension and factor to its base unit, also of a compound id; null when unknown. */
  info(unit: string): { dimension: string; factor: string } | null;
  comparable(a: string, b: string, options?: CompareOptions): boolean;
  /** Number × scale × the unit's factor, in the base unit of the dimension; null when the unit is unknown. */
  toBase(
    number: string,
    scale: string,
    unit: string,
    options?: CompareOptions,
  ): { value: Big; dimension: string } | null;
}

/** A unit parsed at some place of a readable text. */
interface Parsed {
  unit: string;
  dimension: string;
  scale: Big;
  end: number;
}

const exact = Big();
/** Decimal places kept when a scale divides another: scales are powers of ten, or 200 000 hours and the like. */
exact.DP = 30;

const SCALE_WORDS: [RegExp, string][] = [
  [/(?:tens of thousands of|ten thousands?|10 thousand)(?: of)?/y, '10000'],
  [/hundred millions?(?: of)?/y, '100000000'],
  [/(?:in )?thousands?(?: of)?/y, '1000'],
  [/(?:in )?millions?(?: of)?|mio\b|mn\b|mm(?= ?(?:[$€£¥]|[a-z]{3}))/y, '1000000'],
  [/(?:in )?billions?(?: of)?|bn\b/y, '1000000000'],
  [/(?:in )?trillions?(?: of)?|tn\b/y, '1000000000000'],
  [/'000s?|000'?s?(?!\d)/y, '1000'],
  [/k(?= ?(?:[€$£¥]|usd|eur|rmb|cny))/y, '1000'],
  [/m(?=[€$£¥])/y, '1000000'],
  [/10\^3/y, '1000'],
  [/10\^4/y, '10000'],
  [/10\^6/y, '1000000'],
  [/10\^8/y, '100000000'],
  [/万亿|兆(?=[元美日港新韩円]|$)/y, '1000000000000'],
  [/千亿/y, '100000000000'],
  [/百亿/y, '10000000000'],
  [/十亿/y, '1000000000'],
  [/亿/y, '100000000'],
  [/千万/y, '10000000'],
  [/百万/y, '1000000'],
  [/十万/y, '100000'],
  [/万/y, '10000'],
  [/千/y, '1000'],
  [/百/y, '100'],
];
/** Scales that follow a currency: `RMB million`, `S$'000`, `KRW 1 trillion`, `$m`. */
const MONEY_SUFFIXES: [RegExp, string][] = [
  [/'?(?:k|000s?)(?![a-z\d])/y, '1000'],
  [/'?(?:m|mm|mil)(?![a-z\d])/y, '1000000'],
  [/'?b(?![a-z\d])/y, '1000000000'],
];
/** `Rm`, `Rbn`: the letter of the rand glued to its scale. */
const RAND_GLUED = /(?<![A-Za-z])R(?=(?:m|mn|bn|million|billion)(?![A-Za-z]))/y;
const COUNT_BEFORE_SCALE = /(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?!\d|[.,]\d|\^)/y;
/** `tonnes ('000)`: a scale in brackets after any unit. */
const SCALE_IN_BRACKETS = / ?\( ?(?:in )?('?000s?|thousands?|millions?|billions?|千|百万|万|亿) ?\)/y;
const PER = / ?(?:\/|per\b|for every\b|每) ?(?:(?:one |a )(?=(?:million|thousand|hundred)))?/y;
const YEARLY = / ?(?:(?:\/|per|a|each|every|每) ?(?:year|annum|yr|年)|(?:annually|p\.a\.))(?![a-z])/y;
const REVENUE =
  / ?(?:(?:of|in) )?(?:(?:operating|sales|total|annual|net|group) )?(?:revenues?|turnover|sales|income|营业总?收入|营收|收入|产值|gdp)(?![a-z])/y;
const FREE_WORDS = /[a-z\u4e00-\u9fff][a-z\d\u4e00-\u9fff' -]{0,39}/y;
/** Words that may stand before a unit in its own cell. */
const LEAD = /^(?:unit|units|in|average|avg\.?|number of(?=.{1,40} per )|单位|单位为)? ?[::]? ?/i;
/** What may stand after a unit in its own cell: footnote digits, or a note such as `to nearest whole number`. */
const TRAIL =
  /^[\s.*†)）]*$|^(?: \d)?(?:[ ,]+\d)?$|^ ?(?:to|rounded to) (?:the )?nearest\b|^ ?[,;(] ?or\b|^ ?, ?or\b|^ ?\(?(?:net|gross|rounded)\)?$/;

/** Unit definitions → the reader of units. */
export function buildUnits(definitions: readonly UnitDefinition[]): Units {
  const names = buildUnitNames(definitions);
  const byId = new Map(definitions.map((d) => [d.id, d]));
  const info = (unit: string): { dimension: string; factor: string } | null => unitInfo(byId, unit);
  const cache = new Map<string, UnitReading | null>();
  const read = (text: string): UnitReading | null => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const result = readWhole(names, text);
    cache.set(text, result);
    return result;
  };
  return {
    read,
    readAfter: (text, offset) => readAfter(names, text, offset),
    readBefore: (text, offset) => readBefore(names, text, offset),
    findIn: (text) => findUnitIn(read, text),
    info,
    comparable: (a, b, options) => {
      const left = info(a);
      const right = info(b);
      if (left === null || right === null) return a === b;
      return watered(left.dimension, options) === watered(right.dimension, options);
    },
    toBase: (number, scale, unit, options) => {
      const known = info(unit);
      if (known === null) return null;
      return {
        value: new exact(number).times(scale).times(known.factor),
        dimension: watered(known.dimension, options),
      };
    },
  };
}

/** Base units of mass (t) and volume (m3) agree for water, so only the name of the dimension changes. */
function watered(dimension: string, options: CompareOptions | undefined): string {
  return options?.waterLike === true ? dimension.replace(/^mass\b/, 'volume') : dimension;
}

/** Dimension and factor of a plain or compound id. */
function unitInfo(
  byId: ReadonlyMap<string, UnitDefinition>,
  unit: string,
): { dimension: string; factor: string } | null {
  const plain = byId.get(unit);
  if (plain !== undefined) return { dimension: plain.dimension, factor: plain.factor };
  const slash = unit.indexOf('/');
  if (slash === -1) return null;
  const top = byId.get(unit.slice(0, slash));
  const below = unit.slice(slash + 1);
  if (top === undefined) return null;
  const bottom = byId.get(below);
  const factor = bottom === undefined ? top.factor : new exact(top.factor).div(bottom.factor).toFixed();
  return { dimension: `${top.dimension}/${bottom?.dimension ?? below}`, factor };
}

/** A scale word or round number at `at` (lower-case text) → its factor and end. */
function scaleAt(text: string, at: number, allowCount: boolean): { factor: Big; end: number } | null {
  let factor = new exact(1);
  let end = at;
  const count = allowCount ? stick(COUNT_BEFORE_SCALE, text, end) : null;
  if (count !== null) {
    const value = count.replace(/[, ]/g, '');
    // Only a round number is a scale: 2021 年 is a year, not 2,021 of them.
    if (/^[1-9]0*$/.test(value)) {
      factor = factor.times(value);
      end = skipSpaces(text, end + count.length);
    }
  }
  for (const [pattern, scale] of SCALE_WORDS) {
    const word = stick(pattern, text, end);
    if (word === null || (/[a-z]$/.test(word) && /[a-z]/.test(text[end + word.length] ?? '') && !/^[km]$/.test(word)))
      continue;
    return { factor: factor.times(scale), end: skipSpaces(text, end + word.length) };
  }
  return end === at ? null : { factor, end };
}

/** The match of a sticky pattern at `at`, or null. */
function stick(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end++;
  return end;
}

/** One unit without denominator at `at`: scale, name, money's own scale. `whole` allows round numbers as scale. */
function parseSimple(names: UnitNames, text: string, at: number, whole: boolean): Parsed | null {
  const rand = stick(RAND_GLUED, text, at);
  const plain = rand === null ? findNameAt(names, text, at) : findNameAt(names, rand, 0);
  if (rand !== null && plain !== null) plain.end += at;
  const lower = text.toLowerCase();
  const scale = scaleAt(lower, at, whole);
  const scaled = scale === null ? null : findNameAt(names, text, scale.end);
  const useScaled = scaled !== null && (plain === null || scaled.end > plain.end);
  const found = useScaled ? scaled : plain;
  if (found === null) return null;
  const factor = useScaled && scale !== null ? scale.factor : new exact(1);
  const parsed: Parsed = { unit: found.unit.id, dimension: found.unit.dimension, scale: factor, end: found.end };
  return parsed.dimension.startsWith('money:') ? withMoneySuffix(names, text, lower, parsed, whole) : parsed;
}

/** `RMB` → `RMB million`, 新台币 → 新台币百万元: the scale that a currency carries after it. */
function withMoneySuffix(names: UnitNames, text: string, lower: string, money: Parsed, whole: boolean): Parsed {
  const at = skipSpaces(lower, money.end);
  for (const [pattern, scale] of MONEY_SUFFIXES) {
    const word = stick(pattern, lower, at);
    if (word !== null) return { ...money, scale: money.scale.times(scale), end: at + word.length };
  }
  const quoted = lower[at] === "'" && lower[at + 1] !== '0' ? at + 1 : at;
  const scale = scaleAt(lower, quoted, whole);
  if (scale === null) return money;
  const end = text.slice(0, scale.end).trimEnd().length;
  // 人民币百万元: the plain 元 after the scale names the same money again.
  const again = text[scale.end] === '元' ? findNameAt(names, text, scale.end) : null;
  return { ...money, scale: money.scale.times(scale.factor), end: again?.end ?? end };
}

/** `per 1,000,000 work hours` without saying of what: so many cases. */
const BARE_RATE =
  /per (?=(?:\d[\d, ]*|(?:one |a )?(?:million|thousand|hundred)) ?(?:[a-z]+[ -])?(?:hours|employees|workers|people)\b)/y;

/** A unit with its denominators at `at` of a readable text. */
function parseUnit(names: UnitNames, text: string, at: number, whole: boolean): Parsed | null {
  const lower = text.toLowerCase();
  const bare = whole && stick(BARE_RATE, lower, at) !== null;
  const top = bare
    ? { unit: 'count', dimension: 'count', scale: new exact(1), end: at }
    : parseSimple(names, text, at, whole);
  if (top === null) return null;
  const bracketed = repeatedInBrackets(names, text, top);
  const after = bracketed ?? top.end;
  const scaled = whole ? withBracketedScale(lower, { ...top, end: after }) : null;
  if (scaled !== null) return scaled;
  const yearly = stick(YEARLY, lower, after);
  if (yearly !== null) return { ...top, end: after + yearly.length };
  const per = stick(PER, lower, after);
  if (per === null) return { ...top, end: after };
  const bottom = parseDenominator(names, text, lower, after + per.length, whole);
  if (bottom === null) return per.includes('/') && !whole ? null : { ...top, end: after };
  return {
    unit: `${top.unit}/${bottom.unit}`,
    dimension: `${top.dimension}/${bottom.dimension}`,
    scale: top.scale.div(bottom.scale),
    end: bottom.end,
  };
}

/** `tonnes ('000)` → the unit with the bracket's scale; null when no scale stands in brackets after it. */
function withBracketedScale(lower: string, unit: Parsed): Parsed | null {
  const bracket = stick(SCALE_IN_BRACKETS, lower, unit.end);
  if (bracket === null) return null;
  const scale = scaleAt(lower, lower.indexOf('(', unit.end) + 1, false);
  return scale === null ? null : { ...unit, scale: unit.scale.times(scale.factor), end: unit.end + bracket.length };
}

/** `tons of coal equivalent (TCE)`: the end of a bracket that says the same unit again. */
function repeatedInBrackets(names: UnitNames, text: string, unit: Parsed): number | null {
  const open = skipSpaces(text, unit.end);
  if (text[open] !== '(') return null;
  const inner = parseSimple(names, text, skipSpaces(text, open + 1), false);
  if (inner === null || inner.unit !== unit.unit) return null;
  const close = skipSpaces(text, inner.end);
  return text[close] === ')' ? close + 1 : null;
}

/** What stands under the line: a known unit with its scale, or free words such as `phw`. */
function parseDenominator(names: UnitNames, text: string, lower: string, at: number, whole: boolean): Parsed | null {
  const count = stick(COUNT_BEFORE_SCALE, lower, at);
  const known = parseSimple(names, text, at, true) ?? null;
  if (known !== null) {
    const revenue = known.dimension.startsWith('money:') ? stick(REVENUE, lower, known.end) : null;
    const end = known.end + (revenue?.length ?? 0);
    // `per tonne of product` is not per tonne of anything.
    if (!/^ (?:of|produced|sold)\b/.test(lower.slice(end))) return { ...known, end };
    const rest = stick(
      FREE_WORDS,
      lower,
      at + (count?.length ?? 0) + (lower[at + (count?.length ?? 0)] === ' ' ? 1 : 0),
    );
    if (!whole) return { ...known, end };
    return rest === null ? { ...known, end } : freeDenominator(rest, at, lower, count);
  }
  const scale = scaleAt(lower, at, true);
  const from = scale?.end ?? at;
  const words = stick(FREE_WORDS, lower, from);
  if (words === null) return null;
  const kept = whole ? words : (/^[a-z\u4e00-\u9fff]+/.exec(words)?.[0] ?? words);
  const text_ = kept.trim();
  return { unit: text_, dimension: text_, scale: scale?.factor ?? new exact(1), end: from + kept.trimEnd().length };
}

/** A denominator in the report's own words, with the round number before it as scale. */
function freeDenominator(words: string, at: number, lower: string, count: string | null): Parsed {
  const unit = words.trim();
  const end = lower.indexOf(words, at) + words.trimEnd().length;
  return { unit, dimension: unit, scale: new exact(count === null ? 1 : count.replace(/[, ]/g, '')), end };
}

/** Parsed unit → reading with original offsets. */
function toReading(original: string, parsed: Parsed, start: number, end: number, raw: string): UnitReading {
  const scale = parsed.scale.toFixed();
  return {
    unit: parsed.unit,
    scale,
    raw: raw.trim() || original.slice(start, end),
    dimension: parsed.dimension,
    start,
    end,
  };
}

/** Whole string → unit, or null when something unexplained remains. */
function readWhole(names: UnitNames, text: string): UnitReading | null {
  const readable = makeReadable(text);
  const stripped = readable.text.replace(/^[\s([{]+/, '');
  const lead = readable.text.length - stripped.length;
  const start = lead + (LEAD.exec(stripped)?.[0].length ?? 0);
  for (const from of start === lead ? [lead] : [start, lead]) {
    const parsed = parseUnit(names, readable.text, from, true);
    if (parsed === null || !TRAIL.test(readable.text.slice(parsed.end).replace(/^[\])}]+/, ''))) continue;
    return toReading(text, parsed, 0, text.length, text);
  }
  return null;
}

/** Longest stretch after a number in which its unit may end, in characters. */
const REACH_AFTER = 90;

function readAfter(names: UnitNames, text: string, offset: number): UnitReading | null {
  const slice = text.slice(offset, offset + REACH_AFTER);
  const readable = makeReadable(slice);
  const from = readable.text.startsWith('-') ? 1 : skipSpaces(readable.text, 0);
  const parsed = parseUnit(names, readable.text, from, false);
  if (parsed === null) return null;
  const start = offset + readable.toOriginal(from);
  const end = offset + readable.toOriginal(parsed.end);
  return toReading(text, parsed, start, end, text.slice(start, end));
}

/** Longest currency name before a number, in characters. */
const REACH_BEFORE = 12;

function readBefore(names: UnitNames, text: string, offset: number): UnitReading | null {
  const from = Math.max(0, offset - REACH_BEFORE);
  const readable = makeReadable(text.slice(from, offset));
  const end = readable.text.trimEnd().length;
  for (let at = 0; at < end; at++) {
    if (at > 0 && /[A-Za-z]/.test(readable.text[at - 1] ?? '') && /[A-Za-z]/.test(readable.text[at] ?? '')) continue;
    const found = findNameAt(names, readable.text, at);
    if (found === null || found.end !== end || !found.unit.dimension.startsWith('money:')) continue;
    const parsed = { unit: found.unit.id, dimension: found.unit.dimension, scale: new exact(1), end };
    const start = from + readable.toOriginal(at);
    const stop = from + readable.toOriginal(end);
    return toReading(text, parsed, start, stop, text.slice(start, stop));
  }
  return null;
}
