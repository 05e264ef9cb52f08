import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { readExample } from '../../../src/engine/example-reading.ts';
import type { Claim, Fact } from '../../../src/model/fact.ts';
import type { Table } from '../../../src/model/table.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeClaim, makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();

function digest(rule: string, reading: ReturnType<typeof makeReading>): string[] {
  const { findings } = check(reading, { ...pack, rules: pack.rules.filter(({ id }) => id === rule) });
  return findings
    .filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ outcome, severity, evidence }) => [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '));
}

/** One row through the years from 2021 on; empty where nothing is printed. */
function row(label: string, at: number, figures: string[], common: Partial<Fact> = {}): Fact[] {
  return figures.flatMap((number, i) =>
    number === '' ? [] : [makeFact({ label, number, row: at, col: i + 1, period: String(2021 + i), ...common })],
  );
}

const PERCENT = { unit: '%', unitRaw: '%' };

describe('rows of growth', () => {
  const rows = (rates: string[]) => [
    ...row('Parcels carried', 1, ['16011', '18204', '21377', '23915']),
    ...row('Vans bought', 2, ['61', '58', '77', '81']),
    ...row('Growth of parcels carried', 3, rates, PERCENT),
  ];
  const rule = 'table-growth-rows-follow';

  it('compares each year with the year before', () => {
    expect(digest(rule, makeReading({ facts: rows(['', '13.70', '17.43', '11.87']) }))).toEqual([
      'pass error 13.70 16011 18204',
      'pass error 17.43 18204 21377',
      'pass error 11.87 21377 23915',
    ]);
  });

  it('finds a lone change of few digits by a full name and both years, in another table', () => {
    const facts = (label: string) => [
      ...row('River parcels carried', 1, ['', '', '45407476', '45190276']),
      ...row(label, 1, ['', '', '', '-0.5'], { ...PERCENT, tableId: 't2' }),
    ];
    expect(digest(rule, makeReading({ facts: facts('Change of river parcels carried, 2024 vs 2023') }))).toEqual([
      'pass error -0.5 45407476 45190276',
    ]);
    expect(digest(rule, makeReading({ facts: facts('Change of parcels sold, 2024 vs 2023') }))).toEqual([]);
  });

  it('calls the year that misses an error where others fit', () => {
    expect(digest(rule, makeReading({ facts: rows(['', '13.70', '17.43', '11.78']) }))[0]).toBe(
      'fail error 11.78 21377 23915',
    );
  });

  it('is silent where one fit stands against many misses', () => {
    expect(digest(rule, makeReading({ facts: rows(['', '13.70', '2.1', '3.3']) }))).toEqual([]);
  });
});

describe('columns of changes', () => {
  const columns = (changes: string[]) =>
    [
      ['Parcels', '21377', '23915'],
      ['Boxes', '3118', '3402'],
      ['Letters', '8204', '7716'],
    ].flatMap(([label, before, after], i) => [
      makeFact({ label: label!, number: after!, row: i, col: 1, period: '2024' }),
      makeFact({ label: label!, number: before!, row: i, col: 2, period: '2023' }),
      makeFact({ label: label!, number: changes[i]!, row: i, col: 3, period: '2024', boundary: 'Change', ...PERCENT }),
    ]);
  const rule = 'table-growth-columns-follow';

  it('finds the two columns whichever comes first', () => {
    expect(digest(rule, makeReading({ facts: columns(['11.87', '9.11', '-5.95']) }))).toHaveLength(3);
  });

  it('minds the sign where one is printed', () => {
    expect(digest(rule, makeReading({ facts: columns(['11.87', '-9.11', '-5.95']) }))[0]).toMatch(
      /^fail warning -9\.11/,
    );
  });

  it('compares sizes where falls have lost their sign', () => {
    expect(digest(rule, makeReading({ facts: columns(['11.87', '9.11', '5.95']) }))).toHaveLength(3);
  });
});

