import { readChineseNumber } from '../extract/index-codes.ts';
import type { Reading } from '../model/report.ts';
import type { Comparison } from './comparison.ts';
import { groupBy } from './fact-index.ts';
import type { Passage } from './passages.ts';
import { listPassages, quotePassage } from './passages.ts';

/** `7.2.2 Title`: two levels at least, so that a list of points is not taken for chapters. */
const SECTION = /^(\d{1,2}(?:\.\d{1,2}){0,2})\.(\d{1,2})[.\s\u3000、]+(?=["“‘《「]?\p{L}{2})/u;
/** `Table 3: Title`, `Figure 2-1 Title`, `Chapter 4`, 图 2-1 标题, 第三章. */
const CAPTION =
  /^(Table|Figure|Fig\.?|Chart|Exhibit|Chapter|[表图圖])\s?((?:\d{1,2}[.-])?)(\d{1,3})(?:\s?[:：.–—-]\s?|[\s\u3000、]+)(?=["“‘《「]?\p{L})/iu;
const CHAPTER_ZH = /^第\s?([一二三四五六七八九十]{1,3}|\d{1,2})\s?章/u;
/** A title is short. In characters. */
const LONGEST_TITLE = 100;
/** Members that show that a series is one. */
const FEWEST_MEMBERS = 4;

/** One title with its number in its series: `3.4 Water` is number 4 of the series `3.`. */
interface Member {
  series: string;
  number: number;
  passage: Passage;
}

/**
 * Reading → series of numbered sections, chapters, tables and figures that leave out one number, between the titles before and after it.
 * Only series that begin with 1, stand in order and have no other break; a number that begins any text of the report was not left out.
 */
export function findNumberGaps(reading: Reading): Comparison {
  const comparison: Comparison = { agreeing: [], mismatches: [] };
  const passages = listPassages(reading);
  const beginnings = listBeginnings(reading);
  for (const [series, members] of groupBy(passages.flatMap(readMember), (member) => member.series)) {
    const firsts = members.filter(({ number }, i) => members.findIndex((other) => other.number === number) === i);
    if (firsts.length < FEWEST_MEMBERS || firsts[0]!.number !== 1) continue;
    const steps = firsts.slice(1).map(({ number }, i) => number - firsts[i]!.number);
    const breaks = steps.flatMap((step, i) => (step === 1 ? [] : [{ step, i }]));
    if (breaks.length === 0) comparison.agreeing.push(quotePassage(firsts[0]!.passage, 'heading'));
    if (breaks.length !== 1 || breaks[0]!.step !== 2) continue;
    const [before, after] = [firsts[breaks[0]!.i]!, firsts[breaks[0]!.i + 1]!];
    const left = before.number + 1;
    if (reading.document.unreadPages.some((page) => page >= before.passage.page && page <= after.passage.page))
      continue;
    if (spellings(series, left).some((each) => beginnings.some((text) => beginsWith(text, each)))) continue;
    comparison.mismatches.push({
      first: before.passage.text,
      second: after.passage.text,
      firstPages: [before.passage.page],
      secondPages: [after.passage.page],
      evidence: [quotePassage(before.passage, 'heading'), quotePassage(after.passage, 'heading')],
    });
  }
  return comparison;
}

/** What the texts of the report begin with, line by line, and captions of tables; headings also from each number in them on. */
function listBeginnings(reading: Reading): string[] {
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

const squeeze = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

function readMember(passage: Passage): Member[] {
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
function spellings(series: string, number: number): string[] {
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
function beginsWith(text: string, number: string): boolean {
  return text.startsWith(number) && !/^\d/.test(text.slice(number.length));
}
