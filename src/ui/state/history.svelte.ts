/** What a step was about: a finding by its key, or a figure by its label. */
export type About = { finding: string } | { figure: string };

/** One change that can be taken back. */
export interface Step {
  about: About;
  undo: () => void;
  redo: () => void;
}

/** What the reviewer did in one document, decisions and corrections alike, to be taken back and done again in order. */
export class History {
  #done = $state.raw<Step[]>([]);
  #undone = $state.raw<Step[]>([]);

  canUndo = $derived(this.#done.length > 0);
  canRedo = $derived(this.#undone.length > 0);

  /** The step that was done last; null when there is none to take back. */
  get last(): Step | null {
    return this.#done.at(-1) ?? null;
  }

  /** Notes a step that was done; what was taken back before can no longer be done again. `instead` of the last one, which it goes on. */
  add(step: Step, instead = false): void {
    this.#done = [...(instead ? this.#done.slice(0, -1) : this.#done), step];
    this.#undone = [];
  }

  /** Takes the last step back; null when there is none. */
  undo(): About | null {
    const step = this.#done.at(-1);
    if (!step) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    step.undo();
    return step.about;
  }

  /** Does again what was taken back last; null when nothing was. */
  redo(): About | null {
    const step = this.#undone.at(-1);
    if (!step) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    step.redo();
    return step.about;
  }
}
