/** The parts of a PDF that is put together by hand: objects by number, each its text between `obj` and `endobj`. */
export interface PdfParts {
  objects: Record<number, string | Uint8Array>;
  /** Entries of the trailer beyond Size. */
  trailer?: string;
  header?: string;
  /** Offsets to print in the table of objects instead of the true ones. */
  offset?: (number: number, offset: number) => number;
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A stream object with its dictionary entries and bytes; `length` may lie. */
export function stream(entries: string, data: string | Uint8Array, length?: number): Uint8Array {
  const bytes = typeof data === 'string' ? latin1(data) : data;
  return Buffer.concat([
    latin1(`<< ${entries} /Length ${length ?? bytes.length} >>\nstream\n`),
    bytes,
    latin1('\nendstream'),
  ]);
}

/** Parts → bytes with a table of objects and a trailer. */
export function buildPdf({ objects, trailer = '/Root 1 0 R', header = '%PDF-1.7\n', offset }: PdfParts): Uint8Array {
  const chunks: Uint8Array[] = [latin1(header)];
  let at = chunks[0]!.length;
  const numbers = Object.keys(objects).map(Number);
  const size = Math.max(...numbers) + 1;
  const offsets = new Map<number, number>();
  for (const number of numbers) {
    const body = objects[number]!;
    offsets.set(number, at);
    const chunk = Buffer.concat([
      latin1(`${number} 0 obj\n`),
      typeof body === 'string' ? latin1(body) : body,
      latin1('\nendobj\n'),
    ]);
    chunks.push(chunk);
    at += chunk.length;
  }
  let table = `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number++) {
    const true_ = offsets.get(number);
    if (true_ === undefined) table += '0000000000 00000 f \n';
    else table += `${String(offset?.(number, true_) ?? true_).padStart(10, '0')} 00000 n \n`;
  }
  chunks.push(latin1(`${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** One page with `content` and Helvetica as F1; `extra` objects count from 10, `resources` and `page` are entries. */
export function onePage(
  content: string | Uint8Array,
  options: {
    extra?: Record<number, string | Uint8Array>;
    resources?: string;
    page?: string;
    catalog?: string;
    font?: string;
  } = {},
): Uint8Array {
  return buildPdf({
    objects: {
      1: `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R ${options.page ?? ''} /Resources << /Font << /F1 5 0 R >> ${options.resources ?? ''} >> >>`,
      4: typeof content === 'string' ? stream('', content) : content,
      5: options.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...options.extra,
    },
  });
}

/** Text operators that show `line` at 72 points from the left. */
export const showLine = (line: string, y = 720): string => `BT /F1 12 Tf 72 ${y} Td (${line}) Tj ET\n`;
