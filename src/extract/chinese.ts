/**
 * Traditional characters of the field's vocabulary (ESG labels, units, claim words), each followed by its Simplified form.
 * Only one-to-one pairs that are safe in this vocabulary; it is no general converter.
 */
const PAIRS =
  '佔占併并來来傳传傷伤價价兒儿內内別别劃划動动務务勞劳匯汇區区協协參参員员問问嚴严圈圈國国圍围圖图報报場场塵尘壓压壟垄夥伙學学實实審审專专對对層层崗岗幫帮廚厨廢废張张強强後后從从復复態态應应戶户採采揮挥損损擁拥據据敗败數数斷断於于時时書书會会東东棄弃棲栖業业構构標标樣样機机檢检權权歲岁歷历歸归殘残氣气汙污決决洩泄淨净減减準准溝沟溫温滿满潔洁潤润濟济烴烃無无煙烟熱热燒烧營营爭争獨独獲获獻献現现環环產产當当疇畴發发監监碩硕稅税種种稽稽積积競竞節节範范篩筛簽签籤签糾纠約约紅红納纳紙纸紛纷組组結结絡络統统經经綜综綠绿網网線线練练總总績绩織织繳缴罰罚群群職职臨临與与興兴舉举萬万蓋盖處处補补裝装複复規规視视訂订計计訊讯訓训記记訟讼訴诉評评認认誠诚誤误說说談谈請请諾诺證证識识議议護护變变財财貪贪責责費费貼贴賂赂賄贿資资質质賬账購购贈赠軟软轉转辦办迴回進进運运達达違违選选鄉乡銷销錄录鏈链鑑鉴長长開开間间關关險险隱隐雙双離离難难電电項项顆颗題题額额願愿風风餘余驗验體体鮮鲜點点黨党' +
  '億亿噸吨幣币個个臺台灣湾較较顯显著著漲涨幾几倍倍遞递約约維维穩稳擴扩縮缩過过達达將将預预計计與与為为屬属單单位位兩两萬万仟千佰百畝亩頃顷該该這这項项萬万夠够顧顾險险壽寿銀银貸贷債债產产幅幅躍跃趨趋勢势額额噸吨儲储輸输載载燈灯廠厂車车輛辆飛飞運运農农畫画練练課课龍龙類类獎奖齡龄繼继續续級级務务東东華华港港陸陆際际優优劣劣係系僅仅嗎吗聯联繫系術术製制裏里裡里邊边鍋锅爐炉鋼钢鐵铁鋁铝銅铜瀝沥攝摄導导麼么僱雇聽听錯错設设備备訪访談谈誰谁調调論论講讲讀读讓让謝谢豐丰貨货貿贸費费趕赶輕轻適适遠远還还郵邮醫医釋释隨随響响頁页順顺領领頻频願愿飯饭館馆馬马魚鱼雞鸡麥麦齊齐療疗癌癌誘诱傾倾';

const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) SIMPLIFIED.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** Traditional Chinese → Simplified, character by character: the result has the same length, so offsets stay valid. */
export function simplify(text: string): string {
  return text.replace(TRADITIONAL, (char) => SIMPLIFIED.get(char)!);
}
