import { describe, expect, it } from 'vitest';
import { chineseKey, reducedChineseKey, significantWords, wordKey } from '../../../src/extract/label-tokens.ts';
import { metricDefinitions } from './vocabulary-for-tests.ts';

/** Words that name nothing alone: a metric of that name would take every row of that word. */
const GENERIC =
  /^(?:total|number|amount|rate|ratio|percentage|average|other|management|sales staff|data|value|people|hours?|days?|cost|incidents?|cases?|meetings?|training|投入|总计|合计|数量|人数|金额|比例|占比|其他|管理|培训|会议)$/i;
/** A name is what a row is called, and no sentence, in characters. */
const LONGEST_NAME = 110;

/** Key → metrics of one dimension that share it. */
function shared(keys: (metric: (typeof metricDefinitions)[number]) => string[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const metric of metricDefinitions) {
    for (const key of keys(metric)) {
      const place = `${metric.dimension}|${key}`;
      owners.set(place, (owners.get(place) ?? new Set()).add(metric.id));
    }
  }
  return [...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => `${key}: ${[...ids].join(', ')}`);
}

describe('the names of metrics', () => {
  it('belong to one metric, unless the unit tells them apart', () => {
    expect(shared((metric) => metric.en.map((name) => wordKey(significantWords(name))))).toEqual([]);
    expect(shared((metric) => metric.zh.map(chineseKey))).toEqual([]);
    expect(shared((metric) => metric.zh.map((name) => reducedChineseKey(chineseKey(name))))).toEqual([]);
  });

  it('say more than a general word', () => {
    const names = metricDefinitions.flatMap((metric) => [...metric.en, ...metric.zh]);
    expect(names.filter((name) => GENERIC.test(name.trim()))).toEqual([]);
    const empty = metricDefinitions
      .flatMap((metric) => metric.en)
      .filter((name) => significantWords(name).length === 0);
    expect(empty).toEqual([]);
  });

  it('are no sentences', () => {
    const names = metricDefinitions.flatMap((metric) => [...metric.en, ...metric.zh]);
    expect(names.filter((name) => name.length > LONGEST_NAME || /[.。!?！？]$/.test(name))).toEqual([]);
  });

  it('are not given twice in other spelling', () => {
    const twice = metricDefinitions.flatMap(({ id, zh }) =>
      zh
        .filter((name, i) => zh.findIndex((other) => chineseKey(other) === chineseKey(name)) !== i)
        .map((name) => `${id}: ${name}`),
    );
    expect(twice).toEqual([]);
  });
});
