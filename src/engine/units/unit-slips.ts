import type { Evidence } from '../../model/finding.ts';
import type { Reading } from '../../model/report.ts';
import { groupBy, pushTo } from '../fact-index.ts';
import { factEvidence } from '../finding.ts';
import type { CheckContext } from '../kind.ts';
import type { Passage } from '../passages.ts';
import { listPassages, quoteAround, quotePassage } from '../passages.ts';
import type { Quantity } from '../quantity.ts';

/** A unit that is wrong as printed. */
export interface UnitSlip {
  /** The figures concerned, in words. */
  figure: string;
  /** Unit as printed. */
  unit: string;
  /** What is meant; empty when it is not known. */
  expected: string;
  evidence: Evidence[];
}

/** How many places were looked at, the first of them, and what is wrong. */
export interface UnitLook {
  count: number;
  sample: Evidence | null;
  slips: UnitSlip[];
}

/** Rates of accidents, which count cases to hours worked. */
const ACCIDENT_RATE =
  /\b(?:frequency|incident|accident|severity) rate\b|\b(?:LTIFR?|TRIFR?|TRIR|LTIR|AFR|ASR)\b|百万工时|百萬工時|伤害频率|傷害頻率|事故频率|失能伤害|失能傷害/i;
/** A note that tells of those hours. */
const PER_HOURS = /1[, ]?000[, ]?000|200[, ]?000|million (?:working |work |man-?)?hours|百万工时|百萬工時/i;

/** Context → rates of accidents in per cent, on a page that counts them to so many hours. */
export function findRatesInPercent({ reading, index }: CheckContext): UnitLook {
  const rates = index.all.filter(({ table, fact }) => table !== null && ACCIDENT_RATE.test(fact.label));
  const wrong = groupBy(
    rates.filter(({ fact }) => fact.unit === '%'),
    ({ fact }) => `${fact.tableId} ${fact.row}`,
  );
  const slips = [...wrong.values()].flatMap((row): UnitSlip[] => {
    const { page, label } = row[0]!.fact;
    const note = listPassages(reading).find(
      (passage) =>
        passage.page === page &&
        passage.kind !== 'cell' &&
        PER_HOURS.test(passage.text) &&
        sharesName(label, passage.text),
    );
    if (note === undefined) return [];
    const at = PER_HOURS.exec(note.text)!;
    const start = Math.max(0, note.text.lastIndexOf(' ', Math.max(0, at.index - 2)));
    return [
      {
        figure: `“${label}” ${row.map(({ fact }) => fact.raw).join(', ')}`,
        unit: row[0]!.fact.unitRaw ?? '%',
        expected: at[0],
        evidence: [
          ...row.map(({ fact }) => factEvidence(fact, 'value')),
          quotePassage(note, 'note', start, at.index + at[0].length),
        ],
      },
    ];
  });
  return { count: rates.length, sample: sampleOf(rates), slips };
}

/** Do a label and a note name the same rate? */
function sharesName(label: string, note: string): boolean {
  const name = ACCIDENT_RATE.exec(label)?.[0].toLowerCase();
  return name !== undefined && note.toLowerCase().includes(name);
}

/** A figure alone with its unit in a cell. */
const FIGURE_AND_UNIT = /^[\d.,  ]*\d( ?)((?:\p{Lu}|k|m|t)\p{L}{0,3}[\d²³]?)$/u;
/** Cells of the usual sort beside which another one stands out. */
const FEWEST_USUAL = 8;

/** Context → the one cell of a table that sets its unit closer to the figure, or further off, than all others do. */
export function findOddSpacing({ reading }: CheckContext): UnitLook {
  const cells = listPassages(reading).filter(({ kind, text }) => kind === 'cell' && FIGURE_AND_UNIT.test(text.trim()));
  const slips: UnitSlip[] = [];
  for (const same of groupBy(cells, (cell) => `${cell.page} ${unitOf(cell)}`).values()) {
    const [close, apart] = [same.filter((cell) => !isApart(cell)), same.filter(isApart)];
    const [odd, usual] = close.length < apart.length ? [close, apart] : [apart, close];
    if (odd.length !== 1 || usual.length < FEWEST_USUAL) continue;
    slips.push({
      figure: `“${odd[0]!.text}”`,
      unit: unitOf(odd[0]!),
      expected: `“${usual[0]!.text}”`,
      evidence: [quotePassage(odd[0]!, 'value'), quotePassage(usual[0]!, 'other value')],
    });
  }
  return { count: cells.length, sample: cells[0] ? quotePassage(cells[0], 'value') : null, slips };
}

