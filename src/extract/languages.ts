import type { Block, Table } from '../model/table.ts';

/** A language is listed when it makes up at least this share of the letters (an ideograph counts as three). */
const MIN_SHARE = 0.1;
const LETTERS_PER_IDEOGRAPH = 3;
/** Characters that only one of the two Chinese scripts uses, all frequent in reports. */
const SIMPLIFIED = /[这为个们来对发会现经过务东关气员产业专环资应体质长报总动场进设计开价门车与类级标减术书节约综]/g;
const TRADITIONAL = /[這為個們來對發會現經過務東關氣員產業專環資應體質長報總動場進設計開價門車與類級標減術書節約綜]/g;
const KANA = /[\u3041-\u30ff]/g;

/** Languages of a document's text, most used first: `en`, `zh-Hans`, `zh-Hant`, `ja`. */
export function findLanguages(blocks: readonly Block[], tables: readonly Table[]): string[] {
  const text = [...blocks.map((b) => b.text), ...tables.flatMap((t) => t.cells.map((c) => c.text))].join('\n');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const latin = count(/[A-Za-z]/g);
  const ideographs = count(/[\u3400-\u9fff]/g);
  const kana = count(KANA);
  const weights: [string, number][] = [['en', latin]];
  if (kana > 0.15 * ideographs) weights.push(['ja', (ideographs + kana) * LETTERS_PER_IDEOGRAPH]);
  else {
    const [hans, hant] = [count(SIMPLIFIED), count(TRADITIONAL)];
    const share = hans + hant === 0 ? 1 : hans / (hans + hant);
    weights.push(['zh-Hans', ideographs * LETTERS_PER_IDEOGRAPH * share]);
    weights.push(['zh-Hant', ideographs * LETTERS_PER_IDEOGRAPH * (1 - share)]);
  }
  const total = weights.reduce((n, [, w]) => n + w, 0) || 1;
  return weights
    .filter(([, w]) => w / total >= MIN_SHARE)
    .sort((a, b) => b[1] - a[1])
    .map(([language]) => language);
}
