import { overlapY, union } from '../geometry/box.ts';
import type { Box, TextRun } from '../model/page.ts';

/** Text on one baseline with no gap wider than a word space: a cell's line, or a stretch of a sentence. */
export interface Phrase {
  text: string;
  box: Box;
  baseline: number;
  size: number;
  bold: boolean;
  color: string;
  runs: TextRun[];
  /** Footnote marks printed above the line after this text. */
  marks: string[];
}

/** Phrases on one baseline, left to right. */
export interface PhraseLine {
  phrases: Phrase[];
  box: Box;
  baseline: number;
  size: number;
}

/** Baselines closer than this share of the font size belong to one line. */
const SAME_BASELINE = 0.3;
/** Gap, as a share of the font size, up to which two runs are one phrase. */
const PHRASE_GAP = 0.62;
/** Gap that reads as a space between two runs. */
const SPACE_GAP = 0.15;
/** A run at most this much smaller than its neighbour may be a superscript or subscript. */
const SCRIPT_SIZE = 0.78;
/** A script stands this far above the baseline, as a share of the neighbour's size, to be a footnote mark. */
const RAISED = 0.18;
/** Footnote marks: up to two digits or letters, or the usual signs, with commas and brackets. */
const MARK =
  /^[([]?(?:[*†‡]?\d{1,2}|[a-z]|[*†‡§#^]+|[①-⑳]|注\d*)(?:[)\]]? ?[,，、/] ?(?:\d{1,2}|[a-z]|[*†‡]))*[)\]]?$/i;
/** Units whose raised digit is a power, not a footnote. */
const POWER_BASE = /(?:^|[^a-z])(?:[kcdm]?m|ft|in|yd)$/i;

export const IDEOGRAPH = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65]/;

/** Joins a page's upright runs into phrases, with superscript marks taken off and subscripts joined on. */
export function buildPhrases(runs: readonly TextRun[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const line of clusterBaselines(runs)) {
    line.sort((a, b) => a.box[0] - b.box[0] || a.baseline - b.baseline);
    let open: Phrase | null = null;
    for (const run of line) {
      if (open && gapFits(open, run)) append(open, run);
      else {
        open = {
          text: run.text,
          box: run.box,
          baseline: run.baseline,
          size: run.size,
          bold: run.bold,
          color: run.color,
          runs: [run],
          marks: [],
        };
        phrases.push(open);
      }
    }
  }
  return phrases.filter((p) => p.text.trim() !== '');
}

/** Groups runs whose baselines agree; small runs join the line whose height holds their middle. */
function clusterBaselines(runs: readonly TextRun[]): TextRun[][] {
  const sorted = runs.toSorted((a, b) => a.baseline - b.baseline);
  const lines: { baseline: number; size: number; runs: TextRun[] }[] = [];
  const waiting: TextRun[] = [];
  for (const run of sorted) {
    const last = lines.at(-1);
    const mayBeMark = last && isScriptLike(run) && run.size <= SCRIPT_SIZE * last.size;
    if (last && !mayBeMark && run.baseline - last.baseline <= SAME_BASELINE * Math.min(run.size, last.size)) {
      last.runs.push(run);
      if (run.size > last.size) last.size = run.size;
    } else if (isScriptLike(run)) {
      waiting.push(run);
    } else lines.push({ baseline: run.baseline, size: run.size, runs: [run] });
  }
  for (const run of waiting) {
    // A mark that touches larger text belongs to it, whatever stands on the mark's own level elsewhere on the page.
    const host =
      hostLine(lines, run) ??
      lines.find((l) => Math.abs(run.baseline - l.baseline) <= SAME_BASELINE * Math.min(run.size, l.size));
    if (host) host.runs.push(run);
    else lines.push({ baseline: run.baseline, size: run.size, runs: [run] });
  }
  return lines.map((l) => l.runs);
}

function isScriptLike(run: TextRun): boolean {
  return run.text.length <= 6 && (MARK.test(run.text) || /^[\dxe₂₃]$/i.test(run.text));
}

/** The line that a small raised or lowered run leans on: touching it, larger, and overlapping in height. */
function hostLine<T extends { runs: TextRun[] }>(lines: T[], run: TextRun): T | null {
  let best: T | null = null;
  let bestGap = Infinity;
  for (const line of lines) {
    for (const other of line.runs) {
      if (run.size > SCRIPT_SIZE * other.size || overlapY(run.box, other.box) < 0.3 * run.size) continue;
      const gap = Math.abs(run.box[0] - other.box[2]);
      if (gap < Math.min(bestGap, 0.5 * other.size)) {
        bestGap = gap;
        best = line;
      }
    }
  }
  return best;
}

function gapFits(open: Phrase, run: TextRun): boolean {
  const size = Math.max(open.size, run.size);
  const gap = run.box[0] - open.box[2];
  return gap <= PHRASE_GAP * size && gap >= -0.6 * size;
}

function append(open: Phrase, run: TextRun): void {
  const small = run.size <= SCRIPT_SIZE * open.size;
  const raised = small && open.baseline - run.baseline > RAISED * open.size;
  open.runs.push(run);
  if (raised && MARK.test(run.text)) {
    open.box = union([open.box, run.box]);
    if (POWER_BASE.test(open.text) && /^[23]$/.test(run.text)) open.text += run.text === '2' ? '²' : '³';
    else open.marks.push(run.text);
    return;
  }
  const gap = run.box[0] - open.box[2];
  const spaced =
    (gap > SPACE_GAP * Math.max(open.size, run.size) && !(small && !raised)) || besideLargeDigits(open, run);
  const ideographs = IDEOGRAPH.test(open.text.at(-1) ?? '') && IDEOGRAPH.test(run.text[0] ?? '');
  open.text += (spaced && !ideographs ? ' ' : '') + run.text;
  open.box = union([open.box, run.box]);
  if (!small && run.size > open.size) {
    open.size = run.size;
    open.baseline = run.baseline;
  }
  open.bold = open.bold && run.bold;
}

/** Whether a word ends at a number set larger than it, or begins after one: `Total` **20,577** `cases`. */
function besideLargeDigits(open: Phrase, run: TextRun): boolean {
  const size = open.runs.at(-2)!.size;
  if (run.size <= SCRIPT_SIZE * size) return /\d$/.test(open.text) && /^[A-Za-z]{3}/.test(run.text);
  return size <= SCRIPT_SIZE * run.size && /[A-Za-z]{3}$/.test(open.text) && /^\d/.test(run.text);
}

/** A cut through a phrase must fall within this many points of a space or of the end of a run. */
const CUT_REACH = 4;

/** Parts a phrase at the spaces nearest to the given x; a cut through the middle of a word is not made. */
export function splitPhrase(phrase: Phrase, cuts: readonly number[]): Phrase[] {
  const pieces: { run: TextRun; from: number; to: number }[] = phrase.runs.map((run) => ({
    run,
    from: 0,
    to: run.text.length,
  }));
  for (const x of cuts) {
    const at = pieces.findIndex(({ run, from, to }) => run.edges[from]! < x && run.edges[to]! > x);
    if (at < 0) continue;
    const { run, from, to } = pieces[at]!;
    const spaces = [...run.text].flatMap((c, i) => (c === ' ' && i > from && i < to ? [i] : []));
    const nearest = spaces.sort((a, b) => Math.abs(run.edges[a]! - x) - Math.abs(run.edges[b]! - x))[0];
    if (nearest === undefined || Math.abs((run.edges[nearest]! + run.edges[nearest + 1]!) / 2 - x) > CUT_REACH)
      continue;
    pieces.splice(at, 1, { run, from, to: nearest }, { run, from: nearest + 1, to });
  }
  const sides = pieces.map(
    ({ run, from, to }) => cuts.filter((x) => (run.edges[from]! + run.edges[to]!) / 2 > x).length,
  );
  if (new Set(sides).size < 2) return [phrase];
  const groups = new Map<number, TextRun[]>();
  pieces.forEach(({ run, from, to }, i) => {
    const group = groups.get(sides[i]!) ?? [];
    group.push(sliceRun(run, from, to));
    groups.set(sides[i]!, group);
  });
  return [...groups.values()].flatMap((runs) => buildPhrases(runs));
}

function sliceRun(run: TextRun, from: number, to: number): TextRun {
  const edges = run.edges.slice(from, to + 1);
  return {
    ...run,
    text: run.text.slice(from, to),
    edges,
    box: [edges[0]!, run.box[1], edges.at(-1)!, run.box[3]],
  };
}

/** Sorts phrases into lines by baseline, top to bottom, and each line left to right. */
export function lineUp(phrases: readonly Phrase[]): PhraseLine[] {
  const lines: PhraseLine[] = [];
  for (const phrase of phrases.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && phrase.baseline - last.baseline <= SAME_BASELINE * 1.2 * Math.min(phrase.size, last.size)) {
      last.phrases.push(phrase);
    } else lines.push({ phrases: [phrase], box: phrase.box, baseline: phrase.baseline, size: phrase.size });
  }
  for (const line of lines) {
    line.phrases.sort((a, b) => a.box[0] - b.box[0]);
    line.box = union(line.phrases.map((p) => p.box));
    line.size = Math.max(...line.phrases.map((p) => p.size));
  }
  return lines;
}

/** Joins two pieces of text across a line end: no space between ideographs, none after a hyphen inside a word or code. */
export function joinText(a: string, b: string): string {
  if (a === '' || b === '') return a + b;
  if (IDEOGRAPH.test(a.at(-1)!) && IDEOGRAPH.test(b[0]!)) return a + b;
  if (/[\p{L}\d][-‐]$/u.test(a) && /^[\p{Ll}\d]/u.test(b)) return a + b;
  if (/[/\\]$/.test(a) || /^[)）,，;；:：。]/.test(b)) return a + b;
  return `${a} ${b}`;
}