const unitOf = ({ text }: Passage): string => FIGURE_AND_UNIT.exec(text.trim())![2]!;
const isApart = ({ text }: Passage): boolean => FIGURE_AND_UNIT.exec(text.trim())![1] === ' ';

/** An amount in 万 or 亿 right before a word of money, where its currency should stand. */
const BARE_AMOUNT =
  /(?<![\d.,])\d[\d,.]*\s?[万萬亿億](?=(?:利息|收入|营收|營收|营业|營業|净利|淨利|捐款|捐赠|捐贈|贷款|貸款|投资额|投資額|成本|费用|費用|税款|稅款))/gu;

/** Context → amounts of money without a currency: `273万利息收入`. */
export function findBareAmounts({ reading }: CheckContext): UnitLook {
  const passages = listPassages(reading).filter(({ text }) => /[万萬亿億]/.test(text));
  const slips = passages.flatMap((passage) =>
    [...passage.text.matchAll(BARE_AMOUNT)].map((match): UnitSlip => {
      const end = match.index + match[0].length;
      return {
        figure: `“${quoteAround(passage.text, match.index, end)}”`,
        unit: match[0],
        expected: '元',
        evidence: [quotePassage(passage, 'value', match.index, Math.min(passage.text.length, end + WORD_OF_MONEY))],
      };
    }),
  );
  return { count: passages.length, sample: passages[0] ? quotePassage(passages[0], 'text') : null, slips };
}

/** Characters of the word of money that are marked with the amount. */
const WORD_OF_MONEY = 4;

/** `(Unit: t)`, （单位：吨）. */
const CAPTION_UNIT = /[(（](?:unit|单位|單位)\s*[:：]\s*([^)）\d,，、;；/]{1,12}(?:\d[\p{L}]{0,2})?)[)）]/giu;
const MULTIPLE = '(?:1[, ]?000|thousand|million|千|万|萬|百万|百萬)\\s?';
/** A label belongs to the chart below its caption within this many points. */
const CHART_HEIGHT = 120;

/** Context → captions whose unit a label of the same chart prints a thousand times as great. */
export function findOtherMultiples({ reading }: CheckContext): UnitLook {
  const passages = listPassages(reading);
  const captions = passages.flatMap((passage) =>
    [...passage.text.matchAll(CAPTION_UNIT)].map((match) => ({ passage, match, unit: match[1]!.trim() })),
  );
  const byPage = new Map<number, Passage[]>();
  for (const passage of passages) pushTo(byPage, passage.page, passage);
  const slips = captions.flatMap(({ passage, match, unit }): UnitSlip[] => {
    const escaped = unit.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\d.,])${MULTIPLE}${escaped}(?![\\p{L}\\d])`, 'giu');
    const below = byPage.get(passage.page)!.filter((other) => other !== passage && isBelow(other, passage));
    const labels = below.flatMap((other) => [...other.text.matchAll(pattern)].map((found) => ({ other, found })));
    const [label] = labels;
    if (label === undefined) return [];
    const { other, found } = label;
    return [
      {
        figure: `“${match[0]}”`,
        unit,
        expected: found[0],
        evidence: [
          quotePassage(passage, 'unit', match.index, match.index + match[0].length),
          quotePassage(other, 'unit', found.index, found.index + found[0].length),
          ...listFigures(below, reading).map((figure) => quotePassage(figure, 'value')),
        ],
      },
    ];
  });
  return { count: captions.length, sample: captions[0] ? quotePassage(captions[0].passage, 'unit') : null, slips };
}

function isBelow(other: Passage, caption: Passage): boolean {
  const overlaps = other.box[0] < caption.box[2] && other.box[2] > caption.box[0];
  return overlaps && other.box[1] >= caption.box[1] && other.box[1] - caption.box[3] < CHART_HEIGHT;
}

/** Passages of a chart that are nothing but a figure. */
function listFigures(passages: readonly Passage[], { facts }: Reading): Passage[] {
  const printed = new Set(facts.map(({ raw }) => raw.trim()));
  return passages.filter(({ text }) => /^[\d.,]+$/.test(text.trim()) && printed.has(text.trim())).slice(0, 3);
}

function sampleOf(figures: readonly Quantity[]): Evidence | null {
  return figures[0] === undefined ? null : factEvidence(figures[0].fact, 'value');
}
