import { makeReadable } from './readable-text.ts';
import { remember } from './remember.ts';

/** Several printed words for one notion, so that a label and a name meet. Applied to lower-case English text. */
const PHRASES: [RegExp, string][] = [
  [
    /\bscopes? (?:1|one|i) ?(?:,|and|&|\+|\/) ?(?:scope )?(?:2|two|ii) ?(?:,? ?and|,|&|\+|\/) ?(?:scope )?(?:3|three|iii)\b/g,
    ' scope123 ',
  ],
  [/\bscopes? (?:1|one|i) ?(?:,|and|&|\+|\/) ?(?:scope )?(?:2|two|ii)\b/g, ' scope12 '],
  [/\bscopes? ?(?:1|one|i)\b/g, ' scope1 '],
  [/\bscopes? ?(?:2|two|ii)\b/g, ' scope2 '],
  [/\bscopes? ?(?:3|three|iii)\b/g, ' scope3 '],
  [/\br ?& ?d\b|\bresearch (?:and|&) development\b/g, ' rnd '],
  [/\bgreenhouse gas(?:es)?\b/g, ' ghg '],
  [/\bcarbon dioxide\b|\bco2(?:e|eq)?\b/g, ' carbon '],
  [/\bnon[- ]?(?=[a-z]{4})/g, ' non'],
  [/\blabour/g, 'labor'],
  [/\bsulphur/g, 'sulfur'],
  [/\be-waste\b/g, ' ewaste '],
  [/\bof which\b/g, ' ofwhich '],
  [/\bsub[- ]?total\b/g, ' total '],
  [/\b(?:fiscal|financial) years?\b|\byear[- ]end\b/g, ' year '],
  [/\bwork(?:place)?[- ]?related\b|\bworkplace\b|\boccupational\b/g, ' work '],
  [/\belectric(?:al)?(?: (?:power|energy))?\b|\bpower(?! purchase| usage)/g, ' electricity '],
  [/\b(?:fresh ?water)\b/g, ' water '],
  [/\bwaste ?water\b|\bsewage\b|\beffluents?\b/g, ' wastewater '],
  [/\blost[- ]?time\b/g, ' losttime '],
  [/\bwhistle[- ]?blow(?:ing|ers?)\b/g, ' whistleblowing '],
  [/\b(?:board members?|members? (?:of|on) the board(?: of directors)?)\b/g, ' director '],
  [/\bboard of directors\b/g, ' board '],
  [/%/g, ' percentage '],
  [/'s\b|s'(?= |$)/g, ' '],
];

/** One word for its variants. */
const SAME_WORD: Record<string, string> = {
  carbon: 'ghg',
  percent: 'percentage',
  proportion: 'percentage',
  share: 'percentage',
  ratio: 'percentage',
  consumption: 'use',
  consumed: 'use',
  used: 'use',
  usage: 'use',
  utilization: 'use',
  utilisation: 'use',
  staff: 'employee',
  workforce: 'employee',
  personnel: 'employee',
  men: 'male',
  women: 'female',
  woman: 'female',
  generation: 'generated',
  generating: 'generated',
  discharged: 'discharge',
  withdrawn: 'withdrawal',
  recycling: 'recycle',
  recycled: 'recycle',
  reused: 'reuse',
  petrol: 'gasoline',
  spend: 'spending',
  expense: 'expenditure',
  revitalisation: 'revitalization',
  organisation: 'organization',
  lowered: 'lower',
  headcount: 'employee',
  colleague: 'employee',
  joiner: 'hire',
  hired: 'hire',
  recruit: 'hire',
  recruited: 'hire',
  recruitment: 'hire',
  newly: 'new',
  attrition: 'turnover',
  death: 'fatality',
  fatal: 'fatality',
  died: 'fatality',
  normalized: 'intensity',
  normalised: 'intensity',
  mean: 'average',
  avg: 'average',
  donated: 'donation',
  diversion: 'diverted',
  disposed: 'disposal',
  garbage: 'waste',
  represented: 'representation',
  volunteering: 'volunteer',
  volunteered: 'volunteer',
  unionised: 'union',
  unionized: 'union',
  sourced: 'source',
  renewables: 'renewable',
};

