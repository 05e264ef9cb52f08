import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** pdf.js comes with the first report that is opened: the start page does without its half megabyte. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  // Pages are painted off the main thread, which stays free for the reader; pdf.js falls back by itself where it cannot.
  pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl;
  return pdfjs;
}

/** Pixels of one canvas. Beyond this, browsers draw nothing; a sharper page than this no eye can tell. */
const largestCanvas = 16_000_000;

/** Pixels of one image inside the PDF; larger ones are left out of the drawing. */
const largestImage = 64_000_000;

/** Where the page's own copies of pdf.js's data files are. */
export function pdfjsAssetsUrl(): string {
  return new URL('pdfjs/', document.baseURI.split('#')[0]).href;
}

/** The pages of one open PDF, for drawing. */
export class PdfPages {
  readonly #task: PDFDocumentLoadingTask;
  readonly #document: PDFDocumentProxy;

  private constructor(task: PDFDocumentLoadingTask, pdf: PDFDocumentProxy) {
    this.#task = task;
    this.#document = pdf;
  }

  /**
   * Opens a copy of `file`.
   * @returns `password` when the file asks for one that was not given or is wrong.
   * @throws what pdf.js throws on a file that it cannot open
   */
  static async open(file: ArrayBuffer, password: string | null): Promise<PdfPages | 'password'> {
    const { getDocument, PasswordException } = await loadPdfjs();
    const assets = pdfjsAssetsUrl();
    const task = getDocument({
      data: new Uint8Array(file.slice(0)),
      cMapUrl: `${assets}cmaps/`,
      standardFontDataUrl: `${assets}standard_fonts/`,
      wasmUrl: `${assets}wasm/`,
      iccUrl: `${assets}iccs/`,
      // What pdf.js loads is asked for by this page, and so stands in its log of requests.
      useWorkerFetch: false,
      maxImageSize: largestImage,
      // Forms of the XFA kind are web pages of their own: their pages show as they were printed.
      enableXfa: false,
      verbosity: 0,
      ...(password === null ? {} : { password }),
    });
    try {
      return new PdfPages(task, await task.promise);
    } catch (error) {
      await task.destroy();
      if (error instanceof PasswordException) return 'password';
      throw error;
    }
  }

  /** What pdf.js's viewer shows. */
  get proxy(): PDFDocumentProxy {
    return this.#document;
  }

  /** Width and height of a page in points. */
  async size(number: number): Promise<[width: number, height: number]> {
    const { width, height } = (await this.#document.getPage(number)).getViewport({ scale: 1 });
    return [width, height];
  }

  /**
   * Draws a page on a new canvas at `scale` CSS pixels a point, as sharp as the screen.
   * @returns null when `signal` stopped it
   */
  async draw(number: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
    const page = await this.#document.getPage(number);
    if (signal.aborted) return null;
    const shown = page.getViewport({ scale });
    const sharpest = Math.sqrt(largestCanvas / (shown.width * shown.height));
    const viewport = page.getViewport({ scale: scale * Math.min(devicePixelRatio, sharpest) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const rendering = page.render({ canvas, viewport });
    const cancel = (): void => rendering.cancel();
    signal.addEventListener('abort', cancel);
    try {
      await rendering.promise;
      return signal.aborted ? null : canvas;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Draws a page in `host`, in the place of what was there; nothing when `signal` stopped it or the page cannot be drawn. */
  async drawInto(host: Element, number: number, scale: number, signal: AbortSignal): Promise<void> {
    const canvas = await this.draw(number, scale, signal).catch(() => null);
    if (canvas) host.replaceChildren(canvas);
  }

  close(): void {
    void this.#task.destroy();
  }
}
