import type { Evidence } from '../../model/finding.ts';
import type { Comparison, Mismatch } from '../comparison.ts';
import { quotePassage } from '../passages.ts';
import type { MarkedRow, Note, PageNotes } from './page-notes.ts';

/** Marks that must be raised or small, to show that the notes are marked at all. */
const FEWEST_SURE = 2;

/** Pages → notes that no mark on their page leads to, where all the others have theirs. */
export function findNotesWithoutMark(pages: readonly PageNotes[]): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const { notes, sure, marks, rows } of pages) {
    if (notes.filter(({ number }) => sure.has(number)).length < FEWEST_SURE) continue;
    const lost = notes.filter(({ number }) => !marks.has(number));
    if (lost.length === 0) comparison.agreeing.push(quotePassage(notes[0]!.passage, 'note'));
    if (lost.length !== 1) continue;
    const [note] = lost;
    const row = findRow(
      note!,
      rows.filter((one) => one.marks.size === 0),
    );
    comparison.mismatches.push({
      ...describe(note!, row),
      second: row?.label ?? '',
    });
  }
  return comparison;
}

/** Pages → marks in tables beyond the last note, where the marks before have their notes. */
export function findMarksWithoutNote(pages: readonly PageNotes[]): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const { page, notes, rows, beginnings } of pages) {
    const used = new Set(rows.flatMap(({ marks }) => [...marks]).filter((mark) => mark <= notes.length));
    const next = rows.filter((row) => row.cells.some((cell) => cell.marks.includes(String(notes.length + 1))));
    if (used.size < notes.length || beginnings.has(notes.length + 1)) continue;
    if (next.length === 0) comparison.agreeing.push(quotePassage(notes[0]!.passage, 'note'));
    else {
      const [row] = next;
      comparison.mismatches.push({
        first: row!.label,
        second: String(notes.length + 1),
        firstPages: [page],
        secondPages: [page],
        evidence: [rowEvidence(row!), quotePassage(notes.at(-1)!.passage, 'note')],
      });
    }
  }
  return comparison;
}

/** Pages → notes that speak of a row without a mark, in all its words, while their mark stands at a row that they do not speak of. */
export function findNotesOnOtherRows(pages: readonly PageNotes[]): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  for (const { notes, rows } of pages) {
    for (const note of notes) {
      const own = rows.filter(({ marks }) => marks.has(note.number));
      if (own.length !== 1) continue;
      const meant = findRow(
        note,
        rows.filter((row) => row.marks.size === 0 && row.table === own[0]!.table),
      );
      if (meant === null || shareOf(own[0]!.label, note) >= LEAST_OWN_SHARE) {
        comparison.agreeing.push(quotePassage(note.passage, 'note'));
        continue;
      }
      const mismatch = describe(note, meant);
      comparison.mismatches.push({
        ...mismatch,
        first: own[0]!.label,
        second: meant.label,
        evidence: [rowEvidence(own[0]!), ...mismatch.evidence],
      });
    }
  }
  return comparison;
}

/** A note that shares this much of its own row's words is where it belongs. */
const LEAST_OWN_SHARE = 0.34;
/** Words of a row that a note must speak of, for it to be the row's. */
const FEWEST_WORDS = 3;
const SMALL_WORDS: ReadonlySet<string> = new Set('the and for with from per our all total number rate'.split(' '));

/** Rows → the one whose words all stand in the note; null when none does, or several. */
function findRow(note: Note, rows: readonly MarkedRow[]): MarkedRow | null {
  const fitting = rows.filter(({ label }) => wordsOf(label).length >= FEWEST_WORDS && shareOf(label, note) === 1);
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Share of a label's words that stand in a note. */
function shareOf(label: string, { passage }: Note): number {
  const words = wordsOf(label);
  const spoken = new Set(wordsOf(passage.text));
  return words.length === 0 ? 0 : words.filter((word) => spoken.has(word)).length / words.length;
}

/** Text → its words, plurals as singulars; pairs of ideographs count as words. */
function wordsOf(text: string): string[] {
  const words = (text.toLowerCase().match(/\p{Script=Latin}{3,}/gu) ?? [])
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => !SMALL_WORDS.has(word));
  const ideographs = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2)),
  );
  return [...new Set([...words, ...ideographs])];
}

function describe(note: Note, row: MarkedRow | null): Mismatch {
  return {
    first: note.passage.text,
    second: '',
    firstPages: [note.passage.page],
    secondPages: [note.passage.page],
    evidence: [quotePassage(note.passage, 'note'), ...(row === null ? [] : [rowEvidence(row)])],
  };
}

function rowEvidence({ label, cells, table }: MarkedRow): Evidence {
  const cell = cells.find(({ text }) => text === label)!;
  return {
    page: table.page,
    box: cell.box,
    raw: label,
    role: 'row',
    factId: null,
    label: '',
    period: null,
    unit: null,
  };
}
