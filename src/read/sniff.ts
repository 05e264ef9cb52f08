/* eslint-disable no-control-regex -- signatures of file formats hold control characters */
/** Bytes at the front in which a PDF's header or another format's signature is looked for (PDF 32000-1, annex H.3.4.1). */
const HEAD_BYTES = 1024 + 5;
/** Bytes at the front in which a file without a header is looked through for PDF objects. */
const OBJECT_BYTES = 64 * 1024;

/** What a file is, by its first bytes, and what to do when it is no PDF. */
const SIGNATURES: { test: RegExp; sentence: string }[] = [
  {
    test: /^\s*(?:<!--[^]{0,400}?-->\s*)?(?:<!doctype html|<html|<head|<script|<body)|^\s*<\?xml[^]{0,200}<(?:!doctype )?html/i,
    sentence:
      'This file is not a PDF but a web page (HTML). Open the link in a browser, save the PDF itself and choose that.',
  },
  {
    test: /^PK\x03\x04[^]*?word\//,
    sentence: 'This file is not a PDF but a Word document. Save it as PDF and choose that.',
  },
  {
    test: /^PK\x03\x04[^]*?xl\//,
    sentence: 'This file is not a PDF but an Excel workbook. Choose the PDF of the report.',
  },
  {
    test: /^PK\x03\x04[^]*?ppt\//,
    sentence: 'This file is not a PDF but a PowerPoint file. Save it as PDF and choose that.',
  },
  { test: /^PK[\x03\x05]/, sentence: 'This file is not a PDF but a ZIP archive. Unpack it and choose the PDF inside.' },
  {
    test: /^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/,
    sentence: 'This file is not a PDF but a packed archive. Unpack it and choose the PDF inside.',
  },
  {
    test: /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    sentence:
      'This file is not a PDF but an old Office document (Word, Excel or PowerPoint). Save it as PDF and choose that.',
  },
  { test: /^\{\\rtf/, sentence: 'This file is not a PDF but a text document (RTF). Save it as PDF and choose that.' },
  {
    test: /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP|\0\0\0\x0cjP {2}|[^]{4}ftyp(?:heic|avif))/,
    sentence: 'This file is not a PDF but a picture. Choose a PDF with text in it, exported from its source.',
  },
  {
    test: /^(?:%!PS(?!-Adobe-\d\.\d PDF-)|\xc5\xd0\xd3\xc6)/,
    sentence: 'This file is not a PDF but PostScript. Save it as PDF and choose that.',
  },
  { test: /^\s*<\?xml|^\s*<svg/i, sentence: 'This file is not a PDF but XML. Choose the PDF of the report.' },
];

/**
 * First bytes of a file → null when it may be a PDF, else one sentence that says what it is and what to do. A damaged
 * header is let through as long as PDF objects follow: pdf.js rebuilds such files.
 */
export function explainNonPdf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'This file is empty. Choose the PDF of the report.';
  if (bytes.every((byte) => byte === 0))
    return 'This file holds only zeros: its download or copy broke off. Get it again.';
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  if (head.includes('%PDF-') || /^%!PS-Adobe-\d\.\d PDF-/.test(head)) return null;
  const known = SIGNATURES.find(({ test }) => test.test(head));
  if (known) return known.sentence;
  const start = latin1(bytes.subarray(0, OBJECT_BYTES));
  if (/%PDF|\b\d+ \d+ obj\b/.test(start)) return null;
  return 'This file is not a PDF. Choose the PDF of the report.';
}

/** One character a byte, which no TextDecoder gives: its `latin1` is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
