import { listNames, nameFigure } from '../../correct/name-figure.ts';
import { readTypedNumber, readTypedPeriod, readTypedUnit, typeNumber } from '../../extract/typed-figure.ts';
import type { TypedContext } from '../../extract/typed-figure.ts';
import type { CorrectedFields, Correction } from '../../model/correction.ts';
import type { Fact } from '../../model/fact.ts';
import type { Report } from '../../model/report.ts';

/** The editor's fields, as typed. */
export interface Typed {
  number: string;
  unit: string;
  label: string;
  period: string;
  metric: string | null;
  isFigure: boolean;
}

export type WrongField = 'number' | 'unit' | 'period';

/** Figure → the fields to be typed over. */
export function typedOf(fact: Fact, context: TypedContext): Typed {
  return {
    number: typeNumber(fact, context),
    unit: fact.unitRaw ?? fact.unit ?? '',
    label: fact.label,
    period: fact.period ?? '',
    metric: fact.metric,
    isFigure: true,
  };
}

/**
 * What was typed over a figure as it was read first, and as it is read now → the correction's fields, empty when nothing differs from the first
 * reading; or the fields that cannot be read.
 */
export function readTyped(
  typed: Typed,
  { first, now }: { first: Fact; now: Fact },
  context: TypedContext,
): { fields: CorrectedFields } | { wrong: WrongField[] } {
  if (!typed.isFigure) return { fields: { isFigure: false } };
  const shown = typedOf(now, context);
  const keeps = (field: 'number' | 'unit' | 'period'): boolean => typed[field].trim() === shown[field].trim();
  const number = keeps('number') ? now : readTypedNumber(typed.number, context);
  const unit = keeps('unit')
    ? { unit: now.unit, scale: now.scale, raw: now.unitRaw }
    : readTypedUnit(typed.unit, first, context);
  const period = keeps('period') ? now.period : readTypedPeriod(typed.period, context);
  const label = typed.label.trim();
  if (number === null || unit === null || period === undefined) {
    const wrong = { number: number === null, unit: unit === null, period: period === undefined };
    return { wrong: (Object.keys(wrong) as WrongField[]).filter((field) => wrong[field]) };
  }
  const { qualifier, upper } = number;
  const otherNumber = number.number !== first.number || qualifier !== first.qualifier || upper !== first.upper;
  const otherUnit = unit.unit !== first.unit || unit.scale !== first.scale || unit.raw !== first.unitRaw;
  return {
    fields: {
      ...(otherNumber ? { number: { number: number.number, qualifier, upper } } : {}),
      ...(otherUnit ? { unit } : {}),
      ...(label === first.label ? {} : { label }),
      ...(period === first.period ? {} : { period }),
      ...(typed.metric === first.metric ? {} : { metric: typed.metric }),
    },
  };
}

/** The fields with the figure that they are about, by its name in the report as it was checked. */
export function makeCorrection(report: Report, first: Fact, fields: CorrectedFields, id: string): Correction {
  return { id, figure: nameFigure(first, listNames(report)), fields, changed: new Date().toISOString() };
}
