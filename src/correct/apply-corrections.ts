import type { Correction, CorrectionResult } from '../model/correction.ts';
import type { CorrectedField, Fact, Provenance } from '../model/fact.ts';
import type { Reading } from '../model/report.ts';
import { findFigure, listNames } from './name-figure.ts';
import type { Names } from './name-figure.ts';

/**
 * Reading as it was read, and corrections → the corrected reading, which tells what became of each correction. Facts that no correction is about
 * stay the same objects. Of two corrections of one figure the later counts.
 * @param names of the reading's figures, where they are at hand
 * @param correct puts one figure right; a caller that applies corrections again and again hands out the same objects for the same corrections
 */
export function applyCorrections<R extends Reading>(
  reading: R,
  corrections: readonly Correction[],
  names: Names = listNames(reading),
  correct: (fact: Fact, correction: Correction) => Fact[] = correctFact,
): R {
  const results = corrections
    .toSorted((a, b) => a.changed.localeCompare(b.changed))
    .map((correction) => lookUp(correction, names));
  const { corrections: _, ...rest } = reading;
  if (results.length === 0) return { ...rest } as R;
  const latest = new Map(results.map((result) => [result.was?.id, result.correction]));
  const facts = reading.facts.flatMap((fact) => {
    const correction = latest.get(fact.id);
    return correction === undefined ? [fact] : correct(fact, correction);
  });
  return { ...reading, facts, corrections: results };
}

function lookUp(correction: Correction, names: Names): CorrectionResult {
  const found = findFigure(correction.figure, names);
  if (typeof found === 'string') return { correction, was: null, unapplied: found };
  // Another print is another number: to put the old one in its place would falsify it.
  if (correction.fields.number !== undefined && found.raw !== correction.figure.raw)
    return { correction, was: null, unapplied: 'changed' };
  return { correction, was: found, unapplied: null };
}

/** Figure → as the reviewer reads it, without doubts, since he vouches for it; nothing when it is no figure. */
export function correctFact(fact: Fact, { fields, changed }: Pick<Correction, 'fields' | 'changed'>): Fact[] {
  if (fields.isFigure === false) return [];
  const { number, label, unit, period, metric } = fields;
  const put: Partial<Pick<Fact, CorrectedField>> = {
    ...number,
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { unit: unit.unit, unitRaw: unit.raw, scale: unit.scale }),
    ...(period === undefined ? {} : { period }),
    ...(metric === undefined ? {} : { metric }),
  };
  const keys = Object.keys(put) as CorrectedField[];
  const was = Object.fromEntries(keys.map((key) => [key, fact[key]])) as Partial<Pick<Fact, CorrectedField>>;
  const { provenance } = fact;
  const says = (text: string | null | undefined, before: Provenance | null): Provenance | null =>
    text === undefined ? before : { from: 'reviewer', text: text ?? '' };
  return [
    {
      ...fact,
      ...put,
      metricScore: metric === undefined ? fact.metricScore : metric === null ? 0 : 1,
      provenance: {
        label: says(label, provenance.label),
        period: says(period, provenance.period),
        unit: unit === undefined ? provenance.unit : says(unit.raw, provenance.unit),
      },
      doubts: [],
      corrected: { at: changed, was },
    },
  ];
}
