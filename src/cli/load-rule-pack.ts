import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleFile } from '../engine/read-rule-pack.ts';
import type { RulePack } from '../model/rule.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where compiled packs are kept between runs. */
const CACHE = join(ROOT, '.cache');
/** What turns rule files into a pack. Kinds of checks read their own parameters again when they run. */
const COMPILER = ['src/engine/read-rule-pack.ts', 'src/engine/rule-schema.ts'];

/**
 * The rules of the repository, ready to run. Reading YAML takes as long as checking a short report, so that the compiled pack is kept under the
 * hash of all that it was made from: whatever changes in a rule, another pack is made.
 * @param cache folder of compiled packs; one that cannot be written to does no harm
 * @throws RulePackError with path and line when a rule file is wrong
 */
export async function loadRulePack(cache: string = CACHE): Promise<RulePack> {
  const files = readRuleFiles();
  const path = join(cache, `rule-pack-${hashSources(files)}.json`);
  const kept = readKept(path);
  if (kept !== null) return kept;
  const { readRulePack } = await import('../engine/read-rule-pack.ts');
  const pack = readRulePack(files);
  keep(cache, path, pack);
  return pack;
}

function readRuleFiles(): RuleFile[] {
  return readdirSync(join(ROOT, 'rules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({
      path: `rules/${path.split(sep).join('/')}`,
      text: readFileSync(join(ROOT, 'rules', path), 'utf8'),
    }));
}

function hashSources(files: readonly RuleFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  for (const path of COMPILER) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 32);
}

function readKept(path: string): RulePack | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RulePack;
  } catch {
    return null;
  }
}

/** Writes the pack in one step, so that no other process reads half of it, and lets go of those that it follows. */
function keep(cache: string, path: string, pack: RulePack): void {
  try {
    mkdirSync(cache, { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(pack));
    for (const name of readdirSync(cache)) if (/^rule-pack-\w+\.json$/.test(name)) rmSync(join(cache, name));
    renameSync(draft, path);
  } catch {
    // A folder that may not be written to: the next run compiles again.
  }
}
