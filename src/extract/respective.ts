import { trimSubject } from './chinese-labels.ts';
import type { FoundLabel } from './figure-place.ts';
import { NAME_BREAK, namesIn } from './name-lists.ts';
import type { NumberReading } from './numbers.ts';
import type { PeriodReading } from './periods.ts';
import { bareSubject } from './sentence-labels.ts';
import type { Stretch } from './sentences.ts';
import type { UnitReading } from './units.ts';

/** A figure of a sentence with its unit; offsets are those of the whole text. */
export interface MeasuredFigure {
  figure: NumberReading;
  unit: (UnitReading & { before: boolean }) | null;
  /** Where the figure begins, qualifier and currency included, and where its unit ends. */
  start: number;
  end: number;
}

/** What `respectively` and 分别 give to one figure of a list. */
export interface Paired {
  /** Null when no words before the list name it. */
  label: FoundLabel | null;
  /** Null when the list is not one of years. */
  period: PeriodReading | null;
  /** The unit printed once for the whole list; null when the figure has its own, or none is printed. */
  unit: (UnitReading & { before: boolean }) | null;
}

/** What stands between two expressions of one amount: `1.6 % or 1,997 GJ`, `12 t (4 %`. */
const SAME_AMOUNT = /^\s*[,，]?\s*(?:or|[(（/=])\s*$/i;
/** What stands between two amounts of a list. */
const NEXT_AMOUNT = /^\s*[)）]?\s*(?:[,，、;]|[,，、]?\s*(?:and|&|和|与|與|及|以及))\s*(?:only|仅)?\s*$/i;
/** Words that pair a list of names with a list of figures. */
const RESPECTIVELY = /[,，]?\s*\brespectively\b|分别/gi;
/** 分别增长, 同比分别下降: the list is one of changes. */
const CHANGE = /(?:增长|增加|下降|减少|降低|上升|提升|提高|增幅|降幅)/;
/** A verb after 分别 has at most this many characters: 分别同比增长, 分别达到了. */
const LONGEST_LINK = 8;
const HAN_RUN = /[\u4e00-\u9fff]+/;
const HAN = /[\u4e00-\u9fff]/;

/**
 * Pairs the figures of “A and B were 1 and 2, respectively”, “A和B分别为1和2” with their names, or with their years.
 * A list that does not come out even gets the words before it as a label that names several things at once.
 * @param periods offsets are those of the sentence
 */
export function pairRespectively(
  text: string,
  sentence: Stretch,
  figures: readonly MeasuredFigure[],
  periods: readonly PeriodReading[],
  entity: readonly string[],
): Map<NumberReading, Paired> {
  const pairs = new Map<NumberReading, Paired>();
  let from = sentence.start;
  let names: FoundLabel[] = [];
  for (const word of sentence.text.matchAll(RESPECTIVELY)) {
    const at = sentence.start + word.index;
    const chinese = word[0] === '分别';
    const list = chinese ? amountsAfter(text, at, figures) : amountsBefore(text, at, figures);
    if (list.length < 2) continue;
    const first = list[0]![0]!;
    // 分别占投资与贷款总额的…: what is counted stands after the word.
    const named = chinese && (text.slice(at, first.start).match(HAN_RUN)?.[0].length ?? 0) > LONGEST_LINK;
    const front = {
      afterWord: named,
      start: named ? at + word[0].length : from,
      end: chinese && !named ? at : first.start,
    };
    const change = chinese && CHANGE.test(text.slice(at, first.start));
    const within = periods.map((p) => ({ ...p, start: p.start + sentence.start, end: p.end + sentence.start }));
    const tail = chinese ? null : { start: list.at(-1)!.at(-1)!.end, end: at };
    const own = namesOf(text, front, tail, list.length, within, entity, names);
    list.forEach((amount, i) => {
      const shared = amount.length === 1 ? sharedUnit(list, i) : null;
      const label = own.labels[i] ?? own.labels[0] ?? null;
      for (const { figure, unit } of amount) {
        pairs.set(figure, {
          label: change && label ? { ...label, kind: 'change' } : label,
          period: own.periods[i] ?? null,
          unit: unit === null && shared !== null ? { ...shared, start: figure.start, end: figure.end } : null,
        });
      }
    });
    names = own.labels;
    from = list.at(-1)!.at(-1)!.end;
  }
  return pairs;
}

/** The list of amounts that ends before `at`, each in one or more expressions. */
function amountsBefore(text: string, at: number, figures: readonly MeasuredFigure[]): MeasuredFigure[][] {
  const before = figures.filter((f) => f.end <= at);
  const list: MeasuredFigure[][] = [];
  for (const figure of before.toReversed()) {
    const next = list[0]?.[0];
    if (next === undefined) list.unshift([figure]);
    else {
      const between = text.slice(figure.end, next.start);
      if (SAME_AMOUNT.test(between)) list[0]!.unshift(figure);
      else if (NEXT_AMOUNT.test(between)) list.unshift([figure]);
      else break;
    }
  }
  return list;
}

