/**
 * What a reader typed into the page field → the page meant: `12` is the PDF page; `p12`, `iv` or `A-3` is the page that has
 * this number printed on it. Null when there is no such page.
 */
export function pageTyped(typed: string, labels: readonly (string | null)[]): number | null {
  const text = typed.trim();
  if (/^\d+$/.test(text)) return Number(text);
  const wanted = text.replace(/^p\.?\s*(?=\d)/i, '').toLowerCase();
  const found = wanted === '' ? -1 : labels.findIndex((label) => label?.toLowerCase() === wanted);
  return found < 0 ? null : found + 1;
}
