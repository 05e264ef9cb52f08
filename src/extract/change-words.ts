import type { Claim, Direction } from '../model/fact.ts';
import { splitClauses } from './sentences.ts';

/** A phrase that says something rose, fell or stayed, with the place of its subject and of its size. Offsets are those of the sentence. */
export interface ChangePhrase {
  direction: Direction;
  strength: Claim['strength'];
  start: number;
  end: number;
  subjectStart: number;
  subjectEnd: number;
  /** Where a size may begin. */
  sizeFrom: number;
  sizeTo: number;
  /** `2` for doubled, 翻倍; null otherwise. */
  factor: string | null;
  factorRaw: string | null;
  clauseStart: number;
  clauseEnd: number;
}

const ADVERB =
  '(?:significantly|substantially|dramatically|sharply|greatly|remarkably|considerably|markedly|notably|slightly|marginally|modestly|effectively|successfully|further|also|steadily|gradually|all|both|then|even)';
const STRONG = /significant|substantial|dramatic|sharp|great|remarkable|considerabl|marked|notabl|大幅|显著|明显|大大/i;
const WEAK = /slight|marginal|modest|略|小幅|微|稍/i;
const DOWN_VERB = 'decreased|fell|fallen|dropped|declined|reduced|lowered|cut|shrank|shrunk|diminished|halved';
const UP_VERB = 'increased|rose|risen|grew|grown|climbed|surged|soared|doubled|tripled';
const DOWN_NOUN = 'decreases?|reductions?|declines?|drops?|falls?|cuts?';
const UP_NOUN = 'increases?|growth|rises?';
const BIG =
  '(?:(?:an?|the|its?|our)\\s+)?(?:(?:year-on-year|year-over-year|yoy|overall|net|total)\\s+)?(?:(?:significant|substantial|dramatic|sharp|great|remarkable|considerable|marked|notable|slight|marginal|modest|further)\\s+)?(?:year-on-year\\s+|year-over-year\\s+|yoy\\s+)?';

/** `energy use fell`, `emissions were reduced`, `costs were up 5 %`. Group 1: words before the verb, 2: verb. */
const SUBJECT_VERB = new RegExp(
  `^(.{3,140}?)\\s+(?:(?:has|have|had|was|were|is|are|being|been)\\s+)*(?:${ADVERB}\\s+)*(${DOWN_VERB}|${UP_VERB}|(?:down|up)(?=\\s+(?:by\\s+)?(?:over |about |approximately |nearly |almost )?[\\d¥$]))(?:\\s+${ADVERB})*(?=[\\s,.;)]|$)`,
  'i',
);
/** `we have significantly reduced our water use`. Group 1: verb, 2: object. */
const AGENT_VERB = new RegExp(
  `(?:\\bwe|\\bcompany|\\bgroup|^)(?:\\s+(?:has|have|had|also))*(?:\\s*\\b${ADVERB})*\\s*\\b(decreased|reduced|lowered|cut|halved|increased|grew|doubled)\\s+(?:${ADVERB}\\s+)*(?:our|its|the company's|the)?\\s*(.{3,90}?)(?=\\s+(?:by|from|in|over|compared|year-on-year|year-over-year|year on year|versus|through|during|while|and(?!\\s+(?:Scope )?\\d))\\b|[,.;]|$)`,
  'i',
);
/** `effectively controlled our total water consumption`. Group 1: object. */
const CONTROLLED = new RegExp(
  `\\b(?:we|company|group|measures|have|has)\\b[^,;]{0,60}?\\bcontrolled\\s+(?:our|its|the)?\\s*(.{3,90}?)(?=\\s+(?:and|by|in|over|through|during|while)\\b|[,.;]|$)`,
  'i',
);
/** `significant reductions in our energy use`, `a reduction of 5 % in energy use`. Group 1: noun, 2: object. */
const NOUN_IN = new RegExp(
  `((?:\\d[\\d.,]*\\s?(?:%|percent|percentage points?)\\s+)?${BIG})\\b(${DOWN_NOUN}|${UP_NOUN})\\s+(?:of\\s+(?:over |about |approximately |nearly |almost |more than )?[\\d.,]+\\s?(?:%|percent|percentage points|[A-Za-z0-9]+)?\\s+)?(?:in|of)\\s+(?:our|its|the company's|the)?\\s*([A-Za-z(][^,.;\\d]{3,80}?(?:\\b[123]\\b[^,.;\\d]{0,40})?)(?=\\s+(?:by|from|over|compared|year-on-year|year-over-year|year on year|versus|through|during|while|and|in|was|were|has|have|is|are)\\b|[,.;)]|\\s+of\\s+[\\d]|$)`,
  'i',
);
/** `energy use saw a decrease of 5 %`. Group 1: subject, 2: noun phrase. */
const SUBJECT_NOUN = new RegExp(
  `^(.{3,120}?)\\s+(?:saw|showed|recorded|registered|experienced|represent(?:s|ed|ing)|with|marking|,)\\s+(${BIG}(?:${DOWN_NOUN}|${UP_NOUN}))(?=\\s+of\\b|\\s+by\\b|[,.;]|$)`,
  'i',
);
const STAYED =
  /^(.{3,120}?)\s+(?:(?:has|have)\s+)?(?:remained|stayed|was|were|kept)\s+(?:largely |broadly |basically |relatively )?(stable|unchanged|flat|on par|at the same level|the same)\b/i;

