import { deflateSync } from 'node:zlib';
import { buildPdf, onePage, showLine, stream } from './build-pdf.ts';

const MEGABYTE = 1024 * 1024;
const line = showLine('Scope 1 emissions in 2024 were 274.02 tCO2e.');

/** A page whose content inflates to `size` bytes of `unit`, over and over. */
function bomb(unit: string, size: number): Uint8Array {
  const repeated = Buffer.alloc(size, unit, 'latin1');
  return onePage(stream('/Filter /FlateDecode', deflateSync(repeated, { level: 9 })));
}

/** `count` pages that share one content stream. */
export function manyPages(count: number, content = line): Uint8Array {
  const kids = Array.from({ length: count }, (_, i) => `${10 + i} 0 R`).join(' ');
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`;
  return buildPdf({
    objects: {
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
      4: stream('', content),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...Object.fromEntries(Array.from({ length: count }, (_, i) => [10 + i, page])),
    },
  });
}

/** Forms from object `first` on, each of which paints the next twice: sixteen million strokes in all. */
function doublingForms(first: number): Record<number, Uint8Array> {
  const forms: Record<number, Uint8Array> = {};
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9]';
  for (let n = first; n < first + 24; n++)
    forms[n] = stream(`${form} /Resources << /XObject << /X ${n + 1} 0 R >> >>`, '/X Do /X Do');
  forms[first + 24] = stream(form, '0 0 m 9 9 l S');
  return forms;
}

/** Three pages, of which the second never ends. */
export function hangingSecondPage(): Uint8Array {
  const page = (content: number, resources = ''): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`;
  return buildPdf({
    objects: {
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [6 0 R 7 0 R 8 0 R] /Count 3 >>',
      3: stream('', line),
      4: stream('', '/X Do'),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      6: page(3),
      7: page(4, '/XObject << /X 10 0 R >>'),
      8: page(3),
      ...doublingForms(10),
    },
  });
}

/** Outline entries that point to each other in a ring. */
const outlineRing = {
  10: '<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 2 >>',
  11: '<< /Title (One) /Parent 10 0 R /Next 12 0 R /First 12 0 R /Last 12 0 R >>',
  12: '<< /Title (Two) /Parent 11 0 R /Next 11 0 R /First 11 0 R /Last 11 0 R >>',
};

/** A type 3 font whose one glyph shows itself. */
const selfShowingFont =
  '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 10 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F1 5 0 R >> >> >>';

/** A ToUnicode map that says every letter is something else: markup, a formula, a direction mark. */
const lyingMap = stream(
  '',
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 4 beginbfchar <41> <003C007300630072006900700074003E> <42> <003D0063006D0064> <43> <202E> <44> <D800> endbfchar 1 beginbfrange <50> <FF> <FFFFFFFF> endbfrange endcmap end end',
);

const lyingFont = (widths: string): string =>
  `<< /Type /Font /Subtype /TrueType /BaseFont /Lies /ToUnicode 10 0 R /FirstChar 0 /LastChar 255 /Widths [${widths}] /FontDescriptor 11 0 R >>`;

