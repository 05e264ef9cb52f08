import * as v from 'valibot';
import { buildUnits } from '../extract/units.ts';
import { CheckError } from '../model/check-error.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { StandardMatrix } from '../model/matrix.ts';
import type { Checked, Reading } from '../model/report.ts';
import type { Metric, Rule, RulePack } from '../model/rule.ts';
import { KINDS } from './checks/kinds.ts';
import { indexFacts } from './fact-index.ts';
import type { FactIndex } from './fact-index.ts';
import { notApplicable } from './finding.ts';
import type { CheckContext } from './kind.ts';
import { measureCoverage, sortFindings, tellApart } from './list-findings.ts';
import type { Quantity } from './quantity.ts';
import { dropTwins } from './same-relation.ts';
import { judgeStandards } from './standards/judge.ts';
import { nameGroup, touches, Watch, watchIndex } from './watch.ts';
import type { Changed, Looked } from './watch.ts';

export interface CheckRunOptions {
  signal?: AbortSignal;
  /** Called after each rule. */
  onProgress?: (done: number, total: number) => void;
}

/** What a rule found the last time, and what of the figures it looked at to find it. */
interface RuleRun {
  findings: Finding[];
  looked: Looked;
}

/** What was worked out once, in a run. */
interface Worked {
  value: unknown;
  looked: Looked;
}

/**
 * A reading with its rule pack, ready to be checked again: each rule's findings are kept with a note of the figures that it looked at, and when
 * figures are put right only the rules that looked at one of them run again. The result is that of a whole check.
 */
export class CheckRun {
  readonly #pack: RulePack;
  readonly #watch = new Watch();
  readonly #metrics: ReadonlyMap<string, Metric>;
  readonly #context: Omit<CheckContext, 'index' | 'matrices' | 'reading'> & { reading: Reading };
  #facts: readonly Fact[] = [];
  #index: FactIndex = { all: [], byMetric: new Map(), byTable: new Map(), byPage: new Map() };
  #rules = new Map<Rule, RuleRun>();
  #standards: { value: StandardMatrix[]; looked: Looked } | null = null;
  #once = new Map<string, Worked>();
  /** Kept from run to run, for as long as what it was made from stays the same. */
  readonly #memory = new Map<string, { madeFrom: readonly unknown[]; value: unknown }>();

  constructor(reading: Reading, pack: RulePack) {
    this.#pack = pack;
    this.#metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
    this.#context = {
      reading: this.#watchReading(reading),
      units: buildUnits(pack.units),
      metrics: this.#metrics,
      standards: new Map(pack.standards.map((standard) => [standard.id, standard])),
      once: (name, work) => this.#workOnce(name, work),
      remember: (name, madeFrom, work) => this.#recall(name, madeFrom, work),
    };
  }

  /**
   * Checks the reading with these figures, which may differ from its own and from those of the last time. Facts that are the same objects as the
   * last time count as unchanged.
   * @throws CheckError `aborted` when the signal fires.
   */
  check(facts: readonly Fact[], options: CheckRunOptions = {}): Checked {
    const changed = this.#take(facts);
    this.#once.clear();
    const matrices = this.#judgeStandards(changed);
    const context = this.#contextOf(matrices);
    const { rules } = this.#pack;
    let ran = 0;
    for (const [done, rule] of rules.entries()) {
      if (options.signal?.aborted) throw new CheckError('aborted', 'The check was cancelled.');
      const known = this.#rules.get(rule);
      if (known === undefined || touches(known.looked, changed)) {
        // Until it has run, nothing is known of it.
        this.#rules.delete(rule);
        this.#rules.set(rule, this.#run(rule, context));
        ran++;
      }
      options.onProgress?.(done + 1, rules.length);
    }
    const findings = dropTwins(rules.flatMap((rule) => this.#rules.get(rule)!.findings));
    return {
      findings: sortFindings(findings),
      coverage: measureCoverage(facts, findings),
      standards: [...matrices],
      ran,
    };
  }

  #run(rule: Rule, context: CheckContext): RuleRun {
    const kind = KINDS.get(rule.check.kind);
    if (kind === undefined) throw new CheckError('internal', `Rule ${rule.id} names no known kind of check.`);
    const { value, looked } = this.#watch.during(() => kind.run(rule, v.parse(kind.parameters, rule.check), context));
    return { findings: value.length > 0 ? tellApart(value) : [notApplicable(rule)], looked };
  }

  /** Takes over the figures → what of them is not as it was. */
  #take(facts: readonly Fact[]): Changed {
    const before = this.#index.all;
    const measured = new Map(before.map((figure) => [figure.fact, figure]));
    const { reading, units } = this.#context;
    this.#facts = facts;
    this.#index = indexFacts(reading, units, this.#metrics, measured);
    const now = new Set(facts);
    const others = [
      ...before.filter(({ fact }) => !now.has(fact)),
      ...this.#index.all.filter(({ fact }) => !measured.has(fact)),
    ];
    return {
      all: others.length > 0,
      groups: new Set(others.flatMap(listGroups)),
      standards: false,
    };
  }

  /** How the standards stand; notes in `changed` when they stand otherwise than the last time. */
  #judgeStandards(changed: Changed): StandardMatrix[] {
    const known = this.#standards;
    if (known !== null && !touches(known.looked, changed)) return known.value;
    this.#standards = null;
    const judged = this.#watch.during(() => judgeStandards(this.#contextOf([])));
    this.#standards = judged;
    changed.standards = known === null || JSON.stringify(known.value) !== JSON.stringify(judged.value);
    return judged.value;
  }

  #contextOf(matrices: readonly StandardMatrix[]): CheckContext {
    const watch = this.#watch;
    return {
      ...this.#context,
      index: watchIndex(this.#index, watch),
      get matrices() {
        watch.see('standards');
        return matrices;
      },
    };
  }

  /** One and the same object from run to run: what the rules list of its text they list once. */
  #watchReading(reading: Reading): Reading {
    const facts = (): Fact[] => {
      this.#watch.see('all');
      return this.#facts as Fact[];
    };
    return {
      ...reading,
      get facts() {
        return facts();
      },
    };
  }

  #workOnce<T>(name: string, work: () => T): T {
    let worked = this.#once.get(name);
    if (worked === undefined) this.#once.set(name, (worked = this.#watch.during(work)));
    else this.#watch.join(worked.looked);
    return worked.value as T;
  }

  #recall<T>(name: string, madeFrom: readonly unknown[], work: () => T): T {
    const known = this.#memory.get(name);
    const same =
      known !== undefined &&
      known.madeFrom.length === madeFrom.length &&
      known.madeFrom.every((part, i) => part === madeFrom[i]);
    if (same) return known.value as T;
    const value = work();
    this.#memory.set(name, { madeFrom, value });
    return value;
  }
}

/** Figure → the groups of the index that it stands in. */
function listGroups({ fact, table }: Quantity): string[] {
  return [
    nameGroup('page', fact.page),
    ...(fact.metric === null ? [] : [nameGroup('metric', fact.metric)]),
    ...(table === null ? [] : [nameGroup('table', table)]),
  ];
}
