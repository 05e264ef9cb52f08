import { makeReadable } from './readable-text.ts';

/** Legal forms that end a company's name. */
const ENGLISH_COMPANY =
  /\b((?:[A-Z0-9][\w&.’'-]*,? ){1,5}?)(?:Co(?:mpany|rporation|rp)?\.?,? )?(Limited|Ltd\b\.?|Inc\b\.?|Corporation|Corp\b\.?|Company|Co\.|PLC|plc|AG|SE|N\.?V\.?|S\.?A\.?|Group|Holdings?|Berhad|Bhd|Bank)(?![A-Za-z])/g;
const CHINESE_COMPANY = /([\u4e00-\u9fff]{2,14}?)(?:集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|株式会社)/g;
/** The short name that a report gives itself: （以下简称“某某”）, (“Acme” or the “Company”). */
const CHINESE_SHORT = /(?:以下)?(?:简称|称)(?:为)?[:：]?["“”「『]([\u4e00-\u9fffA-Za-z0-9]{2,10})["“”」』]/g;
const ENGLISH_SHORT = /\((?:hereinafter |hereafter )?(?:referred to as |the )?["“]([A-Z0-9][\w& .-]{1,24})["”]/g;
const COMMON =
  /^(?:the |our |this )?(?:group|company|bank|corporation|board|report|we|us|our|parent|listed|holding|limited|investment|annual|sustainability|esg|committee|audit|global|international|subsidiary|业绩|股份|有限|公司|本公司|集团|本集团|本行|我们|报告|本报告|该公司|子公司|分公司|附属)$/i;
/** Words of file names that are no company. */
const NO_NAME =
  /^(?:esg|csr|sustainability|sustainable|environmental|social|governance|annual|integrated|report|reports|reporting|data|index|gri|sasb|tcfd|supplement|databook|final|full|web|en|eng|english|zh|cn|tw|hk|ja|hans|hant|de|the|and|of|group|limited|ltd|inc|corp|ag|plc|co|company|bank|v\d+|\d+|fy\d+)$/i;

/** Fewest times that a name stands in the texts for it to be the reporting company's. */
const FEWEST_MENTIONS = 3;
/** Most names kept: the full name, the short one, the Chinese one, and a spelling of each. */
const MOST_NAMES = 6;

/**
 * First pages and running heads, and the file's name → the names by which the reporting company is called,
 * lower case, longest first. Other companies (auditors, subsidiaries) are mentioned less often.
 */
export function findEntityNames(texts: readonly string[], fileName?: string): string[] {
  const all = texts.map((text) => makeReadable(text).text).join('\n');
  const counts = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    const clean = name
      .replace(/^(?:the|at|in|of|and|by|about|our) /i, '')
      .replace(/[\s,.]+$/, '')
      .trim();
    if (clean.length < 2 || COMMON.test(clean) || /^[\d.]+$/.test(clean)) return;
    counts.set(clean, (counts.get(clean) ?? 0) + weight);
  };
  for (const match of all.matchAll(ENGLISH_COMPANY)) add(match[1] ?? '', 1);
  for (const match of all.matchAll(CHINESE_COMPANY)) add(match[1] ?? '', 1);
  for (const pattern of [CHINESE_SHORT, ENGLISH_SHORT]) {
    for (const match of all.matchAll(pattern)) add(match[1] ?? '', 2);
  }
  const words = (fileName ?? '').replace(/\.\w+$/, '').split(/[\s_().,-]+/);
  for (const [i, word] of words.entries()) {
    if (word.length < 2 || NO_NAME.test(word)) continue;
    add(word, 2);
    const next = words[i + 1] ?? '';
    if (next.length > 1 && !/^\d/.test(next)) add(`${word} ${next}`, 0);
  }
  const lower = all.toLowerCase();
  const isName = (name: string): boolean =>
    /\s|[^\x20-\x7e]/.test(name) || isProperNoun(all, lower, name.toLowerCase());
  const ranked = [...counts.keys()]
    .filter(isName)
    .map((name) => ({ name: name.toLowerCase(), score: mentions(lower, name.toLowerCase()) + (counts.get(name) ?? 0) }))
    .filter(({ score }) => score >= FEWEST_MENTIONS)
    .sort((a, b) => b.score - a.score);
  // Names mentioned far less than the first are those of others.
  const most = ranked[0]?.score ?? 0;
  const own = ranked.filter(({ score }) => score * 3 >= most).slice(0, MOST_NAMES);
  return [...new Set(own.map(({ name }) => name))].sort((a, b) => b.length - a.length);
}

/** Share of a single word's mentions that must be capitalised; `gas` of “Northern Gas” is an ordinary word as well. */
const PROPER_SHARE = 0.9;

/** Whether a single word is nearly always written with a capital. */
function isProperNoun(text: string, lower: string, word: string): boolean {
  let capital = 0;
  let count = 0;
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
    if (/[a-z]/.test(lower.charAt(at - 1)) || /[a-z]/.test(lower.charAt(at + word.length))) continue;
    count++;
    if (/[A-Z\d]/.test(text.charAt(at))) capital++;
  }
  return count > 0 && capital >= count * PROPER_SHARE;
}

/** How often a name stands in a text, as whole words. */
function mentions(text: string, name: string): number {
  const han = /[\u4e00-\u9fff]/.test(name);
  let count = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const touches = /[a-z0-9]/.test(text.charAt(at - 1)) || /[a-z0-9]/.test(text.charAt(at + name.length));
    if (han || !touches) count++;
  }
  return count;
}
