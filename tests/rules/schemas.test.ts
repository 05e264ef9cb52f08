import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { listRuleFiles } from './repository-pack.ts';
import { makeRuleFileSchemas } from './rule-file-schemas.ts';

const RULES = join(import.meta.dirname, '../../rules');
const schemas = makeRuleFileSchemas();

/** Folder under `rules/` → the schema that its files follow. */
const SCHEMA_OF: Record<string, string> = {
  checks: 'rule.schema.json',
  metrics: 'metrics.schema.json',
  standards: 'standard.schema.json',
  factors: 'factors.schema.json',
};

/** `npx vitest run tests/rules/schemas -u` writes the schemas anew; otherwise one that fell behind fails. */
it.each(Object.entries(schemas))('rules/%s is what the program reads', async (name, schema) => {
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
  await expect(text).toMatchFileSnapshot(join(RULES, name));
});

function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv;
}

it('every rule file follows its schema', () => {
  const ajv = makeAjv();
  const validate = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
  for (const { path, text } of listRuleFiles()) {
    const name = path.endsWith('/units.yaml') ? 'units.schema.json' : SCHEMA_OF[path.split('/')[1]!]!;
    const check = validate[name]!;
    check(parse(text));
    expect(check.errors, path).toBeNull();
  }
});

it('the schema of a rule refuses what the program refuses', () => {
  const validate = makeAjv().compile(schemas['rule.schema.json']!);
  const rule = parse(readFileSync(join(RULES, 'checks/no-doubled-words.yaml'), 'utf8')) as Record<string, unknown>;
  expect(validate(rule)).toBe(true);
  expect(validate({ ...rule, severity: 'grave' })).toBe(false);
  expect(validate({ ...rule, check: { kind: 'text', look: 'rhymes' } })).toBe(false);
  expect(validate({ ...rule, check: { kind: 'no such kind' } })).toBe(false);
});
