import type { Box } from '../../model/page.ts';
import type { PhraseLine } from '../phrases.ts';
import type { Edge } from './edges.ts';
import { isPeriodHead, isValue } from './values.ts';

/** The head of a column of units. */
const UNIT_HEAD = /^(?:units?|单位|單位|単位)$/i;
/** The head of a column of words after those of years: `Comments`. */
const WORD_HEAD = /^\p{L}{3}|^[\u4e00-\u9fff]{2}/u;
/** Width of a bin of the coverage profile, in points. */
const BIN = 0.5;
/** A white gap between columns is at least this wide, in points. */
const MIN_GAP = 2;
/** Share of lines that may cross a gap between columns: spanning heads, bands and long notes. */
const CROSSING_SHARE = 0.1;
/**
 * A line of one phrase is part of a wrapped cell when it is narrower than this share of the region and starts, within
 * so many points, where another cell starts; a wider or centred one may span columns.
 */
const NARROW_SHARE = 0.4;
const SAME_START = 2;
/** An upright rule counts when it covers this share of the region's height. */
const UPRIGHT_SHARE = 0.4;
/** So many lines of the body, and this share of them, have values on both sides of a gap that heads cross. */
const MIN_VALUE_PAIRS = 4;
const VALUE_PAIR_SHARE = 0.5;
/** A gap inside a ruled column counts only when this share of the lines have text on both sides of it. */
const SPLIT_RULED_SHARE = 0.5;
/** Boundaries from a rule and from white space this close, in points, are the same. */
const SAME_BOUNDARY = 6;

export interface Columns {
  /** x of every boundary, the region's two sides included: columns + 1 values. */
  bounds: number[];
  /** Whether upright rules gave the inner boundaries. */
  ruled: boolean;
}

/** Finds the columns of a region: upright rules first, then white gaps that (nearly) no line crosses. */
export function findColumns(lines: readonly PhraseLine[], box: Box, upright: readonly Edge[]): Columns {
  const ruled = uprightBounds(upright, box);
  const underPeriods = gapsUnderPeriods(lines);
  const gaps = [
    ...findGaps(lines, box).filter((g) => !underPeriods.some((p) => p.from < g.to && g.from < p.to)),
    ...underPeriods,
  ];
  const inner = [...ruled];
  for (const gap of gaps) {
    const middle = (gap.from + gap.to) / 2;
    const atRule = ruled.some((x) => x >= gap.from - SAME_BOUNDARY && x <= gap.to + SAME_BOUNDARY);
    if (atRule) continue;
    if (ruled.length > 0 && gap.support < SPLIT_RULED_SHARE * lines.length) continue;
    inner.push(middle);
  }
  inner.sort((a, b) => a - b);
  return { bounds: [box[0], ...inner, box[2]], ruled: ruled.length > 0 };
}

/** x of the upright rules strictly inside the box that are tall enough in all. */
function uprightBounds(upright: readonly Edge[], box: Box): number[] {
  const byX: { x: number; covered: number }[] = [];
  for (const edge of upright.toSorted((a, b) => a.at - b.at)) {
    const covered = Math.min(edge.to, box[3]) - Math.max(edge.from, box[1]);
    const last = byX.at(-1);
    if (last && edge.at - last.x <= 3) last.covered += covered;
    else byX.push({ x: edge.at, covered });
  }
  const height = box[3] - box[1];
  return byX.filter((v) => v.covered >= UPRIGHT_SHARE * height && v.x > box[0] + 5 && v.x < box[2] - 5).map((v) => v.x);
}

/** Points. The widest page that a PDF may have (ISO 32000-1, annex C.2); what claims to be wider is of no shape. */
const MAX_WIDTH = 14_400;

interface Gap {
  from: number;
  to: number;
  /** Lines with text on the side that has fewer. */
  support: number;
}