/** The list of amounts that begins right after the word at `at`. */
function amountsAfter(text: string, at: number, figures: readonly MeasuredFigure[]): MeasuredFigure[][] {
  const list: MeasuredFigure[][] = [];
  for (const figure of figures.filter((f) => f.start >= at)) {
    const last = list.at(-1)?.at(-1);
    if (last === undefined) {
      if (/[,，。；]/.test(text.slice(at, figure.start))) break;
      list.push([figure]);
    } else {
      const between = text.slice(last.end, figure.start);
      if (SAME_AMOUNT.test(between)) list.at(-1)!.push(figure);
      else if (NEXT_AMOUNT.test(between)) list.push([figure]);
      else break;
    }
  }
  return list;
}

/** The unit of the next amount that has one: `1, 2 and 3 tCO2e`. */
function sharedUnit(list: readonly MeasuredFigure[][], at: number): Paired['unit'] {
  return list.slice(at + 1).flatMap((a) => a.flatMap((f) => f.unit ?? []))[0] ?? null;
}

interface Span {
  start: number;
  end: number;
}

/** Labels and years of a list of `count` amounts; one label, or none, when the names do not come out even. */
function namesOf(
  text: string,
  front: Span & { afterWord: boolean },
  tail: Span | null,
  count: number,
  periods: readonly PeriodReading[],
  entity: readonly string[],
  earlier: readonly FoundLabel[],
): { labels: FoundLabel[]; periods: PeriodReading[] } {
  const years = yearList(text, periods, tail, count) ?? yearList(text, periods, front, count);
  const subject = subjectOf(text, front, entity);
  const several: FoundLabel[] = subject ? [{ ...subject, kind: 'several' }] : [];
  if (years !== null) {
    const label = subject && withoutYears(text, subject, years, entity);
    return { labels: label ? years.map(() => label) : several, periods: years };
  }
  if (subject !== null && /^占比?$|^比例$/.test(subject.text) && earlier.length === count)
    return { labels: earlier.map((l) => ({ ...l, text: `${l.text}占比` })), periods: [] };
  const parts = subject === null || front.afterWord ? null : namesIn(subject, count);
  if (parts !== null) return { labels: parts, periods: [] };
  const wholes = tail === null || subject === null ? null : wholesOf(text, tail, count);
  if (subject === null && earlier.length > 0) return { labels: [...earlier], periods: [] };
  if (wholes !== null)
    return { labels: wholes.map((w) => ({ ...subject!, text: `${subject!.text} ${w}`, kind: 'names' })), periods: [] };
  return { labels: several, periods: [] };
}

/** `count` years that stand in a list within a span. */
function yearList(
  text: string,
  periods: readonly PeriodReading[],
  span: Span | null,
  count: number,
): PeriodReading[] | null {
  if (span === null) return null;
  const within = periods.filter((p) => p.start >= span.start && p.end <= span.end);
  for (let i = 0; i + count <= within.length; i++) {
    const list = within.slice(i, i + count);
    const joined = list.every((p, k) => k === 0 || NEXT_AMOUNT.test(text.slice(list[k - 1]!.end, p.start)));
    if (joined && (i === 0 || !NEXT_AMOUNT.test(text.slice(within[i - 1]!.end, list[0]!.start)))) return list;
  }
  return null;
}

/** The words before a list of amounts, without their verb and what leads them in. */
function subjectOf(text: string, front: Span, entity: readonly string[]): FoundLabel | null {
  const words = text.slice(front.start, front.end);
  if (!HAN.test(words)) return bareSubject(words, front.start);
  const lead =
    /^\s*(?:[,，；;]\s*)?(?:其中[,，:：]?\s*)?(?:[^,，]*年(?:度|末|底)?(?:内|期间)?[,，]|报告期内?[,，])?/.exec(
      words,
    )![0].length;
  const end = words.length - /(?:(?:较|比)(?:上年|去年|同期|上一年)(?:度|同期)?|同比)?\s*$/.exec(words)![0].length;
  return trimSubject(words.slice(lead, end), front.start + lead, entity);
}

/** A subject with the list of its years taken out: `number of employees in 2020 and 2021`. */
function withoutYears(
  text: string,
  subject: FoundLabel,
  years: readonly PeriodReading[],
  entity: readonly string[],
): FoundLabel | null {
  const [first, last] = [years[0]!, years.at(-1)!];
  if (first.start >= subject.end || last.end <= subject.start) return subject;
  const before = text
    .slice(subject.start, Math.max(subject.start, first.start))
    .replace(/\s*\b(?:in|for|of|at the end of)\s*(?:the years?\s*)?$/i, '');
  if (before.trim().length > 3)
    return { ...subject, text: before.trim(), end: subject.start + before.trimEnd().length };
  const from = last.end + /^(?:年度?|末|底|[,，\s])*/.exec(text.slice(last.end, subject.end))![0].length;
  const rest = text.slice(from, subject.end);
  if (HAN.test(rest)) return subjectOf(text, { start: from, end: subject.end }, entity);
  return /[A-Za-z]{3}/.test(rest) ? { ...subject, text: rest.trim(), start: from } : null;
}

/** `of our workforce and management` after a list: the whole of each share. */
function wholesOf(text: string, tail: Span, count: number): string[] | null {
  const words = /^\s*((?:of|in|for|among) (?:our |the |its |all )?)([^,，;.]+)/i.exec(text.slice(tail.start, tail.end));
  const parts = words?.[2]?.trim().split(NAME_BREAK) ?? [];
  return parts.length === count ? parts.map((p) => `${words![1]!}${p.replace(/^(?:of|in|for|among)\s+/i, '')}`) : null;
}
