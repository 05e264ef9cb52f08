import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { KINDS } from '../../src/engine/checks/kinds.ts';
import { metricSchema, ruleSchema, standardSchema, unitSchema } from '../../src/engine/rule-schema.ts';

type JsonSchema = Record<string, unknown>;

/** Schemas of the program → JSON Schemas of the files under `rules/`, by file name, for editors. */
export function makeRuleFileSchemas(): Record<string, JsonSchema> {
  return {
    'rule.schema.json': { title: 'A rule under rules/checks', ...makeRuleSchema() },
    'metrics.schema.json': { title: 'A list of metrics under rules/metrics', ...convert(v.array(metricSchema)) },
    'standard.schema.json': { title: 'A standard under rules/standards', ...convert(standardSchema) },
    'units.schema.json': { title: 'The units in rules/factors/units.yaml', ...convert(v.array(unitSchema)) },
  };
}

/** The schema of a rule, its `check` being that of one of the kinds. */
function makeRuleSchema(): JsonSchema {
  const rule = convert(ruleSchema);
  const kinds = [...KINDS.values()].map(({ kind, parameters }) => {
    const { $schema: _, ...schema } = convert(parameters);
    return { title: kind, ...schema };
  });
  return { ...rule, properties: { ...(rule['properties'] as JsonSchema), check: { anyOf: kinds } } };
}

/** Editors read what is written, before defaults are filled in; a trimmed text is a text to them. */
function convert(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', ignoreActions: ['trim'] }) as JsonSchema;
}