/** Before a verb, these make it a purpose, a wish or somebody's ability. */
const PURPOSE_BEFORE = /\b(?:to|us|help|helps|helped|can|aim(?:s|ed)? at|further|designed to|in order to)\s*$/i;
/** Before a noun such as “reductions in”, these make it something wished for. */
const INTENDED_BEFORE =
  /\b(?:targets?|goals?|potential|achieve|achieving|promot\w+|support\w*|enabl\w+|driv\w+|pursu\w+|for|towards?|further|contribut\w+ to|facilitat\w+|ensur\w+|require\w*)\s*$/i;
/** Before a noun such as “reductions in”, these make it something that happened. */
const REALISED_BEFORE =
  /\b(?:leading to|led to|resulting in|resulted in|achieved|saw|seen|recorded|delivered|reali[sz]ed|there (?:was|were)|brought(?: about)?)\s*$/i;
const ENGLISH_TIME =
  /^[\s,;]*(?:(?:and|while|whereas|but|with|as a result|consequently|overall|specifically|notably|meanwhile|therefore|thus),?\s+)*(?:(?:in|during|for|by the end of|at the end of|as of|throughout|over)\s+(?:the\s+)?(?:(?:fiscal |financial )?(?:year\s+)?(?:FY\s?)?\d{4}|reporting period|reporting year|year|period|past year)\s*,?\s*)?(?:(?:our|the company's|the group's|the company|its|the|their|we|have|has|all|[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}'s)\s+)*/i;

const HAN = /[\u4e00-\u9fff]/;

/** Readable sentence → its change phrases, left to right. */
export function splitChange(sentence: string): ChangePhrase[] {
  return HAN.test(sentence) ? chineseChanges(sentence) : englishChanges(sentence);
}

function directionOf(words: string): Direction {
  return new RegExp(`\\b(?:${DOWN_VERB}|${DOWN_NOUN}|down)\\b`, 'i').test(words) ? 'down' : 'up';
}

function strengthOf(words: string): Claim['strength'] {
  if (STRONG.test(words)) return 'strong';
  return WEAK.test(words) ? 'weak' : null;
}

function factorOf(words: string): string | null {
  if (/\bdoubled\b|翻了?一?[倍番]/i.test(words)) return '2';
  if (/\btripled\b/i.test(words)) return '3';
  return /\bhalved\b/i.test(words) ? '0.5' : null;
}

/** A clause of the sentence and the phrase patterns that may fit it. */
function englishChanges(sentence: string): ChangePhrase[] {
  const whole = { start: 0, end: sentence.length, text: sentence };
  const phrases: ChangePhrase[] = [];
  let subject: { start: number; end: number } | null = null;
  for (const clause of splitClauses(whole)) {
    phrases.push(...clausePhrases(clause.text, clause.start, subject));
    const last = phrases.at(-1);
    if (last !== undefined && last.clauseStart === clause.start) {
      subject = { start: last.subjectStart, end: last.subjectEnd };
    } else {
      subject = leadingSubject(clause.text, clause.start) ?? subject;
    }
  }
  return phrases;
}

/** The noun phrase before `was`, `reached` and the like, which a following clause may go on about. */
function leadingSubject(clause: string, offset: number): { start: number; end: number } | null {
  const match = /^(.{3,120}?)\s+(?:was|were|is|are|reached|amounted to|totall?ed|stood at|came to)\s/i.exec(clause);
  return match === null ? null : trimSubject(clause, 0, (match[1] ?? '').length, offset);
}

/** All phrases of one English clause. */
function clausePhrases(
  clause: string,
  offset: number,
  previous: { start: number; end: number } | null,
): ChangePhrase[] {
  const found: ChangePhrase[] = [];
  const add = (phrase: ChangePhrase | null): void => {
    if (phrase !== null && !found.some((f) => f.subjectStart < phrase.subjectEnd && phrase.subjectStart < f.subjectEnd))
      found.push(phrase);
  };
  add(controlledPhrase(clause, offset));
  add(objectPhrase(clause, offset));
  add(nounPhrase(clause, offset));
  if (found.length === 0) add(subjectPhrase(clause, offset));
  if (found.length === 0) add(bareChange(clause, offset, previous));
  return found;
}

function controlledPhrase(clause: string, offset: number): ChangePhrase | null {
  const match = CONTROLLED.exec(clause);
  if (match === null || PURPOSE_BEFORE.test(clause.slice(0, clause.indexOf('controlled')))) return null;
  const object = match[1] ?? '';
  const start = match.index + match[0].lastIndexOf(object);
  const subject = trimSubject(clause, start, start + object.length, offset);
  if (subject === null) return null;
  // “Under control” promises no fall; the engine reads the word in the raw text.
  return {
    ...phraseAt(clause, offset, match.index, match.index + match[0].length, subject),
    direction: 'flat',
    strength: null,
  };
}

function objectPhrase(clause: string, offset: number): ChangePhrase | null {
  const from = clause.search(
    /\band (?:significantly |substantially |slightly |greatly |sharply )?(?:reduced|decreased|lowered|cut|increased)\b/i,
  );
  const base = from > 0 && /\b(?:we|company|group)\b/i.test(clause.slice(0, from)) ? from + 4 : 0;
  const match = AGENT_VERB.exec(clause.slice(base));
  if (match === null) return null;
  const at = base + match.index;
  const verbAt = base + match.index + match[0].search(new RegExp(`\\b${match[1] ?? ''}\\b`, 'i'));
  if (PURPOSE_BEFORE.test(clause.slice(0, verbAt))) return null;
  const object = match[2] ?? '';
  if (/^(?:by|to|from|\d)/i.test(object)) return null;
  const start = base + match.index + match[0].lastIndexOf(object);
  const subject = trimSubject(clause, start, start + object.length, offset);
  if (subject === null) return null;
  const words = clause.slice(at, start);
  const factor = factorOf(words);
  return {
    ...phraseAt(clause, offset, at, start + object.length, subject),
    direction: directionOf(words),
    strength: strengthOf(words),
    factor,
    factorRaw: factor === null ? null : (match[1] ?? null),
    sizeFrom: offset + start + object.length,
  };
}

function nounPhrase(clause: string, offset: number): ChangePhrase | null {
  const match = NOUN_IN.exec(clause);
  if (match === null) return null;
  const lead = clause.slice(0, match.index);
  if (INTENDED_BEFORE.test(lead)) return null;
  // “Reduction of emissions” alone is a topic or a heading; it takes a size, a comparison or “led to” to make it a statement.
  const stated =
    REALISED_BEFORE.test(lead) ||
    /\d\s?(?:%|percent)/.test(match[0]) ||
    /compared|versus|than|year[- ]o[nv]/i.test(clause.slice(match.index));
  if (!stated) return null;
  const object = match[3] ?? '';
  const start = match.index + match[0].lastIndexOf(object);
  const subject = trimSubject(clause, start, start + object.length, offset);
  if (subject === null) return null;
  const words = match[0].slice(0, match[0].length - object.length);
  return {
    ...phraseAt(clause, offset, match.index, start + object.length, subject),
    direction: directionOf(match[2] ?? ''),
    strength: strengthOf(words),
    sizeFrom: offset + match.index,
  };
}

function subjectPhrase(clause: string, offset: number): ChangePhrase | null {
  const stayed = STAYED.exec(clause);
  if (stayed !== null) {
    const subject = trimSubject(clause, 0, (stayed[1] ?? '').length, offset);
    return subject === null ? null : { ...phraseAt(clause, offset, 0, stayed[0].length, subject), direction: 'flat' };
  }
  const match = SUBJECT_VERB.exec(clause) ?? SUBJECT_NOUN.exec(clause);
  if (match === null) return null;
  const subjectLength = (match[1] ?? '').length;
  const words = clause.slice(subjectLength, match[0].length);
  if (PURPOSE_BEFORE.test(clause.slice(0, subjectLength + words.search(new RegExp(`\\b${match[2] ?? ''}`, 'i')))))
    return null;
  const subject = trimSubject(clause, 0, subjectLength, offset);
  if (subject === null) return null;
  const factor = factorOf(words);
  return {
    ...phraseAt(clause, offset, 0, match[0].length, subject),
    direction: directionOf(words),
    strength: strengthOf(words),
    factor,
    factorRaw: factor === null ? null : (match[2] ?? null),
    sizeFrom: offset + subjectLength,
  };
}

/** `…, up 5 % year on year`, `…, a decrease of 3 %`: a clause that goes on about the subject before. */
function bareChange(
  clause: string,
  offset: number,
  previous: { start: number; end: number } | null,
): ChangePhrase | null {
  if (previous === null) return null;
  const pattern = new RegExp(
    `^(?:representing |which is |marking |with |or )?(?:(up|down)\\b|${BIG}(${DOWN_NOUN}|${UP_NOUN})\\s+(?:of|by)\\b|(?:an? )?(increasing|decreasing|falling|rising)\\b)`,
    'i',
  );
  const match = pattern.exec(clause);
  if (match === null || !/\d/.test(clause)) return null;
  const word = match[1] ?? match[2] ?? match[3] ?? '';
  const down = /^(?:down|decreas|falling)/i.test(word) || new RegExp(`^(?:${DOWN_NOUN})$`, 'i').test(word);
  const subject = { start: previous.start, end: previous.end };
  return {
    ...phraseAt(clause, offset, 0, clause.length, subject),
    direction: down ? 'down' : 'up',
    strength: strengthOf(match[0]),
    sizeFrom: offset,
  };
}

/** A phrase of a clause with everything that its pattern does not say. */
function phraseAt(
  clause: string,
  offset: number,
  start: number,
  end: number,
  subject: { start: number; end: number },
): ChangePhrase {
  return {
    direction: 'up',
    strength: null,
    start: offset + start,
    end: offset + end,
    subjectStart: subject.start,
    subjectEnd: subject.end,
    sizeFrom: offset + end,
    sizeTo: offset + clause.length,
    factor: null,
    factorRaw: null,
    clauseStart: offset,
    clauseEnd: offset + clause.length,
  };
}

/** Longest subject, in characters; longer ones are sentences of their own. */
const LONGEST_SUBJECT = 100;

/** Stretch of a clause → the noun phrase in it, without time, articles and pronouns; null when nothing is left. */
function trimSubject(clause: string, from: number, to: number, offset: number): { start: number; end: number } | null {
  let start = from;
  const joined = clause.slice(from, to);
  const last = /^.*\b(?:that|which|where|because|as)\s+(?=\S+\s+\S)/i.exec(joined);
  start += last?.[0].length ?? 0;
  start += ENGLISH_TIME.exec(clause.slice(start, to))?.[0].length ?? 0;
  let text = clause.slice(start, to);
  const tail =
    /\s+(?:in|for|during|throughout) (?:the )?(?:(?:FY ?)?(?:19|20)\d\d|past year|year|reporting period|reporting year)\s*$/i.exec(
      text,
    );
  if (tail !== null) text = text.slice(0, tail.index);
  text = text.trimEnd();
  if (
    text.length < 3 ||
    text.length > LONGEST_SUBJECT ||
    /^(?:it|they|this|these|we|which|that|there|company|and)$/i.test(text)
  )
    return null;
  return { start: offset + start, end: offset + start + text.length };
}

const CHINESE_CHANGE =
  /(同比|[较比与](?:去年|上年|上一年|前一年|上期|(?:19|20)\d\d ?年)(?:度|同期|相比|相较)*|较基准年)?(?:,|，)?(?:均|已|也|又|再|实现了?|呈现?)?(大幅|显著|明显|略有?|小幅|微|稍有?)?(?:度)?(下降|减少|降低|下滑|回落|缩减|压减|增长|增加|上升|提升|提高|上涨|增幅|降幅|翻[一了]?[倍番]|持平)(了)?(?:幅度)?(?:约|近|为|达到?|超过|超)*/g;
const CHINESE_DOWN = /下降|减少|降低|下滑|回落|缩减|压减|降幅/;
const CHINESE_CONTROL = /有效(?:地)?控制了?(.{2,16}?)(?=[,，。；;]|$|并|且|和显著)|(.{2,16}?)得到(?:了)?有效控制/g;
const CHINESE_PURPOSE =
  /(?:以|为了?|旨在|从而|可|能够|有助于|有利于|推动|促进|助力|进一步|持续|不断|努力|积极|实现|着力|力求|加快|全面|逐步|切实|要|应|需)$/;
const CHINESE_LEAD =
  /^(?:(?:在|于|截至|截止)?\s*(?:(?:19|20)\d\d ?年(?:度|末|底)?|报告期(?:内|末)?|本年度?|全年|年内|年末|当年|今年)[,，]?\s*|(?:其中|同时|此外|并|而|且|另外|使|令|使得|因此)[:：]?|(?:本公司|公司|本集团|集团|我们|我司|本行)(?:的|整体)?)+/;

/** All change phrases of a Chinese sentence; a clause without subject goes on about the one before. */
function chineseChanges(sentence: string): ChangePhrase[] {
  const phrases: ChangePhrase[] = [];
  let subject: { start: number; end: number } | null = null;
  for (const clause of splitClauses({ start: 0, end: sentence.length, text: sentence })) {
    for (const match of clause.text.matchAll(CHINESE_CONTROL)) {
      const name = match[1] ?? match[2] ?? '';
      const at = clause.start + match.index + match[0].indexOf(name);
      const trimmed = trimChineseSubject(name, at);
      if (trimmed !== null)
        phrases.push({
          ...phraseAt(clause.text, clause.start, match.index, match.index + match[0].length, trimmed),
          direction: 'flat',
        });
    }
    let from = 0;
    for (const match of clause.text.matchAll(CHINESE_CHANGE)) {
      const own = trimChineseSubject(clause.text.slice(from, match.index), clause.start + from);
      const phrase = chinesePhrase(clause.text, clause.start, match, own ?? subject);
      from = match.index + match[0].length;
      if (phrase === null) continue;
      phrases.push(phrase);
      subject = { start: phrase.subjectStart, end: phrase.subjectEnd };
    }
    if (from === 0) subject = chineseLeadingSubject(clause.text, clause.start) ?? subject;
  }
  return phrases;
}

function chinesePhrase(
  clause: string,
  offset: number,
  match: RegExpExecArray,
  before: { start: number; end: number } | null,
): ChangePhrase | null {
  const [whole, , strength = '', verb = '', done] = match;
  const at = match.index;
  const end = at + whole.length;
  const rest = clause.slice(end);
  const sized = /^[\s约近超过达]{0,4}[-\d]/.test(rest);
  if (CHINESE_PURPOSE.test(clause.slice(0, at)) && !/同比|较/.test(whole)) return null;
  // 下降至 and 提升到 name a level, not a size.
  if (/^[至到]/.test(rest) && !/同比|较/.test(whole)) return null;
  const direction: Direction = verb === '持平' ? 'flat' : CHINESE_DOWN.test(verb) ? 'down' : 'up';
  const factor = /^翻/.test(verb) ? '2' : null;
  const base = { direction, strength: strengthOf(strength), factor, factorRaw: factor === null ? null : verb };
  const object = sized || factor !== null ? null : objectAfter(clause, end, offset, done !== undefined);
  const subject = object ?? before;
  if (
    subject === null ||
    (!sized && object === null && factor === null && !/同比|[较比]/.test(whole) && strength === '')
  )
    return null;
  return { ...phraseAt(clause, offset, at, end, subject), ...base };
}

/** 显著降低了能源消耗总量: the object of a verb that says what was done. */
function objectAfter(
  clause: string,
  end: number,
  offset: number,
  done: boolean,
): { start: number; end: number } | null {
  const match = /^(?:了|公司|的)*([\u4e00-\u9fff]{3,16})[。；;!！\s]*$/.exec(clause.slice(end));
  const name = match?.[1];
  if (!done || match === null || name === undefined) return null;
  const start = offset + end + match[0].lastIndexOf(name);
  return trimChineseSubject(clause.slice(start - offset, start - offset + name.length), start);
}

/** Longest Chinese subject, in characters. */
const LONGEST_CHINESE_SUBJECT = 30;

function trimChineseSubject(text: string, offset: number): { start: number; end: number } | null {
  let start = text.length - text.trimStart().length;
  start += CHINESE_LEAD.exec(text.slice(start))?.[0].length ?? 0;
  const name = text
    .slice(start)
    .replace(/(?:的|同比|已|均|约|为|[:：\s])+$/, '')
    .replace(/[\d.,]+(?:万|亿)?[^\d]{0,8}$/, (tail) => (/^\d/.test(tail) ? '' : tail));
  const trimmed = name.replace(/(?:为|达到?|共|约)+$/, '').trimEnd();
  if (trimmed.length < 2 || trimmed.length > LONGEST_CHINESE_SUBJECT || !HAN.test(trimmed)) return null;
  return { start: offset + start, end: offset + start + trimmed.length };
}

/** The subject of 综合能耗为…吨, which 同比增长 in the next clause goes on about. */
function chineseLeadingSubject(clause: string, offset: number): { start: number; end: number } | null {
  const match = /^(.{2,40}?)(?:为|达到?|共计?|合计|约|是)*\s*[\d]/.exec(clause);
  return match === null ? null : trimChineseSubject(match[1] ?? '', offset);
}
