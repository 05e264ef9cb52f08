import { makeReadable } from './readable-text.ts';

/** Context that makes a row something else than the company's own figure of the year. */
export function vetoFromContext(context: string): string | null {
  const text = makeReadable(context).text.toLowerCase();
  if (/metric|progress|performance|指标|绩效|进展|完成/.test(text)) return null;
  if (/\btargets?\b|\bgoals?\b|目标/.test(text)) return 'stands under a target heading';
  return null;
}

/** Breakdown rows (female, under 30, full-time …) that mean the workforce unless the heading is about something else. */
const BREAKDOWN = /^hr\.(?:headcount|male|female(?!_mgmt)|age_|education_|fulltime|parttime|permanent|temporary)/;
const OTHER_THAN_WORKFORCE =
  /\b(?:hir(?:e[sd]?|ings?)|exits?|fatalit\w*|deaths?|recruit\w*|joiners?|turnover|attrition|leave[rs]?|left|training|trained|manage(?:ment|rs?)|governance|directors?|board|executives?|senior|promot\w+|injur\w+|accidents?|incidents?|safety|frequency|rates?|pay|salar\w+|wages?|remuneration|absen\w+|parental|return\w*|retention|resign\w*|movements?|supervisors?|contractors?|positions?|roles?|STEM|reviews?|appraisals?|evaluat\w+|volunteer\w*|learning|of which)\b|新进|新入职|新增|新聘|招聘|流失|离职|培训|受训|管理|董事|晋升|高管|高级|薪酬|工伤|监事|留任|复职|育婴|育儿|休假|产假|主管|干部|其中|教育训练|志愿|志工|事故|绩效考核|采用|入社|育児|介護|介护|利用実|休职|休业|取得|利用者|利用实绩|健康/i;
/** Headings that say that the rows below split the workforce. */
const WORKFORCE =
  /\b(?:total|number of|all) (?:employees|staff|workforce)\b|\b(?:employees|workforce|headcount|staff) (?:by|structure|composition|breakdown|profile)\b|^(?:total )?(?:employees|workforce|headcount)$|(?:员工|雇员|职工)(?:总数|总人数|人数|数量|构成|结构|情况|分布)/i;

/** Whether a metric counts, or is the share of, a part of the workforce. */
export const isBreakdown = (metric: string): boolean => BREAKDOWN.test(metric) && metric !== 'hr.headcount';

/** Whether a breakdown row stands under a heading, or after words, about another group than the workforce; the innermost that tells decides. */
export function isOtherBreakdown(metric: string, context: readonly string[]): boolean {
  if (!BREAKDOWN.test(metric)) return false;
  for (const heading of [...context].reverse()) {
    const text = makeReadable(heading).text.trim();
    if (OTHER_THAN_WORKFORCE.test(text)) return true;
    if (WORKFORCE.test(text)) return false;
  }
  return false;
}

const GENDER_HEADING = /^(?:total )?(?:females?|males?|women|men|女性?|男性?)(?: employees)?$/i;
const AGE_HEADING =
  /^(?:aged? )?(?:(?:under|below|over|above|between|up to) \d\d|[<>≥≤] ?\d\d|\d\d ?(?:-|–|to) ?\d\d)\b|^\d\d.{0,6}[岁歳]/i;

/** A split within a split: the ages of the women, the women of one age. The heading that narrows the row, or null. */
export function crossSplit(metric: string, headings: readonly string[]): string | null {
  if (!isBreakdown(metric)) return null;
  const other = /^hr\.(?:fe)?male/.test(metric) ? AGE_HEADING : GENDER_HEADING;
  return headings.findLast((text) => other.test(makeReadable(text).text.trim())) ?? null;
}

