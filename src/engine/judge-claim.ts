import type { Claim } from '../model/fact.ts';
import type { Message, Severity } from '../model/rule.ts';
import { milder, readingDoubts, stepDown, SURE_METRIC_SCORE } from './finding.ts';
import { canMeet } from './interval.ts';
import type { Movement } from './movement.ts';
import { claimedSize, isSmallerThan, sizeOf } from './movement.ts';
import { looseInterval } from './quantity.ts';
import type { UnitLookup } from './quantity.ts';

/** Whether a claim stands up to the figures, how serious it is when not, and why, in words that follow “but”. */
export interface Verdict {
  holds: boolean;
  severity: Severity;
  words: Message;
  doubts: string[];
}

/** In percent: a smaller step the wrong way contradicts “rose” or “fell” in words only. */
const BARE_CHANGE = '1';

/** In percent: “unchanged” and “under control” cover moves up to this; beyond it a reader would call it a rise or a fall. */
const STEADY = '10';

/** “Effectively controlled” is broken only by a rise; “unchanged” by a move either way. */
const CONTROL_WORDS = /control|curb|contain|控制/i;

const SIGN = { up: 1, down: -1, flat: 0 } as const;

/** Claim and movement → verdict. `worst` is the rule's severity, kept for a direction that is surely the wrong way round. */
export function judgeClaim(worst: Severity, claim: Claim, movement: Movement, units: UnitLookup): Verdict {
  const doubts = [...claim.doubts, ...readingDoubts([movement.before.fact, movement.after.fact])];
  if (movement.before.table !== movement.after.table) doubts.push('The two figures stand in different tables.');
  const sure = claim.metricScore >= SURE_METRIC_SCORE && doubts.length === 0;
  if (claim.metricScore < SURE_METRIC_SCORE) doubts.push('The sentence may speak of something else than the figures.');
  const fail = (severity: Severity, words: Message): Verdict => ({
    holds: false,
    severity: sure ? severity : stepDown(severity),
    words,
    doubts,
  });
  if (claim.direction === 'flat') {
    const broken = CONTROL_WORDS.test(claim.raw) ? movement.direction > 0 : movement.direction !== 0;
    return broken && !isSmallerThan(movement, STEADY) ? fail('warning', NOT_STEADY) : HOLDS(worst, doubts);
  }
  const opposite = movement.direction === -SIGN[claim.direction];
  const sized = compareSize(claim, movement, units);
  if (opposite) {
    if (sized === 'equal') return fail(worst, OTHER_WAY_SAME_SIZE);
    return fail(isSmallerThan(movement, BARE_CHANGE) ? 'info' : milder(worst, 'warning'), OTHER_WAY);
  }
  if (sized === 'different') {
    if (claim.magnitudeKind === 'percent' && fitsAsPoints(claim, movement, units))
      return fail('info', POINTS_NOT_PERCENT);
    return fail(milder(worst, 'warning'), OTHER_SIZE);
  }
  if (sized === 'cutOff') {
    doubts.push('The size is right if it was cut off instead of rounded.');
    return fail('info', OTHER_SIZE);
  }
  if (claim.strength === 'strong' && claim.magnitude === null && isSmallerThan(movement, BARE_CHANGE)) {
    return fail('info', BARELY_MOVED);
  }
  return HOLDS(worst, doubts);
}

function HOLDS(severity: Severity, doubts: string[]): Verdict {
  return { holds: true, severity, words: { en: '', zh: '' }, doubts };
}

type SizeComparison = 'unstated' | 'equal' | 'cutOff' | 'different';

function compareSize(claim: Claim, movement: Movement, units: UnitLookup): SizeComparison {
  if (claim.magnitudeKind === null) return 'unstated';
  const stated = claimedSize(claim, units, 'rounded');
  const shown = sizeOf(movement, claim.magnitudeKind, ({ interval }) => interval);
  if (stated === null || shown === null) return 'unstated';
  if (canMeet(stated, shown)) return 'equal';
  const loose = claimedSize(claim, units, 'roundedOrTruncated');
  const looseShown = sizeOf(movement, claim.magnitudeKind, looseInterval);
  return loose !== null && looseShown !== null && canMeet(loose, looseShown) ? 'cutOff' : 'different';
}

/** “Fell 2.4 %” of a rate that fell by 2.4 points. */
function fitsAsPoints(claim: Claim, movement: Movement, units: UnitLookup): boolean {
  if (movement.after.dimension !== 'ratio') return false;
  const stated = claimedSize(claim, units, 'rounded');
  const points = sizeOf(movement, 'points', ({ interval }) => interval);
  return stated !== null && points !== null && canMeet(stated, points);
}

const OTHER_WAY_SAME_SIZE: Message = {
  en: 'the size is right and the direction is the wrong way round',
  zh: '幅度一致而方向相反',
};
const OTHER_WAY: Message = { en: 'they moved the other way', zh: '数据变动方向与表述相反' };
const OTHER_SIZE: Message = { en: 'the size is another', zh: '变动幅度与表述不一致' };
const POINTS_NOT_PERCENT: Message = {
  en: 'the size is that of percentage points, not of percent',
  zh: '该幅度应为百分点而非百分比',
};
const NOT_STEADY: Message = { en: 'that is no steady course', zh: '变动幅度与“稳定”或“得到控制”的表述不符' };
const BARELY_MOVED: Message = { en: 'they hardly moved', zh: '数据几乎没有变动' };
