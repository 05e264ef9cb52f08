import { deflateSync, inflateSync } from 'node:zlib';
import { seeded } from '../bench/make-report.ts';
import { buildPdf } from './build-pdf.ts';

/** A PDF taken apart: the text of each object by its number, one character a byte. */
interface Parts {
  objects: Map<number, string>;
  root: number;
}

type Random = () => number;

/** One way to spoil a report: its parts → a whole file. */
type Mutation = (parts: Parts, random: Random) => Uint8Array;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const toBytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Takes a PDF apart whose objects stand in the open, as those of the sample report do. */
export function takeApart(pdf: Uint8Array): Parts {
  const text = latin1(pdf);
  const objects = new Map<number, string>();
  for (const [, number, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)\s*endobj/g))
    objects.set(Number(number), body!);
  return { objects, root: Number(/\/Root (\d+) 0 R/.exec(text)![1]) };
}

function putTogether({ objects, root }: Parts, trailer = ''): Buffer {
  const bodies = [...objects].map(([number, body]): [number, Buffer] => [number, toBytes(body)]);
  return Buffer.from(buildPdf({ objects: Object.fromEntries(bodies), trailer: `/Root ${root} 0 R ${trailer}` }));
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** Changes the objects that match; each with this chance. */
function change(
  parts: Parts,
  random: Random,
  matching: RegExp,
  chance: number,
  edit: (body: string) => string,
): Buffer {
  for (const [number, body] of parts.objects)
    if (matching.test(body) && random() < chance) parts.objects.set(number, edit(body));
  return putTogether(parts);
}

/** The drawing operators of a page, unpacked; null for any other object. */
function unpack(body: string): string | null {
  const match = /^(<<[\s\S]*?>>)\s*stream\r?\n([\s\S]*)\r?\nendstream$/.exec(body);
  if (!match || !match[1]!.includes('/FlateDecode') || /\/(?:Subtype|Type|Length1|FunctionType)/.test(match[1]!))
    return null;
  try {
    const content = latin1(inflateSync(toBytes(match[2]!)));
    return /\bBT\b/.test(content) ? content : null;
  } catch {
    return null;
  }
}

const asStream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** Changes what pages draw. */
function redraw(parts: Parts, random: Random, edit: (content: string, random: Random) => string): Buffer {
  for (const [number, body] of parts.objects) {
    const content = unpack(body);
    if (content !== null) parts.objects.set(number, asStream(edit(content, random)));
  }
  return putTogether(parts);
}

const MEGABYTE = 1024 * 1024;
const dictionary = /^<</;
const page = /\/Type \/Page\b(?!s)/;
const font = /\/Type \/Font\b/;

/** Every way, by what it does. */
export const mutations: Record<string, Mutation> = {
  'cut off': (parts, random) => {
    const whole = putTogether(parts);
    return whole.subarray(0, Math.floor(random() * whole.length));
  },
  'bits flipped': (parts, random) => {
    const whole = putTogether(parts);
    for (let n = 0; n < 400; n += 1) whole[Math.floor(random() * whole.length)]! ^= 1 << Math.floor(random() * 8);
    return whole;
  },
  'a stretch of zeros': (parts, random) => {
    const whole = putTogether(parts);
    const from = Math.floor(random() * whole.length);
    return whole.fill(0, from, Math.min(whole.length, from + 20_000));
  },
  'lengths that lie': (parts, random) =>
    change(parts, random, /\/Length \d+/, 0.4, (body) =>
      body.replace(/\/Length \d+/, `/Length ${pick(['0', '-5', '7', '99999999', '4294967296'], random)}`),
    ),
  'references that go astray': (parts, random) => {
    const numbers = [...parts.objects.keys()];
    return change(parts, random, dictionary, 0.15, (body) =>
      body.replace(/\d+ 0 R/, () => `${pick(numbers, random)} 0 R`),
    );
  },
  'a page tree that goes round': (parts, random) => {
    const trees = [...parts.objects].filter(([, body]) => /\/Type \/Pages/.test(body)).map(([number]) => number);
    return change(parts, random, /\/Type \/Pages/, 1, (body) =>
      body.replace(/\/Kids \[/, `/Kids [${pick(trees, random)} 0 R `),
    );
  },
  'thousands of pages': (parts, random) => {
    const pages = [...parts.objects].filter(([, body]) => page.test(body)).map(([number]) => number);
    const kids = Array.from({ length: 2500 }, () => `${pick(pages, random)} 0 R`).join(' ');
    const tree = Math.max(...parts.objects.keys()) + 1;
    parts.objects.set(tree, `<< /Type /Pages /Kids [${kids}] /Count 2500 >>`);
    return change(parts, random, /\/Type \/Catalog/, 1, (body) =>
      body.replace(/\/Pages \d+ 0 R/, `/Pages ${tree} 0 R`),
    );
  },
  'arrays without end': (parts, random) =>
    change(parts, random, dictionary, 0.02, (body) => body.replace('<<', `<< /Deep ${'['.repeat(30_000)}`)),
  'streams that swell': (parts, random) => {
    const packed = latin1(deflateSync(Buffer.alloc(150 * MEGABYTE, pick([' ', 'q ', 'BT ET '], random))));
    const bomb = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    let left = 2;
    for (const [number, body] of parts.objects)
      if (left > 0 && unpack(body) !== null) {
        parts.objects.set(number, bomb);
        left -= 1;
      }
    return putTogether(parts);
  },
  'a table of objects that leads to itself': (parts) => {
    const text = latin1(putTogether(parts, '/Prev 0000000000'));
    return toBytes(text.replace('/Prev 0000000000', `/Prev ${/startxref\n(\d+)/.exec(text)![1]!.padStart(10, '0')}`));
  },
  'offsets that lie': (parts, random) =>
    toBytes(latin1(putTogether(parts)).replace(/\d{10}(?= 00000 n)/g, (at) => (random() < 0.3 ? '0000000017' : at))),
  'encrypted by no one': (parts, random) => {
    const noise = Array.from({ length: 32 }, () =>
      Math.floor(random() * 256)
        .toString(16)
        .padStart(2, '0'),
    ).join('');
    const [version, revision] = pick(
      [
        [1, 2],
        [2, 3],
        [4, 4],
        [5, 6],
        [9, 9],
      ] as const,
      random,
    );
    return putTogether(
      parts,
      `/Encrypt << /Filter /Standard /V ${version} /R ${revision} /Length 128 /P -4 /O <${noise}> /U <${noise}> >> /ID [<00> <00>]`,
    );
  },
  'fonts that lie': (parts, random) =>
    change(parts, random, font, 0.7, (body) =>
      body
        .replace(/\/Subtype \/\w+/, `/Subtype /${pick(['Type0', 'Type3', 'TrueType', 'Type1', 'None'], random)}`)
        .replace(/\/FirstChar \d+/, '/FirstChar 4000000')
        .replace(/\/DW \d+/, '/DW -100000')
        .replace(/\/Encoding \/[\w-]+/, `/Encoding /${pick(['Identity-V', 'UniGB-UCS2-H', 'Nothing'], random)}`),
    ),
  'letters exchanged': (parts, random) => {
    const maps = [...parts.objects].filter(([, body]) => /begincmap/.test(body) || /\/Length1/.test(body));
    const numbers = maps.map(([number]) => number);
    return change(parts, random, /\/ToUnicode/, 1, (body) =>
      body.replace(/\/ToUnicode \d+/, `/ToUnicode ${pick(numbers.length > 0 ? numbers : [1], random)}`),
    );
  },
  'filters that lie': (parts, random) =>
    change(parts, random, /\/FlateDecode/, 0.4, (body) =>
      body.replace(
        '/FlateDecode',
        pick(
          [
            '/LZWDecode',
            '/DCTDecode',
            '/ASCII85Decode',
            '[/FlateDecode /FlateDecode]',
            '/FlateDecode /DecodeParms << /Predictor 15 /Columns 999999999 >>',
          ],
          random,
        ),
      ),
    ),
  'pages of no shape': (parts, random) =>
    change(parts, random, page, 1, (body) =>
      body
        .replace(
          /\/MediaBox ?\[[^\]]*\]/,
          `/MediaBox [${pick(['0 0 0 0', '-1e9 -1e9 1e9 1e9', '9 9 1 1', '0 0 1e38 3'], random)}]`,
        )
        .replace('<<', `<< /Rotate ${pick([37, 90, -270, 1e9], random)} /UserUnit ${pick([0, -1, 1e6], random)}`),
    ),
  'operators in disorder': (parts, random) =>
    redraw(parts, random, (content) => {
      const lines = content.split('\n');
      for (let n = 0; n < lines.length / 3; n += 1) {
        const [a, b] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
        [lines[a], lines[b]] = [lines[b]!, lines[a]!];
      }
      return lines.join('\n');
    }),
  'numbers beyond all bounds': (parts, random) =>
    redraw(parts, random, (content) =>
      content.replace(/-?\d+\.\d+/g, (number) =>
        random() < 0.02 ? pick(['1e999', '-99999999999999999999', '0.0000000001', '--5', '1.2.3'], random) : number,
      ),
    ),
  'glyphs at random': (parts, random) =>
    redraw(parts, random, (content) =>
      content.replace(
        /<([0-9A-Fa-f]+)>/g,
        (_, glyphs: string) =>
          `<${glyphs.replace(/[1-9A-Fa-f]/g, () => '0123456789ABCDEF'[Math.floor(random() * 16)]!)}>`,
      ),
    ),
  'everything on one spot': (parts, random) =>
    redraw(parts, random, (content) =>
      content.replace(/[-\d.]+ [-\d.]+ (T[dD])/g, '0 0 $1').replace(/[-\d.]+ [-\d.]+ Tm/g, '100 100 Tm'),
    ),
};

const kinds = Object.keys(mutations);

/** The nth spoilt report: each way in turn, each time otherwise; the same number gives the same file. */
export function mutatedReport(pdf: Uint8Array, number: number): { name: string; bytes: Uint8Array } {
  const kind = kinds[number % kinds.length]!;
  return {
    name: `${String(number).padStart(4, '0')} ${kind}`,
    bytes: mutations[kind]!(takeApart(pdf), seeded(number + 1)),
  };
}
