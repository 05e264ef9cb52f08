import * as pdfjs from '#pdfjs';
import * as pdfjsWorker from '#pdfjs-worker';
import { CheckError } from '../model/check-error.ts';
import { limits } from '../model/limits.ts';
import type { OutlineEntry, Page } from '../model/page.ts';
import { readPage } from './read-page.ts';
import { refuseNonPdf } from './sniff.ts';

/** Where pdf.js finds its data, as URLs (or folder paths in Node) that end in a slash. */
export interface PdfAssets {
  cMapUrl: string;
  standardFontDataUrl: string;
  wasmUrl: string;
  iccUrl: string;
}

export interface OpenPdf {
  /** As the file says, which may be more than `limits.maxPages`. */
  pageCount: number;
  /** How many pages may be read at once. */
  lanes: number;
  outline: OutlineEntry[];
  /** Reads page `number` (from 1). A page that cannot be read comes back empty and says why in `unread`. */
  readPage(number: number): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a PDF in this thread (`openPdf`) or in others. */
export type Open = (bytes: Uint8Array, assets: PdfAssets, password?: string) => Promise<OpenPdf>;

/** Bookmarks beyond this many are left out: hostile files hold millions, and no reader uses more. */
const MAX_OUTLINE_ENTRIES = 2000;

/**
 * pdf.js decodes every image when it lists a page's operators, at most of the cost of a page. No image is needed
 * here, so all larger than this many pixels are skipped.
 */
const MAX_IMAGE_PIXELS = 1;

// pdf.js runs in this same thread (which is our own worker already): it looks for its worker's code under this name.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = pdfjsWorker;

/**
 * Opens a PDF for reading.
 * @throws CheckError `not-a-pdf`, `damaged`, `password-needed` or `password-wrong`.
 */
export async function openPdf(bytes: Uint8Array, assets: PdfAssets, password?: string): Promise<OpenPdf> {
  refuseNonPdf(bytes);
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...assets,
    ...(password === undefined ? {} : { password }),
    // In a worker pdf.js would ask `document`, which is not there, whether its own thread may fetch; in Node it reads files.
    useWorkerFetch: !('process' in globalThis),
    maxImageSize: MAX_IMAGE_PIXELS,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  let document: pdfjs.PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (error) {
    await task.destroy();
    throw openingError(error, password);
  }
  const labels = await readLabels(document);
  return {
    pageCount: document.numPages,
    lanes: 1,
    outline: await readOutline(document),
    readPage: (number) => readPage(document, number, labels[number - 1] ?? null),
    close: () => task.destroy(),
  };
}

function openingError(error: unknown, password: string | undefined): CheckError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return password === undefined
      ? new CheckError(
          'password-needed',
          'This PDF is protected by a password. Enter it, or save a copy without a password and choose that.',
        )
      : new CheckError('password-wrong', 'The password does not open this PDF. Check it and try again.');
  }
  return new CheckError(
    'damaged',
    'This PDF is damaged and cannot be opened. Export it again from its source, or ask for a new copy.',
  );
}

/** Page labels, as a viewer shows them; none when the file has too many pages to make them for. */
async function readLabels(document: pdfjs.PDFDocumentProxy): Promise<string[]> {
  if (document.numPages > limits.maxPages) return [];
  return (await document.getPageLabels().catch(() => null)) ?? [];
}

async function readOutline(document: pdfjs.PDFDocumentProxy): Promise<OutlineEntry[]> {
  type Node = Awaited<ReturnType<typeof document.getOutline>>[number];
  const entries: OutlineEntry[] = [];
  const visit = async (nodes: Node[], level: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= MAX_OUTLINE_ENTRIES) return;
      entries.push({ title: node.title.trim(), page: await destinationPage(document, node.dest), level });
      await visit(node.items as Node[], level + 1);
    }
  };
  try {
    await visit((await document.getOutline()) ?? [], 1);
  } catch {
    // A broken outline is no reason to refuse the report: what was read of it is kept.
  }
  return entries;
}

async function destinationPage(document: pdfjs.PDFDocumentProxy, destination: unknown): Promise<number | null> {
  try {
    const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : null;
    if (typeof target === 'number') return target + 1;
    if (target && typeof target === 'object') return (await document.getPageIndex(target as never)) + 1;
  } catch {
    // A destination that leads nowhere.
  }
  return null;
}
