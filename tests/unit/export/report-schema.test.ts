import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { format } from 'prettier';
import type { InferOutput } from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { assetsInNode } from '../../../src/cli/assets.ts';
import { loadRulePack } from '../../../src/cli/load-rule-pack.ts';
import type { IndexedCode } from '../../../src/export/index-codes.ts';
import { toJson } from '../../../src/export/json.ts';
import { reportSchema } from '../../../src/export/report-schema.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Block, Cell, Table } from '../../../src/model/table.ts';
import type { Triage } from '../../../src/model/triage.ts';

const published = new URL('../../../public/crossfoot-report-1.schema.json', import.meta.url);

function makeSchema(): object {
  const { $schema: _, ...schema } = toJsonSchema(reportSchema, { target: 'draft-2020-12', typeMode: 'output' });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Crossfoot report, format 1',
    description:
      'Pages count from 1. Boxes are [x0, y0, x1, y1] in PDF points from the top left corner of the page, y down. Decimals are strings.',
    ...schema,
  };
}

/** `npx vitest run tests/unit/export/report-schema -u` writes the schema anew; otherwise a schema that fell behind fails. */
test('the published schema is the one that the code has', async () => {
  const text = await format(JSON.stringify(makeSchema()), { parser: 'json', printWidth: 120 });
  await expect(text).toMatchFileSnapshot(fileURLToPath(published));
});

type Written = Omit<Report, 'blocks' | 'tables' | 'index'> & {
  index: IndexedCode[];
  blocks: Omit<Block, 'lines'>[];
  tables: (Omit<Table, 'cells'> & { cells: Omit<Cell, 'lines'>[] })[];
  triage?: Triage[];
};

/** What JSON makes of a type: the same, without `readonly`. */
type Plain<T> = T extends readonly [infer A, infer B, infer C, infer D]
  ? [Plain<A>, Plain<B>, Plain<C>, Plain<D>]
  : T extends readonly (infer Item)[]
    ? number extends T['length']
      ? Plain<Item>[]
      : T
    : T extends object
      ? { -readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

test('the schema names exactly the keys of the types', () => {
  expectTypeOf<InferOutput<typeof reportSchema>>().toEqualTypeOf<Plain<Written>>();
});

test('the report on the sample is valid, and a key that the schema does not name is not', async () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  const isReport = ajv.compile(JSON.parse(readFileSync(published, 'utf8')) as object);
  const bytes = new Uint8Array(readFileSync(new URL('../../../public/sample-report.pdf', import.meta.url)));
  const report = await checkReport(bytes, {
    name: 'sample.pdf',
    rulePack: await loadRulePack(),
    assets: assetsInNode(),
  });
  const triage: Triage[] = [{ fingerprint: 'a', state: 'fixed', note: 'Draft 2', changed: '2025-02-01T00:00:00.000Z' }];
  const value = JSON.parse(toJson(report, triage)) as Written;
  isReport(value);
  expect(isReport.errors).toBeNull();
  expect(isReport({ ...value, extra: 1 })).toBe(false);
  expect(isReport({ ...value, facts: [{ ...value.facts[0], extra: 1 }] })).toBe(false);
  expect(isReport({ ...value, document: { ...value.document, sha256: 'none' } })).toBe(false);
});
