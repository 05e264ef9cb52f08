import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Metric, Rule, RulePack, Standard, UnitDefinition } from '../model/rule.ts';
import { KINDS } from './checks/kinds.ts';
import { listPlaceholders } from './finding.ts';
import { hashText } from './hash.ts';
import { factorSchema, metricSchema, ruleSchema, standardSchema, unitSchema } from './rule-schema.ts';

/** A rule file that cannot be used. The message begins with `path:line:`. */
export class RulePackError extends Error {
  readonly path: string;
  readonly line: number;
  constructor(path: string, line: number, reason: string) {
    super(`${path}:${line}: ${reason}`);
    this.name = 'RulePackError';
    this.path = path;
    this.line = line;
  }
}

export interface RuleFile {
  /** With forward slashes, from the repository's root: `rules/checks/gender-shares.yaml`. */
  path: string;
  text: string;
}

/** A YAML file with the means to say where in it something stands. */
interface ParsedFile {
  path: string;
  value: unknown;
  fail(keys: readonly PropertyKey[], reason: string): never;
}

/** Digits of the pack's version: enough to tell any two packs apart, short enough to read out. */
const VERSION_DIGITS = 12;

/**
 * Rule files (YAML, of `rules/checks`, `rules/metrics`, `rules/standards` and `rules/factors`; others are passed over) → rule pack,
 * sorted by id. Called at build time and from Node; the browser gets the result as JSON.
 * @throws RulePackError with path and line at the first file that is not as it should be.
 */
export function readRulePack(files: readonly RuleFile[]): RulePack {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const inFolder = (folder: string) =>
    sorted.filter(({ path }) => path.includes(`rules/${folder}/`) && /\.ya?ml$/.test(path)).map(parseFile);
  const units = inFolder('factors')
    .filter(({ path }) => path.endsWith('/units.yaml'))
    .flatMap((file) => readList(file, unitSchema) satisfies UnitDefinition[]);
  const factors = readFactors(inFolder('factors').filter(({ path }) => !path.endsWith('/units.yaml')));
  const metricFiles = inFolder('metrics');
  const metrics: Metric[] = metricFiles.flatMap((file) => readList(file, metricSchema));
  const metricIds = refuseTwins(metricFiles, metrics);
  const standards = inFolder('standards').map((file) => readStandard(file, metricIds));
  const standardIds = new Set(standards.map(({ id }) => id));
  const rules = inFolder('checks').map((file) => readRule(useFactors(file, factors), metricIds, standardIds));
  const version = hashText(sorted.map(({ path, text }) => `${path}\n${text}`).join('\n')).slice(0, VERSION_DIGITS);
  return { version, units, metrics, standards, rules };
}

function parseFile({ path, text }: RuleFile): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken !== undefined)
    throw new RulePackError(path, lines.linePos(broken.pos[0]).line, broken.message.split('\n')[0]!);
  return {
    path,
    value: document.toJS() as unknown,
    fail: (keys, reason) => {
      throw new RulePackError(path, findLine(document, lines, keys), reason);
    },
  };
}

/** Path of keys → line of the value, or of the innermost part of the path that the file has. */
function findLine(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Value of a file (or a part of it, under `at`) → typed value. */
function parseValue<T>(
  file: ParsedFile,
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  at: readonly PropertyKey[] = [],
): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const keys = (issue.path ?? []).map(({ key }) => key as PropertyKey);
  const place = [...at, ...keys].join('.');
  return file.fail([...at, ...keys], place === '' ? issue.message : `${place}: ${issue.message}`);
}

function readList<T>(file: ParsedFile, schema: v.GenericSchema<unknown, T>): T[] {
  if (!Array.isArray(file.value)) return file.fail([], 'the file should hold a list');
  return file.value.map((item, i) => parseValue(file, schema, item, [i]));
}

/** What a rule takes over from a factor: all but its name. */
type FactorFields = Record<string, string>;

/** Factor files → their entries by id; the same id twice is refused. */
function readFactors(files: readonly ParsedFile[]): Map<string, FactorFields> {
  const factors = new Map<string, FactorFields>();
  for (const file of files) {
    for (const [i, { id, name: _, ...fields }] of readList(file, factorSchema).entries()) {
      if (factors.has(id)) file.fail([i, 'id'], `factor ${id} is defined twice`);
      factors.set(id, JSON.parse(JSON.stringify(fields)) as FactorFields);
    }
  }
  return factors;
}

