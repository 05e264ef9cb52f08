/* eslint-disable no-control-regex -- signatures of file formats hold control characters */
import { CheckError } from '../model/check-error.ts';
import type { OtherFormat } from '../model/report.ts';

/** Bytes at the front in which a PDF's header or another format's signature is looked for (PDF 32000-1, annex H.3.4.1). */
const HEAD_BYTES = 1024 + 5;
/** Bytes at the front in which a file without a header is looked through for PDF objects. */
const OBJECT_BYTES = 64 * 1024;

/** What a file is, by its first bytes. */
const SIGNATURES: { test: RegExp; code: OtherFormat }[] = [
  {
    test: /^\s*(?:<!--[^]{0,400}?-->\s*)?(?:<!doctype html|<html|<head|<script|<body)|^\s*<\?xml[^]{0,200}<(?:!doctype )?html/i,
    code: 'web-page',
  },
  {
    test: /^PK\x03\x04[^]*?word\//,
    code: 'word',
  },
  {
    test: /^PK\x03\x04[^]*?xl\//,
    code: 'excel',
  },
  {
    test: /^PK\x03\x04[^]*?ppt\//,
    code: 'powerpoint',
  },
  { test: /^PK[\x03\x05]/, code: 'zip' },
  {
    test: /^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/,
    code: 'archive',
  },
  {
    test: /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    code: 'old-office',
  },
  { test: /^\{\\rtf/, code: 'rtf' },
  {
    test: /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP|\0\0\0\x0cjP {2}|[^]{4}ftyp(?:heic|avif))/,
    code: 'picture',
  },
  {
    test: /^(?:%!PS(?!-Adobe-\d\.\d PDF-)|\xc5\xd0\xd3\xc6)/,
    code: 'postscript',
  },
  { test: /^\s*<\?xml|^\s*<svg/i, code: 'xml' },
];

const sentences: Record<OtherFormat, string> = {
  'web-page':
    'This file is not a PDF but a web page (HTML). Open the link in a browser, save the PDF itself and choose that.',
  word: 'This file is not a PDF but a Word document. Save it as PDF and choose that.',
  excel: 'This file is not a PDF but an Excel workbook. Choose the PDF of the report.',
  powerpoint: 'This file is not a PDF but a PowerPoint file. Save it as PDF and choose that.',
  zip: 'This file is not a PDF but a ZIP archive. Unpack it and choose the PDF inside.',
  archive: 'This file is not a PDF but a packed archive. Unpack it and choose the PDF inside.',
  'old-office':
    'This file is not a PDF but an old Office document (Word, Excel or PowerPoint). Save it as PDF and choose that.',
  rtf: 'This file is not a PDF but a text document (RTF). Save it as PDF and choose that.',
  picture: 'This file is not a PDF but a picture. Choose a PDF with text in it, exported from its source.',
  postscript: 'This file is not a PDF but PostScript. Save it as PDF and choose that.',
  xml: 'This file is not a PDF but XML. Choose the PDF of the report.',
  'empty-file': 'This file is empty, and not a PDF. Choose the PDF of the report.',
  'only-zeros': 'This file is not a PDF: it holds only zeros, as a broken-off copy does. Get it again.',
  'not-a-pdf': 'This file is not a PDF. Choose the PDF of the report.',
};

/** Throws when a file is no PDF. @throws CheckError that says what it is and what to do */
export function refuseNonPdf(bytes: Uint8Array): void {
  const code = recogniseOther(bytes);
  if (code !== null) throw new CheckError(code, sentences[code]);
}

/**
 * First bytes of a file → null when it may be a PDF, else what it is. A damaged header is let through as long as PDF
 * objects follow: pdf.js rebuilds such files.
 */
export function recogniseOther(bytes: Uint8Array): OtherFormat | null {
  if (bytes.length === 0) return 'empty-file';
  if (bytes.every((byte) => byte === 0)) return 'only-zeros';
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  if (head.includes('%PDF-') || /^%!PS-Adobe-\d\.\d PDF-/.test(head)) return null;
  const known = SIGNATURES.find(({ test }) => test.test(head));
  if (known) return known.code;
  const start = latin1(bytes.subarray(0, OBJECT_BYTES));
  return /%PDF|\b\d+ \d+ obj\b/.test(start) ? null : 'not-a-pdf';
}

/** One character a byte, which no TextDecoder gives: its `latin1` is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
