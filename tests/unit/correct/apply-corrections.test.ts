import { expect, test } from 'vitest';
import { applyCorrections } from '../../../src/correct/apply-corrections.ts';
import { listNames, nameFigure } from '../../../src/correct/name-figure.ts';
import type { CorrectedFields, Correction } from '../../../src/model/correction.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { makeFact, makeReading } from '../engine/make-reading.ts';

const noon = '2025-03-04T12:00:00.000Z';
const facts = [
  makeFact({ number: '1202', label: 'Diesel', unit: 'MWh', unitRaw: 'MWh', doubts: ['no unit confirms the metric'] }),
  makeFact({ number: '7', label: 'Petrol' }),
];
const names = listNames(makeReading({ facts }));

function correct(fact: Fact, fields: CorrectedFields, id = 'c1', changed = noon): Correction {
  return { id, figure: nameFigure(fact, names), fields, changed };
}

test('a corrected figure keeps its place and print, says what it was, and is doubted no more', () => {
  const fields: CorrectedFields = {
    number: { number: '1.202', qualifier: 'about', upper: null },
    unit: { unit: 'kWh', scale: '1000', raw: "'000 kWh" },
    metric: 'energy.diesel',
  };
  const reading = applyCorrections(makeReading({ facts }), [correct(facts[0]!, fields)]);
  const [diesel, petrol] = reading.facts;
  expect(diesel).toMatchObject({
    ...{ id: facts[0]!.id, page: 1, box: facts[0]!.box, raw: '1202', label: 'Diesel', period: '2024' },
    ...{ number: '1.202', qualifier: 'about', unit: 'kWh', unitRaw: "'000 kWh", scale: '1000' },
    ...{ metric: 'energy.diesel', metricScore: 1, doubts: [] },
    provenance: { unit: { from: 'reviewer', text: "'000 kWh" } },
    corrected: {
      at: noon,
      was: { number: '1202', qualifier: null, unit: 'MWh', unitRaw: 'MWh', scale: '1', metric: null },
    },
  });
  expect(diesel!.corrected!.was).not.toHaveProperty('label');
  expect(petrol).toBe(facts[1]);
  expect(reading.corrections).toMatchObject([{ was: facts[0], unapplied: null }]);
});

test('what is no figure is gone, and the reading before is untouched', () => {
  const before = makeReading({ facts });
  expect(applyCorrections(before, [correct(facts[0]!, { isFigure: false })]).facts).toEqual([facts[1]]);
  expect(before.facts).toHaveLength(2);
});

test('a number is put right only where the same print stands; a unit also where the next draft prints another', () => {
  const next = makeReading({ facts: [{ ...facts[0]!, raw: '1240', number: '1240' }] });
  const number = correct(facts[0]!, { number: { number: '1', qualifier: null, upper: null } });
  const unit = correct(facts[0]!, { unit: { unit: 'kWh', scale: '1', raw: 'kWh' } });
  expect(applyCorrections(next, [number])).toMatchObject({
    facts: next.facts,
    corrections: [{ unapplied: 'changed' }],
  });
  expect(applyCorrections(next, [unit]).facts).toMatchObject([{ number: '1240', unit: 'kWh' }]);
});

test('a correction whose figure is gone is told of', () => {
  const reading = applyCorrections(makeReading({ facts: [facts[1]!] }), [correct(facts[0]!, { label: 'x' })]);
  expect(reading.corrections).toMatchObject([{ was: null, unapplied: 'missing' }]);
});

test('of two corrections of one figure the later counts, and without any nothing is said of them', () => {
  const late = correct(facts[1]!, { label: 'late' }, 'c2', '2025-03-05T12:00:00.000Z');
  const early = correct(facts[1]!, { label: 'early' });
  expect(applyCorrections(makeReading({ facts }), [late, early]).facts[1]!.label).toBe('late');
  expect(applyCorrections(makeReading({ facts }), [])).toEqual(makeReading({ facts }));
});
