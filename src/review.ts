import { applyCorrections, correctFact } from './correct/apply-corrections.ts';
import { listNames } from './correct/name-figure.ts';
import type { Names } from './correct/name-figure.ts';
import { describeRevision } from './correct/revise-report.ts';
import { CheckRun } from './engine/check-run.ts';
import type { Correction, Revision } from './model/correction.ts';
import type { Fact } from './model/fact.ts';
import type { Finding } from './model/finding.ts';
import type { Checked, Reading, Report } from './model/report.ts';
import type { RulePack } from './model/rule.ts';

/** A checked report whose figures can be put right: its reading as it was read, and what each rule looked at. No PDF is read again. */
export class Review {
  readonly #reading: Reading;
  readonly #run: CheckRun;
  readonly #first: Checked;
  readonly #told: readonly Finding[];
  #names: Names | null = null;
  /** Figures of the last corrections: the same objects for the same corrections, so that nothing that rests on them is worked out again. */
  #corrected = new Map<string, Fact[]>();

  /** `told`: the findings as the user knows them, where this reading is a kept one and gives them less closely. */
  constructor(reading: Reading, run: CheckRun, first: Checked, told: readonly Finding[] = first.findings) {
    this.#reading = reading;
    this.#run = run;
    this.#first = first;
    this.#told = told;
  }

  /** Checks a kept report once, to be ready for corrections. */
  static of(report: Report, rulePack: RulePack): Review {
    const run = new CheckRun(report, rulePack);
    return new Review(report, run, run.check(report.facts), report.findings);
  }

  get id(): string {
    return this.#reading.document.sha256;
  }

  /** All corrections of the document → what they change in the report as it was checked. Takes milliseconds where they differ little from the last. */
  correct(corrections: readonly Correction[]): Revision {
    const start = performance.now();
    this.#names ??= listNames(this.#reading);
    const before = this.#corrected;
    this.#corrected = new Map();
    const corrected = applyCorrections(this.#reading, corrections, this.#names, (fact, correction) => {
      const key = `${fact.id} ${correction.id} ${correction.changed}`;
      const facts = before.get(key) ?? correctFact(fact, correction);
      this.#corrected.set(key, facts);
      return facts;
    });
    const checked = this.#run.check(corrected.facts);
    const first = { told: this.#told, own: this.#first, facts: this.#reading.facts };
    return describeRevision(first, corrected, checked, performance.now() - start);
  }
}