function findGaps(lines: readonly PhraseLine[], box: Box): Gap[] {
  const several = lines.filter((l, i) => l.phrases.length >= 2 && !isSuperHead(l, lines[i + 1]));
  if (several.length === 0 || box[2] - box[0] > MAX_WIDTH) return [];
  const bins = Math.max(1, Math.ceil((box[2] - box[0]) / BIN));
  const starts = several.flatMap((l) => l.phrases.map((p) => p.box[0]));
  const narrow = lines.filter(
    (l) =>
      l.phrases.length === 1 &&
      l.box[2] - l.box[0] < NARROW_SHARE * (box[2] - box[0]) &&
      starts.some((x) => Math.abs(x - l.box[0]) <= SAME_START),
  );
  const coverage = coverageOf([...several, ...narrow], box[0], bins);
  // A lone line longer than every label with values beside it is a band row, not part of a wrapped label.
  const firsts = several.map((l) => l.phrases[0]!.box);
  const shortest = Math.min(...firsts.map((b) => b[2]));
  const labelEnd = Math.max(...firsts.filter((b) => b[0] < shortest).map((b) => b[2]));
  const wrapped = narrow.filter((l) => l.box[2] <= labelEnd + SAME_START);
  const withoutBands = coverageOf([...several, ...wrapped], box[0], bins);
  const tolerated = Math.floor(CROSSING_SHARE * several.length) || (several.length >= 3 ? 1 : 0);
  const strict = intervals(coverage, 0, box[0]);
  const loose = intervals(withoutBands, tolerated, box[0]).flatMap((gap) => withoutInnerText(gap, several));
  const heads = Math.max(1, several.findIndex(isValueLine));
  const known = [...strict, ...loose.filter((l) => !strict.some((s) => s.from < l.to && l.from < s.to))];
  const gaps: Gap[] = betweenValues(several.slice(heads), box[0], bins).filter(
    (gap) => !known.some((k) => k.to - k.from >= MIN_GAP && k.from < gap.to && gap.from < k.to),
  );
  for (const gap of known) {
    if (gap.to - gap.from < MIN_GAP) continue;
    const exact = strict.includes(gap);
    // A wrapped label stands on lines of its own beside values at half height: each side counts for itself.
    const left = lines.filter((l) => l.phrases.some((p) => p.box[2] <= gap.from + 1)).length;
    const right = lines.filter((l) => l.phrases.some((p) => p.box[0] >= gap.to - 1)).length;
    const both = several.some(
      (l) => l.phrases.some((p) => p.box[2] <= gap.from + 1) && l.phrases.some((p) => p.box[0] >= gap.to - 1),
    );
    const support = both ? Math.min(left, right) : 0;
    const crossing = several.filter((l) => l.phrases.some((p) => p.box[0] < gap.from && p.box[2] > gap.to));
    // With few lines only the heads at the top may cross; elsewhere the gap is chance.
    if (!exact && several.length < 8 && crossing.some((l) => several.indexOf(l) >= heads)) continue;
    if (support >= (exact ? Math.min(2, several.length) : 3)) gaps.push({ ...gap, support });
  }
  return mergeEmpty(
    gaps.sort((a, b) => a.from - b.from),
    lines,
  );
}

/** Years centred over pairs of heads stand between their columns and show none of their own. */
function isSuperHead(line: PhraseLine, next: PhraseLine | undefined): boolean {
  return (
    line.phrases.every((p) => isPeriodHead(p.text)) &&
    next !== undefined &&
    next.phrases.length >= 2 * line.phrases.length &&
    !isValueLine(next)
  );
}

/**
 * Two periods side by side head two columns, whatever words run on under both (`not measured before 2023`): the white
 * between the figures of the one and of the other parts them, if a line has both. So do a head of units before the
 * years, and one of remarks after them, under which there may be nothing.
 */
function gapsUnderPeriods(lines: readonly PhraseLine[]): Gap[] {
  return lines.flatMap((head, i) => {
    const below = lines.slice(i + 1).flatMap((line) => line.phrases);
    const figures = below.filter((p) => isFigure(p.text));
    const years = head.phrases.filter((p) => isPeriodHead(p.text)).length;
    return head.phrases.flatMap((left, k) => {
      const right = head.phrases[k + 1];
      if (right === undefined) return [];
      const units = UNIT_HEAD.test(left.text.trim()) && isPeriodHead(right.text);
      const words =
        isPeriodHead(left.text) && years >= 2 && WORD_HEAD.test(right.text) && k === head.phrases.length - 2;
      if (!units && !words && !(isPeriodHead(left.text) && isPeriodHead(right.text))) return [];
      const [from, to] = [middleOf(left), words ? right.box[0] : middleOf(right)];
      const before = (units ? below : figures).filter((p) => Math.abs(middleOf(p) - from) <= (to - from) / 2);
      const after = (words ? below : figures).filter((p) => Math.abs(middleOf(p) - to) <= (to - from) / 2);
      const gap = {
        from: Math.max(left.box[2], ...before.map((p) => p.box[2])),
        to: Math.min(right.box[0], ...after.map((p) => p.box[0])),
      };
      const support = before.filter((p) => after.some((q) => Math.abs(p.baseline - q.baseline) <= 1)).length;
      const attested = support > 0 || (words && before.length > 0);
      return attested && gap.to - gap.from >= MIN_GAP ? [{ ...gap, support: lines.length }] : [];
    });
  });
}

