import type { FigurePlace, FoundLabel } from './figure-place.ts';

const HAN = /[\u4e00-\u9fff]/;
/** Longest Chinese label, in characters; of a longer clause only its end is kept. */
const LONGEST_LABEL = 30;
/** How much is kept of the end of a clause that is too long, in characters. */
const KEPT_OF_LONG = 24;

const CHANGE =
  /(?:同比|环比|较[^，。]{0,10}|比[^，。]{0,10})?(?:大幅|显著|略微?|小幅|明显)?(?:增长|增加|下降|减少|降低|上升|提升|提高|上涨|下滑|减|增|增幅|降幅)(?:了|约|近|超|达|为|率)*$/;
const LINK =
  /(?:分别|已|共计|合计|总计|总共|累计|达到了?|可达|达|高达|约|为|是|共|有|仅|各|实现|保持(?:在)?|维持在?|稳定在|提升至|提高至|上升至|增长至|增加至|增至|下降至|降低至|减少至|降至|到|计|至|近|超过|超|逾|不低于|不少于|的|は|が|を|で|[:：]|\s)+$/;
const TIME =
  /^(?:(?:在|于|截至|截止)?\s*(?:(?:19|20)\d\d\s*年(?:度|末|底|全年)?(?:\d{1,2}月)?(?:\d{1,2}日)?|报告期(?:内|末)?|本年度?|本报告期内?|全年|年内|年末|期末|当年|今年)\s*[,，]?\s*)+/;
const SELF =
  /^(?:本公司|公司|本集团|集团|我们|我司|本行|全公司|全集团|全行|该公司)(?:及(?:其)?(?:子公司|附属公司))?(?:的|已|共|累计|在)*/;
/** Verbs by which a company takes note of what it counts: 接到举报, 受理客户投诉. */
const TOOK_NOTE =
  /^(?:全行|全年|共|累计|总共)*(?:(?:接到|接获|收到|受理|收集|处理|发生)(?:和|及|并|、)?)+(?:的)?(?=[\u4e00-\u9fff]{2})/;
/** A subject with `has` before what is counted: 董事会共有董事. */
const HAVING = /(?:共有|现有|设有|拥有|中有)(?=[\u4e00-\u9fff]{2})/;
const MARKS = ['，', ',', '；', ';', '、', '（', '('];

/** Chinese clause with a figure → the words that name it. */
export function findChineseLabel(place: FigurePlace): FoundLabel | null {
  const { sentence, front, previous, entity } = place;
  const cut = Math.max(...MARKS.map((mark) => lastOutsideNumber(front, mark)));
  const clause = front.slice(cut + 1);
  const clauseStart = sentence.start + cut + 1;
  const changed = changedSubject(clause, clauseStart, previous);
  if (changed !== null) return changed;
  const share = shareOfPrevious(clause, previous);
  if (share !== null) return share;
  const subject = trimSubject(clause, clauseStart, entity);
  const noun = nounAfter(place);
  // “董事会中共有 2 名女性董事”: what stands after the measure word is counted, the place is only where.
  const counted = noun !== null && /(?:有|聘任|聘请|任命|派遣|选派|新增)\s*$/.test(clause);
  if (subject !== null && !counted) return withGroup(subject, front.slice(0, cut + 1));
  if (noun !== null) return noun;
  return subject ?? endOfClause(clause, clauseStart) ?? previous;
}

function changedSubject(clause: string, start: number, previous: FoundLabel | null): FoundLabel | null {
  const change = CHANGE.exec(clause.replace(/(?:约|近|超|逾)$/, ''));
  if (change === null) return null;
  const before = clause.slice(0, change.index).replace(/(?:同比|较上年|比上年|较去年)$/, '');
  const subject = trimSubject(before, start, []);
  if (subject !== null) return { ...subject, kind: 'change' };
  return previous === null ? null : { ...previous, kind: 'change' };
}

