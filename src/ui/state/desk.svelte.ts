import type { Evidence } from '../../model/finding.ts';
import type { TriageState } from '../../model/triage.ts';
import type { Item } from '../derive/standing.ts';
import type { About, History } from './history.svelte.ts';
import type { FindingsState } from './findings.svelte.ts';
import type { TriageBook } from './triage.svelte.ts';

/** What the desk needs of the review it belongs to. */
export interface DeskReview {
  readonly item: Item | null;
  readonly findings: FindingsState;
  readonly triage: TriageBook;
  readonly history: History;
  chooseFinding(key: string, step?: 'push' | 'replace'): void;
  lookAt(evidence: Evidence): void;
}

/** What was done last, for those who hear it. */
export type Said = {
  done: TriageState | 'undone' | 'redone' | 'corrected' | 'takenBack';
  title: Item['finding']['title'];
} | null;

/** What the reviewer's hands do: decisions on the chosen finding, the operand pointed at, and the sheets over the desk. */
export class Desk {
  readonly #review: DeskReview;
  sheet = $state<'help' | 'palette' | 'corrections' | null>(null);
  /** The finding whose dismissal waits for its reason. */
  #asked = $state<string | null>(null);
  /** Finding and position in its evidence of the operand pointed at. */
  #pointed = $state.raw<{ key: string; at: number } | null>(null);
  said = $state.raw<Said>(null);

  /** Whether the chosen finding's dismissal waits for its reason. */
  asking = $derived.by(() => this.#asked !== null && this.#asked === this.#review.item?.key);
  /** Position in the chosen finding's evidence of the operand pointed at; null when none is. */
  operand = $derived.by(() => (this.#pointed?.key === this.#review.item?.key ? (this.#pointed?.at ?? null) : null));

  constructor(review: DeskReview) {
    this.#review = review;
  }

  /** Confirms the chosen finding or calls it fixed, and goes on to the next open one; a second time, opens it again. */
  decide(state: Extract<TriageState, 'confirmed' | 'fixed'>): void {
    const { item } = this.#review;
    if (item) this.#settle(item, state, '');
  }

  /** Asks why the chosen finding is dismissed; opens a dismissed one again. */
  askReason(): void {
    const { item, findings } = this.#review;
    if (!item) return;
    if (findings.stateOf(item) === 'dismissed') this.#settle(item, 'dismissed', '');
    else this.#asked = item.key;
  }

  /** Dismisses the finding that was asked about. */
  dismiss(reason: string): void {
    const { item } = this.#review;
    if (item && this.asking) this.#settle(item, 'dismissed', reason.trim());
  }

  stopAsking(): void {
    this.#asked = null;
  }

  note(words: string): void {
    const { item, triage } = this.#review;
    if (item) triage.change(item.key, { note: words });
  }

  /** Takes the last decision or correction back, and shows the finding that a decision was about. */
  undo(): void {
    this.#show(this.#review.history.undo(), 'undone');
  }

  redo(): void {
    this.#show(this.#review.history.redo(), 'redone');
  }

  /** Shows the place of the next operand of the chosen finding, after the last the first again. */
  nextOperand(): void {
    const { item } = this.#review;
    if (!item || item.finding.evidence.length === 0) return;
    this.pointAt(((this.operand ?? -1) + 1) % item.finding.evidence.length);
  }

  /** Shows the place of one operand. */
  pointAt(at: number): void {
    const { item } = this.#review;
    const evidence = item?.finding.evidence[at];
    if (!item || !evidence) return;
    this.#pointed = { key: item.key, at };
    this.#review.lookAt(evidence);
  }

  #settle(item: Item, state: TriageState, reason: string): void {
    const { findings, triage } = this.#review;
    this.#asked = null;
    const again = findings.stateOf(item) === state;
    const next = again ? null : findings.nextOpen(item.key);
    triage.change(item.key, { state: again ? 'open' : state, reason: again ? '' : reason });
    this.said = { done: again ? 'open' : state, title: item.finding.title };
    if (next) this.#review.chooseFinding(next.key, 'replace');
  }

  #show(about: About | null, done: 'undone' | 'redone'): void {
    if (about === null) return;
    this.#asked = null;
    if ('figure' in about) {
      this.said = { done, title: { en: about.figure, zh: about.figure } };
      return;
    }
    this.#review.chooseFinding(about.finding, 'replace');
    const { item } = this.#review;
    if (item) this.said = { done, title: item.finding.title };
  }
}
