import type { FoundLabel } from './figure-place.ts';

/** What parts the names of a list. */
export const NAME_BREAK = /\s*[,，]\s*(?:and|&)\s+|\s*[,，、]\s*|\s+(?:and|&|as well as)\s+|以及|[和与與及]/;
/** More names than this before a list are no list. */
const MOST_NAMES = 8;

/** The names in a subject; what stands once for all of them (`Scope 1 and Scope 2 emissions`) goes to each. */
export function namesIn(subject: FoundLabel, count: number): FoundLabel[] | null {
  const parts = subject.text.split(NAME_BREAK).map((p) => p.trim());
  if (parts.length !== count || count > MOST_NAMES || parts.some((p) => p === '')) return null;
  const shared = sharedWords(parts);
  return parts.map((part, i) => {
    const head = i === 0 ? '' : shared.before;
    const foot = i === count - 1 ? '' : shared.after;
    const text = `${part.startsWith(head) ? '' : head}${part}${part.endsWith(foot) ? '' : foot}`;
    return { ...subject, text, kind: 'names' };
  });
}

/** Words that set two parts of one thing against each other. */
const OPPOSITES =
  /^(?:(?:fe)?male|(?:wo)?men|(?:in)?direct|(?:non-?)?hazardous|(?:non-?)?renewable|(?:location|market)[- ]based|upstream|downstream|domestic|overseas|local|foreign|internal|external|permanent|temporary|full-time|part-time|junior|middle|senior|executive|non-executive|男性?|女性?|男女|直接|间接|有害|无害|危险|一般|境内|境外|国内|国外|海外|执行|非执行|基层|中层|高层|全职|兼职|本地|外地)/i;

/** What the first name has before, and the last after, the words that their list sets against each other. */
function sharedWords(parts: readonly string[]): { before: string; after: string } {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const contrast = findContrast(first, last);
  if (contrast === null) return { before: '', after: '' };
  return { before: first.slice(0, contrast.first), after: last.slice(contrast.last) };
}

/** Where the set-apart word begins in the first name, and ends in the last: `Scope 1` / `Scope 2`, 男性 / 女性. */
function findContrast(first: string, last: string): { first: number; last: number } | null {
  const numbered = /^(\p{L}+) ?([1-9一二三四五])(?!\d)/u.exec(last);
  if (numbered !== null) {
    const at = first.search(new RegExp(`${numbered[1]!} ?[1-9一二三四五](?!\\d)`, 'u'));
    return at < 0 ? null : { first: at, last: numbered[0].length };
  }
  const end = OPPOSITES.exec(last)?.[0].length;
  if (end === undefined) return null;
  const starts = [...first.matchAll(/(?<![\p{L}])\p{L}|[\u4e00-\u9fff]/gu)].map((m) => m.index);
  const at = starts.find((i) => OPPOSITES.test(first.slice(i)));
  return at === undefined ? null : { first: at, last: end };
}
