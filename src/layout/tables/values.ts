/** A cell that holds a value rather than words: a figure with or without a unit, a dash, a tick, `N/A`. */
const VALUE =
  /^(?:[<>≤≥~≈±+\-−–—(（]*\s*(?:over|about|under|约|超过|近|逾)?\s*(?:[A-Z]{0,3}[$€£¥￥₩₹]|[A-Z]{3}(?=\s?\d)|R(?=\s?\d))?\s*[\d０-９][\d０-９.,，'’\s]*(?:%|％|‰)?\s*[)）]?[*†‡]?|[-−–—]+|[√✓✔●○•]|n\/?a\.?|n\.a\.|nil|none|not (?:reported|available|applicable|disclosed)|不适用|不適用|无|無)$/i;

/** A figure followed by a short unit: `0.43 tons`, `80,852吨`, `85.7 分`. */
const MEASURED =
  /^[<>≤≥~≈(]?\s*(?:over|about|约|超过)?\s*(?:[A-Z]{0,3}[$€£¥￥₩₹]|[A-Z]{3}(?=\s?\d)|R(?=\s?\d))?\s*[\d０-９][\d０-９.,，'’\s]*\s?[\p{L}%％$€£¥₂²³/·.()（）\s\d-]{0,40}$/u;

/** Codes of standards (`305-1`, `2-4/2-23`) and clauses (`1.2.3`) look like figures and are none. */
const CODES = /^\d{1,3}[-–]\d{1,2}(?:\s?[/,、;，]|$)|^\d+\.\d+\.\d+/;

/** `1) Injury rate`, `2. Steel`: a mark or an ordinal before words. */
const ORDINAL = /^[(（]?\d{1,2}[)）.、]\s?\p{L}/u;

/** Dates: a day or a month is no figure. */
const DATE =
  /\d\s*(?:月|日)|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b.*\d|\d.*\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/i;

/** Whether a cell's text is a value: number, number with unit, dash or an admission that there is none. */
export function isValue(text: string): boolean {
  const t = text.trim();
  if (CODES.test(t) || DATE.test(t) || ORDINAL.test(t)) return false;
  return VALUE.test(t) || (/\d/.test(t) && t.length <= 48 && MEASURED.test(t) && !isPeriodHead(t));
}

/** Whether a cell's text is a number with nothing else but signs, separators and a percent sign. */
export function isBareNumber(text: string): boolean {
  return /\d/.test(text) && VALUE.test(text.trim());
}

/** Whether a cell names a year or another period: the head of a value column. */
export function isPeriodHead(text: string): boolean {
  const t = text.trim();
  return (
    /^(?:fy\s?|cy\s?|(?:fiscal |financial |reporting )?year\s?)?'?(?:19|20)\d{2}(?:\s?[-/–]\s?(?:\d{2}|\d{4}))?\s?(?:年度?|财年|fy|data|数据|數據|h[12]|q[1-4])?[*#¹²³]?$/i.test(
      t,
    ) || /^fy\s?'?\d{2}(?:\s?[-/–]\s?\d{2})?$/i.test(t)
  );
}
