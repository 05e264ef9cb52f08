import type { CorrectedFields } from '../model/correction.ts';
import type { Fact } from '../model/fact.ts';
import { readCellNumber } from './numbers.ts';
import type { NumberConvention } from './numbers.ts';
import { readPeriod } from './periods.ts';
import type { Units } from './units.ts';
import Big from 'big.js';

/** What a reviewer types is read as a cell of the report is. */
export interface TypedContext {
  units: Units;
  /** How the report groups digits; null when it does not say. */
  convention: NumberConvention | null;
  reportYear: string | null;
}

type NumberField = NonNullable<CorrectedFields['number']>;
type UnitField = NonNullable<CorrectedFields['unit']>;

/** `1,202.5`, `(12)`, `over 97`, `3–5` → the number; null when it is none, or more than one. */
export function readTypedNumber(text: string, { convention }: TypedContext): NumberField | null {
  const reading = readCellNumber(text, convention);
  if (reading === null || text.slice(reading.end).trim() !== '') return null;
  return { number: reading.number, qualifier: reading.qualifier, upper: reading.upper };
}

/**
 * `MWh`, `万吨`, `million CNY` → the unit; nothing typed is no unit; null when it is not known. A scale word that is printed with the figure
 * (`3.1万吨`) goes on to hold.
 */
export function readTypedUnit(text: string, fact: Fact, { units, convention }: TypedContext): UnitField | null {
  const printed = readCellNumber(fact.raw, convention)?.scale ?? '1';
  const raw = text.trim();
  if (raw === '') return { unit: null, scale: printed, raw: null };
  const read = units.read(raw);
  if (read !== null) return { unit: read.unit, scale: Big(read.scale).times(printed).toFixed(), raw };
  return units.info(raw) === null ? null : { unit: raw, scale: printed, raw };
}

/** Periods as figures have them. */
const CANONICAL = /^(?:\d{4}(?:H[12]|Q[1-4]|\/\d{4})?|\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d)$/;

/** `2024`, `FY2023/24`, `2024 H1`, 本年 → the period; nothing typed is none (null); undefined when it is no period. */
export function readTypedPeriod(text: string, { reportYear }: TypedContext): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (CANONICAL.test(typed)) return typed;
  const read = readPeriod(typed, { reportYear });
  return read !== null && read.raw.trim().length === typed.length ? read.period : undefined;
}

/** Figure → its number as it is printed, to be typed over; plainly, where its print says more or is read otherwise. */
export function typeNumber(fact: Fact, context: TypedContext): string {
  const printed = readCellNumber(fact.raw, context.convention);
  const text = printed === null ? '' : fact.raw.slice(printed.qualifierStart, printed.digitsEnd);
  const read = readTypedNumber(text, context);
  const same =
    read !== null && read.number === fact.number && read.qualifier === fact.qualifier && read.upper === fact.upper;
  return same ? text : fact.upper === null ? fact.number : `${fact.number}–${fact.upper}`;
}
