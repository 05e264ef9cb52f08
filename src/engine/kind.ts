import type { GenericSchema } from 'valibot';
import type { Finding } from '../model/finding.ts';
import type { StandardMatrix } from '../model/matrix.ts';
import type { Reading } from '../model/report.ts';
import type { Metric, Rule, Standard } from '../model/rule.ts';
import type { FactIndex } from './fact-index.ts';
import type { UnitLookup } from './quantity.ts';

/** Everything that a check may look at. */
export interface CheckContext {
  reading: Reading;
  index: FactIndex;
  units: UnitLookup;
  metrics: ReadonlyMap<string, Metric>;
  standards: ReadonlyMap<string, Standard>;
  /** The standards that the index of the report names, requirement by requirement. */
  matrices: readonly StandardMatrix[];
  /**
   * Works something out once in a run, whichever rules ask. What is made of figures is kept here or by `remember`, never in a module: after a
   * correction it is made anew, and every rule that asked for it runs again.
   */
  once<T>(name: string, work: () => T): T;
  /** Works something out again only when it is made from other things than the last time, in this run or after a correction. */
  remember<T>(name: string, madeFrom: readonly unknown[], work: () => T): T;
}

/** Placeholders that a kind fills in the messages of each outcome. */
export interface Placeholders {
  pass: readonly string[];
  fail: readonly string[];
  cannotTell: readonly string[];
}

/** One kind of check: how its parameters look in a rule file, and how it runs. One file each under `checks/`. */
export interface CheckKind<Parameters = unknown> {
  kind: string;
  parameters: GenericSchema<unknown, Parameters>;
  placeholders: Placeholders;
  /** Ids of metrics that the parameters name, for the loader to look up. */
  listMetrics(parameters: Parameters): string[];
  /** Ids of standards that the parameters name, for the loader to look up. */
  listStandards?(parameters: Parameters): string[];
  /** One finding for each relation that the report lets it check; none when there is nothing to check. */
  run(rule: Rule, parameters: Parameters, context: CheckContext): Finding[];
}
