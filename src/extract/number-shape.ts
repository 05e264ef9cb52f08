/** How a document writes its numbers. */
export interface NumberConvention {
  decimal: '.' | ',';
  group: ',' | '.' | ' ' | "'" | null;
}

/** A digit run with its separators, cut out of a text. */
export interface DigitRun {
  start: number;
  end: number;
  /** Digit groups and the separators between them: `groups.length === separators.length + 1`. */
  groups: string[];
  separators: string[];
}

/** Separators resolved to a plain decimal string. */
export interface ShapedNumber {
  number: string;
  doubts: string[];
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Longest digit run starting at `start`, with a comma, dot, quote or single space between digits. */
export function cutDigitRun(text: string, start: number, options: { cell: boolean; spaces: boolean }): DigitRun {
  const groups: string[] = [];
  const separators: string[] = [];
  let at = start;
  for (;;) {
    const from = at;
    while (isDigit(text[at])) at++;
    groups.push(text.slice(from, at));
    const separator =
      separatorAt(text, at, groups, separators, options) ?? looseSeparator(text, start, at, separators.length > 0);
    if (separator === null) return { start, end: at, groups, separators };
    separators.push(separator.trim() === '' ? ' ' : separator.trim());
    at += separator.length;
  }
}

/** The separator that joins the digits before `at` with those after it, or null when the number ends. */
function separatorAt(
  text: string,
  at: number,
  groups: readonly string[],
  separators: readonly string[],
  options: { cell: boolean; spaces: boolean },
): string | null {
  const char = text[at];
  if ((char === ',' || char === '.' || char === "'") && isDigit(text[at + 1])) {
    if (char === "'" && !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return null;
    return char;
  }
  const threeDigits = /^\d{3}(?!\d)/;
  const lastGroup = groups[groups.length - 1] ?? '';
  if (char === ',' && text[at + 1] === ' ' && options.cell && lastGroup.length <= 3) {
    // A stray space after a thousands comma: `250, 506`.
    return threeDigits.test(text.slice(at + 2, at + 6)) ? ', ' : null;
  }
  if (char === ' ' && options.spaces && lastGroup.length <= 3 && separators.every((s) => s === ' ')) {
    const groupFits = separators.length === 0 ? lastGroup[0] !== '0' : lastGroup.length === 3;
    return groupFits && threeDigits.test(text.slice(at + 1, at + 5)) ? ' ' : null;
  }
  return null;
}

/** Chinese type sets a space after a point or comma, also inside a number: `用户1. 35亿户`, `投诉13, 694件`. */
function looseSeparator(text: string, start: number, at: number, grouped: boolean): string | null {
  if (!/^[.,] \d/.test(text.slice(at, at + 3)) || !/[\u4e00-\u9fff] ?$/.test(text.slice(Math.max(0, start - 2), start)))
    return null;
  const mark = text[at]!;
  const tail = /^(\d+) ?[\u4e00-\u9fff%]/.exec(text.slice(at + 2, at + 12))?.[1];
  const fits = mark === ',' ? tail?.length === 3 : tail !== undefined && tail.length <= 2;
  return fits && !grouped ? `${mark} ` : null;
}

const isWesternGrouping = (groups: readonly string[]): boolean =>
  (groups[0] ?? '').length <= 3 && groups.slice(1).every((g) => g.length === 3);

/** Lakh and crore: two digits a group, but three in the last. */
const isIndianGrouping = (groups: readonly string[]): boolean =>
  groups.length > 2 &&
  (groups[0] ?? '').length <= 2 &&
  groups.slice(1, -1).every((g) => g.length === 2) &&
  (groups[groups.length - 1] ?? '').length === 3;

/** A digit run → decimal string, with a doubt when its separators fit no way of writing numbers. */
export function shapeNumber(run: DigitRun, convention: NumberConvention | null): ShapedNumber {
  const { groups, separators } = run;
  const last = separators[separators.length - 1];
  if (last === undefined) return { number: groups.join(''), doubts: [] };
  const sameKind = separators.every((s) => s === last);
  const whole = groups.join('');
  const splitAtLast = `${groups.slice(0, -1).join('')}.${groups[groups.length - 1] ?? ''}`;
  if (separators.length === 1) return shapeSingle(groups, last, convention);
  if (sameKind) {
    if (isWesternGrouping(groups) || (last === ',' && isIndianGrouping(groups))) return { number: whole, doubts: [] };
    if (last === '.') return { number: splitAtLast, doubts: ['malformed number: more than one decimal point'] };
    return { number: whole, doubts: ['malformed number: uneven digit groups'] };
  }
  const groupPart = separators.slice(0, -1);
  const grouped = groups.slice(0, -1);
  const decimalLast = last === '.' || last === ',';
  const oneGroupMark = groupPart.every((s) => s === groupPart[0]);
  const groupingFits = isWesternGrouping(grouped) || (groupPart[0] === ',' && isIndianGrouping(grouped));
  if (decimalLast && oneGroupMark && groupingFits) return { number: splitAtLast, doubts: [] };
  return { number: decimalLast ? splitAtLast : whole, doubts: ['malformed number: mixed separators'] };
}

/** The number with one separator, which may group thousands or mark decimals. */
function shapeSingle(groups: readonly string[], separator: string, convention: NumberConvention | null): ShapedNumber {
  const [head = '', tail = ''] = groups;
  const grouped = { number: head + tail, doubts: [] };
  const decimal = { number: `${head}.${tail}`, doubts: [] };
  if (separator === ' ' || separator === "'") return grouped;
  const couldGroup = tail.length === 3 && head.length <= 3 && head[0] !== '0';
  if (separator === '.') return couldGroup && convention?.decimal === ',' ? grouped : decimal;
  if (!couldGroup) {
    if (tail.length === 3 && head.length > 3)
      return { number: head + tail, doubts: ['malformed number: uneven digit groups'] };
    return decimal;
  }
  return convention?.decimal === ',' && convention.group !== ',' ? decimal : grouped;
}

const DECIMAL_POINT = /\d,\d{3}\.\d|\d,\d{3},\d{3}|(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,])/;
const DECIMAL_COMMA = /\d\.\d{3},\d|\d \d{3},\d|(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d.,])/;
const GROUP_MARKS: [NumberConvention['group'], RegExp][] = [
  [',', /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/],
  ['.', /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d\.\d{3},\d/],
  [' ', /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)/],
  ["'", /\d['’]\d{3}(?!\d)/],
];

/** The way that most of the samples (cells of a table, or of a document) write numbers; null when none is telling. */
export function guessConvention(samples: readonly string[]): NumberConvention | null {
  let points = 0;
  let commas = 0;
  const groups = new Map<NumberConvention['group'], number>();
  for (const sample of samples) {
    if (DECIMAL_POINT.test(sample)) points++;
    else if (DECIMAL_COMMA.test(sample)) commas++;
    const mark = GROUP_MARKS.find(([, pattern]) => pattern.test(sample))?.[0];
    if (mark !== undefined) groups.set(mark, (groups.get(mark) ?? 0) + 1);
  }
  const decimal = commas > points ? ',' : '.';
  const fitting = [...groups].filter(([mark]) => mark !== decimal).sort((a, b) => b[1] - a[1]);
  if (points + commas === 0 && fitting.length === 0) return null;
  return { decimal, group: fitting[0]?.[0] ?? null };
}
