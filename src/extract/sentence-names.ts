/** Who may be the reporting company itself in a sentence. */
const SELF =
  /^(?:(?:we|our (?:company|group|bank|operations|business(?:es)?)|it|(?:the )?(?:\w+ )?(?:company|group|bank|organi[sz]ation))\b|$)/i;
/** A sentence's verb → the noun phrase by which a table would name the figure; `%` stands for the object. */
const DEEDS: [verb: RegExp, object: RegExp, name: string][] = [
  [/^(?:consum|us)(?:e|ed|ing)$/i, /./, '% consumption'],
  [/^(?:generat|produc)(?:e|ed|ing)$/i, /waste/i, '% generated'],
  [/^withdr[ae]wn?$/i, /./, '% withdrawal'],
  [/^discharg(?:e|ed|ing)$/i, /./, '% discharge'],
  [/^emit(?:ted)?$/i, /./, '% emissions'],
  [/^recycl(?:e|ed|ing)$/i, /waste|water/i, '% recycled'],
  [/^purchas(?:e|ed|ing)$/i, /electricity|heat|steam|energy|carbon credits/i, 'purchased %'],
  [/^secured?$/i, /carbon credits/i, '%'],
  [
    /^(?:hir|recruit|onboard|welcom)(?:e|ed|ing)?$/i,
    /^(?:new )?(?:employees|people|staff|colleagues|hires)$/i,
    'new hires',
  ],
  [/^(?:engag|work)(?:e|ed)(?: with)?$/i, /^suppliers$/i, 'number of suppliers'],
  [/^donat(?:e|ed|ing)$/i, /^(?!.*\b(?:meals|items|blood)\b)/i, 'donations'],
  [/^(?:invest(?:ed|ing)?|spent|spend)$/i, /./, 'investment in %'],
  [/^(?:paid|pay)$/i, /tax/i, 'tax paid'],
  [/^(?:paid|pay)$/i, /dividend/i, 'dividends paid'],
  [/^(?:held|convened)$/i, /meetings$/i, '% held'],
  [/^(?:contribut|provid)(?:e|ed)$|^gave$/i, /^(?:donations?|community (?:investments?|contributions?))$/i, '%'],
  [/^dispos(?:e|ed|ing)(?: of)?$/i, /waste/i, '% disposed'],
  [/^fined$/i, /^/, 'fines'],
];

/** `we consumed` + `of electricity` → `electricity consumption`; null when somebody else did it, or nothing known. */
export function nameOfDeed(words: string, verb: string, object: string, entity: readonly string[]): string | null {
  const passive = /^\s*(?:was|were)\s+(\w+)/.exec(verb)?.[1];
  const done = passive ?? (verb === '' ? '' : verb);
  const who = words
    .slice(0, words.lastIndexOf(verb))
    .replace(/\b(?:has|have|had|was|were|been|also|further|jointly|successfully|to)\b/gi, ' ')
    .trim();
  const isSelf = SELF.test(who) || entity.some((name) => name === who.toLowerCase());
  if (passive === undefined && !isSelf) return trained(verb, object);
  const bare = object.replace(/^(?:(?:of|in|on|for|to|into|as)\s+)?(?:(?:the|our|its)\s+)?/i, '').trim();
  // A gift to somebody named is one of several.
  if (/^donat/i.test(done) && /[A-Z\d]|\bnon-/.test(bare)) return null;
  const found = DEEDS.find(([pattern, of]) => pattern.test(done) && of.test(bare));
  return found === undefined ? trained(verb, object) : found[2].replace('%', bare).trim();
}

/** `employees` + `received anti-corruption training` → the same words as one name. */
function trained(verb: string, object: string): string | null {
  const training =
    /^\s*(?:who )?(?:have |had )?(?:received|completed|attended|participated in)((?: [\w-]+){0,3} training)\b/i.exec(
      verb,
    )?.[1];
  return training !== undefined && /(?:employees|staff)$/i.test(object) ? `employees who received${training}` : null;
}

const ALL_EMPLOYEES =
  /^(?:the |our |its )?(?:total |overall |entire |global |all )*(?:workforce|employees|staff|headcount)$/i;
const ALL_MANAGERS =
  /^(?:the |our |its )?(?:total |overall |all )*(?:management|managers|management (?:positions|roles))$/i;
const ALL_DIRECTORS =
  /^(?:the |our |its )?(?:total |overall |all )*(?:board(?: of directors)?|directors|board members)$/i;

/** Suppliers of the place: `local suppliers`, `Harbour-based suppliers`, `suppliers were Harbour-based`. */
const LOCAL_SUPPLIERS = /^(?=.*\bsuppliers?\b)(?=.*\b(?:local(?:ly)?|domestic|\w+-based)\b)/i;
const SPENDING = /\b(?:procurement|purchas\w+|spend(?:ing)?|sourcing)\b/i;

/** Part and whole → the name of the share: `Women` of `our workforce` is the percentage of female employees. */
export function nameOfShare(part: string, whole: string): string {
  if (LOCAL_SUPPLIERS.test(part) && SPENDING.test(whole)) return 'percentage of spending on local suppliers';
  if (/^(?:women|female(?:s| employees| staff)?)$/i.test(part.trim())) {
    if (ALL_EMPLOYEES.test(whole)) return 'percentage of female employees';
    if (ALL_MANAGERS.test(whole)) return 'percentage of female managers';
    if (ALL_DIRECTORS.test(whole)) return 'percentage of female directors';
  }
  return `${part} as a percentage of ${whole}`;
}
