import type { ReviewState } from '../state/review.svelte.ts';
import { commands } from './commands.ts';
import type { Command } from './commands.ts';

/** What of a keyboard event decides which command it is. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `mod+Z` for Ctrl or Command with Shift and z; the key itself when neither is held. */
export function nameStroke({ key, ctrlKey, metaKey, shiftKey }: Stroke): string {
  if (!ctrlKey && !metaKey) return key;
  return `mod+${shiftKey ? key.toUpperCase() : key.toLowerCase()}`;
}

/** The command of a key; null when it has none. */
export function commandOf(stroke: Stroke): Command | null {
  if (stroke.altKey) return null;
  const name = nameStroke(stroke);
  return commands.find(({ keys }: Command) => keys.includes(name)) ?? null;
}

/** Elements whose keys are their own. */
const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

function isTyping(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches(fields);
}

/**
 * Does what a key stands for. Keys typed into a field are the field's own, but Escape leaves it and the palette opens
 * from it; while a sheet lies over the desk or a menu is open, its own keys count.
 */
export function handleKey(event: KeyboardEvent, review: ReviewState): void {
  if (event.defaultPrevented || event.isComposing || review.desk.sheet !== null) return;
  if (document.querySelector('[popover]:popover-open, dialog[open]')) return;
  const command = commandOf(event);
  if (isTyping(event.target) && command?.id !== 'palette') {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (!command || command.applies?.(review) === false) return;
  event.preventDefault();
  command.run(review);
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const shown: Record<string, string> = { Escape: 'esc', '-': '−' };

/** A key as it is printed on a button: `esc`, `Ctrl K`, `⌘K`. */
export function printKey(key: string, mac = isMac): string {
  if (!key.startsWith('mod+')) return shown[key] ?? key;
  const letter = key.slice('mod+'.length);
  const shift = letter !== letter.toLowerCase();
  const big = letter.toUpperCase();
  return mac ? `${shift ? '⇧' : ''}⌘${big}` : `Ctrl ${shift ? '⇧ ' : ''}${big}`;
}

/** For `aria-keyshortcuts`: `Control+K`. */
export function spellKey(key: string): string {
  return key.replace(/^mod\+/, isMac ? 'Meta+' : 'Control+');
}
