import { readChineseNumber } from '../extract/index-codes.ts';
import type { Reading } from '../model/report.ts';
import type { Passage } from './passages.ts';
import { listPassages } from './passages.ts';

/** `7.2.2 Title`: two levels at least, so that a list of points is not taken for chapters. */
const SECTION = /^(\d{1,2}(?:\.\d{1,2}){0,2})\.(\d{1,2})[.\s\u3000、]+(?=["“‘《「]?\p{L}{2})/u;
/** `Table 3: Title`, `Figure 2-1 Title`, `Chapter 4`, 图 2-1 标题, 第三章. */
const CAPTION =
  /^(Table|Figure|Fig\.?|Chart|Exhibit|Chapter|[表图圖])\s?((?:\d{1,2}[.-])?)(\d{1,3})(?:\s?[:：.–—-]\s?|[\s\u3000、]+)(?=["“‘《「]?\p{L})/iu;
const CHAPTER_ZH = /^第\s?([一二三四五六七八九十]{1,3}|\d{1,2})\s?章/u;
/** A title is short. In characters. */
const LONGEST_TITLE = 100;
/** One title with its number in its series: `3.4 Water` is number 4 of the series `3.`. */
export interface NumberedTitle {
  series: string;
  number: number;
  passage: Passage;
}

/** What the texts of the report begin with, line by line, and captions of tables; headings also from each number in them on. */
export function listBeginnings(reading: Reading): string[] {
  const passages = listPassages(reading);
  return [
    ...passages.map(({ text }) => text),
    ...passages.flatMap(({ lines }) => lines.map(({ text }) => text)),
    ...passages
      .filter(({ kind }) => kind === 'heading')
      .flatMap(({ text }) => [...text.matchAll(/(?<=\s)\d/g)].map(({ index }) => text.slice(index))),
    ...reading.tables.map(({ caption }) => caption ?? ''),
  ].map(squeeze);
}

/** Text → small letters without spaces. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** Passage → its number in its series; none when it is no numbered title. */
export function readNumberedTitle(passage: Passage): NumberedTitle[] {
  const { text, kind } = passage;
  if (text.length > LONGEST_TITLE || kind === 'furniture' || /[.…·]{4}|\s\d{1,3}$/.test(text)) return [];
  const section = kind === 'heading' ? SECTION.exec(text) : null;
  if (section) return [{ series: `${section[1]!}.`, number: Number(section[2]), passage }];
  const chapter = kind === 'heading' ? CHAPTER_ZH.exec(text) : null;
  if (chapter) return [{ series: '第', number: readChineseNumber(chapter[1]!) ?? 0, passage }];
  const caption = CAPTION.exec(text);
  if (!caption || (kind !== 'heading' && /^chapter$/i.test(caption[1]!))) return [];
  return [{ series: squeeze(caption[1]! + caption[2]!), number: Number(caption[3]), passage }];
}

/** How a member of a series may be printed. */
export function spellings(series: string, number: number): string[] {
  if (series === '第') return [`第${number}章`, `第${writeChinese(number)}章`];
  return [`${series}${number}`];
}

const DIGITS = '零一二三四五六七八九';

/** 21 → 二十一. */
function writeChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens]! : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones]! : ''}`;
}

/** Does a text begin with a number, and not with a longer one? */
export function beginsWith(text: string, number: string): boolean {
  return text.startsWith(number) && !/^\d/.test(text.slice(number.length));
}
