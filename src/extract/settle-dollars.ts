import type { Fact } from '../model/fact.ts';

/** How reports write dollars that are not those of the United States, by their code. */
const DOLLARS: [code: string, written: RegExp][] = [
  ['SGD', /(?<![A-Za-z])S\$|\bSGD\b|Singapore dollars?/g],
  ['HKD', /(?<![A-Za-z])HK\$|\bHKD\b|Hong Kong dollars?|港[币幣元]/g],
  ['TWD', /(?<![A-Za-z])NT\$|\bTWD\b|New Taiwan dollars?|新[台臺][币幣]/g],
  ['AUD', /(?<![A-Za-z])A\$|\bAUD\b|Australian dollars?/g],
  ['CAD', /(?<![A-Za-z])C\$|\bCAD\b|Canadian dollars?/g],
  ['NZD', /(?<![A-Za-z])NZ\$|\bNZD\b|New Zealand dollars?/g],
];
const OWN_OF_US = /US\$|\bUSD\b|U\.?S\.? dollars?|美[元金]/g;
/** A report names its dollars at least so often before a bare `$` is taken for them. */
const MIN_NAMED = 3;

/**
 * Facts of a report → the same, with a bare `$` read as the dollar that the report names elsewhere: at least three
 * times, and more often than that of the United States.
 * @param texts all that the report says
 * @param knows whether a currency is in the vocabulary
 */
export function settleDollars(
  facts: readonly Fact[],
  texts: readonly string[],
  knows: (currency: string) => boolean,
): Fact[] {
  if (!facts.some(isBare)) return [...facts];
  const named = (pattern: RegExp): number => texts.reduce((n, text) => n + (text.match(pattern)?.length ?? 0), 0);
  const [code, count] = DOLLARS.map(([currency, written]) => [currency, named(written)] as const).reduce((a, b) =>
    b[1] > a[1] ? b : a,
  );
  if (count < MIN_NAMED || count <= named(OWN_OF_US) || !knows(code)) return [...facts];
  return facts.map((fact) => (isBare(fact) ? { ...fact, unit: code } : fact));
}

/** A figure in dollars whose print does not say which. */
const isBare = ({ unit, unitRaw }: Fact): boolean =>
  unit === 'USD' && unitRaw !== null && /^\$|^['’]?000 ?\$|\bin \$/.test(unitRaw);
