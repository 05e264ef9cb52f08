/** What a number is when it is not a figure. */
export type NumberKind = 'figure' | 'year' | 'date' | 'code' | 'ordinal';

/** A stretch of text whose numbers are no figures. */
export interface NonFigureSpan {
  start: number;
  end: number;
  kind: Exclude<NumberKind, 'figure'>;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';

/** Where dates, years, codes and ordinals stand. Earlier patterns win; each is linear in the text. */
const NON_FIGURES: [NonFigureSpan['kind'], RegExp][] = [
  ['code', /\b(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]+\.\w+|\b[\w-]+\.(?:com|org|net|cn|gov)\b\S*/gi],
  ['date', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (?:19|20)\\d\\d)?\\b`, 'gi')],
  ['date', new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:(?:,| ,)? ?(?:19|20)\\d\\d)?\\b(?![,.]?\\d)`, 'gi')],
  ['date', new RegExp(`\\b${MONTH},? (?:19|20)\\d\\d\\b`, 'gi')],
  ['date', /(?:19|20)\d\d ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{1,2} ?月 ?\d{1,2} ?日|\d{1,2} ?月(?:份|底|末|初|至)/g],
  ['date', /\b(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)|\b\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d(?!\d)/g],
  ['date', /\b(?:[QH][1-4]|[1-4][QH]) ?(?:FY)?(?:19|20)?\d\d\b|\b(?:19|20)\d\d ?[QH][1-4]\b/g],
  ['year', /\bFY ?'?(?:19|20)?\d\d(?: ?[-/–] ?(?:FY)?(?:19|20)?\d\d)?\b/gi],
  ['year', /(?<![\d.,])(?:19|20)\d\d ?[-/–~至] ?(?:(?:19|20)\d\d|\d\d)(?: ?年度?)?(?![\d,]|\.\d| ?[%万亿])/g],
  ['year', /(?<![\d.,])(?:19|20)\d\d ?年/g],
  [
    'code',
    /\b(?:ISO|IEC|GB|GRI|SASB|IFRS|ESRS|HKFRS|IAS|OHSAS|SA|AA|BS|EN|ASTM|CAS|CASS|TCFD|SDGs?|PAS|UNE|DIN|ISAE|ASAE|ASRS|T\/\w+|Goals?)(?:\/[A-Z]+)*[ -]?(?:[A-Z]{1,2})?\d[\d.:/–-]*(?:(?:, ?| ?(?:and|&|to|\/) ?)(?:(?:GRI|ISO) ?)?(?:\d{1,3}-\d{1,2}|\d{5})(?![\d%]))*/g,
  ],
  ['code', /\bScopes? ?\d(?:(?: ?(?:,|&|\+|\/|and|or|-|–|to) ?)+(?:Scope ?)?[123]\b(?![,.]\d| ?%))*/gi],
  ['code', /(?:范围|范畴|类别|类)(?: ?[123](?: ?[+&、,和及与/-] ?(?:范围|范畴|类别)?(?=[123](?!\d|[,.]\d)))?)+/g],
  [
    'code',
    /\b(?:Articles?|Art\.|Clause|Category|Cat\.|Categories|Class|Phase|Tier|Level|Chapter|Section|Table|Figure|Fig\.|Note|Notes|Appendix|Annex|Part|Principle|Pillar|Stage|Version|Guideline|Guidelines|Step|Topic|Criteria|Item|Paragraph|Rule|No\.|Nos\.|Pages?|pp?\.|Euro|Windows|Top|TOP|Ext\.|Room|Building|Floor|Block|Rev\.?) ?(?:[A-Z]{1,2}[.-]?)?\d[\d.]*(?:(?: ?(?:,|&|-|–|and|to) ?)\d[\d.]*\b(?! ?%))*/gi,
  ],
  ['code', /第 ?\d[\d.-]*(?: ?[-–至、,] ?第? ?\d+)* ?(?:条|章|节|页|号|款|项|期|次|届|批|名|位|个|类|季度|步)?/g],
  [
    'code',
    /(?:附录|附件|(?<=^|[\s(见如、,;])[图表]|条款|代码|证券代码|股票代码|电话|传真|邮编|文号|编号) ?[::]? ?[A-Z]?\d[\d.-]*/g,
  ],
  ['code', /\[\d{4}\] ?\d+ ?号|〔\d{4}〕\d+号|\d+ ?号(?!召)/g],
  [
    'code',
    /\b(?:stock|ticker|security) codes? ?[:;]? ?\d+(?:\.[A-Z]{2})?|\b\d{4,6}\.(?:SH|SZ|HK|TW|SS)\b|\b(?:SH|SZ|SSE|SZSE|HKEX) ?[:.]? ?\d{4,6}\b/gi,
  ],
  ['code', /(?:\b(?:Tel|Fax|Phone|Hotline|Mobile|WhatsApp)\b[^\d\n]{0,12})\+?\d[\d ()/-]{5,}/gi],
  ['code', /\+\d{1,3}[ -]?\(?\d[\d ()-]{6,}|\b\d{3,4}-\d{3,4}-\d{4}\b|\b0\d{2,3}-\d{7,8}\b|(?<!\d)1[3-9]\d{9}(?!\d)/g],
  ['code', /\b24 ?[/×x*] ?7\b|\b7 ?[/×x*] ?24\b/g],
  ['code', /(?<![\d.,])\d{1,3}-\d{1,2}(?:-[a-z]\b|[a-z]\b)|(?<![\d.,-])[1-4]\d\d-\d{1,2}(?![\d,.]*[%万亿\d])/g],
  ['code', /(?<![\d.,])\d{1,2}(?:\.\d{1,2}){2,}(?![\d,])/g],
  ['ordinal', /\b\d{1,3}(?:st|nd|rd|th)\b/gi],
  ['ordinal', /^\s*(?:\(\d{1,2}\)|\d{1,2}(?:\)|、|\.(?!\d)))|(?<=[。;:]\s?)\(?\d{1,2}(?:\)|、)/g],
];

const ADDRESSES = NON_FIGURES.slice(0, 1);

/** Text (readable) → the spans whose numbers are dates, years, codes or ordinals, in order, without overlaps. */
export function findNonFigures(text: string): NonFigureSpan[] {
  const spans: NonFigureSpan[] = [];
  // All but addresses have a digit.
  for (const [kind, pattern] of /\d/.test(text) ? NON_FIGURES : ADDRESSES) {
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!spans.some((span) => span.start < end && start < span.end)) spans.push({ start, end, kind });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Letters right after digits that are a unit or scale and not part of a name such as `5G` or `7Stars`. */
const GLUED_UNIT =
  /^(?:k|m|mn|mm|bn|b|tn|t|T|kg|g|mg|kt|Mt|MT|lb|lbs|[kMGT]?[Ww]h|[KMGT]WH|[kMGT]?W|[kMGT]?J|tce|TCE|kgce|toe|m2|m3|M3|km|km2|cm|mm|ha|l|L|kl|kL|KL|ml|ML|GL|Nm3|sqm|sq|kV|t?CO2(?:e|eq)?|tCO2(?:e|eq)?|tCO|kgCO2(?:e|eq)?|ktCO2(?:e|eq)?|gal|hrs?|hours?|h|days?|years?|yrs?|mins?|people|persons?|employees|x|pp|pct|bps|ppm|tonnes?|tons?|percent|MM|metric|cases?|times|of|and|to|in|RMB|CNY|USD|HKD|EUR|yuan|units?)(?![A-Za-z])/;

/** Money marks that stand glued before a number, unlike the letters of `PM2.5`. */
export const MONEY_BEFORE =
  /(?:US|HK|NT|S|A|C|R)?[$¥€£₩₹]$|(?:RMB|CNY|USD|HKD|TWD|NTD|SGD|EUR|GBP|JPY|KRW|INR|Rs\.?|Rp|RM|CHF|AUD|CAD|ZAR)$|(?<![A-Za-z])R$/;

/** What a digit run at `start`..`end` of a readable text is, judged by the characters that touch it. */
export function kindByNeighbours(text: string, start: number, end: number): NumberKind {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 14);
  const money = MONEY_BEFORE.test(before);
  if (/[A-Za-z_#^\\]$/.test(before) && !money && !/\d(?:x|and|to)$/i.test(before)) return 'code';
  if (/[A-Za-z]-$/.test(before) && !money) return 'code';
  if (/^[A-Za-z]/.test(after) && !GLUED_UNIT.test(after)) return 'code';
  if (/^-[A-Za-z]+-\d|^-\d+[A-Za-z]/.test(after)) return 'code';
  return 'figure';
}

/** What must follow a four-digit number between 1900 and 2100 for it to be an amount and not a year. */
const AMOUNT_AFTER_YEAR =
  /^ ?(?:%|percent|thousand|million|billion|trillion|[万亿千百]|吨|人|名|家|件|次|个|元|户|场|项|小时|公斤|千克|升|度|立方|兆瓦|吉焦|t\b|tonnes?\b|tons?\b|metric|tCO|kg|kWh|MWh|GWh|GJ|TJ|MJ|tce|TCE|m3|m2|hours?\b|employees\b|people\b|persons?\b|suppliers\b|shares\b|cases\b|yuan\b|RMB\b|USD\b|[$€£])/i;

/** Whether a plain four-digit number reads as a year. */
export function looksLikeYear(digits: string, after: string, money: boolean): boolean {
  if (!/^(?:19|20)\d\d$/.test(digits) || money) return false;
  return !AMOUNT_AFTER_YEAR.test(after);
}
