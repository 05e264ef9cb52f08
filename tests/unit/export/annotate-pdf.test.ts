import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { annotatePdf } from '../../../src/export/pdf/annotate-pdf.ts';
import { quadOf } from '../../../src/export/pdf/page-space.ts';
import { ExportError } from '../../../src/export/export-error.ts';
import type { Box } from '../../../src/model/page.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { TextLine } from '../../../src/model/table.ts';
import type { Triage } from '../../../src/model/triage.ts';
import { evidence, finding, report } from '../ui/sample.ts';
import { makePdf, noNotes } from '../../e2e/make-pdf.ts';
import { makeSmallPdf } from './make-small-pdf.ts';
import type { SmallPdf } from './make-small-pdf.ts';

const options = { language: 'en', at: new Date('2025-03-01T12:00:00Z'), password: null, verified: false } as const;

interface Annotation {
  subtype: string;
  rect: [number, number, number, number];
  quadPoints?: Float32Array;
  contentsObj: { str: string };
  titleObj: { str: string };
  url?: string;
  hasAppearance: boolean;
}

/** Annotations by page, with the boxes as shown, as pdf.js reads them. */
async function readBack(bytes: Uint8Array, password = '') {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, password });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const shown = (x: number, y: number) => viewport.convertToViewportPoint(x, y).map(Math.round);
    const annotations = (await page.getAnnotations()) as Annotation[];
    pages.push(
      annotations.map((each) => ({
        subtype: each.subtype,
        text: each.contentsObj?.str ?? '',
        author: each.titleObj?.str ?? '',
        url: each.url,
        hasAppearance: each.hasAppearance,
        corners: [shown(each.rect[0], each.rect[1]), shown(each.rect[2], each.rect[3])],
        quads: (each.quadPoints?.length ?? 0) / 8,
        quad: each.quadPoints
          ? [0, 2, 4, 6].map((i) => shown(each.quadPoints![i]!, each.quadPoints![i + 1]!))
          : undefined,
      })),
    );
  }
  await task.destroy();
  return pages;
}

const box: Box = [40, 30, 90, 42];

function failing(part: Partial<Finding> = {}): Finding {
  return finding({
    evidence: [evidence({ box })],
    working: [
      { label: 'Scope 1', value: '1.5 t', role: 'operand', evidence: 0 },
      { label: 'Sum', value: '3.0 t', role: 'result', evidence: null },
    ],
    standards: ['gri:305-1'],
    ...part,
  });
}

async function annotate(pdf: SmallPdf, findings: Finding[], triage: Triage[] = [], more: object = {}) {
  const bytes = makeSmallPdf(pdf);
  const input = report({ findings });
  input.document.pages = pdf.pages.length;
  const written = await annotatePdf(bytes, input, triage, { ...options, ...more });
  expect(Buffer.compare(Buffer.from(written.subarray(0, bytes.length)), Buffer.from(bytes))).toBe(0);
  return readBack(written);
}

const plain = '/MediaBox [0 0 300 200]';

test.each([{ packed: false }, { packed: true }])(
  'every operand of a failing finding carries a highlight and a note, behind the untouched bytes (packed: $packed)',
  async ({ packed }) => {
    const [page, second] = await annotate({ pages: [plain, plain], packed }, [
      failing({ evidence: [evidence({ box }), evidence({ box: [40, 60, 90, 72] }), evidence({ box, page: 2 })] }),
    ]);
    expect(page!.map(({ subtype }) => subtype)).toEqual(['Highlight', 'Text', 'Highlight', 'Text']);
    expect(second!.map(({ subtype }) => subtype)).toEqual(['Highlight', 'Text']);
    expect(page!.every(({ hasAppearance, author }) => hasAppearance && author === 'Crossfoot')).toBe(true);
    for (const { text } of page!) {
      expect(text).toContain('Wrong: Total equals its parts');
      expect(text).toContain('Scope 1  1.5 t\n= Sum  3.0 t');
      expect(text).toContain('State: Open');
      expect(text).toContain('Rule: ghg-total (GRI 305-1)');
    }
  },
);

describe('highlights lie on the print, notes left of it', () => {
  const pages: Record<string, SmallPdf> = {
    upright: { pages: [plain] },
    'turned by 90°': { pages: [`${plain} /Rotate 90`] },
    'turned by 180°': { pages: [`${plain} /Rotate 180`] },
    'turned by −90°': { pages: [`${plain} /Rotate -90`] },
    'cropped and off the origin': { pages: ['/MediaBox [-50 -20 400 300] /CropBox [10 25 280 190]'] },
    'cropped and turned': { pages: ['/MediaBox [-50 -20 400 300] /CropBox [10 25 280 190] /Rotate 270'] },
    'cropped beyond the medium': { pages: ['/MediaBox [20 20 280 180] /CropBox [0 0 1000 1000]'] },
    'boxes and turn inherited': { pages: [''], tree: '/MediaBox [5 5 300 200] /CropBox [10 10 250 190] /Rotate 90' },
    'corners swapped': { pages: ['/MediaBox [300 200 0 0]'] },
    'box elsewhere in the file': { pages: ['/MediaBox 100 0 R'], objects: ['[7 9 300 200]'] },
    'in a larger unit': { pages: [`${plain} /UserUnit 2`] },
    'without a box': { pages: [''] },
  };
  test.each(Object.entries(pages))('%s', async (_, pdf) => {
    const [page] = await annotate(pdf, [failing()]);
    const highlight = page!.find(({ subtype }) => subtype === 'Highlight')!;
    // pdf.js puts the corners in an order of its own.
    expect(highlight.quad!.map(String).toSorted()).toEqual(['39,29', '39,43', '91,29', '91,43']);
    const [a, b] = highlight.corners as [number[], number[]];
    expect([Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!)]).toEqual([39, 29]);
    const note = page!.find(({ subtype }) => subtype === 'Text')!;
    expect(Math.max(...note.corners.map(([x]) => x!))).toBe(39);
  });
});

