import { describe, expect, it } from 'vitest';
import { readRulePack, RulePackError } from '../../../src/engine/read-rule-pack.ts';
import type { RuleFile } from '../../../src/engine/read-rule-pack.ts';

const metrics: RuleFile = {
  path: 'rules/metrics/made-up.yaml',
  text: `- id: toy.total
  group: toy
  dimension: mass
  better: null
  units: [t]
  en: [all toys]
  zh: [玩具总量]
- { id: toy.red, group: toy, dimension: mass, better: null, units: [t], en: [red toys], zh: [红色玩具] }
- { id: toy.blue, group: toy, dimension: mass, better: null, units: [t], en: [blue toys], zh: [蓝色玩具] }
`,
};
const units: RuleFile = {
  path: 'rules/factors/units.yaml',
  text: `- { id: t, dimension: mass, factor: '1', names: [t] }\n`,
};
const rule: RuleFile = {
  path: 'rules/checks/toys-add-up.yaml',
  text: `id: toys-add-up
title: { en: Toys add up, zh: 玩具合计 }
severity: error
standards: [toy:1]
check:
  kind: sum
  total: toy.total
  anyOf:
    - [toy.red, toy.blue]
messages:
  pass: { en: '{parts} make {total}.', zh: '{parts}合计{total}。' }
  fail: { en: '{parts} make {sum}.', zh: '{parts}合计{sum}。' }
  cannotTell:
    en: 'No {missing}.'
    zh: '无{missing}。'
why: { en: Toys get lost., zh: 玩具会丢失。 }
headline: { en: '{subject} is off', zh: '{subject}有误' }
examples:
  - facts: { toy.red: 1 t, toy.blue: 2 t, toy.total: 3 t }
    expect: pass
`,
};

const read = (changed: RuleFile) =>
  readRulePack([metrics, units, rule].map((file) => (file.path === changed.path ? changed : file)));
const edit = (file: RuleFile, from: string, to: string): RuleFile => ({ ...file, text: file.text.replace(from, to) });

describe('readRulePack', () => {
  it('reads files into a pack that survives JSON', () => {
    const pack = read(rule);
    expect(pack.rules.map(({ id }) => id)).toEqual(['toys-add-up']);
    expect(pack.metrics[0]).toMatchObject({ id: 'toy.total', exclude: [] });
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });

  it('has a version that changes with the content and not with the order of the files', () => {
    const { version } = readRulePack([metrics, units, rule]);
    expect(readRulePack([rule, units, metrics]).version).toBe(version);
    expect(read(edit(rule, 'Toys get lost', 'Toys are lost')).version).not.toBe(version);
  });

  it.each([
    ['broken YAML', edit(rule, 'standards: [toy:1]', 'standards: [toy:1'), /^rules\/checks\/toys-add-up\.yaml:[45]: /],
    [
      'an unknown key',
      edit(rule, 'severity: error', 'severity: error\nseverety: error'),
      /toys-add-up\.yaml:4: severety/,
    ],
    ['a wrong severity', edit(rule, 'severity: error', 'severity: fatal'), /toys-add-up\.yaml:3: severity/],
    ['an unknown kind', edit(rule, 'kind: sum', 'kind: summ'), /toys-add-up\.yaml:6: no kind of check is called summ/],
    ['a wrong parameter', edit(rule, 'total: toy.total', 'total: 7'), /toys-add-up\.yaml:7: check\.total/],
    [
      'an unknown metric',
      edit(rule, 'toy.blue]', 'toy.green]'),
      /toys-add-up\.yaml:\d+: no metric is called toy\.green/,
    ],
    [
      'an unknown placeholder',
      edit(rule, "en: 'No {missing}.'", "en: 'No {mising}.'"),
      /toys-add-up\.yaml:14: \{mising\} is no placeholder of cannotTell/,
    ],
    [
      'a placeholder of another outcome',
      edit(rule, '{parts} make {total}.', '{difference}'),
      /toys-add-up\.yaml:11: \{difference\}/,
    ],
    ['another file name', edit(rule, 'id: toys-add-up', 'id: toys'), /toys-add-up\.yaml:1: id is toys/],
    [
      'no examples',
      edit(rule, /examples:[^]*$/.exec(rule.text)![0], 'examples: []\n'),
      /toys-add-up\.yaml:\d+: examples/,
    ],
    ['a factor that is no string', edit(units, `'1'`, '1'), /units\.yaml:1: 0\.factor/],
    [
      'a metric twice',
      edit(metrics, 'id: toy.blue', 'id: toy.red'),
      /made-up\.yaml:9: metric toy\.red is defined twice/,
    ],
    ['a list that is none', { ...metrics, text: 'id: x\n' }, /made-up\.yaml:1: the file should hold a list/],
  ])('refuses %s, with path and line', (_, file, message) => {
    expect(() => read(file)).toThrow(RulePackError);
    expect(() => read(file)).toThrow(message);
  });
});

describe('factors', () => {
  const factors: RuleFile = {
    path: 'rules/factors/toys.yaml',
    text: `- { id: red-weight, name: Weight of red toys, per: t, factor: '0.5', source: a catalogue, year: '2020' }\n`,
  };
  const convert = edit(
    rule,
    `kind: sum
  total: toy.total
  anyOf:
    - [toy.red, toy.blue]`,
    `kind: convert
  look: at least its parts
  total: toy.total
  parts:
    - { metric: toy.red, use: red-weight }`,
  );
  const withParts = edit(
    edit(edit(convert, '{parts}合计{sum}', '{parts}合计{computed}'), '{parts} make {sum}', '{parts} make {computed}'),
    "en: 'No {missing}.'\n    zh: '无{missing}。'",
    "en: 'No {period}.'\n    zh: '无{period}。'",
  );

  it('puts the published figure where a rule uses it', () => {
    const [read] = readRulePack([metrics, units, factors, withParts]).rules;
    expect(read!.check['parts']).toEqual([
      { metric: 'toy.red', per: 't', factor: '0.5', source: 'a catalogue', year: '2020' },
    ]);
  });

  it('refuses a factor that is in no file, with the line', () => {
    const missing = edit(withParts, 'use: red-weight', 'use: green-weight');
    expect(() => readRulePack([metrics, units, factors, missing])).toThrow(
      /^rules\/checks\/toys-add-up\.yaml:10: no factor is called green-weight$/,
    );
  });

  it('refuses a factor without a figure and one that is defined twice', () => {
    const bare = edit(factors, "factor: '0.5', ", '');
    expect(() => readRulePack([metrics, units, bare, rule])).toThrow(/a factor, or low and high/);
    const twice = { ...factors, text: factors.text + factors.text };
    expect(() => readRulePack([metrics, units, twice, rule])).toThrow(
      /toys\.yaml:2: factor red-weight is defined twice/,
    );
  });
});