/** 其中研发人员903人，占比37.34%: the figure before it as a share. */
function shareOfPrevious(clause: string, previous: FoundLabel | null): FoundLabel | null {
  const share = /^\s*(?:占比?|所占比例|比例)(.*?)(?:的?(?:比例|比重)?)?(?:约|为|达|达到|超过|近|的|\s)*$/.exec(clause);
  if (share === null || previous === null) return null;
  const whole = (share[1] ?? '').replace(/(?:的|比例|比重|约|为|达到?)+$/g, '');
  const text = whole === '' ? `${previous.text}占比` : `${previous.text}占${whole}比例`;
  return { start: previous.start, end: previous.end, text, kind: 'names' };
}

function lastOutsideNumber(text: string, mark: string): number {
  const at = text.lastIndexOf(mark);
  return at !== -1 && mark === ',' && /\d/.test(text.charAt(at + 1)) && /\d/.test(text.charAt(at - 1))
    ? text.lastIndexOf(mark, at - 1)
    : at;
}

/** Clause → noun phrase, without time, the company itself, and a linking verb. */
export function trimSubject(clause: string, offset: number, entity: readonly string[]): FoundLabel | null {
  let start = clause.length - clause.trimStart().length;
  for (const pattern of [
    TIME,
    /^(?:其中|同时|此外|并|而|且|另外|以及|全年|累计)[:：]?/,
    SELF,
    TIME,
    /^(?:共有|拥有|现有|在职|有|的|全年|累计)(?=.)/,
  ]) {
    start += pattern.exec(clause.slice(start))?.[0].length ?? 0;
    const own = entity.find((name) => HAN.test(name) && clause.startsWith(name, start));
    if (own !== undefined) start += own.length;
  }
  const label = clause.slice(start).replace(LINK, '').trimEnd();
  if (
    label.length < 2 ||
    label.length > LONGEST_LABEL ||
    !/[\u4e00-\u9fff\u3040-\u30ff]/.test(label) ||
    /中$/.test(label)
  )
    return null;
  const name = label.replace(TOOK_NOTE, '').replace(HAVING, '');
  return {
    text: label,
    start: offset + start,
    end: offset + start + label.length,
    kind: 'names',
    ...(name === label || name.length < 2 ? {} : { name }),
  };
}

/** 在高级管理人员中，女性占比: the group that a share in the next clause is of. */
function withGroup(label: FoundLabel, before: string): FoundLabel {
  const group = /(?:^|[，,；;。])\s*(?:在)([\u4e00-\u9fff]{2,12}?)(?:当)?中[，,]$/.exec(before)?.[1];
  if (group === undefined || !/(?:占比|比例|比重|率)$/.test(label.text)) return label;
  return { ...label, text: `${group}中${label.text}`, name: `${group}${label.text}` };
}

/** The end of a clause that is too long, or that ends in the place of the counting. */
function endOfClause(clause: string, offset: number): FoundLabel | null {
  const whole = clause.replace(LINK, '');
  const time = [...whole.matchAll(/(?:19|20)\d\d\s*年(?:度|末|底)?(?:时|内)?(?:分别)?/g)].at(-1);
  let from = time === undefined ? 0 : time.index + time[0].length;
  if (whole.length - from > KEPT_OF_LONG) from = whole.length - KEPT_OF_LONG;
  const label = whole.slice(from).trim();
  if (label.length < 2 || !/[\u4e00-\u9fff\u3040-\u30ff]{2}/.test(label) || /^(?:人民币|新台币|港币|美元)$/.test(label))
    return null;
  const start = offset + clause.indexOf(label, from);
  return { text: label, start, end: start + label.length, kind: 'counted' };
}

/** `5,975名员工`: the noun after the measure word, which may be a part of a larger whole. */
function nounAfter({ text, sentence, unitEnd }: FigurePlace): FoundLabel | null {
  const match = /^\s*(?:的)?([\u4e00-\u9fff]{2,8})/.exec(text.slice(unitEnd, sentence.end));
  const noun = match?.[1];
  if (match === null || noun === undefined) return null;
  const start = unitEnd + match[0].length - noun.length;
  return { text: noun, start, end: start + noun.length, kind: 'counted' };
}
