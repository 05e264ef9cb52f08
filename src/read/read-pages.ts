import { CheckError } from '../model/check-error.ts';
import { limits } from '../model/limits.ts';
import type { Page } from '../model/page.ts';
import type { OpenPdf } from './open-pdf.ts';
import { unreadPage } from './unread-page.ts';

export interface ReadPagesOptions {
  signal?: AbortSignal;
  /** Called after each page, in the order in which they are done. */
  onPage?: (done: number, total: number, page: Page) => void;
  /** Milliseconds for all pages; those not reached come back unread. */
  maxMilliseconds?: number;
}

/**
 * Reads the pages, up to the limit, `pdf.lanes` at a time → pages in the file's order.
 * @throws CheckError `aborted`, and `no-pages`, `damaged` or `no-text` when there is nothing to check.
 */
export async function readPages(pdf: OpenPdf, options: ReadPagesOptions = {}): Promise<Page[]> {
  // Hostile files say −5.
  if (!(pdf.pageCount > 0)) throw new CheckError('no-pages', 'This PDF has no pages. Export it again from its source.');
  const total = Math.min(pdf.pageCount, limits.maxPages);
  const pages = new Array<Page>(total);
  const deadline = performance.now() + (options.maxMilliseconds ?? limits.maxReadMilliseconds);
  let next = 1;
  let done = 0;
  const runLane = async (): Promise<void> => {
    while (next <= total) {
      if (options.signal?.aborted) throw new CheckError('aborted', 'The check was cancelled.');
      const number = next++;
      const late = performance.now() > deadline;
      const page = late ? unreadPage(number, null, 'not-reached') : await pdf.readPage(number);
      pages[number - 1] = page;
      options.onPage?.(++done, total, page);
    }
  };
  await Promise.all(Array.from({ length: Math.min(pdf.lanes, total) }, runLane));
  refuseUnreadable(pages);
  return pages;
}

/** Says why there is nothing to check when no page gave any text. */
function refuseUnreadable(pages: readonly Page[]): void {
  if (pages.some((page) => page.unread === null)) return;
  const reasons = new Set(pages.map((page) => page.unread));
  if (reasons.has('scan')) {
    throw new CheckError(
      'no-text',
      'This PDF has no text: its pages are pictures, such as scans. Export it from its source, or run text recognition (OCR) first.',
    );
  }
  if (reasons.has('too-slow') || reasons.has('too-complex')) {
    throw new CheckError(
      'too-slow-pages',
      'No page of this PDF could be read within the limits of time and size. Export it again from its source.',
    );
  }
  if (reasons.has('empty')) {
    throw new CheckError('blank', 'This PDF has no text: its pages are blank. Choose the PDF of the report.');
  }
  throw new CheckError(
    'damaged',
    'This PDF is damaged: none of its pages can be read. Export it again from its source.',
  );
}
