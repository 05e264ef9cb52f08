import { findChineseLabel } from './chinese-labels.ts';
import type { FigurePlace, FoundLabel } from './figure-place.ts';
import type { NumberReading } from './numbers.ts';
import type { Stretch } from './sentences.ts';
import { nameOfDeed, nameOfShare } from './sentence-names.ts';

const HAN = /[\u4e00-\u9fff]/;
/** How far before a figure its label may begin, in characters. */
const LONGEST_FRONT = 240;
/** Longest label, in characters and words; of a longer subject only the last words are kept. */
const LONGEST_LABEL = 110;
const MOST_WORDS = 9;

/** Words before a figure that belong to it: its currency, qualifier, `a total of`. */
function frontOf(text: string, sentence: Stretch, figure: NumberReading): string {
  return text
    .slice(sentence.start, Math.min(figure.qualifierStart, figure.start))
    .replace(
      /(?:RMB|CNY|USD|US\$|HK\$|S\$|NT\$|EUR|KRW|SGD|HKD|R|[$¥￥€£]|人民币|人民幣|新台币|新台幣|港币|美元)\s*$/,
      '',
    )
    .replace(/(?:\b(?:over|about|approximately|nearly|more than)|超过|超|逾|约|近)\s*$/i, '')
    .replace(/\b(?:a|an|in|the) (?:grand )?(?:total|overall total|aggregate|sum)(?: amount| number)? of\s*$/i, '')
    .replace(/\ban average of\s*$/i, '');
}

/** The label of a figure: its subject, the noun after it, or a share of the figure named just before. */
export function findLabel(
  text: string,
  sentence: Stretch,
  figure: NumberReading,
  unit: { end: number; nounStart: number } | null,
  before: { label: FoundLabel | null; end: number },
  entity: readonly string[],
): FoundLabel | null {
  const start = Math.max(sentence.start, figure.qualifierStart - LONGEST_FRONT);
  const near = { ...sentence, start };
  const place: FigurePlace = {
    text,
    sentence: near,
    front: frontOf(text, near, figure),
    figure,
    unitEnd: unit?.end ?? figure.end,
    hasUnit: unit !== null,
    nounStart: unit?.nounStart ?? figure.end,
    previous: before.label,
    previousEnd: before.end,
    entity,
  };
  return HAN.test(sentence.text) ? findChineseLabel(place) : englishLabel(place);
}

function englishLabel(place: FigurePlace): FoundLabel | null {
  return (
    shareOfPrevious(place) ??
    sameAsPrevious(place) ??
    nameBeforeBracket(place) ??
    changedSubject(place) ??
    deed(place) ??
    linkedSubject(place) ??
    nounAfter(place) ??
    wordsAround(place)
  );
}

/** `of our total revenue` after a percentage: the whole that it is a share of. */
const WHOLE =
  /^,?\s*(?:or [\d.,]+ ?\S{1,8}\s*(?:[(（][^()（）]{1,24}[)）]\s*)?)?of\s+((?:the |our |its |total |overall |all |annual |operating |sales |company's |Company's |group's )*[A-Za-z0-9&'’ -]{3,50}?)(?=[.,;()]|$| (?:in|for|and|as|at|which|during|was|were|is|are|compared)\b)/;

/** `…, accounting for 21.6 % of our revenue`: the figure before it as a share. */
function shareOfPrevious({ text, sentence, front, figure, previous }: FigurePlace): FoundLabel | null {
  const share = /(?:accounting for|which accounts? for|representing|\bor|equivalent to|making up)\s*$/i.exec(front);
  if (share === null || !figure.percent || previous === null) return null;
  const whole = WHOLE.exec(text.slice(figure.end, sentence.end))?.[1] ?? '';
  const named = `${previous.name ?? previous.text} as a percentage of ${whole}`.trim().replace(/ of$/, '');
  const shown = `${previous.text} as a percentage of ${whole}`.trim().replace(/ of$/, '');
  return { text: shown, start: previous.start, end: previous.end, kind: 'names', name: named };
}

