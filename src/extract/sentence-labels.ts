import type { NumberReading } from './numbers.ts';
import type { Stretch } from './sentences.ts';

/** The words of a sentence that name a figure. */
export interface FoundLabel {
  text: string;
  start: number;
  end: number;
  /** `names`: the figure is this. `change`: how much it rose or fell. `counted`: so many of these, maybe a part of all. */
  kind: 'names' | 'change' | 'counted';
}

const HAN = /[\u4e00-\u9fff]/;

/** Verbs and marks between a subject and its figure, at the end of the text before the figure. */
const LINK =
  /\s+(?:(?:has|have|had)\s+)?(?:now\s+)?(?:reach(?:ed|es|ing)|was|were|is|are|amount(?:ed|s|ing) to|total(?:l?ed|s|l?ing)|stood at|stands at|came to|of|remained(?: stable)? at|maintained(?: at)?|exceed(?:ed|s|ing)|surpass(?:ed|ing)|hit|at|increased to|decreased to|rose to|fell to|grew to|dropped to|recorded at|equal(?:led|s)|comprised|accounted for|accounting for|represent(?:ed|ing|s))\s*(?:a\s+total\s+of\s+)?$|\s*[:：=]\s*$/i;
const CHANGE_BEFORE =
  /\b(?:by|up|down)\s*$|\b(?:increase|decrease|reduction|decline|drop|rise|growth|fall)\s+of\s*$|\b(?:decreas|increas|declin|dropp|reduc|grow|ris)(?:ed|ing)\s*$|\b(?:fell|rose|grew|dropped|declined|increased|decreased|soared|surged)\s*$/i;
const CHINESE_CHANGE =
  /(?:同比|环比|较[^，。]{0,10}|比[^，。]{0,10})?(?:大幅|显著|略微?|小幅|明显)?(?:增长|增加|下降|减少|降低|上升|提升|提高|上涨|下滑|减|增|增幅|降幅)(?:了|约|近|超|达|为|率)*$/;

/** Text before a figure that is only filler words of the figure (qualifier, currency). */
function before(text: string, sentence: Stretch, figure: NumberReading): string {
  return text
    .slice(sentence.start, Math.min(figure.qualifierStart, figure.start))
    .replace(/(?:RMB|CNY|USD|US\$|HK\$|S\$|NT\$|EUR|KRW|R|[$¥￥€£]|人民币|人民幣)\s*$/, '')
    .replace(/(?:\b(?:over|about|approximately|nearly|more than)|超过|超|逾|约|近)\s*$/i, '');
}

/** How far before a figure its label may begin, in characters. */
const LONGEST_FRONT = 240;

/** The label of a figure: its subject, the noun after it, or a share of the figure named just before. */
export function findLabel(
  text: string,
  sentence: Stretch,
  figure: NumberReading,
  unitEnd: number,
  previous: FoundLabel | null,
): FoundLabel | null {
  const start = Math.max(sentence.start, figure.qualifierStart - LONGEST_FRONT);
  return labelIn(text, { ...sentence, start }, figure, unitEnd, previous);
}

/** The same, in a sentence that begins near enough. */
function labelIn(
  text: string,
  sentence: Stretch,
  figure: NumberReading,
  unitEnd: number,
  previous: FoundLabel | null,
): FoundLabel | null {
  const front = before(text, sentence, figure);
  return HAN.test(sentence.text)
    ? chineseLabel(text, sentence, front, unitEnd, previous)
    : englishLabel(text, sentence, front, figure, unitEnd, previous);
}

/** Longest label, in characters; a longer subject is a sentence of its own. */
const LONGEST_LABEL = 110;

function englishLabel(
  text: string,
  sentence: Stretch,
  front: string,
  figure: NumberReading,
  unitEnd: number,
  previous: FoundLabel | null,
): FoundLabel | null {
  const share = /(?:accounting for|which accounts? for|representing|or|equivalent to|making up)\s*$/i.exec(front);
  const shareOf =
    /^\s*of\s+((?:the |our |its |total |overall |all |annual |operating |sales |company's |Company's |group's )*[a-z&' -]{3,40}?)(?=[.,;)]|$| (?:in|for|and|as|at|which|during)\b)/i.exec(
      text.slice(figure.end, sentence.end),
    );
  if (share !== null && figure.percent && previous !== null) {
    const whole = shareOf?.[1] ?? '';
    return {
      ...previous,
      text: `${previous.text} as a percentage of ${whole}`.trim().replace(/ of$/, ''),
      kind: 'names',
    };
  }
  if (CHANGE_BEFORE.test(front)) {
    const subject = englishSubject(front.replace(CHANGE_BEFORE, ''), sentence.start);
    return subject === null ? null : { ...subject, kind: 'change' };
  }
  const invested = /\b(invested|spent|donated|invests)\s*(?:a total of\s*)?$/i.exec(front);
  if (invested !== null) return investmentLabel(text, sentence, unitEnd, invested[1] ?? '');
  const owned =
    /(?:^|[,.]\s*|\b(?:we|company|group|\d{4})\s+)(?:we\s+)?(?:had|have|has|employ(?:ed|s)?)\s*(?:a\s+total\s+of\s*)?$/i.test(
      front,
    );
  const link = LINK.exec(front);
  if (link !== null && !owned) {
    const subject = englishSubject(front.slice(0, link.index), sentence.start);
    if (subject !== null) return subject;
  }
  return nounAfter(text, sentence, figure, unitEnd, owned);
}

