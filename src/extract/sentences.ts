/** A stretch of a text. Offsets are those of the original string. */
export interface Stretch {
  start: number;
  end: number;
  text: string;
}

const ABBREVIATION =
  /\b(?:approx|approximately|No|Nos|vs|e\.g|i\.e|etc|Inc|Ltd|Co|Corp|Dr|Mr|Ms|Mrs|St|U\.S|ca|cf|Fig|Art|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/i;

/** Paragraph → its sentences, without the white space between them. */
export function splitSentences(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!endsSentence(text, i)) continue;
    push(stretches, text, start, i + 1);
    start = i + 1;
  }
  push(stretches, text, start, text.length);
  return stretches;
}

/** A decimal that Chinese type spaced out: `用户1. 35亿户`. */
const SPACED_DECIMAL = /[\u4e00-\u9fff] ?\d{1,3}\. \d{1,2} ?[\u4e00-\u9fff%]?/;

function endsSentence(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (/[。！？；!?;•●■◆▪\n]/.test(char)) return true;
  if (char !== '.') return false;
  if (SPACED_DECIMAL.test(text.slice(Math.max(0, at - 5), at + 5))) return false;
  const next = text.slice(at + 1, at + 3);
  return (next === '' || /^["”’')]?\s/.test(next)) && !ABBREVIATION.test(text.slice(Math.max(0, at - 14), at));
}

function push(stretches: Stretch[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const trimmed = raw.trim();
  if (trimmed !== '') stretches.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed });
}

/** Sentence → its clauses, cut at commas that do not stand inside a number or a bracket. */
export function splitClauses(sentence: Stretch): Stretch[] {
  const clauses: Stretch[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < sentence.text.length; i++) {
    const char = sentence.text.charAt(i);
    if (/[(（[【]/.test(char)) depth++;
    if (/[)）\]】]/.test(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !/[,，、:：;；]/.test(char)) continue;
    if (char === '、' && !/[\d%％人吨件次元]$/.test(sentence.text.slice(0, i))) continue;
    if (/[,:：]/.test(char) && /\d/.test(sentence.text.charAt(i + 1))) continue;
    push(clauses, sentence.text, start, i);
    start = i + 1;
  }
  push(clauses, sentence.text, start, sentence.text.length);
  return clauses.map((c) => ({ ...c, start: c.start + sentence.start, end: c.end + sentence.start }));
}

const FORWARD =
  /\b(?:will|shall|targets?|targeted|targeting|goals?|aims?|aimed|aiming|plan(?:s|ned|ning)? to|expect(?:s|ed)? to|is expected|are expected|pledg\w+|commit(?:s|ted|ment|ments|ting)? to|strive|striving|intend\w*|hope|ambition|in the future|forecast\w*|projected)\b|目标|计划|力争|预计|承诺|规划|拟|争取|预期|有望|未来|致力于|(?:^|[，,。；])(?:公司|我们|集团)?将/i;

/** Whether a sentence speaks of the future: a target, plan, promise or forecast. */
export function isForward(text: string, reportYear: string | null): boolean {
  if (FORWARD.test(text)) return true;
  const by =
    /\b(?:by|until|before|towards?)(?: the end of| year)? (20\d\d)\b|(?:到|至|在) ?(20\d\d) ?年(?:底|末|前)/i.exec(
      text,
    );
  const year = by?.[1] ?? by?.[2];
  return year !== undefined && reportYear !== null && Number(year) > Number(reportYear.slice(-4));
}

const HYPOTHETICAL =
  /\b(?:if|would|could|might|may|can|cannot|potential(?:ly)?|assum\w+|estimated to|such as|for example|e\.g|scenario)\b|如果|假设|假如|若|可能|情景|例如/i;
const NEGATED =
  /\b(?:not|never|no longer|did not|didn't|without|failed to|neither|nor|rather than)\b|未能|并未|没有|未(?=[下降上升增减])|不再/i;

/** Whether a sentence only imagines or denies. */
export function isUnreal(text: string): boolean {
  return HYPOTHETICAL.test(text) || NEGATED.test(text);
}

const SEVERAL_YEARS =
  /\b(?:since|over the (?:past|last) (?:\w+ )?(?:years|decade)|in the (?:past|last) \w+ years|cumulative(?:ly)?|accumulat\w+|to date|decade|compound|annually since|\d+ consecutive|in recent years|over the years|five-year|three-year|average annual|between (?:19|20)\d\d and (?:19|20)\d\d)\b|累计|历年|近[三五十\d两几]+年|自 ?(?:19|20)\d\d ?年|年均|复合|十四五|十三五|连续[\d一二三四五六七八九十两]+年|以来/i;

/** Whether a sentence sums up or compares over several years. */
export function spansYears(text: string): boolean {
  return SEVERAL_YEARS.test(text);
}

const OTHERS =
  /\b(?:industry(?:'s)?|global(?:ly)? (?:demand|market|emissions)|customers?'|clients?'|suppliers?'?|vendors?|partners?'|households?|the (?:world|country|nation|government|sector|market)|national|China's|competitors?|peers|portfolio compan\w+|investees?|tenants?|user base|contractors?)\b|行业|全国|全球|全省|全市|客户|供应商|同行|居民|国家|用户|承包商|合作伙伴/i;

/** Whether a sentence speaks of somebody else: the industry, customers, suppliers, the country. */
export function isAboutOthers(text: string): boolean {
  return OTHERS.test(text);
}

const SUBSETS =
  /\b(?:building|buildings|plants?|factory|factories|campus|parks?|branch(?:es)?|subsidiar(?:y|ies)|sites?|stations?|stores?|outlets?|data cent(?:er|re)s?|server rooms?|warehouses?|offices?|divisions?|segment|region(?:al)?|province|project|pilot|programme|program|facility|workshop|line|fleet|hotel|mine|farm|department|of which|of whom|among (?:them|which|whom)|per (?:employee|capita|unit))\b|分公司|子公司|项目|园区|大厦|办公楼|基地|数据中心|工厂|门店|分行|支行|机房|车间|生产线|厂区|部门|学院|学校|试点|地区|某|其中/i;

/** Whether a sentence speaks of a part of the company: a building, plant, project, branch. */
export function isAboutPart(text: string): boolean {
  return SUBSETS.test(text);
}

const SUBSIDIARIES = /注册资本|控股子公司|全资子公司|参股公司|\b(?:registered capital|wholly[- ]owned)\b/i;

/** Whether a paragraph describes subsidiaries, whose sentences then no longer name them. */
export function describesSubsidiaries(paragraph: string): boolean {
  return SUBSIDIARIES.test(paragraph);
}

const MEASURES =
  /\b(?:sav(?:e|es|ed|ing|ings)|replac\w+|upgrad\w+|retrofit\w*|install\w*|renovat\w+|refurbish\w*|avoid\w*|equivalent to|offset\w*|as a result of|result(?:s|ed|ing) in|thanks to|helped|helps|helping|enabl\w+|through the|by (?:using|replacing|installing|adopting|implementing|switching|optimi[sz]ing|introducing))\b|节约|节省|节电|节水|节能改造|改造|替代|替换|相当于|折合|更换|安装|采用|通过|可减少|减排/i;

/** Whether a sentence speaks of what one measure brought, and not of the company's totals. */
export function isAboutMeasure(text: string): boolean {
  return MEASURES.test(text);
}
