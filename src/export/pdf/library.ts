// The only importer of @libpdf/core, which writes PDF objects. It is large, and loaded when an annotated PDF is asked for.
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import type { PDFPage, PdfObject } from '@libpdf/core';
import { ExportError } from '../export-error.ts';
import type { PageSpace } from './page-space.ts';

export { PdfArray, PdfDict, PdfName, PdfNumber, PdfString };
export type { PDF, PDFPage, PdfObject, PdfRef };

/**
 * Opens a PDF that notes may be added to behind its own bytes.
 * @throws ExportError when it needs a password, forbids notes, or has no sound index to add to
 */
export async function openForNotes(bytes: Uint8Array, password: string | null): Promise<PDF> {
  const pdf = await PDF.load(bytes, password === null ? {} : { credentials: password }).catch(() => {
    throw new ExportError('damaged');
  });
  if (pdf.isEncrypted && !pdf.isAuthenticated) throw new ExportError('password-needed');
  if (pdf.isEncrypted && !pdf.getPermissions().annotate) throw new ExportError('notes-not-allowed');
  if (pdf.canSaveIncrementally() !== null) throw new ExportError('damaged');
  return pdf;
}

export const array = (values: readonly number[]): PdfArray => new PdfArray(values.map((value) => PdfNumber.of(value)));

/** A drawing that an annotation shows, in its own coordinates `[0, 0, width, height]` or those of the page. */
export function drawing(box: readonly number[], content: string, resources: Record<string, PdfObject>): PdfStream {
  const entries = {
    Type: PdfName.of('XObject'),
    Subtype: PdfName.of('Form'),
    BBox: array(box),
    Resources: PdfDict.of(resources),
  };
  return PdfStream.fromDict(entries, new TextEncoder().encode(content));
}

/** Adds annotations to those that the page has. */
export function addAnnotations(pdf: PDF, page: PDFPage, references: readonly PdfRef[]): void {
  const old = page.dict.getArray('Annots', (ref) => pdf.getObject(ref));
  // The list may be shared or stand elsewhere in the file: the page gets one of its own.
  page.dict.set('Annots', new PdfArray([...(old?.toArray() ?? []), ...references]));
}

/** Size of a page that states none, in points: US Letter, as the readers of PDF take it. */
const LETTER: Rectangle = [0, 0, 612, 792];

type Rectangle = [number, number, number, number];

/** Page → its place in user space, by the rules of PDF 32000-1, 7.7.3.3 and 14.11.2, boxes and turn inherited. */
export function spaceOf(pdf: PDF, page: PDFPage): PageSpace {
  const media = rectangle(pdf, inherited(pdf, page, 'MediaBox')) ?? LETTER;
  const crop = rectangle(pdf, inherited(pdf, page, 'CropBox')) ?? media;
  const rotate = numberOf(pdf, inherited(pdf, page, 'Rotate')) ?? 0;
  const unit = numberOf(pdf, page.dict.get('UserUnit')) ?? 1;
  return {
    view: intersect(crop, media) ?? media,
    rotate: rotate % 90 === 0 ? ((rotate % 360) + 360) % 360 : 0,
    userUnit: unit > 0 ? unit : 1,
  };
}

/** Page trees deeper than this are broken. */
const MOST_LEVELS = 64;

function inherited(pdf: PDF, page: PDFPage, key: string): PdfObject | undefined {
  const resolve = (ref: PdfRef): PdfObject | null => pdf.getObject(ref);
  let node: PdfDict | undefined = page.dict;
  for (let level = 0; node !== undefined && level < MOST_LEVELS; level++) {
    const value = node.get(key, resolve);
    if (value !== undefined) return value;
    node = node.getDict('Parent', resolve);
  }
  return undefined;
}

function resolved(pdf: PDF, value: PdfObject | undefined): PdfObject | undefined {
  return value instanceof PdfRef ? (pdf.getObject(value) ?? undefined) : value;
}

function numberOf(pdf: PDF, value: PdfObject | undefined): number | null {
  const found = resolved(pdf, value);
  return found instanceof PdfNumber ? found.value : null;
}

/** Array of four numbers → rectangle with its corners in order; null when it is none or has no area. */
function rectangle(pdf: PDF, value: PdfObject | undefined): Rectangle | null {
  if (!(value instanceof PdfArray) || value.length !== 4) return null;
  const edges = value.toArray().map((edge) => numberOf(pdf, edge));
  if (!edges.every((edge): edge is number => edge !== null)) return null;
  const [a, b, c, d] = edges as Rectangle;
  const ordered: Rectangle = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return ordered[2] > ordered[0] && ordered[3] > ordered[1] ? ordered : null;
}

function intersect(a: Rectangle, b: Rectangle): Rectangle | null {
  const common: Rectangle = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return common[2] > common[0] && common[3] > common[1] ? common : null;
}
