import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRulePack } from '../../src/engine/read-rule-pack.ts';
import type { RuleFile } from '../../src/engine/read-rule-pack.ts';
import type { RulePack } from '../../src/model/rule.ts';

const RULES = join(import.meta.dirname, '../../rules');

/** The YAML files of this repository's `rules/`. */
export function listRuleFiles(): RuleFile[] {
  return readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({
      path: `rules/${path.replaceAll('\\', '/')}`,
      text: readFileSync(join(RULES, path), 'utf8'),
    }));
}

/** The rule pack of this repository. */
export function readRepositoryPack(): RulePack {
  return readRulePack(listRuleFiles());
}
