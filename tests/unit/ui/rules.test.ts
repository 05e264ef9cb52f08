import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  exampleLines,
  general,
  packsOf,
  ruleRows,
  ruleTopics,
  sortRules,
  withoutRules,
} from '../../../src/ui/derive/rules.ts';
import { sortingAfter } from '../../../src/ui/derive/sorting.ts';
import { toYaml } from '../../../src/ui/derive/yaml.ts';
import type { Rule } from '../../../src/model/rule.ts';
import { finding, report } from './sample.ts';

function rule(id: string, severity: Rule['severity'] = 'error'): Rule {
  const says = { en: `“{total}” isn't: {sum}`, zh: '{total}不等于：{sum}' };
  return {
    id,
    title: { en: `${id}: what must hold #1`, zh: '合计等于各项之和' },
    headline: says,
    severity,
    standards: ['sse14:24', 'gri:305-1'],
    check: { kind: 'sum', total: 'ghg.total', parts: ['ghg.scope1', { metric: 'ghg.scope3', optional: true }] },
    messages: { pass: says, fail: says, cannotTell: says },
    why: { en: 'yes', zh: '- 否' },
    examples: [
      { facts: { 'ghg.scope1': '1.0 t', 'ghg.total': { 2023: '2 t', 2024: ['2 t', '3 t'] } }, expect: 'fail' },
      { name: 'words', text: ['Scope 1 fell by 3%.'], index: ['SSE 21-28: Climate'], expect: 'pass' },
    ],
  };
}

test.each([
  rule('a'),
  {
    text: 'null',
    other: ['', ' ', '1', 'true', "it's", 'a: b', '# no', '第一\n第二'],
    deep: [[1, [2, { a: [] }]]],
    empty: {},
  },
])('the source that is shown reads as the rule that was run', (value) => {
  expect(parse(toYaml(value))).toEqual(JSON.parse(JSON.stringify(value)));
});

const rows = ruleRows(
  [rule('b'), rule('a', 'info'), rule('c')],
  [finding({ rule: 'c' }), finding({ rule: 'a', outcome: 'pass' }), finding({ rule: 'b', outcome: 'notApplicable' })],
);

test('a rule counts its results, and is found by id, title, kind, severity and standard', () => {
  expect(rows.map(({ counts }) => counts)).toEqual([
    { pass: 0, fail: 0, cannotTell: 0, notApplicable: 1 },
    { pass: 1, fail: 0, cannotTell: 0, notApplicable: 0 },
    { pass: 0, fail: 1, cannotTell: 0, notApplicable: 0 },
  ]);
  for (const word of ['b: what', '合计', 'sum', 'error', 'gri 305-1']) expect(rows[0]!.text).toContain(word);
});

test('failing rules come first, then those that found something to check, then by title', () => {
  const ids = (by: 'fail' | 'title', down: boolean): string[] =>
    sortRules(rows, { by, down }).map((row) => row.rule.id);
  expect(ids('fail', true)).toEqual(['c', 'a', 'b']);
  expect(ids('title', false)).toEqual(['a', 'b', 'c']);
});

test('a second click on a column turns it round', () => {
  const once = sortingAfter({ by: 'page', down: false }, 'figures', true);
  expect(once).toEqual({ by: 'figures', down: true });
  expect(sortingAfter(once, 'figures', true)).toEqual({ by: 'figures', down: false });
});

test('an example is written out line by line', () => {
  const [figures, words] = rule('a').examples;
  expect(exampleLines(figures!)).toEqual([
    'ghg.scope1: 1.0 t',
    'ghg.total 2023: 2 t',
    'ghg.total 2024: 2 t and elsewhere 3 t',
  ]);
  expect(exampleLines(words!)).toEqual(['“Scope 1 fell by 3%.”', 'index row SSE 21-28: Climate']);
});

test('a rule is in the packs of its standards, or in the general one, and under the topics of its metrics', () => {
  expect(packsOf(rule('a'))).toEqual(['sse14', 'gri']);
  expect(packsOf({ ...rule('a'), standards: [] })).toEqual([general]);
  expect(ruleTopics(rule('a'))).toEqual(['ghg']);
  expect(ruleTopics({ ...rule('a'), check: { kind: 'footing', find: 'rows' } })).toEqual([]);
});

test('a table and pages of an example are shown row by row', () => {
  const lines = exampleLines({
    table: [
      ['Fuel', '2024'],
      ['Diesel', '5 t'],
    ],
    pages: [['# Energy', 'A line.']],
    expect: 'pass',
  });
  expect(lines).toEqual(['Fuel | 2024', 'Diesel | 5 t', 'p. 1: # Energy ¶ A line.']);
});

test('a report without the results of some rules names those rules', () => {
  const whole = report({ findings: [finding({ rule: 'b' }), finding({ rule: 'a' }), finding({ rule: 'c' })] });
  const less = withoutRules(whole, ['c', 'a']);
  expect(less.findings.map((each) => each.rule)).toEqual(['b']);
  expect(less.rulePack.off).toEqual(['a', 'c']);
  expect(withoutRules(whole, [])).toBe(whole);
});
