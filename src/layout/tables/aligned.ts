import { union } from '../../geometry/box.ts';
import type { Phrase, PhraseLine } from '../phrases.ts';
import { lineUp } from '../phrases.ts';
import { readRegion } from './find-tables.ts';
import type { FoundTable } from './find-tables.ts';
import { isPeriodHead, isValue } from './values.ts';

/** Lines without a second phrase that may stand inside a table one after another: wrapped labels and band rows. */
const MAX_SINGLE_LINES = 3;
/** White space, in font sizes, that ends an unruled table. */
const MAX_ROW_GAP = 3.4;
/** … as does one wider than this many font sizes and this factor of the widest between the rows so far. */
const OWN_GAP = 0.9;
const GAP_DRIFT = 1.6;
/** Baselines this close, in font sizes, are too close to be two lines of text: one stands at half height of the other. */
const HALF_LINE = 0.95;
/** Text larger than the row above by this factor is a heading. */
const SIZE_DRIFT = 1.18;

/** Finds tables without any line in one stretch of a column: runs of lines whose phrases stand in columns. */
export function findAlignedTables(page: number, phrases: readonly Phrase[]): FoundTable[] {
  const lines = lineUp(phrases);
  const found: FoundTable[] = [];
  for (const run of tabularRuns(lines)) {
    const members = run.flatMap((l) => l.phrases);
    const table = readRegion(page, members, null, [], []);
    if (table) found.push({ table: { ...table, box: union(members.map((p) => p.box)) }, phrases: new Set(members) });
  }
  return found;
}

/** Stretches of lines that begin and end with a line of several phrases, values among them. */
function tabularRuns(lines: readonly PhraseLine[]): PhraseLine[][] {
  const runs: PhraseLine[][] = [];
  let run: PhraseLine[] = [];
  let singles = 0;
  const close = (): void => {
    let last = run.findLastIndex((l) => l.phrases.length >= 2);
    // The second line of a label stands half a line below values that are centred beside it.
    const below = run[last + 1];
    if (below && below.baseline - run[last]!.baseline <= HALF_LINE * below.size) last++;
    const kept = run.slice(0, last + 1);
    if (kept.filter((l) => hasValue(l)).length >= 2) runs.push(kept);
    run = [];
    singles = 0;
  };
  for (const line of lines) {
    const previous = run.at(-1);
    if (previous && (leavesRun(run, line) || changesSize(previous, line))) close();
    if (line.phrases.length >= 2) {
      run.push(line);
      singles = 0;
    } else if (run.length > 0) {
      run.push(line);
      if (++singles > MAX_SINGLE_LINES || isSentence(line)) close();
    }
  }
  close();
  return runs;
}

/** Whether the white space above a line is wider than between the run's rows. */
function leavesRun(run: readonly PhraseLine[], line: PhraseLine): boolean {
  const gap = line.box[1] - run.at(-1)!.box[3];
  if (gap > MAX_ROW_GAP * line.size) return true;
  const gaps = run.slice(1).map((l, i) => l.box[1] - run[i]!.box[3]);
  return gaps.length >= 2 && gap > OWN_GAP * line.size && gap > GAP_DRIFT * Math.max(...gaps);
}

/** A heading, larger than the rows, ends a table. */
const changesSize = (above: PhraseLine, line: PhraseLine): boolean => line.size > SIZE_DRIFT * above.size;

const hasValue = (line: PhraseLine): boolean =>
  line.phrases.slice(1).some((p) => isValue(p.text) || isPeriodHead(p.text));

/** A single phrase of many words is prose and ends a table. */
const isSentence = (line: PhraseLine): boolean => line.phrases[0]!.text.split(/\s+/).length > 14;