/** The noun phrase that a clause begins with, without articles, time and the company's name. */
function englishSubject(front: string, offset: number): FoundLabel | null {
  const cut = Math.max(
    front.lastIndexOf(', '),
    front.lastIndexOf('; '),
    front.lastIndexOf(': '),
    lastWord(front, /\b(?:and|while|whereas|with|where|that|which|but|as)\s/gi),
  );
  let start = cut + 1;
  const phrase = front.slice(start);
  const lead =
    /^[\s,;:]*(?:(?:and|while|whereas|with|where|that|which|but|as)\s+)?(?:(?:in|during|for|by the end of|at the end of|as of|throughout)\s+(?:the\s+)?(?:(?:fiscal |financial )?(?:year\s+)?(?:FY\s?)?\d{4}|reporting period|year|period|past year)\s*,?\s*)?(?:(?:our|we|the company's|the group's|its|the|their|[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}['’]s)\s+)*/i.exec(
      phrase,
    )?.[0] ?? '';
  start += lead.length;
  const label = front.slice(start).trimEnd();
  if (label === '' || label.length > LONGEST_LABEL || /^(?:we|it|they|this|there|who|company|group)$/i.test(label))
    return null;
  return { text: label, start: offset + start, end: offset + start + label.length, kind: 'names' };
}

/** Offset just before the last match's end, so that the label begins after the word; -1 when none. */
function lastWord(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) {
    // “research and development”, “Scope 1 and 2”: the word joins two parts of one name.
    const joins =
      /\b(?:and|with|as)\s$/i.test(match[0]) &&
      !/(?:[,;]|\d%?|yuan|tons?|MWh|employees)\s$/.test(text.slice(0, match.index));
    if (!joins) last = match.index - 1;
  }
  return last;
}

/** `invested 5 million in R&D` → `investment in R&D`. */
function investmentLabel(text: string, sentence: Stretch, unitEnd: number, verb: string): FoundLabel | null {
  const rest =
    /^\s*(?:in|on|for|to|into)\s+((?:[A-Za-z&'-]+\s?){1,6}?)(?=[.,;]|$|\s(?:in|during|and|to|for|by)\b)/.exec(
      text.slice(unitEnd, sentence.end),
    );
  const noun = /^donat/i.test(verb) ? 'donation' : 'investment';
  if (rest === null)
    return noun === 'donation' ? { text: 'donations', start: unitEnd, end: unitEnd, kind: 'names' } : null;
  const object = (rest[1] ?? '').trim();
  const start = unitEnd + rest[0].lastIndexOf(object);
  return {
    text: noun === 'donation' ? `donation to ${object}` : `${noun} in ${object}`,
    start,
    end: start + object.length,
    kind: 'names',
  };
}

/** `5,975 employees`, `40 % of revenue`: the noun that follows. Only “the company has N employees” makes it the whole. */
function nounAfter(
  text: string,
  sentence: Stretch,
  figure: NumberReading,
  unitEnd: number,
  owned: boolean,
): FoundLabel | null {
  const from = figure.percent
    ? figure.end
    : /^\s*(?:employees|people|suppliers|staff|cases|companies)\b/i.test(text.slice(figure.end))
      ? figure.end
      : unitEnd;
  const rest = text.slice(from, sentence.end);
  const match = /^\s*(?:of\s+)?((?:[A-Za-z&'’-]+\s?){1,7})/.exec(rest);
  if (match === null) return null;
  const raw = match[1] ?? '';
  const phrase = raw
    .replace(
      /\s*\b(?:in|at|on|by|for|from|with|to|as|and|or|during|were|was|are|is|who|which|that|have|has|had|worldwide|throughout)\b.*$/i,
      '',
    )
    .trim();
  if (phrase === '') return null;
  const start = from + match[0].indexOf(raw);
  const bare = owned && /^(?:employees|staff)$/i.test(phrase);
  return {
    text: bare ? `Number of ${phrase}` : phrase,
    start,
    end: start + phrase.length,
    kind: owned && !figure.percent ? 'names' : 'counted',
  };
}

const CHINESE_LINK =
  /(?:分别|已|共计|合计|总计|总共|累计|达到了?|达|高达|约|为|是|共|有|仅|各|实现|保持(?:在)?|维持在?|稳定在|提升至|提高至|上升至|增长至|增加至|增至|下降至|降低至|减少至|降至|到|计|至|近|超过|超|逾|[:：]|\s)+$/;
const CHINESE_TIME =
  /^(?:(?:在|于|截至|截止)?\s*(?:(?:19|20)\d\d\s*年(?:度|末|底|全年)?(?:\d{1,2}月)?(?:\d{1,2}日)?|报告期(?:内|末)?|本年度?|本报告期内?|全年|年内|年末|期末|当年|今年)\s*[,，]?\s*)+/;
const CHINESE_SELF =
  /^(?:本公司|公司|本集团|集团|我们|我司|本行|全公司|全集团)(?:及(?:其)?(?:子公司|附属公司))?(?:的|已|共|累计|在)*/;

function chineseLabel(
  text: string,
  sentence: Stretch,
  front: string,
  unitEnd: number,
  previous: FoundLabel | null,
): FoundLabel | null {
  const cut = Math.max(...['，', ',', '；', ';', '、', '（', '('].map((mark) => lastOutsideNumber(front, mark)));
  const clause = front.slice(cut + 1);
  const clauseStart = sentence.start + cut + 1;
  const change = CHINESE_CHANGE.exec(clause.replace(/(?:约|近|超|逾)$/, ''));
  if (change !== null) {
    const subject = trimChinese(
      clause.slice(0, change.index).replace(/(?:同比|较上年|比上年|较去年)$/, ''),
      clauseStart,
    );
    if (subject !== null) return { ...subject, kind: 'change' };
    return previous === null ? null : { ...previous, kind: 'change' };
  }
  const share = /^\s*(?:占比?|所占比例|比例)(.*?)(?:的?(?:比例|比重)?)?(?:约|为|达|达到|超过|近|的|\s)*$/.exec(clause);
  if (share !== null && previous !== null) {
    const whole = (share[1] ?? '').replace(/(?:的|比例|比重|约|为|达到?)+$/g, '');
    return {
      ...previous,
      text: whole === '' ? `${previous.text}占比` : `${previous.text}占${whole}比例`,
      kind: 'names',
    };
  }
  const subject = trimChinese(clause.replace(CHINESE_LINK, ''), clauseStart);
  if (subject !== null) return subject;
  return chineseNounAfter(text, sentence, unitEnd);
}

function lastOutsideNumber(text: string, mark: string): number {
  const at = text.lastIndexOf(mark);
  return at !== -1 && mark === ',' && /\d/.test(text.charAt(at + 1)) && /\d/.test(text.charAt(at - 1))
    ? text.lastIndexOf(mark, at - 1)
    : at;
}

/** Longest Chinese label, in characters. */
const LONGEST_CHINESE_LABEL = 30;

/** Clause → noun phrase, without time, the company itself, and a linking verb. */
function trimChinese(clause: string, offset: number): FoundLabel | null {
  let start = clause.length - clause.trimStart().length;
  for (const pattern of [
    CHINESE_TIME,
    /^(?:其中|同时|此外|并|而|且|另外|以及|全年|累计)[:：]?/,
    CHINESE_SELF,
    CHINESE_TIME,
    /^(?:共有|拥有|现有|在职|有|的|全年|累计)(?=.)/,
  ]) {
    start += pattern.exec(clause.slice(start))?.[0].length ?? 0;
  }
  const label = clause.slice(start).replace(CHINESE_LINK, '').trimEnd();
  if (label.length < 2 || label.length > LONGEST_CHINESE_LABEL || !HAN.test(label)) return null;
  return { text: label, start: offset + start, end: offset + start + label.length, kind: 'names' };
}

/** `5,975名员工`: the noun after the measure word, which may be a part of a larger whole. */
function chineseNounAfter(text: string, sentence: Stretch, unitEnd: number): FoundLabel | null {
  const match = /^\s*(?:的)?([\u4e00-\u9fff]{2,8})/.exec(text.slice(unitEnd, sentence.end));
  const noun = match?.[1];
  if (match === null || noun === undefined) return null;
  const start = unitEnd + match[0].length - noun.length;
  return { text: noun, start, end: start + noun.length, kind: 'counted' };
}
