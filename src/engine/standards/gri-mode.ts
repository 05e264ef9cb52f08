import type { ReportingMode } from '../../model/matrix.ts';
import type { Reading } from '../../model/report.ts';
import type { Passage } from '../passages.ts';
import { listPassages } from '../passages.ts';

const GRI = /(?:\bthe\s+)?(?:Global Reporting Initiative|GRI)\b|全球[报報]告倡[议議]/i;
const ACCORDANCE =
  /\bin accordance (?:with|to)\b|(?:[遵依按]循|依[据據照]|按照|符合).{0,30}(?:GRI|全球[报報]告倡[议議])/i;
const REFERENCE =
  /\b(?:with|in|by) reference to\b|\bGRI[- ]referenced\b|(?:[参參]照|[参參]考).{0,30}(?:GRI|全球[报報]告倡[议議])/i;
const STATEMENT = /statement of use|使用[声聲]明/i;
/** Words between the claim and the name of the standards. In characters. */
const REACH = 60;

/** How the report says that it uses the GRI Standards, and where it says so. */
export interface GriUse {
  mode: ReportingMode;
  passage: Passage | null;
}

/** Reading → how it uses the GRI Standards. A statement of use outweighs other sentences; what contradicts itself is no answer. */
export function findGriUse(reading: Reading): GriUse {
  const passages = listPassages(reading).filter(({ text }) => GRI.test(text));
  const claims = passages.flatMap((passage) => {
    const mode = modeOf(passage.text);
    return mode === null ? [] : [{ mode, passage, states: STATEMENT.test(passage.text) }];
  });
  const statements = claims.filter(({ states }) => states);
  const telling = statements.length > 0 ? statements : claims;
  const modes = new Set(telling.map(({ mode }) => mode));
  return modes.size === 1 ? telling[0]! : { mode: null, passage: null };
}

function modeOf(text: string): ReportingMode {
  for (const [pattern, mode] of [
    [REFERENCE, 'with reference'],
    [ACCORDANCE, 'in accordance'],
  ] as const) {
    const match = pattern.exec(text);
    if (match && GRI.test(text.slice(match.index, match.index + match[0].length + REACH))) return mode;
  }
  return null;
}

/** The edition of GRI 2021 names GRI 1 as the foundation that was used. */
export function findGriOne(reading: Reading): Passage | null {
  return (
    listPassages(reading).find(
      ({ text }) => /\bGRI ?1(?![\d-])|GRI ?1[:：]/.test(text) && /foundation|基[础礎]/i.test(text),
    ) ?? null
  );
}
