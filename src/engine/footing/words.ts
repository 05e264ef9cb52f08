/** How plainly a label says that its figures sum up others: not at all, as one word among others, or as all that it says. */
export type TotalWord = 'none' | 'named' | 'bare';

const BARE_TOTAL =
  /^(?:the |grand |sub-?\s?|group |company |overall |annual )?(?:total|sum|overall|all|aggregate)(?: (?:number|amount|value|figure|group|company|overall|of all|consolidated))?$|^(?:合[计計]|[总總][计計]|小[计計]|共[计計]|[总總][数數量额額和]|全部|[总總])$/i;
const NAMED_TOTAL =
  /\b(?:sub-?totals?|(?<!\b(?:of|per|to) (?:the )?)totals?|sum of|overall|aggregated?|combined|gross)\b|[总總](?!经理|經理|裁|部|监|監|干事|会计师|會計師|公司|行|店|局|署|统|統|务|務|书|書|编|編|结|結|则|則|领|領)|合[计計]|小[计計]|共[计計]|汇总|彙總|計$|scopes? ?1[^a-z]{0,3}(?:\+|and|&|,) ?(?:scope )?2|[类類范範][别別围圍疇][一1].{0,3}[+＋和与與及、].{0,5}[二2]/i;

/** Notes, units and brackets around the words of a label. */
const SURROUNDINGS = /[（(【[][^）)】\]]*[）)】\]]|[\d*†‡:：]+/g;

/** Label → how plainly it names a total. */
export function readTotalWord(label: string): TotalWord {
  const bare = label.replace(SURROUNDINGS, ' ').replace(/\s+/g, ' ').trim();
  if (BARE_TOTAL.test(bare)) return 'bare';
  return NAMED_TOTAL.test(label) ? 'named' : 'none';
}

const PART_OF = /^\W*(?:of which|thereof|including|incl\.|其中|当中|當中|うち|davon)/i;

/** Label → does it introduce a part of the row above? */
export function namesPart(label: string): boolean {
  return PART_OF.test(label);
}

const NOT_ADDITIVE =
  /\b(?:averages?|avg|mean|median|intensit(?:y|ies)|ratios?|rates?|per|index|indices|score|density|normali[sz]ed|efficiency|frequency|severity|factor|price|level|target|baseline)\b|平均|人均|强度|強度|密度|比率|比例|系数|係數|指数|指數|每[^日年月周个個]|率(?:$|[（(\s])|目标|目標|同比|增幅|增长率|原単位/i;

/** Label → do its figures say how much for each of something, so that they never add up? */
export function namesRate(label: string): boolean {
  return NOT_ADDITIVE.test(label);
}

const BALANCE =
  /^(?:减|減|less\b|minus\b|deduct)|期初|期末|年初|年末|余额|餘額|减少|減少|转回|轉回|\b(?:opening|closing|beginning|ending)\b|\bbalance (?:at|as)\b/i;

/** Label → a balance, or what is taken away from one? Its column moves from one balance to the next, and does not add up. */
export function isBalance(label: string): boolean {
  return BALANCE.test(label);
}

const REMAINDER =
  /^\W*(?:\d\)\s*)?(?:all )?(?:others?\b|miscellaneous|remaining|not? (?:specified|disclosed))|^其[他它]|^その他/i;

/** Label → does it name what is left over when the other parts are named? */
export function namesRemainder(label: string): boolean {
  return REMAINDER.test(label);
}
