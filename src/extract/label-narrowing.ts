import { makeReadable } from './readable-text.ts';

/** A label as what it names and the part of the organisation, or of the whole, that it names it for. */
export interface NarrowedLabel {
  rest: string;
  part: string;
}

const PLACES =
  'U\\.?S\\.?(?:A\\.?)?|U\\.?K\\.?|E\\.?U\\.?|EMEA|APAC|ASEAN|North America|South America|Latin America|Americas?|Europe|Asia(?: Pacific)?|Africa|South Africa|Middle East|Oceania|Australia|New Zealand|Canada|Mexico|Brazil|China|Mainland China|Hong Kong|Macau|Taiwan|Japan|South Korea|Korea|India|Indonesia|Malaysia|Philippines|Singapore|Thailand|Vietnam|Germany|France|Italy|Spain|Poland|Ireland|Netherlands|Switzerland|Austria';
/** Places and reaches in front of a name: `U.S. turnover rate`, `Domestic employees`. */
const LEADING_PLACE = new RegExp(
  `^((?:${PLACES})|domestic|overseas|foreign|international|regional|mainland|local)(?:['’]s)?\\s+(?!and\\b|&)(.+)$`,
  'i',
);
/** `… – in Germany`, `… in Asia Pacific`. */
const TRAILING_PLACE = new RegExp(
  `^(.+?)\\s*[–—,-]?\\s*\\b(?:in|from|for|at|across)\\s+(?:the\\s+)?((?:${PLACES}))$`,
  'i',
);
const TRAILING_DASH = /^(.+?)(?:\s*[–—]\s*|\s+-\s+)(.+)$/;
const TRAILING_BRACKET = /^(.+?)\s*\(([^()]{2,60})\)$/;
/** What was done with a kind of waste: the figure is a part of it. */
const TREATED_WASTE = /^(recycled|incinerated|landfilled|reused|composted|recovered)\s+(.*\bwaste\b.*)$/i;
const WASTE_TREATED =
  /^(.*\bwaste\b.*?)\s+(?:(?:was|were)\s+)?(sold|composted|incinerated|landfilled|(?:collected|sent|recovered|treated)\s+(?:for|to|by)\s+[a-z -]{3,30})$/i;
/** What packaging is made of, or used for. */
const PACKAGING =
  /^(plastic|paper|glass|metal|cardboard|carton|alumini?um|steel|wooden|wood)\s+(packaging(?:\s+materials?)?(?:\s+used)?)(?:\s+(?:in|for)\s+.{2,40})?$/i;
const CHINESE_PLACE =
  /^(境内|境外|海外|国内|中国大陆|中国|大陆|台湾|香港|澳门|新加坡|总部|总行|母公司|本部|单体)(?:的)?([\u4e00-\u9fff].+)$/;
const CHINESE_DASH = /^([\u4e00-\u9fff][^-—–:：]{1,30})[-—–:：]+([^-—–]{2,20})$/;

/** Words that make the figure another than a part of what the rest names. */
const ANOTHER =
  /\b(?:intensity|rates?|ratio|per|percent\w*|shares?|targets?|goals?|changes?|reduc\w+|increas\w+|decreas\w+|sav\w+|avoid\w+|offset\w*|scope|renewables?|non|hazardous|male|female|men|women|age[ds]?|new|hours?|days?|cost|spen[dt]\w*|total|cumulative|since|average|attributable|other|fatal\w*|injur\w*|incidents?|budget|forecast|plan(?:ned)?|baseline|customers?|clients?|suppliers?|contractors?|products?|financed|saved|financ\w+|invest\w+|lend\w*|loans?)\b|%|强度|密度|率|比|目标|减|节约|人均|单位|范围|男|女|新|平均|其他|客户|供应商|承包|产品|投资|融资|贷款|股权|累计|计划|预算|增长/i;

/** Label → the ways in which it may be a name narrowed to a part, surest first; empty when it is none. */
export function narrowings(label: string): NarrowedLabel[] {
  const text = makeReadable(label).text.trim();
  const found: NarrowedLabel[] = [];
  const add = (rest: string | undefined, part: string | undefined): void => {
    const kept = rest?.replace(/[\s,:–—-]+$/, '').trim() ?? '';
    const cut = part?.trim() ?? '';
    if (kept.length >= 2 && cut.length >= 2 && !ANOTHER.test(cut)) found.push({ rest: kept, part: cut });
  };
  const leading = LEADING_PLACE.exec(text);
  add(leading?.[2], leading?.[1]);
  const trailing = TRAILING_PLACE.exec(text);
  add(trailing?.[1], trailing?.[2]);
  const dash = TRAILING_DASH.exec(text);
  add(dash?.[1], dash?.[2]);
  const bracket = TRAILING_BRACKET.exec(text);
  add(bracket?.[1], bracket?.[2]);
  const treated = TREATED_WASTE.exec(text);
  add(treated?.[2], treated?.[1]);
  const waste = WASTE_TREATED.exec(text);
  add(waste?.[1], waste?.[2]);
  const packaging = PACKAGING.exec(text);
  add(packaging?.[2], text.replace(packaging?.[2] ?? '', '').replace(/\s+/g, ' '));
  const place = CHINESE_PLACE.exec(text);
  add(place?.[2], place?.[1]);
  const chinese = CHINESE_DASH.exec(text);
  add(chinese?.[1], chinese?.[2]);
  return found;
}