/** `236 GJ (65 kWh)`, `202 GJ or 4,100 kg`: another expression of the figure before it. */
function sameAsPrevious(place: FigurePlace): FoundLabel | null {
  const { text, sentence, front, figure, unitEnd, previous, previousEnd } = place;
  if (previous === null || previousEnd < sentence.start) return null;
  const between = front.slice(previousEnd - sentence.start);
  if (!/^\s*(?:[(（]|or|=|\/|to\s*\W?|,?\s*(?:equal|equivalent) to)\s*$/i.test(between)) return null;
  if (/^\s*of\s/.test(text.slice(unitEnd, sentence.end))) return null;
  if (figure.percent || previous.amount === undefined) return previous;
  return { text: previous.amount, start: previous.start, end: previous.end, kind: 'names' };
}

/** `Business travel (135 tCO2e)`: the words right before a bracket that holds only the figure. */
function nameBeforeBracket({ text, sentence, front, unitEnd, previous }: FigurePlace): FoundLabel | null {
  const open = /\s*[(（]\s*$/.exec(front);
  if (open === null || !/^[^()（）]{0,24}[)）]/.test(text.slice(unitEnd, sentence.end))) return null;
  const outside = front.slice(0, open.index);
  if (previous !== null && YEAR_COMPARED.test(outside)) return previous;
  const name = lastPhrase(outside, sentence.start);
  if (name !== null && EARLIER.test(name.text) && previous !== null)
    return { ...name, kind: previous.kind, name: previous.name ?? previous.text };
  return name === null || /\d\s*%?$/.test(name.text) ? null : name;
}

/** `compared to 2020 (68,594 m³)`: the same thing in the year compared with. */
const YEAR_COMPARED =
  /(?:compared (?:with|to)|from|than in|against|versus|vs\.?|over|in) (?:the year )?(?:FY ?)?(?:19|20)\d\d$/i;
/** `our 2020 rate`: the figure before it, of an earlier year. */
const EARLIER =
  /^(?:(?:our|the|its)\s+)?(?:(?:FY ?)?(?:19|20)\d\d|previous year's|last year's|prior year's)\s+(?:rate|figure|level|number|total|amount|result)$/i;

const CHANGE_BEFORE =
  /\b(?:by|(?<!\bma(?:de|kes?|king) )up|down)\s*$|\b(?:increase|decrease|reduction|decline|drop|rise|growth|fall)\s+of\s*$|\b(?:decreas|increas|declin|dropp|reduc|grow|ris)(?:ed|ing)\s*$|\b(?:fell|rose|grew|dropped|declined|increased|decreased|soared|surged)\s*$/i;
const CHANGE_AFTER =
  /^\s*(?:year[- ]on[- ]year |yoy |annual )?(?:increase|decrease|reduction|decline|drop|rise|growth|fall|improvement|savings?)\b(?: (?:in|of) (?:the |our |its )?([A-Za-z&'’ -]{3,60}?)(?=[.,;()]|$| (?:in|for|and|at|by|from|over|versus|compared|against|during|since)\b))?/i;

/** What rose or fell by the figure. */
function changedSubject(place: FigurePlace): FoundLabel | null {
  const { text, sentence, front, unitEnd, previous } = place;
  const after = CHANGE_AFTER.exec(text.slice(unitEnd, sentence.end));
  const object = after?.[1]?.trim();
  if (after !== null && object !== undefined) {
    const start = unitEnd + after[0].length - object.length;
    return { text: object, start, end: start + object.length, kind: 'change' };
  }
  if (!CHANGE_BEFORE.test(front) && after === null) return null;
  const subject = subjectOf(front.replace(CHANGE_BEFORE, ''), sentence.start) ?? previous;
  return subject === null ? null : { ...subject, kind: 'change' };
}

/** Verbs and marks between a subject and its figure, at the end of the text before the figure. */
const LINK =
  /\s+(?:(?:has|have|had)\s+)?(?:now\s+)?(?:reach(?:ed|es|ing)|was|were|is|are|(?:has|have) been|amount(?:ed|s|ing) to|total(?:l?ed|s|l?ing)|stood at|stands at|came to|came in at|of|remained(?: stable)? at|maintained(?: at)?|exceed(?:ed|s|ing)|surpass(?:ed|ing)|hit|at|(?:increas|decreas|reduc|improv|lower)ed to|rose to|fell to|grew to|dropped to|recorded at|equal(?:led|s)|averaged|(?:apply|applies|applied) to|rang(?:es|ed|ing) from)\s*$|\s*[:：=]\s*$/i;
/** The same, when the figure is a share of something named after it. */
const SHARE_LINK =
  /\s+(?:(?:has|have|had)\s+)?(?:mak(?:es?|ing) up|made up|accounts? for|accounted for|accounting for|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)|contribut(?:es?|ed|ing)|cover(?:s|ed|ing)?)\s*$/i;
/** `we had 500 employees`: what the company has follows the figure. */
const OWNS = /(?:^|[,.]\s*|\b(?:we|company|group|\d{4})\s+)(?:we\s+)?(?:had|have|has|employ(?:ed|s)?)\s*$/i;

function linkedSubject(place: FigurePlace): FoundLabel | null {
  const { text, sentence, front, figure, previous } = place;
  if (OWNS.test(front)) return null;
  const share = figure.percent ? SHARE_LINK.exec(front) : null;
  if (share !== null) {
    const whole = WHOLE.exec(text.slice(figure.end, sentence.end))?.[1];
    const before = front.slice(0, share.index);
    const goesOn = /\b(?:and|which|that|who)\s*$/i.test(before) && previous !== null;
    const subject = goesOn ? previous : (subjectOf(before, sentence.start) ?? previous);
    if (subject !== null && whole !== undefined) {
      const shown = `${subject.text} as a percentage of ${whole}`;
      const amount = subject.name ?? subject.text;
      return { ...subject, text: shown, kind: 'names', name: nameOfShare(amount, whole), amount };
    }
  }
  const link = share ?? LINK.exec(front) ?? rangeLink(place);
  if (link === null) return null;
  const ofNoun = /\s(?:of|at)\s*$/i.test(link[0]);
  // “a network of 300 stores”: the noun after the count names it better.
  if (ofNoun && !place.hasUnit && !figure.percent) {
    const noun = nounAfter(place);
    if (noun !== null) return noun;
  }
  const before = front.slice(0, link.index);
  const joined = /,?\s*\b(and|which|that|who)\s*$/i.exec(before);
  if (joined === null) return subjectOf(before, sentence.start, ofNoun);
  const own = subjectOf(before.slice(0, joined.index), sentence.start);
  return joined[1]?.toLowerCase() === 'and' ? (previous ?? own) : (own ?? previous);
}

/** `the target from $20 billion to $35 billion`: the lower end of a step. */
function rangeLink({ text, sentence, front, unitEnd }: FigurePlace): RegExpExecArray | null {
  return /^\s*to\s+\W?\d/.test(text.slice(unitEnd, sentence.end)) ? /\s+from\s*$/.exec(front) : null;
}

/** Verbs that put the noun after them into the sentence; what stands before them names nothing. */
const PRESENTING =
  /^(?:.*\b(?:generat(?:ed|es|ing)|record(?:ed|s|ing)|achiev(?:ed|es|ing)|report(?:ed|s|ing)|post(?:ed|s|ing)|secur(?:ed|ing)|found|saw|see|deliver(?:ed|ing)|includ(?:es|ed|ing)|equat(?:es|ed|ing) to|correspond(?:s|ed|ing) to|result(?:s|ed|ing) in|lead(?:s|ing) to|led to|attain(?:ed|ing)|realis(?:ed|ing)|realiz(?:ed|ing)|register(?:ed|ing)|show(?:ed|s|ing)|maintain(?:ed|ing)|set|announc(?:ed|ing)|had|has|have|reveal(?:ed|s)|earn(?:ed|s|ing))\s+)(?=\S)/is;
/** What may be cut away without making the noun another's: `generated an`, `Acme recorded a`. */
const OWN_PRESENTING = /^(?:(?:\w+ )?[a-z]+(?:ed|es|ing|s|d)?(?: (?:to|in|for))?\s+)?(?:an?\s+)?$/;
const ARTICLE = /^(?:.*\s)?(?:an?)\s+(?=\S)/is;

/** The noun phrase that a clause begins with, without articles, time and the company's name. `ofNoun`: the figure is `of` its last noun. */
function subjectOf(front: string, offset: number, ofNoun = false): FoundLabel | null {
  const cut = Math.max(
    front.lastIndexOf(', '),
    front.lastIndexOf('; '),
    front.lastIndexOf(': '),
    lastWord(front, /\b(?:and|while|whereas|with|where|that|which|but|as)\s/gi),
  );
  let start = cut + 1;
  const lead =
    /^[\s,;:]*(?:(?:and|while|whereas|with|where|that|which|but|as)\s+)?(?:(?:in|during|for|by the end of|at the end of|as of|throughout)\s+(?:the\s+)?(?:(?:fiscal |financial )?(?:year\s+)?(?:FY\s?)?\d{4}|reporting period|year|period|past year)\s*,?\s*)?(?:(?:our|we|the company's|the group's|its|the|their|[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}['’]s)\s+)*/i.exec(
      front.slice(start),
    )?.[0] ?? '';
  start += lead.length;
  if (!ofNoun) return labelFrom(front, start, offset);
  const clause = start;
  start += PRESENTING.exec(front.slice(start))?.[0].length ?? 0;
  start += ARTICLE.exec(front.slice(start))?.[0].length ?? 0;
  const label = labelFrom(front, start, offset);
  const ownDeed = OWN_PRESENTING.test(front.slice(clause, start));
  return label === null || ownDeed ? label : { ...label, kind: 'counted' };
}

/** Words that a sentence begins with before its subject: `In 2021,`, `In comparison,`. */
const INTRODUCTION =
  /^\s*(?:[,;]\s*)?(?:(?:and|while|whereas|with)\s+)?(?:(?:In|During|For|By|As|At|Of|Compared|Overall|Throughout|Additionally|Meanwhile|However|Similarly|Furthermore|Moreover|Specifically)\b[^,]{0,60},\s*)?(?:(?:our|we|its|the|their|company's|group's)\s+)*/i;

/** Everything that stands before a list of figures, without what leads it in and the verb at its end; null when no noun is left. */
export function bareSubject(front: string, offset: number): FoundLabel | null {
  const words = front.replace(/(?:\s+(?:only|just|also|about|approximately|a total of))*\s*$/i, '');
  const link = LINK.exec(words) ?? SHARE_LINK.exec(words);
  if (link === null) return null;
  const lead = INTRODUCTION.exec(words)?.[0].length ?? 0;
  const text = words.slice(lead, Math.max(lead, link.index)).trimEnd();
  return /[A-Za-z]{3}/.test(text)
    ? { text, start: offset + lead, end: offset + lead + text.length, kind: 'names' }
    : null;
}

/** The front from `start` on as a label, shortened to its last words; null when it holds no noun. */
function labelFrom(front: string, start: number, offset: number): FoundLabel | null {
  let from = start;
  const words = [...front.slice(from).matchAll(/\S+/g)];
  if (words.length > MOST_WORDS * 2 || front.length - from > LONGEST_LABEL) {
    from += words.at(-MOST_WORDS)?.index ?? 0;
  }
  const label = front.slice(from).trimEnd();
  if (!/[A-Za-z]{2}/.test(label) || /^(?:an?|we|it|they|this|there|these|who|company|group|total|the)$/i.test(label))
    return null;
  return { text: label, start: offset + from, end: offset + from + label.length, kind: 'names' };
}

/** Offset just before the last match's end, so that the label begins after the word; -1 when none. */
function lastWord(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) {
    // “research and development”, “Scope 1 and 2”: the word joins two parts of one name.
    const joins =
      /\b(?:and|with|as)\s$/i.test(match[0]) &&
      !/(?:[,;)]|\d%?|yuan|tons?|tonnes?|MWh|employees|[mb]illion)\s$/.test(text.slice(0, match.index)) &&
      !/^and (?:an?|the|our|we)\s/i.test(text.slice(match.index));
    if (!joins) last = match.index - 1;
  }
  return last;
}

/** The words after the last mark or `and`, at most six: what stands in a list of names and figures. */
function lastPhrase(front: string, offset: number): FoundLabel | null {
  const cut = Math.max(0, ...[...front.matchAll(/[,;:/).–]\s/g)].map((mark) => mark.index + 2));
  const from = Math.max(cut, lastWord(front, /\b(?:and|while|than|to|with|in|is)\s/gi) + 1);
  const lead = /^\s*(?:(?:and|while|than|to|with|in|is|the|an?)\s+)*/i.exec(front.slice(from))?.[0].length ?? 0;
  return labelFrom(front, from + lead, offset);
}

/** Who did something, and what: `we hired`, `Acme was fined`, `able to invest`. */
const DEED =
  /(?:^|[\s,;(])((?:(?:we|it|they|who|which|[Tt]he (?:\w+ )?(?:[Cc]ompany|[Gg]roup|[Bb]ank|[Bb]oard)|[Tt]he (?!(?:reporting |financial |fiscal )?(?:year|period)\b)(?:[a-z]+ )?[a-z]+|[Oo]ur (?:staff|employees|operations|team|suppliers|volunteers)|(?:(?!In|The|During|For)[A-Z][\w&.-]*)(?:\s[A-Z][\w&.-]*){0,3})\s+)?(?:(?:has|have|had|was|were|been|also|further|jointly|successfully|to)\s+){0,3}([a-z]{2,}ed|spent|spend|paid|pay|made|gave|sold|bought|built|held|won|took|withdrew|invest|donate|emit|consume|generate|produce|recycle|purchase|eliminate|save|train|hire))\s*$/;
/** What a deed was done to or for: `of hazardous waste`, `in R&D`, `to local charities`, `service centres`. */
const OBJECT =
  /^\s*(?:worth\s+)?((?:(?:of|in|on|for|to|into|towards?|as|across)\s+)?(?:(?:the|our|its|all|an?)\s+)?[A-Za-z][A-Za-z&'’/-]*(?:\s[A-Za-z&][A-Za-z&'’/-]*){0,6})/;

/** A verb right before the figure: who did it, and to what. */
function deed(place: FigurePlace): FoundLabel | null {
  const { text, sentence, front, nounStart } = place;
  if (LINK.test(front) || OWNS.test(front) || SHARE_LINK.test(front)) return null;
  const match = DEED.exec(front);
  const words = match?.[1];
  const verb = match?.[2];
  if (match === null || words === undefined || verb === undefined) return null;
  const object = cutObject(OBJECT.exec(text.slice(nounStart, sentence.end))?.[1] ?? '');
  const start = sentence.start + match.index + match[0].lastIndexOf(words);
  const name = nameOfDeed(words, verb, object, place.entity);
  const label: FoundLabel = {
    text: shownDeed(words, verb, object),
    start,
    end: start + words.length,
    kind: name === null ? 'counted' : 'names',
  };
  return name === null ? label : { ...label, name };
}

/** `we paid` + `in taxes` → `taxes`; to whom or what for is left out, unless money is put into it. */
function shownDeed(words: string, verb: string, object: string): string {
  if (/^in\s/.test(object)) return object.slice(3);
  const recipient = /^(?:to|for|across|as)\s/.test(object) && !/^(?:invest|spen|commit)/.test(verb);
  return recipient ? words : `${words} ${object}`.trim();
}

/** An object without what says where, when and how. */
function cutObject(object: string): string {
  const lead =
    /^(?:(?:of|in|on|for|to|into|towards?|as|across)\s+)?(?:(?:the|our|its|all|an?)\s+)?/i.exec(object)?.[0] ?? '';
  const rest = object
    .slice(lead.length)
    .replace(
      /\s*\b(?:in|at|on|by|for|from|with|to|as|and|or|while|whereas|during|through|were|was|are|is|who|which|that|have|has|had|received|completed|attended|participated|worldwide|throughout|over|under)\b.*$/i,
      '',
    );
  return rest === '' ? '' : lead + rest;
}

/** What `this agreement` means when the paragraph speaks of one. */
const AGREEMENT = /\bcollective (?:bargaining )?agreements?\b/i;

/** `5,975 employees`, `40 % of revenue`: the noun that follows. Only “the company has N employees” makes it the whole. */
function nounAfter(place: FigurePlace): FoundLabel | null {
  const { text, sentence, front, figure, nounStart } = place;
  const owned = OWNS.test(front);
  const rest = text.slice(nounStart, sentence.end);
  const match =
    /^(?:\s+or [\d.,]+ ?[A-Za-z]\S{0,7}(?=\s|$))?(?:\s*[(（][^()（）]{1,30}[)）](?=\s+of\s))?\s*(?:(?:of|in|on|for|to)\s+)?((?:[A-Za-z][A-Za-z0-9&'’-]*\s?){1,12})/.exec(
      rest,
    );
  if (match === null) return null;
  const raw = match[1] ?? '';
  const noun = cutObject(raw.trim());
  if (!/[A-Za-z]{2}/.test(noun)) return null;
  const start = nounStart + match[0].indexOf(raw);
  const predicate = owned ? '' : predicateAfter(raw.trim().slice(noun.length));
  const phrase = `${noun}${predicate}`.trim();
  const bare = owned && /^(?:(?:full-time )?employees|staff)$/i.test(noun);
  // “…, including S$5 million in staff costs”: a part of the sum, but all of what it names.
  const part = /\bincluding\s*$/i.test(front) && /^\s*in\s/.test(rest);
  const women = figure.percent && /^ (?:are|were|is|was) (?:women|female)\b/.test(predicate);
  const covered = /^\s*(?:are|were|is) covered by (?:this|the|that|such)\b/.test(predicate) && AGREEMENT.test(text);
  const name = bare
    ? `Number of ${noun}`
    : covered && /\b(?:employees|staff|workforce)$/i.test(noun)
      ? 'employees covered by collective agreement'
      : women
        ? nameOfShare('women', noun.replace(/^of /, ''))
        : nameOfDeed('', predicate, noun, place.entity);
  return {
    text: phrase,
    start,
    end: start + phrase.length,
    kind:
      women || part || (covered && figure.percent) || ((owned || name !== null) && !figure.percent)
        ? 'names'
        : 'counted',
    ...(name === null ? {} : { name }),
  };
}

/** `were covered by this agreement`, `received training`: what the counted ones did, in a few words. */
function predicateAfter(rest: string): string {
  const match =
    /^\s(?:(?:in|at|of) [A-Z]\w+ )?((?:who |which |that )?(?:were|was|are|is|have|has|had|received|participated|completed|attended)\b(?: [A-Za-z0-9'’-]+){0,6})/.exec(
      rest,
    );
  return match === null ? '' : ` ${match[1] ?? ''}`;
}

/** When nothing names the figure: the words just before it, else those after it. */
function wordsAround({ text, sentence, front, unitEnd, previous }: FigurePlace): FoundLabel | null {
  const before = lastPhrase(front, sentence.start);
  if (before !== null) {
    const words = [...before.text.matchAll(/\S+/g)];
    const skip = words.length > MOST_WORDS ? (words.at(-MOST_WORDS)?.index ?? 0) : 0;
    return { ...before, text: before.text.slice(skip), start: before.start + skip, kind: 'counted' };
  }
  const after = /^[\s,;:)]*(?!(?:and|or|but|which|who)\b)((?:[A-Za-z][A-Za-z&'’-]*\s?){1,6})/.exec(
    text.slice(unitEnd, sentence.end),
  );
  const words = after?.[1]?.trim() ?? '';
  if (after === null || words.length < 3) return previous === null ? null : { ...previous, kind: 'counted' };
  const start = unitEnd + after[0].indexOf(words);
  return { text: words, start, end: start + words.length, kind: 'counted' };
}
