import type { FigureName } from '../model/correction.ts';
import type { Fact } from '../model/fact.ts';
import type { Reading } from '../model/report.ts';
import type { Block, Table } from '../model/table.ts';
import { likenessOf, nameOneThing } from './words.ts';

/** A name without its number among its likes, which takes the whole report to count. */
type Called = Omit<FigureName, 'nth' | 'of'>;

/** Of the words above a figure at least this share must be the same: a heading may be reworded, another table is another thing. */
const LEAST_LIKENESS = 0.5;
/** Places that are about as like as the likest are told apart by other things. */
const ABOUT_AS_LIKE = 0.1;

/** What is looked up for every figure of one reading. */
export interface Names {
  facts: readonly Fact[];
  called(fact: Fact): Called;
}

/** Reading as it was read, without corrections → the names of its figures, each worked out when it is first asked for. */
export function listNames(reading: Pick<Reading, 'facts' | 'tables' | 'blocks'>): Names {
  const tables = new Map(reading.tables.map((table) => [table.id, table]));
  const blocks = Map.groupBy(reading.blocks, ({ page }) => page);
  const known = new Map<Fact, Called>();
  const call = (fact: Fact): Called => {
    const { source, label, period, metric, boundary, unit, raw } = fact;
    const table = fact.tableId === null ? undefined : tables.get(fact.tableId);
    const place = table === undefined ? passageAround(fact, blocks.get(fact.page) ?? []) : placeOf(fact, table);
    const column = table === undefined ? '' : columnOf(fact, table);
    return { source, place, label, column, period, metric, boundary, unit, raw };
  };
  return {
    facts: reading.facts,
    called: (fact) => {
      const name = known.get(fact) ?? call(fact);
      known.set(fact, name);
      return name;
    },
  };
}

/** A name for each figure under which `findFigure` finds it again. */
export function nameFigure(fact: Fact, names: Names): FigureName {
  const called = names.called(fact);
  const likes = findLikes(called, names);
  return { ...called, nth: Math.max(0, likes.indexOf(fact)), of: likes.length };
}

/**
 * Name → the figure that bears it: same source, period, metric and boundary, a label and column of the same words, and most words of its place.
 * Of several, the likest place, the unit and the print decide, and last the order among figures that nothing tells apart, if they are as many
 * as they were.
 */
export function findFigure(name: FigureName, names: Names): Fact | 'missing' | 'ambiguous' {
  const likes = findLikes(name, names);
  if (likes.length === 0) return 'missing';
  if (likes.length === 1) return likes[0]!;
  return likes.length === name.of && likes[name.nth]!.raw === name.raw ? likes[name.nth]! : 'ambiguous';
}

function findLikes(name: Called, names: Names): Fact[] {
  const { source, period, metric, boundary, label, column, place, unit, raw } = name;
  const candidates = names.facts.filter(
    (fact) =>
      fact.source === source &&
      fact.period === period &&
      fact.metric === metric &&
      isSame(fact.boundary, boundary) &&
      nameOneThing(fact.label, label) &&
      nameOneThing(names.called(fact).column, column),
  );
  const likeness = new Map(candidates.map((fact) => [fact, likenessOf(names.called(fact).place, place)]));
  const best = Math.max(LEAST_LIKENESS, ...likeness.values());
  const near = candidates.filter((fact) => likeness.get(fact)! >= Math.max(LEAST_LIKENESS, best - ABOUT_AS_LIKE));
  const measured = narrow(near, (fact) => fact.unit === unit);
  const printed = narrow(measured, (fact) => fact.raw === raw);
  return narrow(printed, (fact) => likeness.get(fact) === 1);
}

/** Those that pass, or all when none does. */
function narrow(facts: readonly Fact[], test: (fact: Fact) => boolean): Fact[] {
  const passed = facts.filter(test);
  return passed.length > 0 ? passed : [...facts];
}

function isSame(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && nameOneThing(a, b));
}

function placeOf(fact: Fact, table: Table): string[] {
  return fact.context.length > 0
    ? fact.context
    : [...table.headings.slice(-1), ...(table.caption ? [table.caption] : [])];
}

/** Heads over a figure's column; years in them are its period, which may have been what was read wrongly. */
function columnOf({ col }: Fact, { cells }: Table): string {
  if (col === null) return '';
  const heads = cells.filter((cell) => cell.header && cell.col <= col && col < cell.col + cell.colSpan);
  return heads
    .map(({ text }) => text.replace(/(?:FY ?)?(?:19|20)\d\d(?:[/-]\d{2,4})?年?度?/gi, ' ').trim())
    .join(' ')
    .trim();
}

/** The block of running text that a figure stands in, without its numbers, which are what the next draft changes. */
function passageAround({ box, page }: Fact, blocks: readonly Block[]): string[] {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const around = blocks.find(
    (b) => b.page === page && b.box[0] <= x && x <= b.box[2] && b.box[1] <= y && y <= b.box[3],
  );
  return around === undefined ? [] : [around.text.replace(/[\d.,%]+/g, ' ')];
}
