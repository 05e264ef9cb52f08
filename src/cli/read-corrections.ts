import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { correction } from '../export/report-schema.ts';
import type { Correction, CorrectionResult, Unapplied } from '../model/correction.ts';

/** A file of corrections that cannot be used, with a plain sentence that says why. */
export class CorrectionsError extends Error {}

const report = v.object({
  format: v.literal('crossfoot-report/1'),
  corrections: v.optional(v.array(v.object({ correction })), []),
});

/** Path of a JSON report → the reviewer's corrections in it; none when it was saved before any. @throws CorrectionsError */
export async function readCorrections(path: string): Promise<Correction[]> {
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CorrectionsError(`${path} is no JSON report.`);
  }
  const parsed = v.safeParse(report, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new CorrectionsError(`${path} is no JSON report of Crossfoot: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  return parsed.output.corrections.map((each) => each.correction);
}

const reasons: Record<Unapplied, string> = {
  missing: 'no figure has this name',
  ambiguous: 'several figures have this name',
  changed: 'the figure is printed differently now',
};

/** What became of corrections → a line that counts them, and one for each that was not applied. */
export function tellCorrections(results: readonly CorrectionResult[]): string {
  const left = results.filter(({ unapplied }) => unapplied !== null);
  const applied = `${results.length - left.length} of ${results.length} corrections applied.`;
  const lines = left.map(({ correction: { figure }, unapplied }) => {
    const name = [figure.label, figure.period, figure.raw].filter(Boolean).join(', ');
    return `Not applied: ${name}: ${reasons[unapplied!]}.`;
  });
  return [applied, ...lines].join('\n');
}
