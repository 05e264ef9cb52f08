import { groupBy } from '../fact-index.ts';
import { listWords, shareOfWords } from '../label-words.ts';
import type { Grid, Line } from './grid.ts';
import { promisingLengths } from './rough.ts';
import type { Place } from './runs.ts';
import { runsFrom } from './runs.ts';
import type { Sum } from './trial.ts';
import { addAt, agrees } from './trial.ts';

/** A total with its parts, at all the places where both are printed. */
export interface Relation {
  /** Null where the parts make up a hundred per cent. */
  total: Line | null;
  parts: Line[];
  sums: Sum[];
  /** Digits of evidence that the total is one of these parts: agreement, and what the layout says. */
  evidence: number;
  /** Digits of evidence that the layout alone gives. */
  structure: number;
}

/**
 * Evidence that a relation needs, in digits: chance brings such a fit about once in 10^5, and a table offers some hundred candidates.
 */
const ENOUGH_EVIDENCE = 5;
/** A lone fit that no word or layout supports needs this many digits by itself. */
const ENOUGH_ALONE = 4;
/** Percentages have few digits, so that rates of several groups add up to another by chance; they need this many more. */
const ASKED_OF_PERCENTAGES = 2;
/** What layout and labels speak for, in digits of agreement that they are worth. */
const WORTH = {
  bareTotal: 3,
  namedTotal: 1.5,
  indented: 2.5,
  partOf: 2,
  composed: 3,
  complements: 3.5,
  lone: 1.5,
  closed: 1,
  cut: -1,
  broken: -1,
};
/** A parent's label stands this far left of its parts', in points. */
const INDENT = 3;
/** A misfit takes away what a fit of this many digits gives. */
const MISFIT = 0.5;

/** Grid → its totals with their parts, found from layout and arithmetic; lines that are parts of one total are passed over for the next. */
export function findRelations(grid: Grid): Relation[] {
  const relations: Relation[] = [];
  const hidden = new Set<Line>();
  const place = new Map<Line, number>(grid.lines.map((line, i) => [line, i]));
  const nameOf = ({ total, parts }: Relation) =>
    [total, ...parts].map((line) => (line === null ? -1 : place.get(line))).join(',');
  const sides = new Map<Line | null, boolean>();
  for (let found = true; found;) {
    const active = grid.lines.filter((line) => !hidden.has(line));
    let before = 0;
    const candidates = grid.lines.flatMap((total) => {
      const after = active[before] === total ? before + 1 : before;
      const own = listCandidates(total, active, { before: before - 1, after });
      before = after;
      return own;
    });
    const known = new Set(relations.map(nameOf));
    candidates.sort((a, b) => b.evidence - a.evidence || b.parts.length - a.parts.length);
    found = false;
    for (const relation of candidates) {
      const key = nameOf(relation);
      if (known.has(key) || relation.parts.some((line) => hidden.has(line))) continue;
      // A bare `Total` closes the block on one side of it; what stands on the other has another.
      const { total, parts } = relation;
      const side = isAbove(place, parts, total);
      if (total?.total === 'bare' && (sides.get(total) ?? side) !== side) continue;
      sides.set(total, side);
      known.add(key);
      relations.push(relation);
      for (const line of relation.parts) hidden.add(line);
      found = true;
    }
  }
  return relations;
}

/** Do the parts stand above their total? */
function isAbove(place: ReadonlyMap<Line, number>, parts: readonly Line[], total: Line | null): boolean {
  return total !== null && place.get(parts[0]!)! < place.get(total)!;
}

/** Line → the relations in which it is the total of lines beside it, as far as the evidence for them is enough. */
function listCandidates(total: Line, lines: readonly Line[], place: Place): Relation[] {
  const found: Relation[] = [];
  for (const run of runsFrom(total, lines, place)) {
    for (const count of promisingLengths(total, run.lines)) {
      const nearest = run.lines.slice(0, count);
      const parts = run.above ? nearest.reverse() : nearest;
      const relation = weigh(total, parts, run.lines[count] ?? run.next);
      if (relation !== null) found.push(relation);
    }
  }
  return found;
}

/**
 * Total, parts and the line after them → the relation, or null when there is too little evidence for it; `asked` more where many candidates
 * were tried. Percentages may fail to add up where their counts do, so the two are weighed apart.
 */
export function weigh(total: Line, parts: Line[], next: Line | null, asked = 0): Relation | null {
  const relation = weighAll(total, parts, next, asked);
  if (relation === null || relation.sums.every(({ verdict }) => verdict === 'fits')) return relation;
  // A line that is empty wherever the others add up is none of the parts: it only stands among them.
  const backed = new Set(relation.sums.filter(agrees).flatMap(({ lines }) => lines));
  const fewer = parts.filter((line) => backed.has(line));
  const better = fewer.length < 2 || fewer.length === parts.length ? null : weighAll(total, fewer, next, asked);
  return better !== null && better.evidence > relation.evidence ? better : relation;
}

function weighAll(total: Line, parts: Line[], next: Line | null, asked: number): Relation | null {
  const all = closeBlanks(
    parts,
    [...total.cells.keys()].flatMap((place) => addAt(total, parts, place) ?? []),
  );
  const sums = [...groupBy(all, unitOf).values()].filter(holds).flat();
  const fits = sums.filter((sum) => agrees(sum) && sum.digits > 0);
  // Percentages alone reach 100 by their nature: they say nothing of counts beside them that do not add up.
  const onlyPercent = fits.every(({ parts: figures }) => figures[0]!.fact.unit === '%');
  if (fits.length === 0 || (onlyPercent && sums.length < all.length)) return null;
  const digits = countEvidence(sums);
  const misfits = sums.filter(({ verdict }) => verdict === 'off').length;
  const structure = weighLayout(total, parts, next);
  const unclear = sums.filter(({ verdict }) => verdict === 'open').length;
  const evidence = digits + structure - (misfits + unclear) * MISFIT;
  const alone = fits.length === 1 && structure < WORTH.indented && digits < ENOUGH_ALONE;
  const more = onlyPercent && structure < WORTH.indented ? ASKED_OF_PERCENTAGES : 0;
  return evidence < ENOUGH_EVIDENCE + asked + more || alone ? null : { total, parts, sums, evidence, structure };
}

