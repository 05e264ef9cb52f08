import type { Claim, Fact } from '../../src/model/fact.ts';
import type { Reading } from '../../src/model/report.ts';

/** The ways in which a figure goes wrong in print. */
export const SLIPS = ['digit', 'digit swap', 'cell swap', 'row swap', 'unit', 'year'] as const;
export type Slip = (typeof SLIPS)[number];

/** An error planted in a reading: its kind, the figures that it changed, and in words what was done. */
export interface Planted {
  slip: Slip;
  reading: Reading;
  /** Ids of the figures that no longer say what was printed. */
  changed: string[];
  words: string;
}

/** A unit is mistaken by a thousand: kWh for MWh, kg for t. */
const UNIT_STEP = 3;

/** Plants one slip at a figure → the reading with it, or null where the figure does not lend itself to that slip. */
export function plant(reading: Reading, fact: Fact, slip: Slip, random: () => number): Planted | null {
  const changes = CHANGES[slip](reading, fact, random);
  if (changes === null || changes.length === 0) return null;
  return {
    slip,
    reading: apply(reading, changes),
    changed: changes.map(({ fact: { id } }) => id),
    words: changes.map(({ fact: { label, raw }, to }) => `${label} ${raw} → ${to.raw ?? `× ${to.scale}`}`).join('; '),
  };
}

/** A figure and the parts of it that are now otherwise. */
interface Change {
  fact: Fact;
  to: Partial<Fact>;
}

const CHANGES: Record<Slip, (reading: Reading, fact: Fact, random: () => number) => Change[] | null> = {
  digit: (_, fact, random) => {
    const places = [...fact.number].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
    const at = places[Math.floor(random() * places.length)]!;
    const others = [...'123456789'].filter((digit) => digit !== fact.number[at]);
    return reprint(fact, splice(fact.number, at, others[Math.floor(random() * others.length)]!));
  },
  'digit swap': (_, fact, random) => {
    const pairs = [...fact.number.matchAll(/(?=(\d)(\d))/g)].filter(
      ([, a, b], i) => a !== b && !(i === 0 && b === '0'),
    );
    const pair = pairs[Math.floor(random() * pairs.length)];
    return pair === undefined ? null : reprint(fact, splice(fact.number, pair.index, pair[2]! + pair[1]!));
  },
  'cell swap': (reading, fact, random) => {
    const beside = neighbours(reading, fact, 'row').filter(({ unit }) => unit === fact.unit);
    const other = beside[Math.floor(random() * beside.length)];
    return other === undefined ? null : exchange(fact, other);
  },
  'row swap': (reading, fact, random) => {
    const away = ({ row }: Fact): number => Math.abs(row! - fact.row!);
    const beside = neighbours(reading, fact, 'col').filter((other) => other.unit === fact.unit && away(other) === 1);
    const other = beside[Math.floor(random() * beside.length)];
    if (other === undefined) return null;
    const row = [fact, ...neighbours(reading, fact, 'row')];
    const otherRow = [other, ...neighbours(reading, other, 'row')];
    return row.flatMap((a) => {
      const b = otherRow.find(({ col }) => col === a.col);
      return b === undefined ? [] : (exchange(a, b) ?? []);
    });
  },
  unit: (reading, fact, random) => {
    if (fact.unit === null || fact.unit === '%') return null;
    const scale = shift(fact.scale, random() < 0.5 ? UNIT_STEP : -UNIT_STEP);
    const whole = fact.provenance.unit?.from === 'cell' || fact.tableId === null;
    const row = whole ? [fact] : [fact, ...neighbours(reading, fact, 'row').filter(({ unit }) => unit === fact.unit)];
    return row.map((figure) => ({ fact: figure, to: { scale } }));
  },
  year: (reading, fact, random) => {
    if (fact.period === null) return null;
    if (fact.tableId === null) {
      const year = Number(fact.period) + (random() < 0.5 ? 1 : -1);
      return Number.isNaN(year) ? null : [{ fact, to: { period: String(year) } }];
    }
    // In a table a figure of the wrong year is last year's, left where it stood.
    const other = neighbours(reading, fact, 'row').find(
      ({ period, unit, boundary }) =>
        period !== null && period !== fact.period && unit === fact.unit && boundary === fact.boundary,
    );
    return other === undefined ? null : reprint(fact, other.number);
  },
};

