import { findPage } from '../fact-index.ts';
import type { Footing } from '../footing/find.ts';
import type { Line } from '../footing/grid.ts';
import { hasOneSlip } from '../footing/slip.ts';
import type { Sum } from '../footing/trial.ts';
import { addAt } from '../footing/trial.ts';
import { groupBy } from '../fact-index.ts';
import { Exact, lastDigitUnit } from '../interval.ts';
import type { CheckContext } from '../kind.ts';
import { listWords, shareOfWords } from '../label-words.ts';
import type { Quantity } from '../quantity.ts';
import type { Item, ProsePage } from './items.ts';
import { areAddable, listProse } from './items.ts';

/**
 * Evidence that a sum needs in running text, in digits of agreement after the candidates tried are taken off: a paragraph offers some ten
 * candidates, so that one in a few hundred would be chance.
 */
const ENOUGH_EVIDENCE = 2.3;
/**
 * What it speaks for, in digits, that total and parts stand in one block, that the parts are all the like figures of
 * theirs (more so in a long list), that they stand in brackets behind it, that the total says to be one, or that the parts bear its name. */
const WORTH = { oneBlock: 1, allOfBlock: 1, longList: 0.5, bracketed: 1, cue: 1, named: 1.5 };
/** A list of so many amounts is nothing else by chance. */
const LONG_LIST = 4;
/** More parts than this no sentence lists. */
const MOST_PARTS = 12;

/** Context → sums of running text that hold: a total with the figures listed after it or before it, or a list whose total stands elsewhere on the page. Found once in a run. */
export function findProseSums(context: CheckContext): Footing[] {
  return context.once('prose sums', () => searchPages(context));
}

function searchPages(context: CheckContext): Footing[] {
  return listProse(context).flatMap((page) => {
    const near = page.items.flatMap((total, i) =>
      [page.items.slice(i + 1), page.items.slice(0, i).reverse()].flatMap((side) => findList(total, side) ?? []),
    );
    const totals = findPage(context.index, page.page).filter(
      ({ fact }) => fact.qualifier === null && fact.upper === null,
    );
    return keepBest([...near, ...findNamed(page), ...findBlocks(page, totals)]);
  });
}

/** A total and the figures on one side of it → the list of them that adds up to it, with most evidence; null when none does. */
function findList(total: Item, side: readonly Item[]): Footing | null {
  const parts: Item[] = [];
  let best: Footing | null = null;
  let last = total.block;
  for (const item of side) {
    if (Math.abs(item.block - last) > 1 || parts.length >= MOST_PARTS) break;
    if (!areAddable(total.figure, item.figure)) continue;
    if (item.figure.value.gte(total.figure.value)) break;
    parts.push(item);
    last = item.block;
    if (parts.length < 2) continue;
    const together = parts.every(({ block }) => block === total.block);
    const worth =
      (together ? WORTH.oneBlock : 0) +
      (areBracketed(total, parts) ? WORTH.bracketed : 0) +
      (isCued(total) ? WORTH.cue : 0) -
      Math.log10(parts.length);
    const figures = parts.map(({ figure }) => figure);
    best = better(best, weigh(total.figure, figures, worth));
  }
  return best ?? findSlip(total, parts);
}

/** Figures of a page → totals whose name all parts bear: staff hired, and staff hired here and abroad some lines below. */
function findNamed({ items }: ProsePage): Footing[] {
  const amounts = items.filter(({ figure }) => figure.fact.unit !== '%' && figure.dimension !== null);
  return amounts.flatMap((total) => {
    const words = listWords(total.figure.fact.label);
    if (words.size < FEWEST_WORDS) return [];
    const parts = amounts.filter(
      ({ figure }) =>
        figure.value.lt(total.figure.value) &&
        areAddable(total.figure, figure) &&
        shareOfWords(words, listWords(figure.fact.label)) === 1,
    );
    if (parts.length < 2 || parts.length > MOST_PARTS) return [];
    const figures = parts.map(({ figure }) => figure);
    return weigh(total.figure, figures, WORTH.named) ?? [];
  });
}

/** One word names too many things. */
const FEWEST_WORDS = 2;

/** Does a word right before the figure, `a total of`, 共, say that it sums up what is listed? */
function isCued({ text, figure }: Item): boolean {
  const at = text.indexOf(figure.fact.raw);
  return at > 0 && TOTAL_CUE.test(text.slice(Math.max(0, at - CUE_REACH), at));
}

/** Characters before a figure in which the word for a total is its own. */
const CUE_REACH = 20;

