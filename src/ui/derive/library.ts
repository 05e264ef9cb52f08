import type { ListedDocument } from '../../store/document-store.ts';
import type { TriageState } from '../../model/triage.ts';

/** How far a kept document has been worked through. */
export interface DocumentProgress {
  /** Findings that ask for a decision: wrong, doubtful, worth a look. */
  all: number;
  decided: number;
  states: [state: Exclude<TriageState, 'open'>, findings: number][];
}

/** A document's counts and decisions → its progress. Decisions on findings that a later check no longer has do not count. */
export function progressOf({ record, triage }: ListedDocument): DocumentProgress {
  const { wrong, doubtful, look } = record.counts;
  const all = wrong + doubtful + look;
  const states = (['confirmed', 'dismissed', 'fixed'] as const).map(
    (state) => [state, triage.filter((each) => each.state === state).length] as [typeof state, number],
  );
  const decided = states.reduce((sum, [, findings]) => sum + findings, 0);
  return { all, decided: Math.min(all, decided), states: states.filter(([, findings]) => findings > 0) };
}

/** Share of the storage beyond which the next report may not fit. */
const NEARLY_FULL = 0.9;

/** Whether the room that the browser allows is nearly used up; bytes. */
export function isNearlyFull(storage: { used: number; most: number } | null): boolean {
  return storage !== null && storage.used > NEARLY_FULL * storage.most;
}
