import type { IndexEntry } from '../../model/fact.ts';
import type { ObsoleteCodes, Requirement, Standard } from '../../model/rule.ts';
import { readCodes } from '../../extract/index-codes.ts';
import { compareTitles, plainTitle } from '../section-titles.ts';
import { codeOf, namesPart } from './judge.ts';

/** Codes of one edition that the report should no longer use, with the rows that use them. */
export interface ObsoleteUse {
  obsolete: ObsoleteCodes;
  entries: IndexEntry[];
}

/** Standard, its index rows and the year reported → rows of editions that no longer held when such a report could first be published. */
export function findObsolete(standard: Standard, entries: readonly IndexEntry[], year: string | null): ObsoleteUse[] {
  const reported = /^\d{4}/.exec(year ?? '')?.[0];
  if (reported === undefined) return [];
  return standard.obsolete.flatMap((obsolete) => {
    // A report on a year that itself ends after the edition did is published after it, whatever its financial year.
    if (Number(reported) <= Number(obsolete.until.slice(0, 4))) return [];
    const codes = spellOut(obsolete.codes, standard.family);
    const used = entries.filter((entry) => codes.has(entry.code));
    return used.length > 0 ? [{ obsolete, entries: used }] : [];
  });
}

/** `102-1 to 102-56` → every code of it. */
function spellOut(codes: readonly string[], family: string): Set<string> {
  return new Set(
    codes.flatMap((text) => {
      const range = /^(\d+)-(\d+) to \1-(\d+)$/.exec(text);
      if (range === null) return [text, ...readCodes(text, family).map(({ code }) => code)];
      const [, part, from, to] = range.map(Number) as [number, number, number, number];
      return Array.from({ length: to - from + 1 }, (_, i) => `${part}-${from + i}`);
    }),
  );
}

/** Topic Standards that come into force later, and Sector Standards: their codes exist though the list lacks them. */
const OTHER_GRI = /^(?:10[1-3]|1[1-4])-/;

/** Rows whose code no edition of the standard has. Only for standards whose list is complete, and rows that hold one code each. */
export function findUnknown(standard: Standard, entries: readonly IndexEntry[]): IndexEntry[] {
  if (standard.family === 'IFRS S2') return findUnknownParagraphs(standard, entries);
  if (standard.family !== 'GRI') return [];
  const known = new Set([
    ...standard.requirements.flatMap(({ codes }) => codes),
    ...standard.obsolete.flatMap(({ codes }) => [...spellOut(codes, standard.family)]),
  ]);
  return entries.filter(({ code }) => code.includes('-') && !known.has(code) && !OTHER_GRI.test(code));
}

/** Rows that name a paragraph which is neither one of the standard's, nor a part of one, nor holds one. */
function findUnknownParagraphs(standard: Standard, entries: readonly IndexEntry[]): IndexEntry[] {
  const known = [...standard.requirements.flatMap(({ codes }) => codes), ...spellOut(standard.others, standard.family)];
  return entries.filter((entry) => !known.some((code) => namesPart(code, entry.code)));
}

/** A row with another requirement's title. */
export interface WrongCode {
  entry: IndexEntry;
  own: Requirement;
  meant: Requirement;
}

/** A title alike by this share of its letters is that title; one alike by less than the other share is another. */
export const SAME_TITLE = 0.85;
export const OTHER_TITLE = 0.5;
/** A shorter title is shared by too many. In letters; ideographs say twice as much. */
const SHORTEST_TITLE = 14;

/** Rows whose title is, nearly to the letter, the title of another code of the standard. */
export function findWrongCodes(standard: Standard, entries: readonly IndexEntry[]): WrongCode[] {
  const titles = standard.requirements.map((requirement) => ({
    requirement,
    plain: [requirement.title.en, requirement.title.zh, ...requirement.aliases].map(plainTitle),
  }));
  const perRow = Map.groupBy(entries, ({ page, box }) => `${page} ${box.join(' ')}`);
  return entries.flatMap((entry) => {
    // A row with several codes has the title of one of them.
    if (perRow.get(`${entry.page} ${entry.box.join(' ')}`)!.length > 1) return [];
    const title = plainTitle(entry.title);
    const weight = title.length + (title.match(/\p{Script=Han}/gu)?.length ?? 0);
    const own = standard.requirements.find(({ codes }) => codes.includes(codeOf(entry)));
    if (own === undefined || weight < SHORTEST_TITLE) return [];
    const likeness = (plains: readonly string[]): number =>
      Math.max(...plains.map((plain) => compareTitles(plain, title)));
    const ranked = titles
      .map(({ requirement, plain }) => ({ requirement, like: likeness(plain) }))
      .sort((a, b) => b.like - a.like);
    const best = ranked[0]!;
    const ownLike = ranked.find(({ requirement }) => requirement === own)!.like;
    return best.requirement !== own && best.like >= SAME_TITLE && ownLike < OTHER_TITLE
      ? [{ entry, own, meant: best.requirement }]
      : [];
  });
}
