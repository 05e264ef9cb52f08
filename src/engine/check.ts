import type { Finding } from '../model/finding.ts';
import type { StandardMatrix } from '../model/matrix.ts';
import type { Coverage, Reading } from '../model/report.ts';
import type { RulePack } from '../model/rule.ts';
import { CheckRun } from './check-run.ts';
import type { CheckRunOptions } from './check-run.ts';

/**
 * Runs every rule of the pack over a reading → findings, most serious first, what share of the figures they cover, and how the standards stand
 * that the report follows.
 * @throws CheckError `aborted` when the signal fires.
 */
export function check(
  reading: Reading,
  pack: RulePack,
  options: CheckRunOptions = {},
): { findings: Finding[]; coverage: Coverage; standards: StandardMatrix[] } {
  const { findings, coverage, standards } = new CheckRun(reading, pack).check(reading.facts, options);
  return { findings, coverage, standards };
}