/** Files made to break a reader: each must end in a result or in one clear sentence. The slow ones run into a limit. */
export const nastyFiles: Record<string, () => Uint8Array> = {
  'page tree that is its own kid': () =>
    buildPdf({
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>',
      },
    }),
  'page tree a thousand levels deep': () => {
    const objects: Record<number, string> = { 1: '<< /Type /Catalog /Pages 2 0 R >>' };
    for (let n = 2; n < 1002; n++)
      objects[n] = `<< /Type /Pages /Kids [${n + 1} 0 R] /Count 1 ${n > 2 ? `/Parent ${n - 1} 0 R` : ''} >>`;
    objects[1002] = '<< /Type /Page /Parent 1001 0 R /MediaBox [0 0 612 792] >>';
    return buildPdf({ objects });
  },
  'a page that is missing': () =>
    buildPdf({
      objects: { 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [9 0 R] /Count 1 >>' },
    }),
  'no pages': () =>
    buildPdf({ objects: { 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' } }),
  'a count of a billion pages': () =>
    buildPdf({
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>',
        3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        4: stream('', line),
        5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      },
    }),
  'a negative count of pages': () =>
    buildPdf({
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [3 0 R] /Count -5 >>',
        3: '<< /Type /Page /Parent 2 0 R >>',
      },
    }),
  'three thousand pages': () => manyPages(3000),
  'arrays nested a hundred thousand deep': () => onePage(line, { catalog: `/X ${'['.repeat(100_000)}` }),
  'dictionaries nested in the content': () => onePage('<<'.repeat(200_000) + line),
  'brackets for a file': () => Buffer.from('<<[('.repeat(50_000)),
  'a header and nothing else': () => Buffer.from('%PDF-1.7\n'),
  'a header and noise': () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_000, 0xa5)]),
  'stream lengths that lie': () => onePage(stream('', line, 999_999_999), { extra: { 10: stream('', 'x', -1) } }),
  'offsets that lie': () => {
    const file = Buffer.from(onePage(line)).toString('latin1');
    return Buffer.from(file.replace(/0000000\d\d\d 00000 n/g, '0000000007 00000 n'), 'latin1');
  },
  'a table of objects that is its own predecessor': () =>
    buildPdf({
      objects: { 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' },
      trailer: '/Root 1 0 R /Prev 9',
    }),
  'a length that refers to its own stream': () => onePage(Buffer.from('<< /Length 4 0 R >>\nstream\nBT ET\nendstream')),
  'a form that paints itself': () =>
    onePage('/X Do', {
      resources: '/XObject << /X 10 0 R >>',
      extra: {
        10: stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>',
          '/X Do /X Do',
        ),
      },
    }),
  'forms that double twenty-four times': () =>
    onePage('/X Do', { resources: '/XObject << /X 10 0 R >>', extra: doublingForms(10) }),
  'a type 3 font that shows itself': () =>
    onePage('BT /F1 12 Tf (aaaa) Tj ET', {
      font: selfShowingFont,
      extra: { 10: stream('', '1 0 d0 BT /F1 1 Tf (aa) Tj ET') },
    }),
  'a pattern that paints itself': () =>
    onePage('/Pattern cs /P scn 0 0 612 792 re f', {
      resources: '/Pattern << /P 10 0 R >>',
      extra: {
        10: stream(
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0 /YStep 0 /Resources << /Pattern << /P 10 0 R >> >>',
          '/Pattern cs /P scn 0 0 1 1 re f',
        ),
      },
    }),
  'outlines in a ring': () => onePage(line, { catalog: '/Outlines 10 0 R', extra: outlineRing }),
  'page labels in a ring': () =>
    onePage(line, { catalog: '/PageLabels 10 0 R', extra: { 10: '<< /Kids [10 0 R 10 0 R] >>' } }),
  'a content stream that inflates to 300 MB of text': () => bomb('BT /F1 9 Tf (9) Tj ET ', 300 * MEGABYTE),
  'a content stream that inflates to 1 GB of spaces': () => bomb(' ', 1000 * MEGABYTE),
  'a million saved states': () => onePage('q '.repeat(1_000_000) + line),
  'two million words on one page': () => onePage(`BT /F1 1 Tf ${'1 0 Td (12) Tj '.repeat(2_000_000)} ET`),
  'a page of sixty thousand scattered figures': () =>
    onePage(
      `BT /F1 4 Tf ${Array.from({ length: 30_000 }, (_, i) => `1 0 0 1 ${(i * 7919) % 600} ${(i * 104_729) % 780} Tm (${i % 90}) Tj`).join(' ')} ET`,
    ),
  'a page of twenty thousand rules': () =>
    onePage(
      line +
        Array.from(
          { length: 20_000 },
          (_, i) => `${i % 600} 0 m ${i % 600} 792 l S 0 ${i % 790} m 612 ${i % 790} l S`,
        ).join('\n'),
    ),
  'a page of astronomical size': () =>
    onePage(line, { page: '/MediaBox [-1e38 -1e38 1e38 1e38] /UserUnit 1e30 /Rotate 12345' }),
  'a table on a page a million times as large': () =>
    onePage(
      [720, 700, 680, 660]
        .map((y, row) => showLine(`Row ${row}`, y) + `BT /F1 12 Tf 300 ${y} Td (1${row}) Tj ET\n`)
        .join(''),
      { page: '/UserUnit 1000000' },
    ),
  'a page of no size': () => onePage(line, { page: '/MediaBox [0 0 0 0]' }),
  'numbers beyond all bounds': () =>
    onePage(
      `1e308 0 0 1e308 1e308 -1e308 cm BT /F1 1e300 Tf 99999999999999999999 0 Td (12 kWh) Tj -.-5 --3 +-1 Td (13 kWh) Tj ET ${line}`,
    ),
  'text without ends': () => onePage(`BT /F1 12 Tf 72 700 Td (${'('.repeat(10_000)} Tj ET`),
  'a line of fifty thousand digits': () => onePage(showLine('9'.repeat(50_000))),
  'a line of fifty thousand thousands': () => onePage(showLine('9,'.repeat(25_000))),
  'letters that are markup, formulas and marks': () =>
    onePage(showLine('ABCDABCD PQ 12 %'), {
      font: lyingFont('500 '.repeat(256)),
      extra: {
        10: lyingMap,
        11: '<< /Type /FontDescriptor /FontName /Lies /Flags 4 /FontFile2 12 0 R >>',
        12: stream('', 'not a font'),
      },
    }),
  'widths that lie': () =>
    onePage(showLine('Waste 2024 12 t'), {
      font: lyingFont('-99999 1e99 0 null (x) '.repeat(50)),
      extra: { 10: lyingMap, 11: '<< /Type /FontDescriptor /FontName /Lies /Flags 4 /FontBBox [0 0 0 0] >>' },
    }),
  'a font that is itself': () =>
    onePage(line, {
      font: '<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /Encoding 5 0 R /ToUnicode 5 0 R >>',
    }),
  'scripts, launches and links': () =>
    onePage(line, {
      catalog:
        '/OpenAction << /S /JavaScript /JS (app.launchURL\\("http://192.0.2.1/"\\); while \\(true\\) ;) >> /AA << /WC << /S /Launch /F (cmd.exe) >> >> /AcroForm << /Fields [10 0 R] /XFA (<xdp/>) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (for\\(;;\\);) >>] >> >>',
      page: '/Annots [10 0 R 11 0 R] /AA << /O << /S /URI /URI (http://192.0.2.1/) >> >>',
      extra: {
        10: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /Kids [10 0 R] /Parent 10 0 R /AA << /K << /S /SubmitForm /F (http://192.0.2.1/) >> >> >>',
        11: '<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /A << /S /GoToR /F (\\\\\\\\192.0.2.1\\\\share) >> >>',
      },
    }),
  'encryption that nobody knows': () =>
    buildPdf({
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [] /Count 0 >>',
        3: '<< /Filter /Adobe.PubSec /V 99 /R 99 /Length 7 >>',
      },
      trailer: '/Root 1 0 R /Encrypt 3 0 R /ID [(a) (a)]',
    }),
  'a catalog that is missing': () => buildPdf({ objects: { 2: '<< >>' }, trailer: '/Root 1 0 R' }),
  'a trailer that refers to nothing': () => buildPdf({ objects: { 1: 'null' }, trailer: '/Root null' }),
  'an image of four billion pixels': () =>
    onePage(`${line} q 600 0 0 700 0 0 cm /I Do Q`, {
      resources: '/XObject << /I 10 0 R >>',
      extra: {
        10: stream(
          '/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
          'x',
        ),
      },
    }),
  'an inline image without an end': () =>
    onePage(`${line} BI /W 9999999 /H 9999999 /BPC 8 /CS /RGB ID ${'x'.repeat(50_000)}`),
  'filters fifty deep': () => {
    let data: Uint8Array = Buffer.from(line);
    for (let i = 0; i < 50; i++) data = deflateSync(data);
    return onePage(stream(`/Filter [${'/FlateDecode '.repeat(50)}]`, data));
  },
  'a dash pattern of zeros and a function that divides by zero': () =>
    onePage(`[0 0 0] 0 d 0 0 m 612 792 l S /C cs 0.5 scn 0 0 99 99 re f ${line}`, {
      resources: '/ColorSpace << /C [/Separation /X /DeviceRGB 10 0 R] >>',
      extra: { 10: stream('/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]', '{ 0 div dup dup }') },
    }),
};

/** Those that run into a limit of time, and take that long. */
export const slowFiles = new Set([
  'forms that double twenty-four times',
  'a content stream that inflates to 300 MB of text',
  'a content stream that inflates to 1 GB of spaces',
  'a million saved states',
  'two million words on one page',
]);
