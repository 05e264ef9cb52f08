import { doubtInChinese } from '../../export/doubts.ts';
import { language } from './language.svelte.ts';

/** A doubt of a finding or a figure in the interface's language; as the engine wrote it where there is no other. */
export function sayDoubt(doubt: string): string {
  return language.current === 'zh' ? (doubtInChinese(doubt) ?? doubt) : doubt;
}
