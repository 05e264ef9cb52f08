import type { PdfPages } from './pdf-pages.ts';
import {
  createLoneLayers,
  EventBus,
  namePage,
  pageOptions,
  PDFPageView,
  pixelsPerPoint,
  RenderingStates,
} from './pdfjs-viewer.ts';
import type { PageElement } from './pdfjs-viewer.ts';

/** One page in pdf.js's page view, with its text, for a panel that shows a part of a page. */
export class PageSheet {
  readonly #view: PDFPageView;
  #closed = false;

  private constructor(view: PDFPageView) {
    this.#view = view;
  }

  /** Puts a page into `host`, not drawn yet. */
  static async open(
    host: HTMLDivElement,
    pdf: PdfPages,
    number: number,
    name: string,
    signal: AbortSignal,
  ): Promise<PageSheet | null> {
    const page = await pdf.proxy.getPage(number);
    if (signal.aborted) return null;
    const view = new PDFPageView({
      ...pageOptions,
      container: host,
      eventBus: new EventBus(),
      id: number,
      defaultViewport: page.getViewport({ scale: pixelsPerPoint }),
      enableDetailCanvas: false,
      layerProperties: createLoneLayers(),
    });
    view.setPdfPage(page);
    namePage(view as unknown as PageElement, name);
    return new PageSheet(view);
  }

  /** Draws the page at `scale` CSS pixels a point; what was being drawn at another scale is given up. */
  async draw(scale: number): Promise<void> {
    if (this.#closed) return;
    this.#view.update({ scale: scale / pixelsPerPoint });
    // Beyond the largest canvas, a page that is drawn is only stretched.
    if (this.#view.renderingState === RenderingStates.INITIAL) await this.#view.draw();
  }

  close(): void {
    this.#closed = true;
    this.#view.cancelRendering();
    this.#view.div?.remove();
  }
}
