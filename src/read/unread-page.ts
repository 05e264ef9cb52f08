import type { Page } from '../model/page.ts';

/** A page of which nothing was read. */
export function unreadPage(number: number, label: string | null, unread: Page['unread']): Page {
  return { number, label, width: 0, height: 0, runs: [], segments: [], fills: [], imageCover: 0, unread };
}
