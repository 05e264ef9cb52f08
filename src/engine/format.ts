import type Big from 'big.js';
import type { Message } from '../model/rule.ts';
import { countDecimals, Exact } from './interval.ts';
import type { Quantity } from './quantity.ts';

/** U+2212: a hyphen is not a sign. */
const MINUS = '−';

/** Decimals shown for a computed share or change when nothing printed sets them: enough to see two printed figures differ. */
export const DERIVED_DECIMALS = 2;

/** Decimal string → the same with thousands separators and a true minus sign; never an exponent. */
export function formatNumber(number: string): string {
  const plain = /e/i.test(number) ? new Exact(number).toFixed() : number;
  const [, sign, whole, rest] = /^([-−+]?)(\d*)(.*)$/.exec(plain) ?? ['', '', '', plain];
  const grouped = (whole ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign === '-' || sign === MINUS ? MINUS : ''}${grouped}${rest ?? ''}`;
}

/** Value → text with this many decimals, trailing zeros of a computed surplus kept as an auditor prints them. */
export function formatValue(value: Big, decimals: number): string {
  return formatNumber(new Exact(value).toFixed(decimals));
}

/** Quantity → its figure with unit, as printed: `11.58 万m³`, `57.64%`, `over 97%`. */
export function formatQuantity(quantity: Quantity): Message {
  const { number, upper, qualifier } = quantity.fact;
  const unit = formatUnit(quantity);
  const figure = upper === null ? formatNumber(number) : `${formatNumber(number)}–${formatNumber(upper)}`;
  const words = qualifier === null ? { en: '', zh: '' } : QUALIFIER_WORDS[qualifier];
  return { en: `${words.en}${figure}${unit}`, zh: `${words.zh}${figure}${unit}` };
}

const QUALIFIER_WORDS: Record<NonNullable<Quantity['fact']['qualifier']>, Message> = {
  over: { en: 'over ', zh: '超过' },
  atLeast: { en: 'at least ', zh: '不低于' },
  under: { en: 'under ', zh: '低于' },
  atMost: { en: 'at most ', zh: '不超过' },
  about: { en: 'about ', zh: '约' },
};

/** Unit as printed, with its scale word, ready to stand after a number: ` t`, `%`, ` 亿元`, empty when there is none. */
export function formatUnit({ fact }: Quantity): string {
  const unit = (fact.unitRaw ?? fact.unit ?? '').replace(/\s+/g, ' ').replace(LOOSE_INDEX, '$1').trim();
  const word = fact.scale === '1' ? '' : (TAIL_WORD.exec(fact.raw)?.[0].trim() ?? '');
  const printed =
    word === '' || unit.includes(word) ? unit : word.includes(unit) ? word : `${word}${spaceAfter(word)}${unit}`;
  if (printed === '') return '';
  if (/^\d/.test(printed)) return ` × ${printed}`;
  return printed === '%' || printed === '％' ? '%' : ` ${printed}`;
}

/** An index figure that the PDF sets apart: `tCO ₂ e`. */
const LOOSE_INDEX = / ?([₀-₉²³]) ?/g;

/** Words after the last digit of a figure: the scale that it carries itself, such as `million` or 亿. */
const TAIL_WORD = /(?<=\d)[^\d]*$/;

/** Latin words stand apart, ideographs do not. */
function spaceAfter(word: string): string {
  return /[A-Za-z]$/.test(word) ? ' ' : '';
}

/** Decimals printed in the most precise of these figures, each counted in `unit`'s printed unit. */
export function decimalsFor(quantities: readonly Quantity[], unit: Quantity): number {
  let most = 0;
  for (const { fact, perPrinted } of quantities) {
    const step = new Exact(perPrinted).times(`1e-${countDecimals(fact.number)}`).div(unit.perPrinted);
    most = Math.max(most, -exponentOf(step));
  }
  return Math.min(most, MOST_DECIMALS);
}

/** A sum in a coarser unit than its parts would otherwise show a tail of digits that nobody reads. */
const MOST_DECIMALS = 6;

function exponentOf(value: Big): number {
  return value.eq(0) ? 0 : Number(value.toExponential().split('e')[1]);
}

/** Base-unit value → text in the printed unit of `unit`, with its unit. */
export function formatIn(value: Big, unit: Quantity, decimals: number): string {
  return `${formatValue(new Exact(value).div(unit.perPrinted), decimals)}${formatUnit(unit)}`;
}

/** Pages → `page 12`, `pages 12 and 14`; 第12页, 第12、14页. */
export function formatPages(pages: readonly number[]): Message {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const list = joinEnglish(sorted.map(String));
  return { en: `${sorted.length > 1 ? 'pages' : 'page'} ${list}`, zh: `第${sorted.join('、')}页` };
}

/** Words → `a`, `a and b`, `a, b and c`. */
export function joinEnglish(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Messages → one message with the parts joined as a list in each language. */
export function joinMessages(messages: readonly Message[]): Message {
  return { en: joinEnglish(messages.map((m) => m.en)), zh: messages.map((m) => m.zh).join('、') };
}

/** The same words in both languages. */
export function sameInBoth(text: string): Message {
  return { en: text, zh: text };
}

/** Label of a figure for reading: one line, no surplus spaces, cut at a length that a sentence can carry. */
export function formatLabel(label: string): string {
  const line = label.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
}

/** Longer labels hide the figure that they name. */
const LONGEST_LABEL = 80;
