import { deflateSync } from 'node:zlib';

/** What a page of a small PDF states, as it stands in its dictionary: `/MediaBox [0 0 300 200] /Rotate 90`. */
export interface SmallPdf {
  pages: string[];
  /** Further entries of the page tree's root, which pages inherit. */
  tree?: string;
  /** Further objects, numbered from 100. */
  objects?: string[];
  /** Objects packed in a stream, found through a cross-reference stream (PDF 1.5). */
  packed?: boolean;
}

const FIRST_PAGE = 10;
const FIRST_OBJECT = 100;

/** Writes a PDF of blank pages by hand, so that no library under test has a part in it. */
export function makeSmallPdf({ pages, tree = '', objects = [], packed = false }: SmallPdf): Uint8Array {
  const bodies = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${FIRST_PAGE + i} 0 R`).join(' ')}] ${tree} >>`,
    ],
    ...pages.map((page, i) => [FIRST_PAGE + i, `<< /Type /Page /Parent 2 0 R ${page} >>`] as const),
    ...objects.map((body, i) => [FIRST_OBJECT + i, body] as const),
  ]);
  return packed ? withObjectStream(bodies) : withTable(bodies);
}

function withTable(bodies: Map<number, string>): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of bodies) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, offset] of offsets) text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${Math.max(...bodies.keys()) + 1} /Root 1 0 R /ID [<0123456789abcdef> <0123456789abcdef>] >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function withObjectStream(bodies: Map<number, string>): Uint8Array {
  const [container, table] = [900, 901];
  const numbers = [...bodies.keys()];
  let place = 0;
  const head = numbers
    .map((number) => {
      const entry = `${number} ${place}`;
      place += bodies.get(number)!.length + 1;
      return entry;
    })
    .join(' ');
  const content = deflateSync(Buffer.from(`${head}\n${[...bodies.values()].join('\n')}\n`, 'latin1'));
  const stream = (number: number, entries: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`${number} 0 obj\n<< ${entries} /Length ${data.length} >>\nstream\n`, 'latin1'),
      data,
      Buffer.from('\nendstream\nendobj\n', 'latin1'),
    ]);
  const header = Buffer.from('%PDF-1.5\n', 'latin1');
  const first = stream(
    container,
    `/Type /ObjStm /N ${numbers.length} /First ${head.length + 1} /Filter /FlateDecode`,
    content,
  );
  const start = header.length + first.length;
  const entry = (kind: number, value: number, index: number): Buffer => {
    const row = Buffer.alloc(7);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(value, 1);
    row.writeUInt16BE(index, 5);
    return row;
  };
  const rows = Array.from({ length: table + 1 }, (_, number) => {
    if (number === container) return entry(1, header.length, 0);
    if (number === table) return entry(1, start, 0);
    const index = numbers.indexOf(number);
    return index < 0 ? entry(0, 0, 0) : entry(2, container, index);
  });
  const last = stream(
    table,
    `/Type /XRef /Size ${table + 1} /W [1 4 2] /Root 1 0 R /Filter /FlateDecode`,
    deflateSync(Buffer.concat(rows)),
  );
  return Buffer.concat([header, first, last, Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1')]);
}
