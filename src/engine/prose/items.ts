import type { Box } from '../../model/page.ts';
import { groupBy } from '../fact-index.ts';
import type { CheckContext } from '../kind.ts';
import type { Quantity } from '../quantity.ts';

/** A figure of running text, with the place of its block among those of the page. */
export interface Item {
  figure: Quantity;
  block: number;
  /** Text of the block. */
  text: string;
}

/** Figures of the running text of one page, in reading order. */
export interface ProsePage {
  page: number;
  items: Item[];
  /** Texts of the blocks of the page; an item's `block` counts in them. */
  texts: string[];
}

/** A block's box may be narrower than its last figure by this much, in points. */
const EDGE = 1;

/** Context → the figures of running text, and of sentences in cells, page by page. Marks of footnotes and open-ended figures are left out. */
export function listProse(context: CheckContext): ProsePage[] {
  return context.once('prose', () => readProse(context));
}

function readProse(context: CheckContext): ProsePage[] {
  const blocks = groupBy(
    context.reading.blocks.filter(({ kind }) => kind !== 'furniture'),
    ({ page }) => page,
  );
  const figures = groupBy(
    context.index.all.filter((figure) => figure.table === null && isPlain(figure)),
    ({ fact }) => fact.page,
  );
  const cells = groupBy(
    context.reading.tables.flatMap((table) => table.cells.map((cell) => ({ page: table.page, cell }))),
    ({ page }) => page,
  );
  return [...figures].map(([page, own]): ProsePage => {
    const printed = blocks.get(page) ?? [];
    // Sentences stand in cells too: beside a chart, or in a column for remarks.
    const homeless = own.filter(({ fact }) => !printed.some(({ box }) => isWithin(fact.box, box)));
    const remarks = (cells.get(page) ?? []).filter(({ cell }) =>
      homeless.some(({ fact }) => isWithin(fact.box, cell.box)),
    );
    const around = [...printed, ...remarks.map(({ cell }) => cell)];
    const items = own.flatMap((figure): Item[] => {
      const block = around.findIndex(({ box }) => isWithin(figure.fact.box, box));
      return block < 0 ? [] : [{ figure, block, text: around[block]!.text }];
    });
    return { page, items: items.sort((a, b) => a.block - b.block), texts: around.map(({ text }) => text) };
  });
}

function isWithin([left, top, right, bottom]: Box, box: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return box[0] - EDGE <= x && x <= box[2] + EDGE && box[1] - EDGE <= y && y <= box[3] + EDGE;
}

/** Without a unit and a label a single digit is a mark. */
function isPlain({ fact }: Quantity): boolean {
  const mark = fact.unit === null && /^\d$/.test(fact.number) && fact.scale === '1' && fact.label === '';
  return !mark && fact.upper === null && (fact.qualifier === null || fact.qualifier === 'about');
}

/** Can two figures be added: amounts of one unit and period? An amount is often printed a second time in another unit. */
export function areAddable(a: Quantity, b: Quantity): boolean {
  const periods = a.fact.period === b.fact.period || a.fact.period === null || b.fact.period === null;
  return periods && ((a.dimension === b.dimension && a.fact.unit === b.fact.unit) || countAlike(a, b));
}

/** `364 employees, 138 women and 226 men`: what is counted bears its unit once. */
function countAlike(a: Quantity, b: Quantity): boolean {
  const bare = [a, b].filter(({ fact }) => fact.unit === null && fact.label !== '' && /^\d{2,}$/.test(fact.number));
  return bare.length === 1 && [a, b].some(({ fact }) => fact.unit === 'person') && a.fact.scale === b.fact.scale;
}

/** A raised figure (`m³`) may tear a paragraph into this many blocks on either side. */
export const TORN = 2;

/** Item → the sentence that it stands in, over the blocks that it may be torn into. */
export function sentenceOf({ figure, block }: Item, texts: readonly string[]): string {
  const { raw } = figure.fact;
  const before = texts.slice(Math.max(0, block - TORN), block).join(' ');
  const own = texts[block]!;
  const whole = [before, own, ...texts.slice(block + 1, block + 1 + TORN)].join(' ');
  const at = whole.indexOf(raw, before.length);
  const end = /[.;!?](?=\s)|[。；！？]/.exec(whole.slice(at))?.index ?? whole.length;
  const start = [...whole.slice(0, at).matchAll(/[.;!?]\s|[。；！？]/g)].at(-1)?.index ?? -1;
  return at < 0 ? own : whole.slice(start + 1, at + end);
}
