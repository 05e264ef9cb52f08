import type { PDFDocumentProxy, PDFPageProxy } from '#pdfjs';
import * as pdfjs from '#pdfjs';
import { limits } from '../model/limits.ts';
import type { Page, TextRun } from '../model/page.ts';
import { interpret } from './interpret.ts';
import type { FontFacts, OperatorList } from './interpret.ts';
import { unreadPage } from './unread-page.ts';

/** Fewer visible glyphs than this on a page with an image over most of it: the words are in the picture. */
const SCAN_MAX_GLYPHS = 20;
/** Share of the page that images must cover to call it a scan. */
const SCAN_MIN_COVER = 0.5;

/** Reads one page (from 1) through pdf.js's operator list: one pass gives glyphs with places, strokes and fills. */
export async function readPage(document: PDFDocumentProxy, number: number, label: string | null): Promise<Page> {
  let page: PDFPageProxy | null = null;
  try {
    page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const operators = (await page.getOperatorList({
      annotationMode: pdfjs.AnnotationMode.DISABLE,
    })) as OperatorList;
    if (operators.fnArray.length > limits.maxPageOperators) return unreadPage(number, label, 'too-complex');
    const painted = interpret(operators, viewport.transform as never, viewport.width, viewport.height, fontsOf(page));
    if (countGlyphs(painted.runs) > limits.maxPageGlyphs) return unreadPage(number, label, 'too-complex');
    const glyphs = countGlyphs(painted.runs.filter((run) => !run.invisible));
    const unread =
      painted.runs.length === 0 || (glyphs < SCAN_MAX_GLYPHS && painted.imageCover > SCAN_MIN_COVER)
        ? painted.imageCover > SCAN_MIN_COVER || operators.fnArray.length > 0
          ? 'scan'
          : 'empty'
        : null;
    return { number, label, width: viewport.width, height: viewport.height, ...painted, unread };
  } catch {
    return unreadPage(number, label, 'damaged');
  } finally {
    page?.cleanup();
  }
}

const countGlyphs = (runs: readonly TextRun[]): number => runs.reduce((sum, run) => sum + run.text.length, 0);

/** Looks up a font once by pdf.js's name for it; an unknown font gets middling values. */
function fontsOf(page: PDFPageProxy): (name: string) => FontFacts {
  const known = new Map<string, FontFacts>();
  return (name) => {
    let facts = known.get(name);
    if (!facts) {
      const font = (page.commonObjs.has(name) ? page.commonObjs.get(name) : {}) as {
        name?: string;
        bold?: boolean;
        black?: boolean;
        vertical?: boolean;
        isType3Font?: boolean;
        fontMatrix?: number[];
      };
      const fontName = (font.name ?? name).replace(/^[A-Z]{6}\+/, '');
      facts = {
        name: fontName,
        bold: Boolean(font.bold || font.black) || /bold|black|heavy|demi|[-_ ][6-9]00|W[6-9]$/i.test(fontName),
        vertical: Boolean(font.vertical),
        unit: font.fontMatrix?.[0] ?? 0.001,
      };
      known.set(name, facts);
    }
    return facts;
  };
}
