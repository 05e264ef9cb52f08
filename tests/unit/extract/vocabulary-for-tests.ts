import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Metric, UnitDefinition } from '../../../src/model/rule.ts';
import { buildMetricIndex } from '../../../src/extract/metrics.ts';
import { buildUnits } from '../../../src/extract/units.ts';
import type { TextContext } from '../../../src/extract/vocabulary.ts';

const rules = new URL('../../../rules/', import.meta.url);
const read = <T>(path: string): T => parse(readFileSync(new URL(path, rules), 'utf8')) as T;

export const unitDefinitions = read<UnitDefinition[]>('factors/units.yaml');
export const metricDefinitions = readdirSync(new URL('metrics/', rules)).flatMap((file) =>
  read<Metric[]>(`metrics/${file}`),
);
export const units = buildUnits(unitDefinitions);
export const metrics = buildMetricIndex(metricDefinitions, units);
/** The project's own vocabulary, for a report on 2024. */
export const context: TextContext = { units, metrics, reportYear: '2024' };
