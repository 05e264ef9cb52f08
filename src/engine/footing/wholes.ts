import type { Grid, Line } from './grid.ts';
import { runsFrom } from './runs.ts';
import type { Relation } from './search.ts';
import { countEvidence } from './search.ts';
import { hasOneSlip } from './slip.ts';
import type { Sum } from './trial.ts';
import { addAt } from './trial.ts';

/** Digits of agreement with 100 % that show percentages to be meant as a whole: a hundred is a likelier sum than any other. */
const ENOUGH_FOR_A_WHOLE = 3;
/** With one column only, parts must be at least this many, and be all that stands under one head. */
const FEWEST_PARTS_ALONE = 3;
/** Evidence that a set of percentages is all that stands under its head, in digits. */
const WHOLE_BLOCK = 1.5;

/** Evidence that a set of percentages is all that its table prints, and makes exactly a hundred, in digits. */
const WHOLE_COLUMN = 1.5;

/** Heads of columns of shares and weights, and what they speak for, in digits. */
const SHARE_HEAD = /\b(?:weight(?:ing|age)?|share|proportion|breakdown|split)s?\b|比重|占比|佔比|比例|权重|權重/i;
const WORTH_OF_HEAD = 0.5;

/** Grid and the relations known → percentages below each other that make up a hundred, in several columns or as a block of their own. */
export function findWholes(grid: Grid, known: readonly Relation[]): Relation[] {
  const lines = grid.lines.filter((line) => [...line.cells.values()].some(({ fact }) => fact.unit === '%'));
  const percents = new Set(lines);
  const place = new Map(grid.lines.map((line, at) => [line, at]));
  const added = new Set(
    known.filter(({ sums }) => sums.some(isPercent)).flatMap((relation) => [relation.total, ...relation.parts]),
  );
  const found = lines.flatMap((first, i) => {
    if (added.has(first)) return [];
    const at = place.get(first)!;
    const run = runsFrom(first, grid.lines, { before: at - 1, after: at + 1 })[0]!;
    const window = [first, ...run.lines.filter((line) => percents.has(line) && !added.has(line))];
    return window.flatMap((_, count) => {
      const parts = window.slice(0, count + 1);
      if (count === 0 || !comesNear(parts)) return [];
      return weighWhole(parts, lines, lines[i - 1] ?? null, window[count + 1] ?? null) ?? [];
    });
  });
  const taken = new Set<Line>();
  return found
    .sort((a, b) => b.evidence - a.evidence)
    .filter(({ parts }) => {
      if (parts.some((line) => taken.has(line))) return false;
      for (const line of parts) taken.add(line);
      return true;
    });
}

function isPercent({ parts }: Sum): boolean {
  return parts[0]!.fact.unit === '%';
}

/** Percentages within this many points of 100 at some place are worth an exact look. */
const NEAR_A_HUNDRED = 5;

function comesNear(parts: readonly Line[]): boolean {
  return [...parts[0]!.cells.keys()].some((place) => {
    const sum = parts.reduce((all, line) => all + Number(line.cells.get(place)?.fact.number ?? 0), 0);
    return Math.abs(sum - 100) <= NEAR_A_HUNDRED;
  });
}

/** Farther from a hundred than this, in parts of it, percentages are not of one whole there. */
const FAR_OFF = 0.1;

function isFarOff({ sum, target }: Sum): boolean {
  return sum.minus(target).abs().gt(target.times(FAR_OFF));
}

function weighWhole(parts: Line[], lines: readonly Line[], before: Line | null, after: Line | null): Relation | null {
  const sums = [...parts[0]!.cells.keys()]
    .flatMap((place) => addAt(null, parts, place) ?? [])
    .filter((sum) => isPercent(sum) && (!isFarOff(sum) || hasOneSlip(null, sum)));
  const fits = sums.filter(({ verdict, digits }) => verdict === 'fits' && digits > 0).length;
  const misfits = sums.filter(({ verdict }) => verdict === 'off').length;
  const { band } = parts[0]!;
  const block = parts.every((line) => line.band === band) && before?.band !== band && after?.band !== band;
  const column = isWholeColumn(parts, lines);
  const named = parts.every((line) =>
    [...line.cells.values()].some(({ fact }) => SHARE_HEAD.test(fact.boundary ?? '')),
  );
  const structure = (block ? WHOLE_BLOCK : 0) + (column ? WHOLE_COLUMN : 0) + (named ? WORTH_OF_HEAD : 0);
  const evidence = countEvidence(sums) + structure - misfits;
  if (fits === 0 || misfits > fits || (misfits === fits && !block) || evidence < ENOUGH_FOR_A_WHOLE) return null;
  if (fits === 1 && ((!block && !column) || parts.length < FEWEST_PARTS_ALONE)) return null;
  return { total: null, parts, sums, evidence, structure };
}

/** Are these all the percentages of their table, without a decimal to round away what is missing? */
function isWholeColumn(parts: readonly Line[], lines: readonly Line[]): boolean {
  const [first] = parts;
  const all = lines.filter(({ table }) => table === first!.table);
  const sums = [...first!.cells.keys()].flatMap((place) => addAt(null, parts, place) ?? []);
  return all.length === parts.length && sums.some(({ sum, target }) => sum.eq(target));
}
