import { groupBy } from '../fact-index.ts';
import type { Claim, Fact } from '../../model/fact.ts';
import type { CheckContext } from '../kind.ts';
import { listWords, shareOfWords } from '../label-words.ts';
import type { Item } from '../prose/items.ts';
import { listProse, sentenceOf, TORN } from '../prose/items.ts';
import type { Quantity } from '../quantity.ts';
import { measureFact } from '../quantity.ts';
import { listRows } from '../quotients/lines.ts';
import type { Series } from '../quotients/lines.ts';
import type { Step } from './compare.ts';
import { compareStep } from './compare.ts';
import { metricOf, shareOfNames } from './names.ts';
import type { StepRelation } from './rows.ts';
import { areExchanged, priceOfSlip } from './slip.ts';

/**
 * Evidence that a change in running text needs, in digits after the candidates tried are taken off. Its own words and place count for the
 * pair of figures, so that two digits of agreement are enough beside both figures in one sentence.
 */
const ENOUGH_EVIDENCE = 2.2;
/** What it speaks for, in digits: both figures in the sentence, or nearly so; different years; all words of a row in the sentence. */
const WORTH = { sentence: 1, years: 1, named: 2 };
/** Of the words of a row so many must stand in the sentence, and so many of them be words at all. */
const NAMED = 0.6;
const FEWEST_WORDS = 2;

