import type { Box } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import type { Triage } from '../../model/triage.ts';
import { ExportError } from '../export-error.ts';
import { listResults } from '../results.ts';
import type { Standing } from '../results.ts';
import { words } from '../words.ts';
import type { Language } from '../words.ts';
import {
  addAnnotations,
  array,
  drawing,
  openForNotes,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfString,
  spaceOf,
} from './library.ts';
import type { PDF, PDFPage, PdfObject, PdfRef } from './library.ts';
import { placeMarks } from './marks.ts';
import type { Mark } from './marks.ts';
import { noteText } from './note-text.ts';
import { quadOf, rectOf } from './page-space.ts';
import type { PageSpace } from './page-space.ts';

export interface AnnotateOptions {
  language: Language;
  /** When the notes are written. */
  at: Date;
  password: string | null;
  /** Whether figures of verified relations are marked too. */
  verified: boolean;
}

/** Red, green and blue, 0 to 1: light enough to read through when laid over black type. */
const COLORS: Record<Standing, readonly [number, number, number]> = {
  wrong: [1, 0.72, 0.68],
  doubtful: [1, 0.86, 0.5],
  look: [0.74, 0.86, 1],
  untold: [0.86, 0.86, 0.86],
  verified: [0.76, 0.93, 0.8],
};

/** Points that a highlight reaches beyond the print, so that it shows around tight boxes. */
const MARGIN = 1;

/** Side of a note's sign in points: as high as small print, so that it hides no neighbouring figure. */
const SIGN = 7;

/** Page of white paper with two lines of writing, drawn in a square of `SIGN` points. */
const SIGN_PATH = '0.6 w 0.4 0.4 6.2 6.2 re B 1.7 4.4 m 5.3 4.4 l S 1.7 2.6 m 5.3 2.6 l S';

/** How much darker a sign's outline is than its highlight. */
const SIGN_SHADE = 0.55;

/**
 * PDF bytes and its report → the same bytes with highlights and notes appended: an incremental update (PDF 32000-1,
 * 7.5.6), so that the original stands untouched in front. Every operand of what failed and was not dismissed carries a
 * Highlight and, grouped with it, a Text note with title, arithmetic, state and rule.
 * @throws ExportError when the PDF is protected or its index is damaged
 */
export async function annotatePdf(
  bytes: Uint8Array,
  report: Report,
  triage: readonly Triage[],
  options: AnnotateOptions,
): Promise<Uint8Array> {
  const pdf = await openForNotes(bytes, options.password);
  const pages = pdf.getPages();
  // Pages beyond a limit are in the file and not in the report.
  if (pages.length < report.document.pages) throw new ExportError('damaged');
  const marks = placeMarks(report, listResults(report, triage), options);
  const looks = new Map<Standing, PdfRef>();
  for (const [index, page] of pages.entries()) {
    const own = marks.filter((mark) => mark.page === index + 1);
    if (own.length === 0) continue;
    const space = spaceOf(pdf, page);
    const writer = { pdf, page, space, options, looks };
    addAnnotations(
      pdf,
      page,
      own.flatMap((mark, number) => annotate(writer, mark, `crossfoot-${index + 1}-${number + 1}`)),
    );
  }
  return pdf.save({ incremental: true });
}

interface Writer {
  pdf: PDF;
  page: PDFPage;
  space: PageSpace;
  options: AnnotateOptions;
  /** The sign of each standing, drawn once a document. */
  looks: Map<Standing, PdfRef>;
}

/** Mark → its highlight and its note, which viewers take as one: the note answers the highlight. */
function annotate(writer: Writer, mark: Mark, name: string): PdfRef[] {
  const { pdf, space } = writer;
  const box = spread(mark.box);
  const lines = mark.lines.map(spread);
  const rects = lines.map((line) => rectOf(space, line));
  const rect = rectOf(space, box);
  const highlight = pdf.register(
    PdfDict.of({
      ...common(writer, mark, rect, name),
      Subtype: PdfName.of('Highlight'),
      QuadPoints: array(lines.flatMap((line) => quadOf(space, line))),
      AP: PdfDict.of({ N: pdf.register(drawHighlight(rect, rects, COLORS[mark.standing])) }),
    }),
  );
  // Left of the print, or at the page's edge.
  const left = Math.max(0, box[0] - SIGN);
  const note = pdf.register(
    PdfDict.of({
      ...common(writer, mark, rectOf(space, [left, box[1], left + SIGN, box[1] + SIGN]), `${name}-note`),
      Subtype: PdfName.of('Text'),
      Name: PdfName.of('Comment'),
      IRT: highlight,
      RT: PdfName.of('Group'),
      AP: PdfDict.of({ N: signOf(writer, mark.standing) }),
    }),
  );
  return [highlight, note];
}

/** Annotation flag `Print` (PDF 32000-1, table 165). */
const PRINTED = 4;

function common({ page, options }: Writer, mark: Mark, rect: number[], name: string): Record<string, PdfObject> {
  const at = PdfString.fromString(pdfDate(options.at));
  return {
    Type: PdfName.of('Annot'),
    Rect: array(rect),
    P: page.ref,
    F: PdfNumber.of(PRINTED),
    C: array(COLORS[mark.standing]),
    T: PdfString.fromString('Crossfoot'),
    Subj: PdfString.fromString(words[options.language].standings[mark.standing]),
    Contents: PdfString.fromString(noteText(mark, options.language)),
    NM: PdfString.fromString(name),
    M: at,
    CreationDate: at,
  };
}

const spread = ([x0, y0, x1, y1]: Box): Box => [x0 - MARGIN, y0 - MARGIN, x1 + MARGIN, y1 + MARGIN];

function drawHighlight(rect: number[], lines: readonly number[][], color: readonly number[]): PdfObject {
  const paths = lines.map(([x0, y0, x1, y1]) => `${x0} ${y0} ${x1! - x0!} ${y1! - y0!} re`);
  return drawing(rect, `/G gs ${color.join(' ')} rg ${paths.join(' ')} f`, {
    ExtGState: PdfDict.of({ G: PdfDict.of({ BM: PdfName.of('Multiply') }) }),
  });
}

function signOf({ pdf, looks }: Writer, standing: Standing): PdfRef {
  let sign = looks.get(standing);
  if (!sign) {
    const dark = COLORS[standing].map((part) => (part * SIGN_SHADE).toFixed(2)).join(' ');
    sign = pdf.register(drawing([0, 0, SIGN, SIGN], `1 1 1 rg ${dark} RG ${SIGN_PATH}`, {}));
    looks.set(standing, sign);
  }
  return sign;
}

/** `D:20250131120000Z` (PDF 32000-1, 7.9.4). */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '')}`;
}
