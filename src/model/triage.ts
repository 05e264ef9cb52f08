/** What a reviewer decided about a finding. `fixed`: the report's next draft has it put right. */
export type TriageState = 'open' | 'confirmed' | 'dismissed' | 'fixed';

export const triageStates: readonly TriageState[] = ['open', 'confirmed', 'dismissed', 'fixed'];

/** A reviewer's decision on one finding of one document. A finding without one is open. */
export interface Triage {
  /** The finding's fingerprint; with `~2`, `~3` … when several findings of one report share it, in the report's order. */
  fingerprint: string;
  state: TriageState;
  /** Why it was dismissed, in the reviewer's words. */
  reason?: string;
  note?: string;
  /** ISO time of the last change. */
  changed: string;
}

/** What a reviewer may change. An empty text takes the reason or the note away. */
export type TriageChange = Partial<Pick<Triage, 'state' | 'reason' | 'note'>>;
