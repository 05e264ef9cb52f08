import type { Standard } from '../../model/rule.ts';
import type { Reading } from '../../model/report.ts';
import type { Passage } from '../passages.ts';
import { listPassages } from '../passages.ts';
import { findGriUse } from './gri-mode.ts';

/** A sentence by which a report says that it follows a standard. */
export interface Claim {
  passage: Passage;
  /** Whether it promises the whole standard, and not parts of it. */
  whole: boolean;
}

const WHOLE =
  /\b(?:in (?:full )?(?:accordance|compliance) with|compl(?:y|ies|ied) with)\b|[遵依按]循|依[据據照]|按照|[严嚴]格|符合/i;
const PARTLY =
  /\b(?:in line with|with reference to|pursuant to|based on|following|aligned (?:with|to)|according to)\b|根[据據]|[参參]照|[参參]考/i;
/** What is prepared so must be the report, not a policy or a calculation. */
const REPORT = /\b(?:report|statement|disclos)|[报報]告|披露|揭露/i;
/** Words between the claim and the name of the standard. In characters. */
const REACH = 80;

/** Standard and reading → the sentence that claims to follow it; null when none does. */
export function findClaim(standard: Standard, reading: Reading): Claim | null {
  if (standard.family === 'GRI') {
    const { mode, passage } = findGriUse(reading);
    return passage === null ? null : { passage, whole: mode === 'in accordance' };
  }
  const claims = listPassages(reading).flatMap((passage): Claim[] => {
    const { text, kind } = passage;
    if (kind === 'cell' || !REPORT.test(text)) return [];
    const at = Math.min(...standard.names.map((name) => text.indexOf(name)).filter((each) => each >= 0));
    if (at === Infinity) return [];
    const before = text.slice(Math.max(0, at - REACH), at);
    const [whole, partly] = [endOfLast(before, WHOLE), endOfLast(before, PARTLY)];
    // “Complies with the rules, which are based on …”: the nearer words are about the name.
    return whole < 0 && partly < 0 ? [] : [{ passage, whole: whole > partly }];
  });
  return claims.find(({ whole }) => whole) ?? claims[0] ?? null;
}

/** Where the last match ends; -1 when there is none. */
const endOfLast = (text: string, pattern: RegExp): number =>
  Math.max(-1, ...[...text.matchAll(new RegExp(pattern, 'gi'))].map((m) => m.index + m[0].length));

const INDEX = /\b(?:content|disclosure)? ?(?:index|indices)\b|cross-reference table|索引|[对對]照表|[对對][标標]表/i;

/** Does a sentence or title speak of an index of the standard, which then stands elsewhere or was not read? */
export function speaksOfIndex({ family, names }: Standard, reading: Reading): boolean {
  const known = [family, ...names];
  return listPassages(reading).some(({ text }) => INDEX.test(text) && known.some((name) => text.includes(name)));
}