/** Do the parts stand in brackets that open behind the total, `6,873 places (6,851 taught and 22 online)`? */
function areBracketed(total: Item, parts: readonly Item[]): boolean {
  const at = total.text.indexOf(total.figure.fact.raw);
  const bracket =
    /^[^()（）]{0,40}[(（]([^()（）]*)/.exec(total.text.slice(at + total.figure.fact.raw.length))?.[1] ?? '';
  return at >= 0 && parts.every(({ figure }) => bracket.includes(figure.fact.raw));
}

/** Words that say that a figure sums up what is listed with it. */
const TOTAL_CUE =
  /\ba total of\b|\btotal(?:l?ing|led)\b|\bin (?:all|total)\b|\baltogether\b|合[计計]|[总總](?:[计計额額量数數]|股本)|共[计計有]?|其中/i;

/** A total that says to be one, and all that is listed in its block, one slip apart → the sum that fails; null otherwise. */
function findSlip(total: Item, parts: readonly Item[]): Footing | null {
  const listed = parts.filter(({ block }) => block === total.block);
  if (listed.length < 2 || listed.length < parts.length || !TOTAL_CUE.test(total.text)) return null;
  const lines = listed.map(({ figure }) => toLine(figure));
  const whole = toLine(total.figure);
  const sum = addAt(whole, lines, 0);
  if (sum?.verdict !== 'off' || sum.digits < ENOUGH_EVIDENCE || !hasOneSlip(whole, sum)) return null;
  return { total: whole, parts: lines, sums: [sum], evidence: 0, structure: 0, direction: 'prose' };
}

/** Page and all its figures → blocks whose like figures together add up to a figure elsewhere on the page. */
function findBlocks({ items }: ProsePage, totals: readonly Quantity[]): Footing[] {
  const blocks = new Set(items.map(({ block }) => block));
  return [...blocks].flatMap((at) => {
    // A list may go on in the next block, or be one sentence of it.
    const blocksFrom = [1, 2].map((length) => items.filter(({ block }) => block >= at && block < at + length));
    const runs = [...blocksFrom, ...splitSentences(blocksFrom[0]!)];
    const found = runs.flatMap((run) => {
      const first = run.find(({ figure }) => figure.fact.unit !== '%' && figure.dimension !== null)?.figure;
      if (first === undefined) return [];
      const parts = run.map(({ figure }) => figure).filter((figure) => areAddable(figure, first));
      if (parts.length < 2 || parts.length > MOST_PARTS) return [];
      const others = totals.filter(
        (total) => parts.every((part) => part !== total && part.value.lt(total.value)) && areAddable(total, first),
      );
      const long = parts.length >= LONG_LIST ? WORTH.longList : 0;
      const values = new Set(others.map(({ value }) => value.toString()));
      const worth = WORTH.allOfBlock + long - Math.log10(Math.max(values.size, 1));
      return others.flatMap((total) => weigh(total, parts, worth) ?? []);
    });
    return found.slice(0, 1);
  });
}

/** Items of one block → those of each of its sentences, where it has several. */
function splitSentences(items: readonly Item[]): Item[][] {
  const ends = [...(items[0]?.text ?? '').matchAll(/[.;!?]\s|[。；！？]/g)].map(({ index }) => index);
  const sentences = groupBy(items, ({ text, figure }) => {
    const at = text.indexOf(figure.fact.raw);
    return ends.filter((end) => end < at).length;
  });
  return sentences.size > 1 ? [...sentences.values()] : [];
}

function weigh(total: Quantity, parts: readonly Quantity[], worth: number): Footing | null {
  const lines = parts.map(toLine);
  const sum = addAt(toLine(total), lines, 0);
  if (sum?.verdict !== 'fits' || sum.digits + worth < ENOUGH_EVIDENCE || !isAsPrinted(sum)) return null;
  return {
    total: toLine(total),
    parts: lines,
    sums: [sum],
    evidence: sum.digits + worth,
    structure: 0,
    direction: 'prose',
  };
}

/**
 * Does the sum miss its total by no more than the last printed digits allow? `3,800` of running text may stand for 3,750, which two other
 * figures reach too easily.
 */
function isAsPrinted({ total, parts, sum, target }: Sum): boolean {
  const allowed = [total!, ...parts].reduce(
    (all, { fact, perPrinted }) => all.plus(lastDigitUnit(fact.number).times(perPrinted)),
    new Exact(0),
  );
  return sum.minus(target).abs().times(2).lte(allowed);
}

function better(a: Footing | null, b: Footing | null): Footing | null {
  return a === null || (b !== null && b.evidence > a.evidence) ? b : a;
}

/** Sums → one for each total, and no part in two. */
function keepBest(sums: readonly Footing[]): Footing[] {
  const taken = new Set<string>();
  return sums
    .toSorted((a, b) => b.evidence - a.evidence)
    .filter(({ sums: [sum] }) => {
      const { total, parts } = sum!;
      const own = parts.map(({ fact }) => `part ${fact.id}`);
      const whole = `total ${total!.value.toString()} ${total!.fact.page}`;
      if (taken.has(whole) || own.some((id) => taken.has(id))) return false;
      for (const id of [whole, ...own]) taken.add(id);
      return true;
    });
}

/** Figure → a line of one place, for adding up. */
export function toLine(figure: Quantity): Line {
  return {
    label: figure.fact.label,
    table: '',
    cells: new Map([[0, figure]]),
    nil: new Set(),
    indent: null,
    band: '',
    total: 'none',
    partOf: false,
    remainder: false,
  };
}
