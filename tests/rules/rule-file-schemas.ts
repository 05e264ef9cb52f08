import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { KINDS } from '../../src/engine/checks/kinds.ts';
import { factorSchema, metricSchema, ruleSchema, standardSchema, unitSchema } from '../../src/engine/rule-schema.ts';

type JsonSchema = Record<string, unknown>;

/** Schemas of the program → JSON Schemas of the files under `rules/`, by file name, for editors. */
export function makeRuleFileSchemas(): Record<string, JsonSchema> {
  return {
    'rule.schema.json': { title: 'A rule under rules/checks', ...makeRuleSchema() },
    'metrics.schema.json': { title: 'A list of metrics under rules/metrics', ...convert(v.array(metricSchema)) },
    'standard.schema.json': { title: 'A standard under rules/standards', ...convert(standardSchema) },
    'factors.schema.json': { title: 'A list of factors under rules/factors', ...convert(v.array(factorSchema)) },
    'units.schema.json': { title: 'The units in rules/factors/units.yaml', ...convert(v.array(unitSchema)) },
  };
}

/** The schema of a rule, its `check` being that of one of the kinds. */
function makeRuleSchema(): JsonSchema {
  const rule = convert(ruleSchema);
  const kinds = [...KINDS.values()].map(({ kind, parameters }) => {
    const { $schema: _, ...schema } = convert(parameters);
    return { title: kind, ...(allowUse(schema) as JsonSchema) };
  });
  return { ...rule, properties: { ...(rule['properties'] as JsonSchema), check: { anyOf: kinds } } };
}

/** What a rule may leave to a factor that it uses. */
const FACTOR_FIELDS = new Set(['per', 'factor', 'low', 'high', 'source', 'year']);

/** JSON Schema → the same, where an object with the source and year of a factor may say `use: id` instead of the factor's fields. */
function allowUse(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(allowUse);
  if (typeof schema !== 'object' || schema === null) return schema;
  const node = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, allowUse(value)]));
  const properties = node['properties'] as JsonSchema | undefined;
  if (properties === undefined || !('source' in properties && 'year' in properties)) return node;
  const required = (node['required'] ?? []) as string[];
  return {
    ...node,
    properties: { ...properties, use: { type: 'string' } },
    required: required.filter((field) => !FACTOR_FIELDS.has(field)),
    anyOf: [{ required: ['use'] }, { required: required.filter((field) => FACTOR_FIELDS.has(field)) }],
  };
}

/** Editors read what is written, before defaults are filled in; a trimmed text is a text to them. */
function convert(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: ['trim', 'check'],
  }) as JsonSchema;
}
