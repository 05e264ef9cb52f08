import { check } from '../../src/engine/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Reading } from '../../src/model/report.ts';
import type { RulePack } from '../../src/model/rule.ts';
import type { Planted, Slip } from './plant.ts';
import { plant, SLIPS } from './plant.ts';

/** Kinds of check that reckon with figures; a passing finding of the others names a sample of what it looked at. */
const RELATIONS = ['sum', 'equal', 'shares', 'ratio', 'change', 'footing', 'quotient', 'growth', 'implied', 'subset'];
/** Relations that say `no more than`: most slips leave them true. */
const INEQUALITIES: ReadonlySet<string> = new Set(['subset']);

/** What became of one planted error. */
export interface Outcome extends Pick<Planted, 'slip' | 'words'> {
  page: number;
  /** The equations that a changed figure stood in and that held before. */
  guards: string[];
  /**
   * Raised as error or warning with a changed figure in its evidence; `noted` only as worth a look; `lost`: an equation that held before is no
   * longer made, so that it could never fail; `hidden`: all of them hold with the wrong figure as well.
   */
  verdict: 'raised' | 'noted' | 'lost' | 'hidden';
  /** The rules that raised it, or those that lost it. */
  by: string[];
}

/** Reading → planted errors of every kind, `count` of each, half of them in figures that an equation guards, and what became of them. */
export function evaluate(reading: Reading, pack: RulePack, count: number, random: () => number): Outcome[] {
  const relations: RulePack = { ...pack, rules: pack.rules.filter(isArithmetic) };
  const before = check(reading, relations).findings;
  const guards = listGuards(before);
  const usable = reading.facts.filter((fact) => /[1-9]/.test(fact.number) && fact.qualifier === null);
  const guarded = usable.filter(({ id }) => guards.has(id));
  return SLIPS.flatMap((slip) =>
    Array.from({ length: count }, (_, i) => i).flatMap((i): Outcome[] => {
      const pool = i % 2 === 0 && guarded.length > 0 ? guarded : usable;
      const planted = plantSomewhere(reading, pool, slip, random);
      if (planted === null) return [];
      return [judge(planted, before, guards, check(planted.reading, relations).findings)];
    }),
  );
}

/** Kinds of check that look at figures. */
const ARITHMETIC: ReadonlySet<string> = new Set([
  ...RELATIONS,
  ...['convert', 'jump', 'rows', 'unit', 'period', 'contradiction'],
]);

function isArithmetic({ check: { kind } }: RulePack['rules'][number]): boolean {
  return ARITHMETIC.has(kind);
}

/** Figures → the equations that hold for them. */
function listGuards(findings: readonly Finding[]): Map<string, Finding[]> {
  const guards = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.outcome !== 'pass' || !RELATIONS.includes(finding.kind) || INEQUALITIES.has(finding.kind)) continue;
    for (const { factId } of finding.evidence) {
      if (factId !== null) guards.set(factId, [...(guards.get(factId) ?? []), finding]);
    }
  }
  return guards;
}

/** Figures tried before a kind of slip is given up for a report. */
const MOST_TRIES = 20;

function plantSomewhere(reading: Reading, pool: Reading['facts'], slip: Slip, random: () => number): Planted | null {
  for (let tries = 0; tries < MOST_TRIES && pool.length > 0; tries++) {
    const planted = plant(reading, pool[Math.floor(random() * pool.length)]!, slip, random);
    if (planted !== null) return planted;
  }
  return null;
}

function judge(
  { slip, words, changed, reading }: Planted,
  before: readonly Finding[],
  guards: ReadonlyMap<string, Finding[]>,
  after: readonly Finding[],
): Outcome {
  const ids = new Set(changed);
  const known = new Set(before.filter(({ outcome }) => outcome === 'fail').map(nameFinding));
  const holds = ({ evidence }: Finding) => evidence.some(({ factId }) => factId !== null && ids.has(factId));
  const raised = after.filter(
    (finding) => finding.outcome === 'fail' && holds(finding) && !known.has(nameFinding(finding)),
  );
  const serious = raised.filter(({ severity }) => severity !== 'info');
  const own = [...new Set(changed.flatMap((id) => guards.get(id) ?? []))];
  const decided = new Set(after.filter(({ outcome }) => outcome === 'pass').map(({ fingerprint }) => fingerprint));
  const lost = own.filter(({ fingerprint }) => !decided.has(fingerprint));
  const [verdict, by] =
    serious.length > 0
      ? (['raised', serious] as const)
      : raised.length > 0
        ? (['noted', raised] as const)
        : lost.length > 0
          ? (['lost', lost] as const)
          : (['hidden', own] as const);
  return {
    slip,
    words,
    page: reading.facts.find(({ id }) => ids.has(id))!.page,
    guards: own.map(({ rule }) => rule),
    verdict,
    by: [...new Set(by.map(({ rule }) => rule))],
  };
}

function nameFinding({ rule, severity, message }: Finding): string {
  return `${rule}|${severity}|${message}`;
}
