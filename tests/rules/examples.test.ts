import { describe, expect, it } from 'vitest';
import { check } from '../../src/engine/check.ts';
import { readExample } from '../../src/engine/example-reading.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { RuleExample } from '../../src/model/rule.ts';
import { readRepositoryPack } from './repository-pack.ts';

const pack = readRepositoryPack();

/** Findings of a rule → its one outcome: a failure outweighs what could not be told, that a pass. */
function outcomeOf(findings: readonly Finding[]): RuleExample['expect'] {
  const outcomes = findings.map(({ outcome }) => outcome);
  return (['fail', 'cannotTell', 'pass'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'notApplicable';
}

describe.each(pack.rules)('$id', (rule) => {
  it.each(rule.examples.map((example, i) => [`${i + 1} ${example.name ?? example.expect}`, example] as const))(
    'example %s',
    (_, example) => {
      const { findings } = check(readExample(example, pack), { ...pack, rules: [rule] });
      expect(outcomeOf(findings), findings.map(({ message }) => message).join('\n')).toBe(example.expect);
      for (const finding of findings) {
        expect(finding.message + finding.messages.zh).not.toMatch(/[{}]|undefined|NaN|\de[+-]\d/);
        if (finding.outcome === 'pass' || finding.outcome === 'fail') expect(finding.evidence).not.toHaveLength(0);
      }
    },
  );

  it('shows a case that passes and one that fails', () => {
    const outcomes = rule.examples.map((example) => example.expect);
    expect(outcomes).toContain('pass');
    expect(outcomes).toContain('fail');
  });
});
