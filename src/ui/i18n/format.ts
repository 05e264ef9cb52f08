import { language } from './language.svelte.ts';

/** The date of `time`, or the hour when it is today. */
export function formatTime(time: number, now = Date.now()): string {
  const date = new Date(time);
  if (date.toDateString() === new Date(now).toDateString())
    return date.toLocaleTimeString(language.tag, { hour: '2-digit', minute: '2-digit' });
  return date.toLocaleDateString(language.tag, { day: 'numeric', month: 'short', year: 'numeric' });
}