/** Kinds of metrics that headings around the row turn into something else. */
const ELSEWHERE: [metrics: RegExp, heading: RegExp, reason: string][] = [
  [
    /^hr\.(?:male|female(?!_mgmt)|age_|education_)/,
    /\b(?:full[- ]?time|part[- ]?time|permanent|temporary|fixed[- ]term|regular|contract) ?(?:employees|staff|workers|workforce)?\b|全职|兼职|正式员工|临时|派遣|契约|定期|合同制/i,
    'a part of the employees with one kind of contract',
  ],
  [/^hr\.wages/, /销售费用|管理费用|研发费用|制造费用|营业成本/, 'stands under one kind of expense'],
  [/^hr\.mgmt_staff_pct/, /\bgender|\bwomen|\bfemale|性别|女/i, 'stands under a split by gender'],
  [
    /^waste\.(?:total|recycled|disposed|diverted|kitchen|ewaste)/,
    /^(?!.*\b(?:total|and|&)\b)(?!.*[与和及、]).*(?:\bhazardous\b|有害|危险)/i,
    'stands under one kind of waste',
  ],
  [
    /^energy\./,
    /\bcustomers?\b|\bsold\b|客户|お客|顾客|原料|贩売|贩卖|販売|销售/i,
    'stands under what customers or products take',
  ],
  [/^fin\.operating_costs/, /\btaxonomy\b/i, 'stands under the EU taxonomy'],
  [
    /^ghg\.(?:scope|total|intensity)/,
    /\bfinanced\b|\b(?:investment|loan|lending|asset) (?:portfolio|class)|投融资|投资组合|资产类别|授信|放款|融资|贷款/i,
    'stands under financed emissions',
  ],
  [
    /^ghg\.(?:scope|total)/,
    /\b(?:reduction|reduced|avoided|saved|savings?)\b|减排|减碳|避免/i,
    'stands under what was saved',
  ],
  [/^materials\./, /\bwaste|\brecycl|废弃|回收|垃圾/i, 'stands under waste'],
  [
    /^fin\./,
    /\b(?:associates?|joint ventures?|subsidiar(?:y|ies)|acquire[de]|parent company|accounting polic(?:y|ies))\b|联营|合营|被购买|子公司|母公司|会计政策|影响金额|期初|本期增加|本期减少|递延收益|其他收益|营业外/i,
    'stands under another company or a restatement',
  ],
];
const CONTRACTORS = /\bcontractors?\b|承包商|承攬商|承揽商/i;
const EMPLOYEES = /\b(?:employees|staff|workforce|all workers)\b|员工|雇员|職工/i;

/** Whose safety figures a heading says that they are, when it is not the employees'. */
export function whoseSafety(metric: string, headings: readonly string[]): string | null {
  if (!metric.startsWith('safety.')) return null;
  const heading = headings.findLast((text) => CONTRACTORS.test(text) || EMPLOYEES.test(text));
  return heading !== undefined && !EMPLOYEES.test(heading) ? 'contractors' : null;
}

const CARRIERS =
  /^energy\.(?:electricity|heat|steam|cooling|natural_gas|lng|lpg|diesel|gasoline|coal|fuel_oil|fuel_nonrenewable|fuel_renewable|renewable$)/;
/** Fuels that stand in a table of emissions mean the emissions from them, unless their unit says otherwise. */
const EMISSIONS = /\bemissions?\b|\bscope ?[123]\b|\bfootprint\b|排放|范围|碳足迹/i;

/** What the headings around a row make of a metric that its words would name; null when they leave it. */
export function meaningElsewhere(metric: string, around: readonly string[], hasUnit: boolean): string | null {
  const texts = around.map((text) => makeReadable(text).text);
  const found = ELSEWHERE.find(
    ([metrics, heading]) => metrics.test(metric) && texts.some((text) => heading.test(text)),
  );
  if (found !== undefined) return found[2];
  const fuel = CARRIERS.test(metric) && !hasUnit && texts.some((text) => EMISSIONS.test(text));
  return fuel ? 'stands under emissions' : null;
}

const METHODS: [pattern: RegExp, suffix: string][] = [
  [/\bmarket[- ]based\b|基于市场|市场法|市场为基础|マーケット/i, '.market'],
  [/\b(?:location|region)[- ]based\b|基于位置|位置法|所在地|基于地域|ロケーション/i, '.location'],
];

/** The Scope 2 method that the nearest text names, as the suffix of the metric's id; null when none or both do. */
export function methodIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = METHODS.filter(([pattern]) => pattern.test(makeReadable(text).text));
    if (found.length > 0) return found.length === 1 ? (found[0]?.[1] ?? null) : null;
  }
  return null;
}

const ONE_SCOPE =
  /^(?:.*\b)?scopes? ?(?:[123]|one|two|three|i{1,3})\b(?!.*(?:scope|and|&|\+|,) ?(?:[123]|two|three|i{2,3}))|^(?!.*范围.*范围)(?!.*[一1][、及和与+][二2]).*范围 ?[一二三123]/i;

/** Whether a heading speaks of one scope only, so that a total below it is that scope's. */
export function isOneScope(heading: string): boolean {
  return ONE_SCOPE.test(makeReadable(heading).text);
}