describe('growth in running text', () => {
  const rule = 'text-growth-follows';
  const say = (...text: string[]) => digest(rule, readExample({ text, expect: 'pass' }, pack));

  it('minds which way the sentence goes', () => {
    expect(say('We used 59,741 MWh in 2024, a 12.9% decrease compared to 2023 (68,594 MWh).')).toHaveLength(1);
    expect(say('We used 59,741 MWh in 2024, a 12.9% increase compared to 2023 (68,594 MWh).')).toEqual([]);
  });

  it('reads on over blocks that a raised figure tears apart', () => {
    expect(say('We used 59,741 MWh in 2024, a 12.9%', '3', 'decrease compared to 2023 (68,594 MWh).')).toHaveLength(1);
  });

  it('holds a claim of a cell against the row it names', () => {
    const claim: Claim = makeClaim({
      raw: 'River parcels carried at night rose by 11.9%',
      subject: 'River parcels carried at night',
      direction: 'up',
      magnitude: '11.9',
      magnitudeRaw: '11.9%',
      magnitudeKind: 'percent',
    });
    const facts = row('River parcels carried at night', 1, ['', '', '21377', '23915']);
    expect(digest(rule, makeReading({ facts, claims: [claim] }))).toEqual(['pass warning 11.9% 21377 23915']);
  });

  /** A sentence in a cell beside the rows, whose figure was read as one of running text. */
  const remark = (text: string, raw: string, facts: Fact[]) => {
    const box: [number, number, number, number] = [300, 0, 310, 10];
    const figure = { label: '', tableId: null, row: null, col: null, source: 'text' as const, ...PERCENT };
    const cell = { row: 1, col: 5, rowSpan: 1, colSpan: 1, text, lines: [], box, header: false };
    const table = { id: 't1', page: 1, box, caption: null, continues: null, rows: 2, cols: 6, cells: [cell] };
    const fact = makeFact({ number: raw.replace('%', ''), raw, box, ...figure });
    return makeReading({ facts: [...facts, fact], tables: [table as unknown as Table] });
  };

  it('reads sentences that stand in a cell', () => {
    const facts = row('River parcels carried at night', 1, ['', '', '21377', '23915']);
    expect(digest(rule, remark('River parcels carried at night rose by 11.9%', '11.9%', facts))).toEqual([
      'pass warning 11.9% 21377 23915',
    ]);
  });

  it('finds the fall of an intensity, which no percentage of points is', () => {
    const facts = row('River parcel intensity', 1, ['', '', '274.47', '186.63'], { unit: 't/CNY', unitRaw: 't/元' });
    const said = 'River parcel intensity fell by 32%';
    expect(digest(rule, remark(said, '32%', facts))).toEqual(['pass warning 32% 274.47 186.63']);
    const shares = row('River parcel share', 1, ['', '', '27.5', '18.7'], PERCENT);
    expect(digest(rule, remark('River parcel share fell by 32%', '32%', shares))).toEqual([]);
  });

  it('knows a row by another name of its metric', () => {
    const facts = row('Taken from rivers', 1, ['', '', '21377', '23915'], { metric: 'water.withdrawal', unit: 'm3' });
    expect(digest(rule, remark('Our water withdrawal rose by 11.87%', '11.87%', facts))).toHaveLength(1);
  });
});

describe('a change in running text that one slip sets apart', () => {
  const rule = 'text-growth-follows';
  const claim = (magnitude: string, raw = `River parcels carried at night rose by ${magnitude}%`): Claim =>
    makeClaim({ raw, magnitude, magnitudeRaw: `${magnitude}%`, magnitudeKind: 'percent', direction: 'up' });
  const told = (claims: Claim[], figures: string[]) =>
    digest(rule, makeReading({ facts: row('River parcels carried at night', 1, ['', '', ...figures]), claims }));

  it('is wrong by a digit or a swap of the percentage', () => {
    expect(told([claim('11.87')], ['21377', '23915'])).toEqual(['pass warning 11.87% 21377 23915']);
    expect(told([claim('11.78')], ['21377', '23915'])).toEqual(['fail warning 11.78% 21377 23915']);
    expect(told([claim('17.87')], ['21377', '23915'])).toEqual(['fail warning 17.87% 21377 23915']);
  });

  it('is wrong where the figures of the two years are exchanged', () => {
    expect(told([claim('11.87')], ['23915', '21377'])).toEqual(['fail warning 11.87% 23915 21377']);
  });

  it('is wrong by a digit of the figures', () => {
    expect(told([claim('11.87')], ['21377', '28915'])).toEqual(['fail warning 11.87% 21377 28915']);
  });

  it('is of something else where no one slip explains it', () => {
    expect(told([claim('14.23')], ['21377', '23915'])).toEqual([]);
  });
});

describe('cumulative figures', () => {
  const rule = 'running-totals-roll-forward';
  const total = row('Cumulative trees planted', 1, ['', '18204', '21377', '23915']);

  it('grow by a row of their table', () => {
    const facts = [...total, ...row('Trees planted', 4, ['', '', '3173', '2538'])];
    expect(digest(rule, makeReading({ facts }))).toEqual([
      'pass warning 3173 18204 21377',
      'pass warning 2538 21377 23915',
    ]);
  });

  it('grow by an amount of running text that names the same', () => {
    const told = makeFact({
      label: 'trees planted',
      number: '2538',
      source: 'text',
      tableId: null,
      row: null,
      col: null,
    });
    expect(digest(rule, makeReading({ facts: [...total, told] }))).toEqual(['pass warning 2538 21377 23915']);
  });

  it('must say that they are', () => {
    const facts = [...row('Trees', 1, ['', '18204', '21377']), ...row('Trees planted', 2, ['', '', '3173'])];
    expect(digest(rule, makeReading({ facts }))).toEqual([]);
  });
});