const RISE =
  /\b(?:increas\w*|ris(?:e|es|en|ing)|rose|gr(?:ew|ow\w*)|growth|more than in|higher|up (?:by|from)|expan\w+|more than(?= (?:in|the year|last|a year)))\b|[（(]\s*\+|增[长長加]|上升|提升|提高|增幅/gi;
const FALL =
  /\b(?:decreas\w*|f[ae]ll\w*|reduc\w*|declin\w*|drop\w*|lower\w*|less than in|down (?:by|from)|cut)\b|下降|[减減][少量]|降低|下滑|降幅/gi;

/** Context → rises and falls of running text, in percent, that the figures beside them or a row of a table bear out. */
export function findProseGrowth(context: CheckContext): StepRelation[] {
  const rows = groupByWords(listRows(context).filter((row) => row.words.size >= FEWEST_WORDS && !isPercentage(row)));
  const told = listProse(context).flatMap(({ items, texts }) =>
    items.flatMap((item, at) => {
      const { fact, value } = item.figure;
      // A hundred per cent is all of something more often than twice of it.
      if (fact.unit !== '%' || value.lte(0) || value.eq(1)) return [];
      const sentence = sentenceOf(item, texts);
      return choose(sentence, item.figure, [
        ...fromText(item, at, items, sentence),
        ...fromRows(item.figure, sentence, rows, context),
      ]);
    }),
  );
  return [...told, ...fromClaims(rows, context)];
}

/** Percentages move by points; an amount for each of something moves by percent as an amount does. */
function isPercentage({ ratio, cells }: Series): boolean {
  return ratio && [...cells.values()].some(({ fact }) => fact.unit === null || fact.unit === '%');
}

/** Claims of cells and headings, whose figures stand in no running text, and that no metric names → the rows that bear them out. */
function fromClaims(rows: NamedRows, context: CheckContext): StepRelation[] {
  const printed = new Set(
    listProse(context).flatMap(({ page, items }) => items.map(({ figure }) => `${page}|${figure.fact.box.join()}`)),
  );
  return context.reading.claims.flatMap((claim) => {
    const known =
      claim.metric !== null ||
      (claim.magnitudeBox !== null && printed.has(`${claim.page}|${claim.magnitudeBox.join()}`));
    if (known || claim.magnitude === null || claim.magnitudeKind !== 'percent') return [];
    const change = measureFact(factOfClaim(claim), context.units, null, null);
    return choose(claim.raw, change, fromRows(change, claim.raw, rows, context));
  });
}

/** Claim → its size as a figure of running text. */
function factOfClaim(claim: Claim): Fact {
  return {
    id: claim.id,
    page: claim.page,
    box: claim.magnitudeBox ?? claim.box,
    raw: claim.magnitudeRaw ?? claim.raw,
    number: claim.magnitude!.replace(/^[-−+]/, ''),
    qualifier: claim.qualifier,
    upper: null,
    label: claim.subject,
    period: claim.period,
    unit: '%',
    scale: '1',
    unitRaw: '%',
    metric: null,
    metricScore: 0,
    boundary: null,
    source: 'text',
    tableId: null,
    row: null,
    col: null,
    context: [],
    provenance: { label: null, period: null, unit: null },
    doubts: claim.doubts,
  };
}

/** Sentence, its figure and the pairs that may be meant → the one with most evidence that goes the way the sentence says. */
function choose(sentence: string, { fact }: Quantity, pairs: readonly StepRelation[]): StepRelation[] {
  const direction = directionOf(sentence, fact.raw);
  const [best] = pairs
    .filter(({ steps: [step] }) => goesThatWay(step!, direction))
    .toSorted((a, b) => b.evidence - a.evidence);
  return direction !== 0 && best !== undefined && best.evidence >= ENOUGH_EVIDENCE ? [best] : [];
}

/** Do the figures go the way that the sentence says, or would they, if they were not exchanged? */
function goesThatWay({ change, before, after, verdict }: Step, direction: number): boolean {
  const own = after.value.cmp(before.value);
  return verdict === 'off' && areExchanged(change, before, after) ? own === -direction : own === direction;
}

/** Sentence and figure → whether the word of change that stands nearest to the figure says that something rose or fell. */
function directionOf(sentence: string, raw: string): -1 | 0 | 1 {
  const at = sentence.indexOf(raw);
  const nearest = (words: RegExp) =>
    Math.min(...[...sentence.matchAll(words)].map(({ index }) => (index > at ? index - at - raw.length : at - index)));
  const [up, down] = [nearest(RISE), nearest(FALL)];
  return up === down ? 0 : up < down ? 1 : -1;
}

/** The amounts of the same sentence, or of its block, two by two. */
function fromText({ figure, block }: Item, at: number, items: readonly Item[], sentence: string): StepRelation[] {
  const amounts = items.filter(
    (item) =>
      Math.abs(item.block - block) <= TORN && item.figure.fact.unit !== '%' && item.figure.fact.qualifier === null,
  );
  const pairs = [...groupBy(amounts, (item) => item.figure.fact.unit).values()].flatMap((like) =>
    like.flatMap((a, i) => like.slice(i + 1).map((b) => [a, b] as const)),
  );
  return pairs.flatMap(([a, b]) => {
    const [x, y] = [a.figure.fact.period, b.figure.fact.period];
    const [before, after] = x !== null && y !== null && x < y ? [a, b] : [b, a];
    const within = [a, b].filter((item) => sentence.includes(item.figure.fact.raw)).length;
    const worth = (within / 2) * WORTH.sentence + (x !== y ? WORTH.years : 0) - Math.log10(pairs.length);
    // The figures of one year are parts or other things; only what lies right beside the change is compared with it.
    const close = [a, b].every((item) => Math.abs(items.indexOf(item) - at) <= 2);
    return x === y && !close ? [] : weigh(figure, before.figure, after.figure, worth);
  });
}

/** A row with its place among all rows. */
interface Placed {
  series: Series;
  at: number;
}

/** Rows by the words of their labels and by their metrics: what comes on every page is compared with a sentence once. */
type NamedRows = ReadonlyMap<ReadonlySet<string>, ReadonlyMap<string | null, Placed[]>>;

function groupByWords(rows: readonly Series[]): NamedRows {
  const byWords = groupBy(
    rows.map((series, at) => ({ series, at })),
    ({ series }) => series.words,
  );
  return new Map([...byWords].map(([words, alike]) => [words, groupBy(alike, ({ series }) => metricOf(series))]));
}

/** Rows whose words stand in the sentence, from the year named there or the year before to the figure's own. */
function fromRows(figure: Quantity, sentence: string, rows: NamedRows, context: CheckContext): StepRelation[] {
  const words = listWords(sentence);
  const year = Number(figure.fact.period ?? context.reading.document.reportYear);
  const named = [...sentence.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)]
    .map(([text]) => Number(text))
    .filter((other) => other < year);
  const earlier = [...new Set([...named, year - 1])];
  const metrics = new Map<string | null, number>();
  const candidates = [...rows]
    .flatMap(([label, byMetric]) => {
      const share = shareOfWords(label, words);
      return [...byMetric].flatMap(([metric, alike]) => {
        if (!metrics.has(metric)) metrics.set(metric, shareOfNames(metric, words, context));
        const named = share >= NAMED ? share : metrics.get(metric)!;
        return named >= NAMED ? alike.map(({ series, at }) => ({ series, at, share: named })) : [];
      });
    })
    .sort((a, b) => a.at - b.at);
  return candidates.flatMap(({ series, share }) =>
    earlier.flatMap((before) => {
      const [b, a] = [series.cells.get(`${before}|`), series.cells.get(`${year}|`)];
      if (a === undefined || b === undefined) return [];
      const worth = WORTH.named * share - Math.log10(candidates.length * earlier.length);
      return weigh(figure, b, a, worth);
    }),
  );
}

function weigh(change: Quantity, before: Quantity, after: Quantity, worth: number): StepRelation[] {
  if (before.dimension !== after.dimension) return [];
  const step: Step | null = compareStep(change, before, after, 'percent', true);
  if (step === null) return [];
  if (step.verdict !== 'off') return [{ steps: [step], evidence: step.digits + worth }];
  const price = priceOfSlip(change, before, after);
  return price === null ? [] : [{ steps: [step], evidence: step.digits + worth - price, slip: true }];
}
