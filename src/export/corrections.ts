import type { CorrectionResult, Unapplied } from '../model/correction.ts';
import type { Fact } from '../model/fact.ts';
import type { Language } from './words.ts';

const say: Record<
  Language,
  Record<'number' | 'label' | 'unit' | 'period' | 'metric' | 'none' | 'noFigure' | 'colon', string> &
    Record<'reasons', Record<Unapplied, string>>
> = {
  en: {
    number: 'number',
    label: 'label',
    unit: 'unit',
    period: 'period',
    metric: 'metric',
    none: 'none',
    noFigure: 'no figure',
    colon: ': ',
    reasons: {
      missing: 'not applied, no figure has this name any more',
      ambiguous: 'not applied, several figures have this name',
      changed: 'not applied, the figure is printed differently now',
    },
  },
  zh: {
    number: '数值',
    label: '名称',
    unit: '单位',
    period: '期间',
    metric: '指标',
    none: '无',
    noFigure: '不是数据',
    colon: '：',
    reasons: {
      missing: '未应用，报告中已没有该数据',
      ambiguous: '未应用，有多个数据同名',
      changed: '未应用，该数据的原文已改变',
    },
  },
};

/** Fact → what of its reading a reviewer put right: `number 1202 → 1.202`; empty when nothing. */
export function describeCorrected({ corrected, ...fact }: Fact, language: Language): string {
  if (corrected === undefined) return '';
  const words = say[language];
  const parts = (['number', 'label', 'unit', 'period', 'metric'] as const).flatMap((field) => {
    // A unit is shown as it is printed or typed, where it is at all.
    const key = field === 'unit' ? 'unitRaw' : field;
    if (!(key in corrected.was)) return [];
    return `${words[field]} ${corrected.was[key] || words.none} → ${fact[key] || words.none}`;
  });
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** What became of a correction → the figure it is about, and what it put right or why it was not applied. */
export function describeResult(
  { correction: { figure }, was, unapplied }: CorrectionResult,
  facts: ReadonlyMap<string, Fact>,
  language: Language,
): string {
  const { colon, reasons, noFigure } = say[language];
  const name = [figure.label, figure.period, figure.raw].filter(Boolean).join(language === 'zh' ? '，' : ', ');
  const now = was === null ? undefined : facts.get(was.id);
  const change =
    unapplied !== null ? reasons[unapplied] : now === undefined ? noFigure : describeCorrected(now, language);
  return `${name}${colon}${change}`;
}
