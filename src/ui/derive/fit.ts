import type { Box } from '../../model/page.ts';

/** CSS pixels a point: a page is never drawn larger than this by fitting alone, or a small table would fill the screen. */
const largestFit = 1.9;
/** At least this share of the page's width shows, or a single figure would lose its row's label. */
const leastShown = 0.45;
const smallestScale = 0.1;
const largestScale = 6;

/**
 * The scale in CSS pixels a point that fits the focus, or the whole page's width, into the panel; times the reader's zoom.
 * A focus too tall for the panel is drawn smaller, but never smaller than the page's width allows.
 */
export function fitScale(
  pageWidth: number,
  focus: Box | null,
  panel: { width: number; height: number },
  zoom: number,
): number {
  let fit = panel.width / pageWidth;
  if (focus) {
    const wanted = Math.min(pageWidth, Math.max(pageWidth * leastShown, focus[2] - focus[0]));
    const tall = panel.height / (focus[3] - focus[1]);
    fit = Math.max(fit, Math.min(panel.width / wanted, tall, largestFit));
  }
  return Math.min(largestScale, Math.max(smallestScale, fit * zoom));
}

/** The scale that shows the whole page at once. */
export function pageScale(
  page: readonly [width: number, height: number],
  panel: { width: number; height: number },
): number {
  return Math.min(largestScale, Math.max(smallestScale, Math.min(panel.width / page[0], panel.height / page[1])));
}

/** Where to scroll, in CSS pixels, so that the focus stands in the panel: in its middle when it fits, else from its top left. */
export function scrollFor(
  focus: Box,
  scale: number,
  panel: { width: number; height: number },
): { left: number; top: number } {
  const width = (focus[2] - focus[0]) * scale;
  const height = (focus[3] - focus[1]) * scale;
  const left = focus[0] * scale - Math.max(0, (panel.width - width) / 2);
  const top = focus[1] * scale - Math.max(0, (panel.height - height) / 2);
  return { left: Math.max(0, left), top: Math.max(0, top) };
}

/** A spot to be looked at within a place: as high as the spot, as wide as the place, so that its row keeps its label. */
export function withinFocus(spot: Box, place: Box): Box {
  return [Math.min(place[0], spot[0]), spot[1], Math.max(place[2], spot[2]), spot[3]];
}

/** A place and the width of its page, in points. */
interface PlaceOnPage {
  width: number;
  focus: Box | null;
}

/** The scale at which the whole focus shows in the panel. */
function wholeScale({ width, focus }: PlaceOnPage, panel: { width: number; height: number }): number {
  if (!focus) return panel.width / width;
  const wanted = Math.min(width, Math.max(width * leastShown, focus[2] - focus[0]));
  return Math.min(panel.width / wanted, panel.height / (focus[3] - focus[1]), largestFit);
}

/** How two places share the room: beside each other or one above the other, whichever shows the smaller one larger. */
export function arrangePlaces(
  places: readonly PlaceOnPage[],
  room: { width: number; height: number },
): 'columns' | 'rows' {
  if (places.length !== 2) return 'rows';
  const least = (panel: { width: number; height: number }): number =>
    Math.min(...places.map((place) => wholeScale(place, panel)));
  const columns = least({ width: room.width / 2, height: room.height });
  return columns > least({ width: room.width, height: room.height / 2 }) ? 'columns' : 'rows';
}

/** CSS pixels a point → per cent of the paper's own size (96 pixels an inch, 72 points an inch). */
export function percentOf(scale: number): number {
  return Math.round(scale * 75);
}
