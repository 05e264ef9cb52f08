import { expect, test } from 'vitest';
import { recogniseOther, refuseNonPdf } from '../../../src/read/sniff.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>', /web page/],
  ['a web page after a comment', '\n<!-- saved -->\n<html>', /web page/],
  ['an XHTML page', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html>', /web page/],
  ['a Word document', 'PK\x03\x04....[Content_Types].xml....word/document.xml', /Word/],
  ['a workbook', 'PK\x03\x04....[Content_Types].xml....xl/workbook.xml', /Excel/],
  ['slides', 'PK\x03\x04....[Content_Types].xml....ppt/presentation.xml', /PowerPoint/],
  ['a ZIP archive', 'PK\x03\x04....report.pdf', /ZIP/],
  ['a gzip archive', '\x1f\x8b\x08', /archive/],
  ['an old Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /Office/],
  ['an RTF document', '{\\rtf1', /RTF/],
  ['a PNG', '\x89PNG\r\n', /picture/],
  ['a JPEG', '\xff\xd8\xff\xe0', /picture/],
  ['a TIFF', 'II*\0', /picture/],
  ['PostScript', '%!PS-Adobe-3.0\n', /PostScript/],
  ['XML', '<?xml version="1.0"?><report/>', /XML/],
  ['nothing', '', /empty/],
  ['zeros', '\0'.repeat(500), /zeros/],
  ['plain text', 'Emissions fell by 5%.', /not a PDF/],
])('%s is told for what it is', (_name, text, expected) => {
  expect(() => refuseNonPdf(latin1(text))).toThrow(expected);
});

test.each([
  ['a header', '%PDF-1.7\n'],
  ['a header after other bytes', `${'x'.repeat(1000)}%PDF-1.4`],
  ['a header that lacks its dash', '%PDF1.4\n1 0 obj'],
  ['no header but objects', '1 0 obj\n<< /Type /Catalog >>'],
  ['a PostScript header that names PDF', '%!PS-Adobe-3.0 PDF-1.4'],
  ['a PDF that holds HTML', '%PDF-1.7\n<html>'],
])('%s is tried as a PDF', (_name, text) => {
  expect(recogniseOther(latin1(text))).toBeNull();
});
