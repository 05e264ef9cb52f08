import type { Box } from '../../model/page.ts';
import { scrollFor } from '../derive/fit.ts';
import type { PdfPages } from './pdf-pages.ts';
import {
  createLinkService,
  EventBus,
  namePage,
  pageOptions,
  PDFFindController,
  PDFViewer,
  pixelsPerPoint,
} from './pdfjs-viewer.ts';
import type { PageElement } from './pdfjs-viewer.ts';

/** A page as it lies on the desk now: what is drawn over it goes there. All in CSS pixels, from the desk's top left. */
export interface Sheet {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

function isSame(a: Sheet, b: Sheet): boolean {
  return a.page === b.page && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** A place to show: the whole page, or a part of it in points. */
export interface Place {
  page: number;
  focus: Box | null;
  /** CSS pixels a point. */
  scale: number;
}

export interface FindQuery {
  query: string;
  caseSensitive: boolean;
  entireWord: boolean;
}

/** `current` of `total` matches; `searching` until all pages have been looked through. */
export interface FindResult {
  current: number;
  total: number;
  searching: boolean;
}

export interface ViewerEvents {
  /** Another page came under the reader's eyes by scrolling. */
  onpage: (page: number) => void;
  onsheets: (sheets: Sheet[]) => void;
  onfind: (result: FindResult) => void;
  /** What a screen reader calls a page. */
  nameOf: (page: number) => string;
}

/** Pixels of scrolling that still count as being where one was put. */
/** Milliseconds in which pdf.js has learnt the sizes of all pages of a file that is in memory. */
const longestWait = 5000;
const slack = 24;

/** pdf.js's value of a find state that goes on. */
const pending = 3;

interface FoundEvent {
  state?: number;
  matchesCount: { current: number; total: number };
}

/** The whole report in pdf.js's viewer: pages are drawn when they come into view, and let go when they are far from it. */
export class ReportViewer {
  readonly #container: HTMLDivElement;
  readonly #viewer: PDFViewer;
  readonly #bus = new EventBus();
  readonly #links = createLinkService(this.#bus);
  readonly #stop = new AbortController();
  readonly #events: ViewerEvents;
  /** What is to be shown once the pages have their sizes. */
  #place: Place | null = null;
  /** Where the last place was scrolled to; null once the reader has scrolled on. */
  #placedAt: number | null = null;
  #ready = false;
  /** Set while the pages are being moved by the app and not by the reader. */
  #placing = false;
  #sheets: Sheet[] = [];
  #lastFind: FindQuery | null = null;

  constructor(container: HTMLDivElement, desk: HTMLDivElement, pdf: PdfPages, events: ViewerEvents) {
    this.#container = container;
    this.#events = events;
    const { signal } = this.#stop;
    const options = {
      ...pageOptions,
      container,
      viewer: desk,
      eventBus: this.#bus,
      linkService: this.#links,
      findController: new PDFFindController({ eventBus: this.#bus, linkService: this.#links }),
      removePageBorders: true,
      abortSignal: signal,
    };
    this.#viewer = new PDFViewer(options);
    this.#links.setViewer(this.#viewer);
    this.#bus.on('pagesinit', () => this.#start(), { signal });
    // Pages of other sizes than the first have moved what follows them.
    this.#bus.on('pagesloaded', () => this.#settle(), { signal });
    for (const name of ['pagerender', 'scalechanging']) this.#bus.on(name, () => this.#tellSheets(), { signal });
    this.#bus.on('updateviewarea', () => this.#tellPage(), { signal });
    for (const name of ['updatefindmatchescount', 'updatefindcontrolstate'])
      this.#bus.on(name, (event: FoundEvent) => this.#tellFound(event), { signal });
    this.#viewer.setDocument(pdf.proxy);
    this.#links.setDocument(pdf.proxy);
  }

  /** Shows a place at its scale, its focus in the middle. */
  show(place: Place): void {
    this.#place = place;
    if (this.#ready) this.#apply(place);
  }

  /** Shows the pages larger or smaller, keeping the place. `scale` is in CSS pixels a point. */
  zoom(scale: number): void {
    if (this.#ready) this.#viewer.currentScale = scale / pixelsPerPoint;
  }

  /** Looks for a text in the whole report; the same query again goes to the next match. */
  find(find: FindQuery, backwards = false): void {
    const last = this.#lastFind;
    const again =
      last?.query === find.query && last.caseSensitive === find.caseSensitive && last.entireWord === find.entireWord;
    this.#lastFind = find;
    this.#bus.dispatch('find', {
      source: this,
      type: again ? 'again' : '',
      ...find,
      highlightAll: true,
      findPrevious: backwards,
      matchDiacritics: false,
    });
  }

  /** Takes the search's marks away. */
  endFind(): void {
    this.#lastFind = null;
    this.#bus.dispatch('findbarclose', { source: this });
  }

  close(): void {
    this.#stop.abort();
    // pdf.js goes on asking for every page's size and trips over a viewer that was emptied meanwhile.
    const asked = this.#viewer.pagesPromise ?? Promise.resolve();
    const waited = new Promise<void>((done) => setTimeout(done, longestWait));
    void Promise.race([asked, waited]).then(() => {
      this.#viewer.setDocument(null as never);
      this.#links.setDocument(null);
    });
  }

  #start(): void {
    this.#ready = true;
    for (let page = 1; page <= this.#viewer.pagesCount; page += 1)
      namePage(this.#viewer.getPageView(page - 1) as PageElement, this.#events.nameOf(page));
    if (this.#place) this.#apply(this.#place);
  }

  #settle(): void {
    if (this.#place && this.#placedAt !== null) this.#apply(this.#place);
    this.#tellSheets();
  }

  #apply({ page, focus, scale }: Place): void {
    const view = this.#viewer.getPageView(page - 1) as PageElement | undefined;
    if (!view) return;
    this.#placing = true;
    this.#viewer.currentScale = scale / pixelsPerPoint;
    const { offsetLeft, offsetTop } = view.div;
    const within = focus
      ? scrollFor(focus, scale, { width: this.#container.clientWidth, height: this.#container.clientHeight })
      : { left: 0, top: 0 };
    this.#container.scrollTo({ left: offsetLeft + within.left, top: offsetTop + within.top, behavior: 'instant' });
    this.#placedAt = this.#container.scrollTop;
    this.#viewer.update();
    this.#placing = false;
    this.#tellSheets();
  }

  #tellPage(): void {
    if (this.#placing) return;
    if (this.#placedAt !== null && Math.abs(this.#container.scrollTop - this.#placedAt) > slack) this.#placedAt = null;
    if (this.#placedAt === null && this.#ready) this.#events.onpage(this.#viewer.currentPageNumber);
    this.#tellSheets();
  }

  /** The pages that are drawn and at most a screen away, told when they have changed. */
  #tellSheets(): void {
    const { scrollTop, clientHeight } = this.#container;
    const sheets: Sheet[] = [];
    for (const view of this.#viewer.getCachedPageViews() as Set<PageElement>) {
      const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = view.div;
      if (top + height < scrollTop - clientHeight || top > scrollTop + 2 * clientHeight) continue;
      const sheet = { page: view.id, left, top, width, height };
      sheets.push(this.#sheets.find((known) => isSame(known, sheet)) ?? sheet);
    }
    sheets.sort((a, b) => a.page - b.page);
    if (sheets.length === this.#sheets.length && sheets.every((sheet, index) => sheet === this.#sheets[index])) return;
    this.#sheets = sheets;
    this.#events.onsheets(sheets);
  }

  #tellFound({ state, matchesCount }: FoundEvent): void {
    this.#events.onfind({ ...matchesCount, searching: state === pending });
  }
}
