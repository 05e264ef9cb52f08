import { readPeriod } from './periods.ts';
import type { TextContext } from './vocabulary.ts';

/** Words in a column head that say nothing about whom or what the figures cover. */
const EMPTY_HEAD =
  /\b(?:data|value|values|figures?|results?|performance|actual|amount|number|year|fy|total|quantity|indicators?|metrics?|items?|disclosure|assertions?|unit)\b|数据|数值|数量|实际|合计|总计|绩效|指标|年度?|數據|數值|數量|實際|合計|總計|績效|指標/gi;

/** Whether a row label is a period and nothing else: the table runs the other way round. */
export function readsAsPeriodOnly(text: string, context: TextContext): boolean {
  const period = readPeriod(text, context);
  return period !== null && text.replace(period.raw, '').replace(EMPTY_HEAD, '').trim() === '';
}

/** A label without its unit and without a leading dash or bullet. */
export function cleanLabel(text: string, context: TextContext): string {
  const unit = context.units.findIn(text);
  const bare = unit && unit.end > unit.start ? text.slice(0, unit.start) + text.slice(unit.end) : text;
  const cleaned = bare
    .replace(/^(?:[\s\-–—•·●○■◆>»]+|\d{1,2}[)）]\s*(?=\p{L}))+/u, '')
    .replace(/[\s,，:：]+$/, '')
    .trim();
  return cleaned === '' ? text.trim() : cleaned;
}

const METHODS: [RegExp, string][] = [
  [/location[- ]based|基于位置|基於位置|地点为基础|所在地基准/i, 'location-based'],
  [/market[- ]based|基于市场|基於市場|市场为基础/i, 'market-based'],
  [/\brestated\b|重述|重編/i, 'restated'],
];

/** The words of a column's heads beside its period and unit: `Male`, `Beijing`, outermost first. */
export function headWords(heads: readonly string[], context: TextContext): string[] {
  return heads.flatMap((head) => {
    let rest = head;
    const period = readPeriod(rest, context);
    if (period) rest = rest.replace(period.raw, ' ');
    const unit = context.units.findIn(rest);
    if (unit) rest = rest.slice(0, unit.start) + rest.slice(unit.end);
    if (context.units.read(rest.trim())) rest = '';
    rest = rest
      .replace(EMPTY_HEAD, ' ')
      .replace(/[()（）:：,，/*#\d–—-]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return /\p{L}{2,}|[\u4e00-\u9fff]/u.test(rest) ? [rest] : [];
  });
}

/** What limits a figure to part of the whole: the words of its column's heads, or a stated method. */
export function findBoundary(label: string, words: readonly string[], part: string | undefined): string | null {
  const methods = METHODS.flatMap(([pattern, name]) =>
    pattern.test(label) && !words.some((w) => pattern.test(w)) ? [name] : [],
  );
  const parts = [...words, ...(part === undefined ? [] : [part]), ...methods];
  return parts.length > 0 ? parts.join(' · ') : null;
}
