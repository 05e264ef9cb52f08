import type { Comparison } from '../comparison.ts';
import { factEvidence } from '../finding.ts';
import type { CheckContext } from '../kind.ts';
import type { Passage } from '../passages.ts';
import { listPassages, quotePassage } from '../passages.ts';

/** Figures of fewer digits are the same by chance. */
const FEWEST_DIGITS = 4;
/** Characters between a name and its figure. */
const REACH = 80;
const NUMBER = /(?<![\p{L}\d.,])(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d{4,})(?:\.\d+)?(?![\d年])/gu;

/** Context and names of things that are not one another → figures that the text gives to one and a table to another. */
export function compareNames(context: CheckContext, sets: readonly (readonly string[])[]): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  const tabled = context.index.all.filter(
    ({ table, fact }) => table !== null && digitsOf(fact.number).length >= FEWEST_DIGITS,
  );
  for (const names of sets) {
    // Corrections of figures leave the text as it is.
    const named = context.remember(`figures named ${names.join('|')}`, [], () => findNamed(context, names));
    for (const { name, number, evidence } of named) {
      const figures = tabled.filter(({ fact }) => digitsOf(fact.number) === number);
      const own = figures.find(({ fact }) => nameIn(fact.label, names) === name);
      const other = figures.find(({ fact }) => nameIn(fact.label, names) !== null);
      if (own !== undefined) comparison.agreeing.push(factEvidence(own.fact, 'value'));
      else if (other !== undefined) {
        comparison.mismatches.push({
          first: `${other.fact.label} ${other.fact.raw}`,
          second: evidence[0]!.raw,
          firstPages: [other.fact.page],
          secondPages: [evidence[0]!.page],
          evidence: [factEvidence(other.fact, 'value'), ...evidence],
        });
      }
    }
  }
  return comparison;
}

/** The one of the names that stands in the words; null when none or several do. */
function nameIn(words: string, names: readonly string[]): string | null {
  const found = names.filter((name) => words.toLowerCase().includes(name.toLowerCase()));
  return found.length === 1 ? found[0]! : null;
}

interface Named {
  name: string;
  number: string;
  evidence: Comparison['agreeing'];
}

/** Names in running text with the first figure after them, in the same sentence, over the end of a block as well. */
function findNamed({ reading }: CheckContext, names: readonly string[]): Named[] {
  const passages = listPassages(reading).filter(({ kind }) => kind === 'paragraph');
  return passages.flatMap((passage, i) => {
    const goesOn = !/[.。!?;；:：]\s*$/.test(passage.text);
    // A footnote mark between two lines may be read as a passage of its own.
    const next = passages.slice(i + 1).find(({ text }) => !/^\d{1,2}$/.test(text));
    return names.flatMap((name): Named[] => {
      const at = passage.text.toLowerCase().lastIndexOf(name.toLowerCase());
      if (at < 0) return [];
      const tail = passage.text.slice(at + name.length);
      const sentence = (tail + (goesOn && next?.page === passage.page ? ` ${next.text}` : ''))
        .slice(0, REACH)
        .split(/[.。](?=\s|$)/)[0]!;
      const [figure] = sentence.matchAll(NUMBER);
      if (figure === undefined || nameIn(sentence, names) !== null) return [];
      const number = digitsOf(figure[0]);
      const inNext = figure.index > tail.length;
      const evidence = [quoteName(passage, at, name), ...(inNext ? [quoteFigure(next!, figure[0])] : [])];
      return number.length < FEWEST_DIGITS ? [] : [{ name, number, evidence }];
    });
  });
}

function quoteName(passage: Passage, at: number, name: string): Comparison['agreeing'][number] {
  const before = /\p{L}+ $/u.exec(passage.text.slice(0, at))?.[0].length ?? 0;
  return quotePassage(passage, 'statement', at - before, at + name.length);
}

function quoteFigure(passage: Passage, figure: string): Comparison['agreeing'][number] {
  const at = Math.max(0, passage.text.indexOf(figure));
  return quotePassage(passage, 'statement', at, at + figure.length);
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '');
}
