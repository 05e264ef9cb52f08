import { makeReadable } from './readable-text.ts';

/** Remarks in brackets that leave the figure what it is: `(the Group)`, `(restated)`, `(GRI 305-1)`, `(i.e., …)`, `(as at year end)`. */
const NEUTRAL_BRACKET =
  /[(（[]\s*(?:(?:the |our )?(?:group|company|bank|total|overall|consolidated|global(?:ly)?|worldwide|reported|calculated|restated|revised|actual|estimated|audited|assured|verified|cont(?:inued|\.|’d|'d)?|year[- ]end|as (?:at|of)\b[^()]*|at year[- ]end|(?:i\.e|e\.g|incl|excl|including|excluding)\b\.?,?[^()]*|GRI\b[^()]*|SASB\b[^()]*|HKEX\b[^()]*|KPI\b[^()]*)|集团|公司|本公司|合计|总计|全年|截至[^()]*|注\d*|经审验|已鉴证)\s*[)）\]]/gi;
/** How a figure was come by, at the end of a label: `… – reported`. */
const HOW_KNOWN =
  /\s*[–—-]\s*(?:reported|calculated|restated|revised|actual|audited|assured|verified|consolidated|group|total)\s*$/i;
/** What the figure takes in or leaves out, after a comma: `…, including cases of medical treatment`. */
const TAKES_IN = /,(?!.*\bin [A-Z])\s*(?:including|incl\.|excluding|excl\.|comprising)\s.*$/i;
/** Whose figure it is, when it is the reporting company's: `within the organisation`, `of the Group`. */
const WITHIN_COMPANY =
  /\s+(?:within|of|by|for|at|in|across|from)\s+(?:(?:the|our|all our|all) )?(?:own )?(?:company|group|bank|organi[sz]ation|reporting entity|operations|business operations|all (?:sites|operations|locations))(?=$|\s*[(（–—,])/i;
/** A split that a total is taken over: `Employees by region total`. */
const BY_SPLIT =
  /\s+by\s+(?:gender|sex|age(?: group)?|race|region|country|geograph\w+|location|employment(?: type| contract)?|contract(?: type)?|category|level|type|source|business(?: unit| segment| division)?|(?:disposal|treatment) method|segment|function|division|rank|grade|hourly\/salary employees)(?:(?:,|\s+and|\s*&|\s*\/)\s+(?:gender|sex|age(?: group)?|race|region|country|location|employment type|category|level|type|source))*\b/gi;
const CHINESE_SPLIT = /[(（]?按[\u4e00-\u9fff、/]{1,12}?(?:划分|分类|区分|统计|分)(?:的)?[)）]?/g;
/** Footnote digits at the start of a label, or hanging on its last word. */
const LEADING_MARKS = /^(?:\s*\d{1,2}\)\s*,?)+/;
const TRAILING_MARKS =
  /(?<=[a-z)]{3})(?<!\b(?:scopes?|category|type|tier|level|class|phase|article|and|stage|top|grade)\s?)\s\d{1,2}(?:\s?,\s?\d{1,2})*(?=\s*$|\s+total\s*$)/i;
const METHOD =
  /[(（]?\b(?:location|market|region)[- ]based(?: method| approach)?\b[)）]?|[(（]?基于(?:市场|位置)(?:的)?(?:方法)?[)）]?/gi;

/** Everybody who works for the company: `(employees and contractors)`. */
const ALL_WORKERS =
  /\s*[(（](?:[\w&.]+ )?(?:employees|staff|workers) ?(?:\/|and|&|\+) ?(?:contractors|contract workers)[)）]/i;

/** Label without the remark that it counts all who work for the company, so that neither group rules a metric out. */
export const withoutAllWorkers = (label: string): string => label.replace(ALL_WORKERS, '');

/** A longer text is a paragraph above a table, and no label, in characters. */
const LONGEST_LABEL = 200;

/** Label → the same without what only says whose, how and over which split, when that is the whole reporting company. */
export function withoutScope(label: string, entity: readonly string[]): string {
  if (label.length > LONGEST_LABEL) return label;
  let text = withoutEntity(makeReadable(label).text, entity);
  text = text
    .replace(NEUTRAL_BRACKET, ' ')
    .replace(LEADING_MARKS, '')
    .replace(TRAILING_MARKS, '')
    .replace(HOW_KNOWN, '')
    .replace(TAKES_IN, '')
    .replace(BY_SPLIT, ' ')
    .replace(CHINESE_SPLIT, '')
    .replace(WITHIN_COMPANY, ' ');
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a label says that its figure is split, as `Employees by region`. */
export const hasSplit = (label: string): boolean => {
  BY_SPLIT.lastIndex = 0;
  return BY_SPLIT.test(label);
};

/** The same without the Scope 2 method, which the figure's boundary keeps. */
export function withoutMethod(label: string): string {
  return label
    .replace(METHOD, ' ')
    .replace(/\s*[–—-]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Label without the reporting company's names: `within Acme`, `Acme's`, `（Acme）`. */
function withoutEntity(label: string, entity: readonly string[]): string {
  let text = label;
  for (const name of entity) {
    if (!text.toLowerCase().includes(name)) continue;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const word = /[\u4e00-\u9fff]/.test(name) ? escaped : `(?<![A-Za-z0-9&])${escaped}(?:['’]s)?(?![A-Za-z0-9])`;
    const bracketed = new RegExp(`[(（]\\s*${word}(?:\\s+group)?\\s*[)）]`, 'gi');
    const plain = new RegExp(`(?:\\s+(?:within|of|by|for|at|in|across)\\s+(?:the\\s+)?)?${word}(?:\\s+group)?`, 'gi');
    text = text.replace(bracketed, ' ').replace(plain, ' ');
  }
  return text.replace(/\s+/g, ' ').trim();
}