test('a clause that wraps is marked line by line', async () => {
  const line = (text: string, y: number): TextLine => ({
    text,
    box: [40, y, 200, y + 12],
    size: 10,
    bold: false,
    color: '',
    runs: [],
  });
  const bytes = makeSmallPdf({ pages: [plain] });
  const clause = evidence({ box: [40, 30, 200, 56], raw: 'emissions fell by a tenth', factId: null });
  const input = report({
    findings: [failing({ evidence: [clause] })],
    blocks: [
      {
        id: 'b',
        page: 1,
        box: [40, 30, 200, 56],
        kind: 'paragraph',
        level: 0,
        text: 'Our emissions fell by a tenth this year',
        lines: [line('Our emissions fell', 30), line('by a tenth this year', 44)],
        column: 0,
      },
    ],
  });
  input.document.pages = 1;
  const [page] = await readBack(await annotatePdf(bytes, input, [], options));
  expect(page!.map(({ subtype, quads }) => [subtype, quads])).toEqual([
    ['Highlight', 2],
    ['Text', 0],
  ]);
});

test('corners are listed as the reader of a turned page sees them', () => {
  const space = { view: [0, 0, 300, 200], userUnit: 1 } as const;
  expect(quadOf({ ...space, rotate: 0 }, box)).toEqual([40, 170, 90, 170, 40, 158, 90, 158]);
  expect(quadOf({ ...space, rotate: 90 }, box)).toEqual([30, 40, 30, 90, 42, 40, 42, 90]);
});

test('links of the page stay, also when their list stands elsewhere in the file', async () => {
  const link = '<< /Type /Annot /Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (https://example.org/) >> >>';
  const [page] = await annotate({ pages: [`${plain} /Annots 100 0 R`], objects: ['[101 0 R]', link] }, [failing()]);
  expect(page!.map(({ subtype }) => subtype)).toEqual(['Link', 'Highlight', 'Text']);
  expect(page![0]!.url).toBe('https://example.org/');
});

test('what was dismissed, told apart from what was confirmed, is not marked; verified relations are on request', async () => {
  const findings = [
    failing({ fingerprint: 'a' }),
    failing({ fingerprint: 'b', evidence: [evidence({ box: [40, 60, 90, 72] })] }),
    failing({ fingerprint: 'c', outcome: 'pass', evidence: [evidence({ box: [40, 90, 90, 99] })] }),
  ];
  const changed = '2025-02-01T00:00:00Z';
  const triage: Triage[] = [
    { fingerprint: 'a', state: 'dismissed', reason: 'Other boundary', changed },
    { fingerprint: 'b', state: 'confirmed', note: 'Asked the author', changed },
  ];
  const [page] = await annotate({ pages: [plain] }, findings, triage);
  expect(page).toHaveLength(2);
  expect(page![0]!.text).toContain('State: Confirmed\nNote: Asked the author');
  const [all] = await annotate({ pages: [plain] }, findings, triage, { verified: true });
  expect(all).toHaveLength(4);
});

test('a figure of several findings is marked once and carries them all, in Chinese too', async () => {
  const findings = [failing({ fingerprint: 'a', severity: 'info' }), failing({ fingerprint: 'b' })];
  const [page] = await annotate({ pages: [plain] }, findings, [], { language: 'zh' });
  expect(page).toHaveLength(2);
  expect(page![0]!.text).toMatch(/^有误：合计等于各项之和\n[^]*留意：合计等于各项之和/);
  expect(page![0]!.text).toContain('= 合计  3.0 t');
});

test('a PDF with a damaged index, or with fewer pages than were checked, is refused with a plain sentence', async () => {
  const bytes = makeSmallPdf({ pages: [plain] });
  const input = report({ findings: [failing()] });
  input.document.pages = 1;
  const broken = Buffer.from(Buffer.from(bytes).toString('latin1').replace('xref', 'xxxx'), 'latin1');
  await expect(annotatePdf(broken, input, [], options)).rejects.toThrow(new ExportError('damaged'));
  input.document.pages = 2;
  await expect(annotatePdf(bytes, input, [], options)).rejects.toThrow(new ExportError('damaged'));
});

test('a protected PDF takes encrypted notes with its password, and says what it needs without', async () => {
  const bytes = makePdf(['Scope 1 emissions'], 'sesame');
  const input = report({ findings: [failing()] });
  input.document.pages = 1;
  const written = await annotatePdf(bytes, input, [], { ...options, password: 'sesame' });
  expect(Buffer.from(written).includes('Scope 1  1.5 t')).toBe(false);
  const [page] = await readBack(written, 'sesame');
  expect(page![0]!.text).toContain('Scope 1  1.5 t');
  await expect(annotatePdf(bytes, input, [], options)).rejects.toThrow(new ExportError('password-needed'));
  const closed = makePdf(['Scope 1 emissions'], '', noNotes);
  await expect(annotatePdf(closed, input, [], options)).rejects.toThrow(new ExportError('notes-not-allowed'));
});
