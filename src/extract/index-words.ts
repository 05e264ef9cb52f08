/** Heads of the columns that say where something is reported, what is said instead, or why it is left out. */
export const LOCATION_HEAD =
  /\b(?:pages?|locations?|sections?|chapters?|references?|where|links?|responses?|disclosed in|contents?|comments?|notes?|remarks?|omissions?|reasons?|explanations?|answers?)\b|页码|頁碼|頁次|章节|章節|位置|索引|对应|對應|所在|目录|目錄|披露|说明|說明|回應|備註|备注|該当|ページ|掲載/i;

/** Heads of the columns that name what is reported. */
export const TITLE_HEAD =
  /\b(?:titles?|disclosures?|descriptions?|topics?|contents?|indicators?|metrics?)\b|披露项|披露項|内容|內容|议题|議題|指标|指標|标题|標題|項目/i;

/** Heads of the columns that give reasons for leaving something out. */
export const OMISSION_HEAD = /\bomi(?:ssions?|tted)\b|\breasons?\b|\bexplanations?\b|省略|从略|從略/i;

/** Words that call a page or a table an index of a standard. */
export const INDEX_TITLE =
  /\b(?:content index|disclosure index|(?:gri|sasb|tcfd|ifrs s2|esrs|esg|hkex|csrd)\b.{0,40}\b(?:index|table|response|references?|standards?)|(?:index|reference table|cross-reference)s?\b.{0,40}\b(?:gri|sasb|tcfd|ifrs s2|esrs|esg|hkex)|report index)\b|内容索引|內容索引|报告索引|報告索引|指标索引|指標索引|对标|對標|对照|對照|索引表/i;

/** Is there more than a mark or a bullet? */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A head, alone in its line or cell, over codes; and one over places. */
export const CODE_HEAD =
  /^(?:(?:gri|sasb|esrs)\s*)?(?:disclosures?|standards?|std\.?|codes?|indicators?|metrics?|no\.?|numbers?)(?:\s*(?:titles?|numbers?|no\.?|codes?))?$|^(?:披露项|披露項|指标|指標|编号|編號|准则|準則|項目)$/i;
export const PLACE_HEAD =
  /^(?:pages?|locations?|sections?|chapters?|references?|responses?|links?|disclosures? location|page (?:no\.?|numbers?|references?)|location of disclosure.*|where to find.*)$|^(?:页码|頁碼|頁次|章节|章節|位置|对应章节|對應章節|該当ページ|掲載箇所)$/i;
