import type { Metric } from '../model/rule.ts';
import { chineseKey, plainLine } from './label-tokens.ts';
import type { Units } from './units.ts';

/** Stands for an unknown dimension of a figure that is too large to be a share. */
export const NO_SHARE = 'no share';
const HAN = /[\u4e00-\u9fff]/;
/** Whether one of the metric's excluded words stands in the label. */
export function isExcluded(metric: Metric, label: string): boolean {
  if (metric.exclude.length === 0) return false;
  const line = ` ${plainLine(label)} `;
  const key = chineseKey(label);
  return metric.exclude.some((word) => {
    if (HAN.test(word)) return key.includes(chineseKey(word));
    const plain = plainLine(word) || word.trim();
    return word.length <= 4 && /^[a-z]+$/.test(word) ? line.includes(` ${plain} `) : line.includes(plain);
  });
}

/** Words by which a label says that its figure counts. */
const COUNT = /\b(?:number|count|headcount)\b|\bno\. of\b|人数|人次|数量|件数|次数|个数/i;
const SHARE = /\b(?:rate|ratio|percent\w*|share|proportion)\b|%|率|比/i;

/** Whether a label says that its figure is a number of things, and no share of them. */
export const saysCount = (label: string): boolean => COUNT.test(label) && !SHARE.test(label);

export const COUNTED = new Set(['people', 'count', 'people times']);

/** Whether a figure of this dimension can be the metric; no unit contradicts nothing. */
export function accepts(metric: Metric, dimension: string | null, units: Units): boolean {
  if (dimension === null) return true;
  if (dimension === NO_SHARE) return metric.dimension !== 'ratio';
  if (metric.units.length === 0) return !dimension.startsWith('money:');
  const own = metric.units.map((unit) => units.info(unit)?.dimension ?? unit);
  if (own.includes(dimension)) return true;
  if (metric.dimension === 'money') return dimension.startsWith('money:') && !dimension.includes('/');
  // 人次 counts attendances, not people.
  if (metric.dimension === 'people' && dimension === 'people times') return false;
  if (COUNTED.has(metric.dimension)) return COUNTED.has(dimension);
  if (metric.dimension === 'ghg') return dimension === 'mass';
  if (metric.dimension === 'time') return /^time\b[^/]*$/.test(dimension);
  if (metric.dimension !== 'intensity') return false;
  const [top = ''] = dimension.split('/');
  const tops = own.map((d) => d.split('/')[0] ?? '');
  const wide = tops.includes('volume') || tops.includes('ghg') ? [...tops, 'mass'] : tops;
  return dimension.includes('/') && wide.includes(top);
}
