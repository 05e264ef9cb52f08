import type { UnitReading } from './unit-names.ts';

/** Stretches of a label that may be its unit, most telling first; group 1 is the unit. */
const UNIT_PLACES: RegExp[] = [
  /[([（【［]\s*(?:units?|单位|單位)\s*[:：]?\s*([^()（）[\]【】］]{1,60})[)\]）】］]/i,
  /(?:\bunits?|单位|單位)\s*[:：]\s*([^;；。()（）[\]]{1,60}?)\s*(?=[;；。()（）[\]]|$)/i,
  /(?:[,，](?!\d{3}(?!\d))|[:：–—]|\s-)\s*(?:in\s+)?([^,，()（）:：–—]{1,40})\s*$/,
  /\s(?:expressed|measured|stated|reported|calculated|quantified) (?:as|in)\s+([^()（）]{1,80}?)\s*$/i,
  /\s(?:in|为)\s+((?:(?:thousands?|millions?|billions?|metric|short|of)\s+)*[^\s,()（）]{1,30}(?:\s+[^\s,()（）]{1,20}){0,4})\s*$/i,
];
/** A mark between two remarks of a bracket; the comma of `10,000 tonnes` is none. */
const MARK = /[,，;；](?!\d{3}(?!\d))/;
const BRACKETS = /[([（【［]([^()（）[\]【】［］]{1,80})[)\]）】］]/g;
/** The unit that a label may begin with: `Kilowatt hours of electricity`, `Rand value of donations`. */
const LEADING_UNITS: RegExp[] = [
  /^\s*(Rand|RMB|USD|Dollar)s? value of\s+/i,
  /^\s*([A-Za-z]{3,}(?:[ -][A-Za-z]{2,}){2})\s+(?:of\s+)?(?=[a-z]{4})/,
  /^\s*([A-Za-z]{3,}[ -][A-Za-z]{2,})\s+(?:of\s+)?(?=[a-z]{4})/,
  /^\s*([A-Za-z]{3,})\s+(?:of\s+)?(?=[a-z]{4})/,
];
const AMOUNTS = /^(?:energy|mass|volume|ghg|money:[A-Z]{3})$/;
/** Words that count time by themselves, unless the label is a rate. */
const IMPLIED_TIME: [RegExp, string][] = [
  [/\bhours?\b|工时|工時|小时数|小時數|时数|時數|学时|學時/i, 'h'],
  [
    /\b(?:lost|absence|leave|working|man|person)[- ]?(?:work(?:ing)?[- ]?)?days?\b|\bdays (?:lost|absent)\b|工作日数|工作日數|损失天数|損失天數|工作天数|损失工日/i,
    'day',
  ],
];
const IS_RATE =
  /\bper (?!employee|person|head|capita|FTE|staff|year|annum)|\brates?\b|\bratio\b|frequency|severity|%|每百|每千|每万|率|占比|比例/i;
const IMPLIED_PERCENT = /^\s*(?:%|percentage|per cent|percent)\s+(?:of\b|\w)|占比|百分比|比例|比重|所占比/i;

/** Unit inside a label or caption: in brackets, after `Unit:`, or closing it after a comma, dash or `in`. */
export function findUnitIn(read: (text: string) => UnitReading | null, text: string): UnitReading | null {
  const [named, stated, ...closing] = UNIT_PLACES;
  const fromPlace = (place: RegExp | undefined): UnitReading | null => {
    const match = place?.exec(text);
    const unit = match?.[1] === undefined ? null : read(match[1]);
    if (match === null || match === undefined || unit === null) return null;
    return { ...unit, raw: match[1]?.trim() ?? '', start: match.index, end: match.index + match[0].length };
  };
  const explicit = fromPlace(named) ?? fromPlace(stated);
  if (explicit !== null) return explicit;
  for (const match of [...text.matchAll(BRACKETS)].reverse()) {
    const inner = match[1] ?? '';
    const unit = read(inner) ?? read(inner.split(MARK)[0] ?? '') ?? read(inner.split(MARK).at(-1) ?? '');
    if (unit !== null && !isBareCount(inner)) {
      return { ...unit, raw: inner.trim(), start: match.index, end: match.index + match[0].length };
    }
  }
  for (const place of closing) {
    const unit = fromPlace(place);
    if (unit !== null && !isBareCount(unit.raw)) return unit;
  }
  const leading = readLeading(read, text);
  if (leading !== null) return leading;
  const time = IS_RATE.test(text) ? undefined : IMPLIED_TIME.find(([words]) => words.test(text));
  if (time !== undefined) {
    const [words, unit] = time;
    const raw = words.exec(text)?.[0] ?? unit;
    return {
      unit,
      scale: '1',
      raw,
      dimension: unit === 'h' ? 'time' : 'time day',
      start: text.length,
      end: text.length,
      implied: true,
    };
  }
  if (!IMPLIED_PERCENT.test(text)) return null;
  return { unit: '%', scale: '1', raw: '%', dimension: 'ratio', start: text.length, end: text.length, implied: true };
}

/** The unit of mass, volume, energy or money that a label begins with, or null. */
function readLeading(read: (text: string) => UnitReading | null, text: string): UnitReading | null {
  for (const pattern of LEADING_UNITS) {
    const match = pattern.exec(text);
    const unit = match?.[1] === undefined ? null : read(match[1]);
    if (match !== null && unit !== null && AMOUNTS.test(unit.dimension)) {
      return { ...unit, raw: match[1] ?? '', start: 0, end: match[0].length };
    }
  }
  return null;
}

/** English words such as `employees` or `suppliers` in a bracket or at the end say what is counted, not in which unit. */
function isBareCount(raw: string): boolean {
  return /^\s*(?:employees?|individuals?|staff|head|workers?|members?|suppliers?|compan(?:y|ies)|number|no|units?|time|points?|people|员工|人员|家)\s*$/i.test(
    raw,
  );
}
