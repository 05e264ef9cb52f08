import { keepWidth, readWidth } from '../../store/preferences.ts';
import type { Pane } from '../../store/preferences.ts';

/** CSS pixels. Narrower than the least, a row's words no longer fit; wider than the most, no room is left for a page. */
export const widthLimits = { list: { least: 240, most: 560 }, detail: { least: 280, most: 640 } } as const;

/** How wide the panes beside the pages are: as the reader left them. */
class PaneWidths {
  list = $state(readWidth('list', widthLimits.list) ?? 352);
  detail = $state(readWidth('detail', widthLimits.detail) ?? 376);

  resize(pane: Pane, width: number): void {
    this[pane] = width;
    keepWidth(pane, width);
  }
}

export const widths = new PaneWidths();