/** Sums → those left open by blank cells decided, where the same lines are blank at a place that adds up without them: blank is nought there. */
function closeBlanks(parts: readonly Line[], sums: readonly Sum[]): Sum[] {
  const blankAt = ({ place }: Sum) => parts.filter((line) => !line.cells.has(place) && !line.nil.has(place));
  const nought = new Set(sums.filter(({ verdict }) => verdict === 'fits').flatMap(blankAt));
  return sums.map((sum) =>
    sum.verdict === 'open' && blankAt(sum).every((line) => nought.has(line)) ? { ...sum, verdict: 'off' } : sum,
  );
}

function unitOf({ parts }: Sum): string {
  return parts[0]!.fact.unit === '%' ? '%' : (parts.find(({ dimension }) => dimension !== null)?.dimension ?? '');
}

/** Do enough of these sums fit for the rest to be misfits of a true relation? */
function holds(sums: readonly Sum[]): boolean {
  const fits = sums.filter((sum) => agrees(sum) && sum.digits > 0).length;
  const misfits = sums.filter(({ verdict }) => verdict === 'off').length;
  return fits > 0 && misfits <= fits * MOST_MISFITS;
}

/** More misfits than this for each fit, and the fit is chance or the total another. */
const MOST_MISFITS = 2;

/** Sums → digits of agreement in all; a column that repeats another's total adds nothing. */
export function countEvidence(sums: readonly Sum[]): number {
  const seen = new Set<string>();
  return sums.reduce((digits, sum) => {
    const key = sum.parts.map(({ value }) => value.toString()).join('|');
    if (!agrees(sum) || seen.has(key)) return digits;
    seen.add(key);
    return digits + sum.digits;
  }, 0);
}

/** Total, parts and the line after them → how much the labels and the layout speak for them, in digits. */
function weighLayout(total: Line, parts: readonly Line[], next: Line | null): number {
  const named = total.total !== 'none' && parts.every((line) => line.total === 'none');
  const indented = parts.every(
    ({ indent }) => indent !== null && total.indent !== null && indent >= total.indent + INDENT,
  );
  const closed =
    next === null || next === total || parts.every(({ band }) => band !== next.band) || next.total === 'bare';
  return (
    (total.total === 'bare' ? WORTH.bareTotal : named ? WORTH.namedTotal : 0) +
    (indented ? WORTH.indented : 0) +
    (parts.every(({ partOf }) => partOf) ? WORTH.partOf : 0) +
    (areComplements(parts) ? WORTH.complements : isComposed(total, parts) ? WORTH.composed : 0) +
    (equalsLonePart(total, parts) ? WORTH.lone : 0) +
    (closed ? WORTH.closed : 0) +
    (next?.remainder === true && !closed ? WORTH.cut : 0) +
    (new Set(parts.map(({ table }) => table)).size > 1 ? WORTH.broken : 0)
  );
}

/** `Sent to landfill and recycled` after what was sent to landfill and what was recycled: each part gives the total words that the others lack. */
function isComposed(total: Line, parts: readonly Line[]): boolean {
  if (parts.length > MOST_COMPOSED) return false;
  const own = parts.map(({ label }) => listWords(label));
  const words = [...listWords(total.label)];
  const given = words.map((word) => own.filter((part) => part.has(word)));
  return (
    given.every(({ length }) => length > 0) &&
    own.every((part) => given.some(([only, ...more]) => only === part && more.length === 0))
  );
}

/** More parts than this no label names one by one. */
const MOST_COMPOSED = 4;

/** Hazardous and non-hazardous, renewable and non-renewable: two of a kind that leave nothing over. */
function areComplements(parts: readonly Line[]): boolean {
  const [a, b] = parts.map(({ label }) => label.toLowerCase());
  if (a === undefined || b === undefined || parts.length > 2) return false;
  return isOpposite(a, b) || isOpposite(b, a);
}

function isOpposite(plain: string, negated: string): boolean {
  const word = /\bnon-?\s?(\p{L}{4,})|[非不](\p{Script=Han}{2})/u.exec(negated);
  const other = word?.[1] ?? word?.[2];
  if (word === null || other === undefined || !plain.includes(other) || plain.includes(word[0])) return false;
  // What is left of the two must speak of one thing: energy and electricity are two.
  const [left, right] = [plain.replace(other, ' '), negated.replace(word[0], ' ')].map(listWords);
  return (
    left!.size === 0 || right!.size === 0 || shareOfWords(left!, right!) + shareOfWords(right!, left!) >= ONE_THING
  );
}

/** Shares of words in common, both ways together. */
const ONE_THING = 1;

/** Places at which the total equals the one part that is printed must be so many, all other parts being dashes. */
const FEWEST_LONE = 2;

function equalsLonePart(total: Line, parts: readonly Line[]): boolean {
  const places = [...total.cells].filter(([place, figure]) => {
    const printed = parts.filter((line) => line.cells.has(place));
    const dashes = parts.filter((line) => line.nil.has(place));
    return (
      printed.length === 1 && dashes.length === parts.length - 1 && printed[0]!.cells.get(place)!.value.eq(figure.value)
    );
  });
  return places.length >= FEWEST_LONE;
}