/** Rule file → the same with the fields of a factor wherever its check says `use: id`. */
function useFactors(file: ParsedFile, factors: ReadonlyMap<string, FactorFields>): ParsedFile {
  const fill = (value: unknown, at: readonly PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((item, i) => fill(item, [...at, i]));
    if (typeof value !== 'object' || value === null) return value;
    const { use, ...rest } = value as Record<string, unknown>;
    const filled = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, fill(item, [...at, key])]));
    if (use === undefined) return filled;
    const fields = typeof use === 'string' ? factors.get(use) : undefined;
    if (fields === undefined) return file.fail([...at, 'use'], `no factor is called ${String(use)}`);
    return { ...filled, ...fields };
  };
  const { value } = file;
  if (typeof value !== 'object' || value === null || !('check' in value)) return file;
  return { ...file, value: { ...value, check: fill(value.check, ['check']) } };
}

/** Metric files → the set of ids; the same id twice is refused. */
function refuseTwins(files: readonly ParsedFile[], metrics: readonly Metric[]): Set<string> {
  const ids = new Set<string>();
  let index = 0;
  for (const file of files) {
    for (const i of (file.value as unknown[]).keys()) {
      const { id } = metrics[index++]!;
      if (ids.has(id)) file.fail([i, 'id'], `metric ${id} is defined twice`);
      ids.add(id);
    }
  }
  return ids;
}

/** `rules/checks/gender-shares.yaml` → `gender-shares`. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
}

function refuseOtherName(file: ParsedFile, id: string): void {
  if (id !== baseName(file.path)) file.fail(['id'], `id is ${id}, but the file is called ${baseName(file.path)}`);
}

function readStandard(file: ParsedFile, metricIds: ReadonlySet<string>): Standard {
  const standard: Standard = parseValue(file, standardSchema, file.value);
  refuseOtherName(file, standard.id);
  for (const [i, requirement] of standard.requirements.entries()) {
    for (const [j, metric] of requirement.metrics.entries()) {
      if (!metricIds.has(metric)) file.fail(['requirements', i, 'metrics', j], `no metric is called ${metric}`);
    }
    for (const [j, { metrics }] of requirement.figures.entries()) {
      const unknown = metrics.find((metric) => !metricIds.has(metric));
      if (unknown !== undefined) file.fail(['requirements', i, 'figures', j], `no metric is called ${unknown}`);
    }
  }
  return standard;
}

function readRule(file: ParsedFile, metricIds: ReadonlySet<string>, standardIds: ReadonlySet<string>): Rule {
  const { examples, ...rest } = parseValue(file, ruleSchema, file.value);
  // A key that is not there and a key that is undefined are the same to JSON, and to the types only the first will do.
  const rule = { ...rest, examples: JSON.parse(JSON.stringify(examples)) as Rule['examples'] } satisfies Rule;
  refuseOtherName(file, rule.id);
  const kind = KINDS.get(rule.check.kind);
  if (kind === undefined) {
    return file.fail(
      ['check', 'kind'],
      `no kind of check is called ${rule.check.kind}; there are ${[...KINDS.keys()].join(', ')}`,
    );
  }
  const parameters = parseValue(file, kind.parameters, rule.check, ['check']);
  for (const metric of kind.listMetrics(parameters)) {
    if (!metricIds.has(metric)) file.fail(['check'], `no metric is called ${metric}`);
  }
  for (const standard of kind.listStandards?.(parameters) ?? []) {
    if (!standardIds.has(standard)) file.fail(['check'], `no standard is called ${standard}`);
  }
  for (const outcome of ['pass', 'fail', 'cannotTell'] as const) {
    for (const language of ['en', 'zh'] as const) {
      const known = kind.placeholders[outcome];
      const unknown = listPlaceholders(rule.messages[outcome][language]).find((name) => !known.includes(name));
      if (unknown === undefined) continue;
      const names = known.map((name) => `{${name}}`).join(', ');
      file.fail(
        ['messages', outcome, language],
        `{${unknown}} is no placeholder of ${outcome} in ${kind.kind}; there are ${names}`,
      );
    }
  }
  return rule;
}
