import type { UnitDefinition } from '../model/rule.ts';
import { makeReadable } from './readable-text.ts';

/** A unit as printed somewhere in a text. Offsets are those of the original string. */
export interface UnitReading {
  /** Canonical id: `t`, `CNY`, `tCO2e/CNY`; a denominator that nobody lists keeps its words: `kWh/phw`. */
  unit: string;
  /** Decimal string: a number in the printed unit times `scale` is in `unit`. */
  scale: string;
  raw: string;
  dimension: string;
  start: number;
  end: number;
  /** A word of the label only implies it (`hours worked`, 占比), which a heading over other rows does not do. */
  implied?: true;
}

/** One printed spelling of a unit. */
interface SpelledUnit {
  /** Letters exactly as the vocabulary prints them, without spaces, hyphens and dots. */
  spelling: string;
  /** Whether it may be printed with spaces inside: `tCO2 e` may, `INR` may not (`in R&D`). */
  spaced: boolean;
  unit: UnitDefinition;
}

interface TrieNode {
  next: Map<string, TrieNode>;
  spelled: SpelledUnit[];
}

/** A unit name found in a text, as offsets of that text. */
export interface FoundName {
  unit: UnitDefinition;
  end: number;
}

/** All spellings of all units, searched letter by letter. */
export type UnitNames = TrieNode;

const SKIPPED = /[ .·•_-]/;
const LATIN = /[A-Za-z]/;
/** Latin names up to this many letters (`t`, `ML`, `R`) count only in their exact case: `ml` is no `ML`. */
const EXACT_CASE_LETTERS = 2;

/** Chinese measure words that begin an ordinary word when one of these follows. */
const BEGINS_A_WORD: Record<string, string> = {
  人: '才民口均力类工次大身',
  项: '目',
  个: '人别性股',
  家: '庭具属',
  分: '别布为析享公支级类子',
  名: '称单义录',
  元: '宝器素',
  场: '所地景',
  日: '常本益前',
  年: '度底初末内均',
  度: '假过量',
  起: '来草诉',
  台: '湾',
  条: '款件例',
  位: '于置列居',
  方: '面案式法向',
  升: '级至',
  批: '准评',
  所: '有在属',
  座: '谈',
  户: '外',
  例: '如',
  天: '然津',
  只: '有',
  次: '性',
  件: '事',
  克: '服',
  张: '家',
  米: '其',
  门: '店诊户槛类',
  股: '东份本权票',
  堂: '食',
  档: '案次',
  届: '时',
};

/** Name → the letters that the search compares: readable, without spaces, hyphens and dots. */
function squeeze(name: string): string {
  return [...makeReadable(name).text].filter((char) => !SKIPPED.test(char)).join('');
}

/** Unit definitions → a search tree of their names. */
export function buildUnitNames(definitions: readonly UnitDefinition[]): UnitNames {
  const root: TrieNode = { next: new Map(), spelled: [] };
  for (const unit of definitions) {
    for (const name of new Set([unit.id, ...unit.names])) {
      const spelling = squeeze(name);
      let node = root;
      for (const char of spelling.toLowerCase()) {
        const child: TrieNode = node.next.get(char) ?? { next: new Map(), spelled: [] };
        node.next.set(char, child);
        node = child;
      }
      const spaced = /[\s\d-]|[^\x20-\x7e]/.test(name);
      if (!node.spelled.some((s) => s.spelling === spelling)) node.spelled.push({ spelling, spaced, unit });
    }
  }
  return root;
}

/** The longest unit name that starts at `start` of a readable text and ends at a word's end; null when there is none. */
export function findNameAt(names: UnitNames, text: string, start: number): FoundName | null {
  let node = names;
  let best: FoundName | null = null;
  let letters = '';
  let skipped = 0;
  let spaced = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (SKIPPED.test(char)) {
      // Names are printed with at most two such characters in a row (`t CO2 - e`).
      if (letters === '' || ++skipped > 2) break;
      if (char === ' ') spaced = true;
      continue;
    }
    const child = node.next.get(char.toLowerCase());
    if (child === undefined) break;
    skipped = 0;
    node = child;
    letters += char;
    const unit = unitSpelled(node.spelled, letters, spaced);
    if (unit !== null && endsWord(text, at)) best = { unit, end: at + 1 };
  }
  return best;
}

/** The unit that these letters spell, in exact case first. */
function unitSpelled(all: readonly SpelledUnit[], letters: string, spaced: boolean): UnitDefinition | null {
  const spelled = spaced ? all.filter((s) => s.spaced) : all;
  const exact = spelled.find((s) => s.spelling === letters);
  if (exact !== undefined) return exact.unit;
  const needsCase = LATIN.test(letters) && letters.length <= EXACT_CASE_LETTERS;
  return needsCase ? null : (spelled[0]?.unit ?? null);
}

/** Whether a name whose last character is at `at` ends there, and is not the beginning of a longer word. */
function endsWord(text: string, at: number): boolean {
  const last = text.charAt(at);
  const next = text.charAt(at + 1);
  if (LATIN.test(last)) return !LATIN.test(next);
  return !(BEGINS_A_WORD[last] ?? '').includes(next) || next === '';
}
