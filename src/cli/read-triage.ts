import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Triage } from '../model/triage.ts';

/** A file of verdicts that cannot be used, with a plain sentence that says why. */
export class TriageError extends Error {}

const verdict = v.object({
  fingerprint: v.string(),
  state: v.picklist(['open', 'confirmed', 'dismissed', 'fixed']),
  reason: v.exactOptional(v.string()),
  note: v.exactOptional(v.string()),
  changed: v.string(),
});

const report = v.object({ format: v.literal('crossfoot-report/1'), triage: v.optional(v.array(verdict), []) });

/** Path of a JSON report → the reviewer's verdicts in it; none when it was saved before any. @throws TriageError */
export async function readTriage(path: string): Promise<Triage[]> {
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TriageError(`${path} is no JSON report.`);
  }
  const parsed = v.safeParse(report, value);
  if (!parsed.success)
    throw new TriageError(
      `${path} is no JSON report of Crossfoot: ${v.flatten(parsed.issues).root?.[0] ?? parsed.issues[0].message}`,
    );
  return parsed.output.triage;
}