/** Words without meaning for which metric is named. */
const STOP_WORDS = new Set(
  'the of in a an our we for and or as at on with who are were is was has have its their this that which within during held to by from'.split(
    ' ',
  ),
);
/** Words that leave the metric what it is: the total over the whole reporting company in the reporting period. */
const FILLERS = new Set(
  'total overall number no amount volume quantity annual annually year yearly reporting reported period group company gross grand sum global globally all calculated current consolidated figure data aggregate actual worldwide entire value count rand rmb yuan usd cny sgd krw eur hkd inr jpy figure indicator'.split(
    ' ',
  ),
);

/** Singular of an English word, well enough to compare labels. */
function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is|gas|sales|goods)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The significant words of an English label, each once, in order. */
export const significantWords = remember((label): readonly string[] =>
  wordsOf(label).filter((word) => !FILLERS.has(word)),
);

/** Whether a label says only “total”, “overall” and the like. */
export function isOnlyFiller(label: string): boolean {
  if (/[\u4e00-\u9fff]/.test(label))
    return /^(?:合计|总计|总数|总量|小计|总和|全公司|集团|公司|整体|合计数|总人数)$/.test(chineseKey(label));
  const words = wordsOf(label);
  return words.length > 0 && words.every((word) => FILLERS.has(word));
}

const wordsOf = remember((label): readonly string[] => {
  let text = makeReadable(label).text.toLowerCase();
  for (const [pattern, word] of PHRASES) text = text.replace(pattern, word);
  const words = (text.match(/[a-z]+\d*|\d+(?:\.\d+)?|[<>]/g) ?? [])
    .filter((word) => !/^(?:fy)?(?:19|20)\d\d$/.test(word))
    .map((word) => SAME_WORD[word] ?? SAME_WORD[singular(word)] ?? singular(word))
    .filter((word) => !STOP_WORDS.has(word));
  return [...new Set(words)];
});

/** Words → a key that does not depend on their order. */
export function wordKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** English label as one comparable line: lower case, single spaces, no punctuation at its ends. */
export const plainLine = remember((label): string =>
  makeReadable(label)
    .text.toLowerCase()
    .replace(/[^a-z0-9%&<>+\u4e00-\u9fff]+/g, ' ')
    .trim(),
);

/** Chinese label without spaces and punctuation, with 范围1 and the like in one spelling. */
export const chineseKey = remember((label): string =>
  makeReadable(label)
    .text.toLowerCase()
    .replace(/[\s()[\]{}【】〔〕:;,，、。.·•*#"'“”_—–/-]+/g, '')
    .replace(/范畴/g, '范围')
    .replace(/(?<=范围|类别)1/g, '一')
    .replace(/(?<=范围|类别)2/g, '二')
    .replace(/(?<=范围|类别)3/g, '三')
    .replace(/(?<=[一二])\+?([2二])(?=$|[^十])/g, (_, second: string) => (second === '2' ? '二' : second))
    .replace(/废弃物品|废物/g, '废弃物')
    .replace(/危险废弃物|危废/g, '有害废弃物')
    .replace(/雇员|职工|僱员|劳动力(?!总数)/g, '员工')
    .replace(/所占(?:比例|比重)|百分比|百分率|占比|比重|比率/g, '比例')
    .replace(/(?:使用|耗用|消费|消耗)(?:总量|量)/g, '用量')
    .replace(/离职率/g, '流失率')
    .replace(/碳排放/g, '温室气体排放')
    .replace(/co2e?/g, ''),
);

const CHINESE_FILLERS =
  /(?:报告期内?|报告期末|本年度?|全年|年度|年末|期末|当年|(?:19|20)\d\d年?|本公司|本集团|本行|全集团|集团|公司|总体|整体|的|情况|总量|总额|总数|数量|人数|总计|合计|数目|金额|总|共)/g;

/** Chinese key without the words that leave the metric what it is; a closing 量, 数 or 额 goes too. */
export function reducedChineseKey(key: string): string {
  const reduced = key.replace(CHINESE_FILLERS, '').replace(/(?<=..)[量数额]$/, '');
  return reduced.length >= 2 ? reduced : key;
}
