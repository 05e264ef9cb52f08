import type { Box } from '../../model/page.ts';
import type { FindQuery, FindResult, ReportViewer } from '../page-view/report-viewer.ts';

/** What decides how large a page is shown; `focus` is the part that the chosen thing stands in, else the width. */
export type Fit = 'focus' | 'width' | 'page';

const zoomStep = 1.25;
const zoomLimits = { least: 0.25, most: 8 };

const nothingFound: FindResult = { current: 0, total: 0, searching: false };

/** How the pages are shown: size, layers, thumbnails and the search in the text. */
export class PageViewState {
  fit = $state<Fit>('focus');
  /** Times the size that fits. */
  zoom = $state(1);
  /** Whether the pages show what was read on them. */
  overlay = $state(false);
  thumbnails = $state(false);
  /** CSS pixels a point, as the pages are shown now. */
  scale = $state(1);
  /** The page under the reader's eyes after scrolling; null while it is where it was put. */
  seen = $state<number | null>(null);
  /** The page whose size decides how large all are shown; null for the one that was asked for. */
  basis = $state<number | null>(null);
  /** Counts the times that a place was asked for, so that asking for the same place again leads back to it. */
  asked = $state(0);
  /** The one operand that the reader asked to see, among the places that are shown; null for all of them. */
  spot = $state.raw<{ page: number; box: Box } | null>(null);
  finding = $state(false);
  find = $state<FindQuery>({ query: '', caseSensitive: false, entireWord: false });
  found = $state.raw<FindResult>(nothingFound);
  /** Set while the report is on screen. */
  viewer: ReportViewer | null = null;

  zoomBy(steps: 1 | -1): void {
    this.zoom = Math.min(zoomLimits.most, Math.max(zoomLimits.least, this.zoom * zoomStep ** steps));
  }

  fitTo(fit: Fit): void {
    this.fit = fit;
    this.zoom = 1;
    this.basis = this.seen;
  }

  /** Another place was asked for: it is shown at its own size. */
  place(): void {
    this.seen = null;
    this.spot = null;
    this.fitTo(this.fit === 'page' ? 'page' : 'focus');
    this.asked += 1;
  }

  openFind(): void {
    this.finding = true;
  }

  closeFind(): void {
    this.finding = false;
    this.found = nothingFound;
    this.viewer?.endFind();
  }

  /** Looks for what is typed; `backwards` for the match before. */
  findNext(backwards = false): void {
    if (this.find.query.trim() === '') {
      this.found = nothingFound;
      this.viewer?.endFind();
    } else this.viewer?.find({ ...this.find }, backwards);
  }
}