/** Other figures of the same row, or of the same column. */
function neighbours(reading: Reading, fact: Fact, along: 'row' | 'col'): Fact[] {
  if (fact.tableId === null) return [];
  return reading.facts.filter(
    (other) => other !== fact && other.tableId === fact.tableId && other[along] === fact[along] && other.upper === null,
  );
}

function exchange(a: Fact, b: Fact): Change[] | null {
  const [there, back] = [reprint(a, b.number), reprint(b, a.number)];
  return there === null || back === null ? null : [...there, ...back];
}

/** Figure and another number → the figure with it; null when nothing would change. */
function reprint(fact: Fact, number: string): Change[] | null {
  if (Number(number) === Number(fact.number) || fact.upper !== null) return null;
  return [{ fact, to: { number, raw: putNumber(fact.raw, fact.number, number) } }];
}

/** Print, its number and another → the print with the other; thousands are set with the separator of the print. */
function putNumber(raw: string, number: string, other: string): string {
  const digits = [...number].map((char) => (/\d/.test(char) ? char : '\\D'));
  const match = new RegExp(digits.join('\\D{0,2}?')).exec(raw);
  if (match === null) return other;
  const separator = /\d([,'’   .])\d{3}(?!\d)/.exec(match[0])?.[1] ?? '';
  const [whole, ...decimals] = other.split('.');
  const set = whole!.replace(/\B(?=(?:\d{3})+$)/g, separator);
  return raw.slice(0, match.index) + [set, ...decimals].join('.') + raw.slice(match.index + match[0].length);
}

function splice(text: string, at: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + insert.length);
}

/** Decimal string → ten to the power of `by` times it. */
function shift(scale: string, by: number): string {
  return (Number(scale) * 10 ** by).toPrecision(12).replace(/\.?0+(?=$|e)/, '');
}

/** Reading and changes → the reading as it would be if the changed figures had been printed: figures, cells, paragraphs and claims. */
function apply(reading: Reading, changes: readonly Change[]): Reading {
  const to = new Map(changes.map(({ fact, to: parts }) => [fact.id, parts]));
  const cellOf = ({ tableId, row, col }: Fact): string => `${tableId}|${row}|${col}`;
  const printed = changes.filter(({ to: { raw } }) => raw !== undefined);
  const byCell = new Map(printed.map((change) => [cellOf(change.fact), change]));
  const inText = printed.filter(({ fact }) => fact.source === 'text');
  return {
    ...reading,
    facts: reading.facts.map((fact) => ({ ...fact, ...to.get(fact.id) })),
    tables: reading.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => {
        const change = byCell.get(`${table.id}|${cell.row}|${cell.col}`);
        return change === undefined ? cell : { ...cell, text: cell.text.replace(change.fact.raw, change.to.raw!) };
      }),
    })),
    blocks: reading.blocks.map((block) => {
      const change = inText.find(({ fact }) => fact.page === block.page && covers(block.box, fact.box));
      return change === undefined ? block : { ...block, text: block.text.replace(change.fact.raw, change.to.raw!) };
    }),
    claims: reading.claims.map((claim) => {
      const change = inText.find(({ fact }) => isSizeOf(claim, fact));
      if (change === undefined) return claim;
      const { number, raw } = change.to;
      return { ...claim, magnitude: number!, magnitudeRaw: raw!, raw: claim.raw.replace(change.fact.raw, raw!) };
    }),
  };
}

/** Points by which boxes of one figure may differ. */
const SAME_PLACE = 2;

function covers(outer: readonly number[], inner: readonly number[]): boolean {
  return [0, 1].every((i) => outer[i]! <= inner[i]! + SAME_PLACE && outer[i + 2]! >= inner[i + 2]! - SAME_PLACE);
}

function isSizeOf(claim: Claim, fact: Fact): boolean {
  return claim.page === fact.page && claim.magnitudeBox !== null && covers(claim.magnitudeBox, fact.box);
}