const middleOf = (phrase: { box: Box }): number => (phrase.box[0] + phrase.box[2]) / 2;

/** Gaps with a value on either side in most lines of the body: heads of any number and width may cross them. */
function betweenValues(body: readonly PhraseLine[], x0: number, bins: number): Gap[] {
  const gaps = intervals(coverageOf(body, x0, bins), Math.floor(CROSSING_SHARE * body.length), x0);
  return gaps.flatMap((gap) => {
    if (gap.to - gap.from < MIN_GAP) return [];
    const support = body.filter((line) => {
      const left = line.phrases.findLast((p) => p.box[2] <= gap.from + 1);
      const right = line.phrases.find((p) => p.box[0] >= gap.to - 1);
      return left && right && isFigure(left.text) && isFigure(right.text);
    }).length;
    return support >= Math.max(MIN_VALUE_PAIRS, VALUE_PAIR_SHARE * body.length) ? [{ ...gap, support }] : [];
  });
}

/** A value, or the dash that stands in for one. */
const isFigure = (text: string): boolean => isValue(text) || /^[-–—−]$/.test(text.trim());

/** How many lines have text in each bin of the region's width. */
function coverageOf(lines: readonly PhraseLine[], x0: number, bins: number): Uint16Array {
  const coverage = new Uint16Array(bins);
  for (const line of lines) {
    for (const phrase of line.phrases) {
      const from = Math.max(0, Math.floor((phrase.box[0] - x0) / BIN));
      const to = Math.min(bins, Math.ceil((phrase.box[2] - x0) / BIN));
      for (let i = from; i < to; i++) coverage[i]!++;
    }
  }
  return coverage;
}

/** A line of which at least half the phrases are values is no head. */
function isValueLine(line: PhraseLine): boolean {
  const values = line.phrases.filter((p) => isValue(p.text) && !isPeriodHead(p.text)).length;
  return values >= line.phrases.length / 2;
}

/** Stretches of the profile, between the first and last text, that at most `most` lines cover. */
function intervals(coverage: Uint16Array, most: number, x0: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let start = -1;
  let first = coverage.findIndex((c) => c > 0);
  const last = coverage.findLastIndex((c) => c > 0);
  if (first < 0) first = 0;
  for (let i = first; i <= last; i++) {
    if (coverage[i]! <= most) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      found.push({ from: x0 + start * BIN, to: x0 + i * BIN });
      start = -1;
    }
  }
  return found;
}

/** A sparse column lies inside a loosely found gap: the gap is cut around its text. */
function withoutInnerText(
  gap: { from: number; to: number },
  lines: readonly PhraseLine[],
): { from: number; to: number }[] {
  let parts = [gap];
  for (const line of lines) {
    for (const phrase of line.phrases) {
      if (phrase.box[0] < gap.from - 0.5 || phrase.box[2] > gap.to + 0.5) continue;
      parts = parts.flatMap((p) => {
        if (phrase.box[2] <= p.from || phrase.box[0] >= p.to) return [p];
        return [
          { from: p.from, to: phrase.box[0] },
          { from: phrase.box[2], to: p.to },
        ].filter((q) => q.to - q.from >= MIN_GAP);
      });
    }
  }
  return parts;
}

/** Two gaps with no text between them are one. */
function mergeEmpty(gaps: Gap[], lines: readonly PhraseLine[]): Gap[] {
  const merged: Gap[] = [];
  for (const gap of gaps) {
    const last = merged.at(-1);
    const between =
      last &&
      lines.some((l) =>
        l.phrases.some((p) => (p.box[0] + p.box[2]) / 2 > last.to && (p.box[0] + p.box[2]) / 2 < gap.from),
      );
    if (last && !between) last.to = gap.to;
    else merged.push({ ...gap });
  }
  return merged;
}
