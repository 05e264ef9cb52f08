import { wordsOf } from '../../correct/words.ts';

/** Words of a file's name that tell drafts apart, and not reports. */
const DRAFT_WORDS =
  /^(?:\d+|v|ver|version|rev|revision|draft|final|clean|copy|new|稿|版|初|终|終|定|修|订|訂|改|第|本|副)$/;

/** What a file is called, whatever draft it is. */
function nameOf(file: string): string {
  const words = wordsOf(
    file
      .replace(/\.\w{1,4}$/, '')
      .replace(/[_-]/g, ' ')
      .replace(/\bv(?=\d)/gi, 'v '),
  );
  return words.filter((word) => !DRAFT_WORDS.test(word)).join(' ');
}

/** Years that a file's name has, which tell reports apart. */
function yearsOf(file: string): string {
  return (file.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).join(' ');
}

/** Are two files drafts of one report, by their names? `ESG report 2024 v2.pdf`, `ESG-report-2024-final.pdf`. */
export function areDrafts(a: string, b: string): boolean {
  return nameOf(a) !== '' && nameOf(a) === nameOf(b) && yearsOf(a) === yearsOf(b);
}
