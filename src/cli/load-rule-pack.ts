import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRulePack } from '../engine/read-rule-pack.ts';
import type { RulePack } from '../model/rule.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Reads the rule files of the repository. @throws RulePackError with path and line when one is wrong. */
export function loadRulePack(): RulePack {
  const paths = readdirSync(join(ROOT, 'rules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort();
  return readRulePack(
    paths.map((path) => {
      const full = join(ROOT, 'rules', path);
      return { path: relative(ROOT, full), text: readFileSync(full, 'utf8') };
    }),
  );
}
