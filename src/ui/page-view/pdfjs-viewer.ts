// The one door to pdf.js's viewer. pdfjs-dist itself must come first: the viewer takes its parts from it when it loads.
import 'pdfjs-dist';
import {
  EventBus,
  PDFFindController,
  PDFLinkService,
  PDFPageView,
  PDFViewer,
  RenderingStates,
  SimpleLinkService,
} from 'pdfjs-dist/web/pdf_viewer.mjs';
import { AnnotationEditorType, AnnotationMode } from 'pdfjs-dist';
import 'pdfjs-dist/web/pdf_viewer.css';

export { EventBus, PDFFindController, PDFPageView, PDFViewer, RenderingStates };

/** CSS pixels a point at pdf.js's scale 1. */
export const pixelsPerPoint = 96 / 72;

/** Pixels of one canvas; of a page shown larger, only the visible part is drawn sharp. */
const largestCanvas = 16_000_000;

/** pdf.js's viewer translates its own words, which are never shown here; it would fetch a list of languages for that. */
const untranslated = {
  getLanguage: () => 'en',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
  destroy: () => Promise.resolve(),
};

/** What every view of a page has in common: text can be selected, fields and scripts are off, nothing is looked up. */
export const pageOptions = {
  annotationMode: AnnotationMode.ENABLE,
  // Nothing is edited here; the editor would take a dropped file for a picture to paste.
  annotationEditorMode: AnnotationEditorType.DISABLE,
  enableAutoLinking: false,
  maxCanvasPixels: largestCanvas,
  l10n: untranslated as never,
};

/** What Crossfoot uses of a page in the viewer. */
export interface PageElement {
  id: number;
  div: HTMLDivElement;
}

/** Names a page for a screen reader. Not a landmark, as pdf.js makes it: a long report would have hundreds. */
export function namePage({ div }: PageElement, name: string): void {
  div.setAttribute('role', 'group');
  div.setAttribute('aria-label', name);
}

/** Links inside the report lead to their page; those that lead out of it are named and do nothing. */
export function createLinkService(eventBus: EventBus): PDFLinkService {
  const links = new PDFLinkService({ eventBus, ignoreDestinationZoom: true });
  links.externalLinkEnabled = false;
  return links;
}

/** A page that stands alone: none of its links leads anywhere. */
export function createLoneLayers(): object {
  const linkService = new SimpleLinkService();
  linkService.externalLinkEnabled = false;
  return {
    annotationEditorUIManager: null,
    annotationStorage: null,
    downloadManager: null,
    enableScripting: false,
    fieldObjectsPromise: null,
    findController: null,
    hasJSActionsPromise: null,
    linkService,
  };
}
