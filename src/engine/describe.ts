import type { Message } from '../model/rule.ts';
import { formatLabel, formatPages, formatQuantity } from './format.ts';
import type { CheckContext } from './kind.ts';
import type { Quantity } from './quantity.ts';

/** Figure → `Total emissions 11,746.63 tCO2e (page 34)`. */
export function describeFigure(quantity: Quantity): Message {
  const label = formatLabel(quantity.fact.label);
  const figure = formatQuantity(quantity);
  const page = formatPages([quantity.fact.page]);
  return {
    en: `${label === '' ? '' : `${label} `}${figure.en} (${page.en})`,
    zh: `${label === '' ? '' : `${label} `}${figure.zh}（${page.zh}）`,
  };
}

/** Figure without its label → `11,746.63 tCO2e (page 34)`. */
export function describePlace(quantity: Quantity): Message {
  const figure = formatQuantity(quantity);
  const page = formatPages([quantity.fact.page]);
  return { en: `${figure.en} (${page.en})`, zh: `${figure.zh}（${page.zh}）` };
}

/** The vocabulary is in small letters; these are never written so. */
const ABBREVIATIONS = /\b(?:r&d|ghg|co2|esg|pue|vocs?|cod|nox|sox|pm|lng|lpg|ohs|ltir|trir|ceo|ccer)\b/g;

/** Id of a metric → its first name in each language; the id when the vocabulary lacks it. */
export function nameMetric(id: string, context: CheckContext): Message {
  const metric = context.metrics.get(id);
  const en = (metric?.en[0] ?? id).replace(ABBREVIATIONS, (word) => word.toUpperCase());
  return { en, zh: metric?.zh[0] ?? en };
}

/** Figure → what a finding about it is called: its metric (its label when it has none) and its period. */
export function subjectOf({ fact }: Quantity, context: CheckContext): { subject: Message; period: Message } {
  const label = formatLabel(fact.label);
  return {
    subject: fact.metric === null ? { en: label, zh: label } : nameMetric(fact.metric, context),
    period: describePeriod(fact.period),
  };
}

/** Period → words: `2024`; `2023-04-01 to 2024-03-31`. */
export function describePeriod(period: string | null): Message {
  if (period === null) return { en: 'an unnamed period', zh: '未注明期间' };
  return { en: period.replace('/', ' to '), zh: period.includes('/') ? period.replace('/', '至') : nameYear(period) };
}

function nameYear(period: string): string {
  return /^\d{4}$/.test(period) ? `${period}年` : period;
}

/** Doubt that belongs to every “cannot tell” of a report with pages that could not be read; none otherwise. */
export function unreadDoubts(context: CheckContext): string[] {
  const pages = context.reading.document.unreadPages;
  if (pages.length === 0) return [];
  return [`What is missing may stand on pages without readable text (${formatPages(pages).en}).`];
}
