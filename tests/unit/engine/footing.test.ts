import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Table } from '../../../src/model/table.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeFact, makeReading } from './make-reading.ts';

const pack = readRepositoryPack();
const FOOTING = new Set(pack.rules.filter((rule) => rule.check.kind === 'footing').map(({ id }) => id));

/** Rows `label → a figure a year` of one table, from 2022 on; empty where nothing is printed. */
function rows(table: Record<string, string[]>, common: Partial<Fact> = {}): Fact[] {
  return Object.entries(table).flatMap(([label, figures], row) =>
    figures.flatMap((number, col) =>
      number === '' ? [] : [makeFact({ label, number, row, col: col + 1, period: String(2022 + col), ...common })],
    ),
  );
}

function run(facts: Fact[]): Finding[] {
  const { findings } = check(makeReading({ facts }), {
    ...pack,
    rules: pack.rules.filter(({ id }) => FOOTING.has(id)),
  });
  return findings.filter(({ outcome }) => outcome !== 'notApplicable');
}

/** `fail error 10 20`: outcome, severity and the raw of the evidence. */
function digest(facts: Fact[]): string[] {
  return run(facts).map(({ outcome, severity, evidence }) =>
    [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '),
  );
}

describe('rows', () => {
  it('finds a total that no word names, before its parts and after them', () => {
    const before = rows({ Wood: ['5310', '5718'], Oak: ['1204', '1502'], Pine: ['4106', '4216'] });
    expect(digest(before)).toEqual(['pass error 5310 1204 4106', 'pass error 5718 1502 4216']);
    const after = rows({ Oak: ['1204', '1502'], Pine: ['4106', '4216'], Wood: ['5310', '5718'] });
    expect(digest(after)).toEqual(['pass error 5310 1204 4106', 'pass error 5718 1502 4216']);
  });

  it('calls the one year an error in which rows do not add up that do in the others', () => {
    const facts = rows({
      Oak: ['1204', '1502', '1377'],
      Pine: ['4106', '4216', '4004'],
      Wood: ['5310', '5718', '5831'],
    });
    expect(digest(facts)).toContain('fail error 5831 1377 4004');
    expect(run(facts)[0]!.message).toContain('The same rows add up in 2022 and 2023.');
  });

  it('finds a total of few digits by labels that its parts make up', () => {
    const composed = rows({
      'Timber sold': ['113'],
      'Timber given away': ['613'],
      'Timber sold and given away': ['726'],
    });
    expect(digest(composed)).toEqual(['pass error 726 113 613']);
    const unnamed = rows({ 'Timber sold': ['113'], 'Timber given away': ['613'], 'Beams and poles': ['726'] });
    expect(digest(unnamed)).toEqual([]);
  });

  it('finds a total of two that leave nothing over', () => {
    const waste = rows({ 'Treated timber': ['78'], 'Non-treated timber': ['726'], Timber: ['804'] });
    expect(digest(waste)).toEqual(['pass error 804 78 726']);
    const others = rows({ 'Treated timber': ['78'], 'Non-treated sewage': ['726'], Timber: ['804'] });
    expect(digest(others)).toEqual([]);
  });

  it('takes a total that equals its one part in other years for that of both', () => {
    const facts = rows({ Bought: ['50', '51', '37'], Made: ['', '', '15.7'], 'Total power': ['50', '51', '52.7'] });
    const dash = (col: number) => ({ row: 1, col, rowSpan: 1, colSpan: 1, text: '--', lines: [], header: false });
    const cells = [1, 2].map((col) => ({ ...dash(col), box: [0, 0, 1, 1] }));
    const base = { id: 't1', page: 1, box: [0, 0, 9, 9], caption: null, continues: null, rows: 3, cols: 4 };
    const tables = [{ ...base, cells }] as unknown as Table[];
    const footings = { ...pack, rules: pack.rules.filter(({ id }) => FOOTING.has(id)) };
    const passes = (reading: ReturnType<typeof makeReading>) =>
      check(reading, footings).findings.flatMap(({ outcome, evidence }) =>
        outcome === 'pass' ? [evidence.map(({ raw }) => raw).join(' ')] : [],
      );
    expect(passes(makeReading({ facts, tables }))).toEqual(['52.7 37 15.7']);
    expect(passes(makeReading({ facts }))).toEqual([]);
  });

  it('adds subtotals to a grand total', () => {
    const facts = rows({
      Oak: ['1204', '1502'],
      Pine: ['4106', '4216'],
      'Subtotal wood': ['5310', '5718'],
      Steel: ['731', '699'],
      Brass: ['128', '131'],
      'Subtotal metal': ['859', '830'],
      'Grand total': ['6169', '6548'],
    });
    expect(digest(facts)).toContain('pass error 6169 5310 859');
  });

  it('adds a block under another head to the total that it belongs to', () => {
    const facts = [
      ...rows({ 'Total staff': ['5310', '5718'], Men: ['1204', '1502'], Women: ['4106', '4216'] }),
      ...rows({ Young: ['2100', '2218'], Middle: ['3109', '3388'], Old: ['101', '112'] }, { context: ['By age'] }).map(
        (fact) => ({ ...fact, row: (fact.row ?? 0) + 3 }),
      ),
    ];
    expect(digest(facts)).toContain('pass error 5310 2100 3109 101');
  });

  it('passes over rates and percentages between a total and its parts', () => {
    const facts = [
      ...rows({
        Wood: ['5310', '5718'],
        'Wood per head': ['5.1', '5.3'],
        Oak: ['1204', '1502'],
        Pine: ['4106', '4216'],
      }),
    ];
    expect(digest(facts)).toEqual(['pass error 5310 1204 4106', 'pass error 5718 1502 4216']);
  });

  it('leaves a difference that rounded parts may explain as worth a look', () => {
    const facts = rows({
      Oak: ['1204', '1502', '1377'],
      Pine: ['4106', '4216', '4004'],
      Wood: ['5310', '5718', '5383'],
    });
    expect(digest(facts)).toContain('fail info 5383 1377 4004');
  });

  it('counts people without rounding', () => {
    const people = { unit: 'person', unitRaw: 'people' };
    const facts = rows(
      { Men: ['1204', '1502', '1377'], Women: ['4106', '4216', '4004'], All: ['5310', '5718', '5380'] },
      people,
    );
    expect(digest(facts)).toContain('fail error 5380 1377 4004');
  });

  it('never adds figures of different years, units or Scope 2 methods', () => {
    const years = ['2021', '2022', '2023'].map((period, row) =>
      makeFact({ label: period, period, number: ['1204', '4106', '5310'][row]!, row, col: 1 }),
    );
    expect(digest(years)).toEqual([]);
    const units = rows({ Total: ['5310', '5718'], Oak: ['1204', '1502'], Pine: ['4106', '4216'] });
    const mixed = units.map((fact) => (fact.label === 'Pine' ? { ...fact, unit: 'kWh' } : fact));
    expect(digest(mixed)).toEqual([]);
  });

  it('takes a single column only at its word, and at most as a warning when it does not add up', () => {
    expect(digest(rows({ Oak: ['12'], Pine: ['41'], Fir: ['53'] }))).toEqual([]);
    const slip = rows({ Oak: ['1204.5'], Pine: ['4106.2'], Total: ['5130.7'] });
    expect(digest(slip)).toEqual(['fail warning 5130.7 1204.5 4106.2']);
    const other = rows({ Oak: ['1204.5'], Pine: ['4106.2'], Total: ['9877.1'] });
    expect(digest(other)).toEqual([]);
  });

  it('does not blame a total for a part that is not printed', () => {
    const facts = rows({
      Oak: ['1204', '1502', ''],
      Pine: ['4106', '4216', '4004'],
      Fir: ['88', '91', '95'],
      Wood: ['5398', '5809', '5700'],
    });
    expect(digest(facts).filter((line) => line.startsWith('fail'))).toEqual([]);
  });

  it('tells a row in another unit whose numbers add up as they are printed', () => {
    const inKilos = (label: string) => (label === 'Oak' ? { unit: 't', scale: '0.001' } : {});
    const table = { Oak: ['1204', '1502'], Pine: ['4106', '4216'], Wood: ['5310', '5718'] };
    const facts = rows(table).map((fact) => ({ ...fact, ...inKilos(fact.label) }));
    expect(digest(facts)).toEqual(['fail warning 5310 1204 4106', 'fail warning 5718 1502 4216']);
    // A row of its own unit that adds up in neither way is of something else.
    const apart = rows({ ...table, Oak: ['1271', '1390'] }).map((fact) => ({ ...fact, ...inKilos(fact.label) }));
    expect(digest(apart)).toEqual([]);
  });

  it('takes a blank that is nought in one year for nought in the others', () => {
    const facts = rows({
      Oak: ['1204', '1502', '1737'],
      Pine: ['4106', '4216', '4004'],
      Ash: ['', '118', ''],
      Wood: ['5310', '5836', '5381'],
    });
    expect(digest(facts)).toContain('fail error 5381 1737 4004');
  });

  it('asks for no unit where a named total misses many digits by one slip', () => {
    const list = (oak: string) =>
      rows(
        { Oak: [oak], Pine: ['410612'], Ash: ['92377'], Elm: ['31404'], 'Total timber': ['654813'] },
        { unit: null, unitRaw: null },
      );
    expect(digest(list('120420'))).toEqual(['pass error 654813 120420 410612 92377 31404']);
    expect(digest(list('124020'))).toEqual(['fail warning 654813 124020 410612 92377 31404']);
    expect(digest(list('124093'))).toEqual([]);
  });

  it('reads what stands in no other year among the parts as none of them', () => {
    const facts = rows({
      Oak: ['1204', '1502', '1377'],
      Scrap: ['', '', '600'],
      Pine: ['4106', '4216', '4004'],
      Wood: ['5310', '5718', '5381'],
    });
    expect(digest(facts)).toContain('pass error 5381 1377 4004');
  });
});

describe('columns', () => {
  const table = (total: string) =>
    [
      ['Night', '312', '288', '600'],
      ['Day', '1204', '1511', '2715'],
      ['Office', '402', '377', total],
    ].flatMap(([label, ...figures], row) =>
      figures.map((number, i) =>
        makeFact({ label: label!, number, row, col: i + 1, boundary: ['Men', 'Women', 'Total'][i]!, unit: 'person' }),
      ),
    );

  it('adds columns of one year across', () => {
    expect(digest(table('779'))).toHaveLength(3);
    expect(digest(table('797'))).toContain('fail error 797 402 377');
  });
});

describe('whole', () => {
  const percent = { unit: '%', unitRaw: '%' };

  it('adds percentages to a hundred, and blames only the year that does not', () => {
    const facts = rows(
      { Asia: ['52.4', '55.2', '51.0'], Europe: ['31.8', '31.3', '35.1'], Rest: ['15.8', '13.5', '15.9'] },
      percent,
    );
    expect(digest(facts)).toEqual([
      'fail error 51.0 35.1 15.9',
      'pass error 52.4 31.8 15.8',
      'pass error 55.2 31.3 13.5',
    ]);
  });

  it('takes weights that make up a hundred in one column for a whole, where all that it prints is a weight', () => {
    const weights = (boundary: string | null) => {
      const facts = rows({ Strategy: ['20'], Finance: ['50'], Planet: ['30'] }, { ...percent, boundary });
      return digest(facts.map((fact, i) => ({ ...fact, context: [`Goal ${i}`] })));
    };
    expect(weights('Weight')).toEqual(['pass error 20 50 30']);
    expect(weights(null)).toEqual([]);
  });

  it('takes no chance sum for a whole', () => {
    const facts = rows({ Recycled: ['40.2', '41.1'], Covered: ['59.8', '71.3'], Women: ['33.1', '34.0'] }, percent);
    expect(digest(facts)).toEqual([]);
  });
});

describe('divisions', () => {
  const divisions = (lastWhole: string) =>
    [
      ['Sand', '600.2', '212.1', '388.1'],
      ['Gravel', '1715.4', '1204.3', '511.1'],
      ['Clay', '779.9', '402.7', '377.2'],
      ['Lime', lastWhole, '1402.9', '377.2'],
    ].flatMap(([label, whole, north, south], row) => [
      makeFact({ label: label!, number: whole!, row, col: 1 }),
      makeFact({ label: label!, number: north!, row, col: 1, tableId: 't2', boundary: 'North' }),
      makeFact({ label: label!, number: south!, row, col: 2, tableId: 't2', boundary: 'South' }),
    ]);

  it('adds the divisions of one table to the whole of another', () => {
    expect(digest(divisions('1780.1'))).toEqual([
      'pass error 600.2 212.1 388.1',
      'pass error 1715.4 1204.3 511.1',
      'pass error 779.9 402.7 377.2',
      'pass error 1780.1 1402.9 377.2',
    ]);
    expect(digest(divisions('1790.1'))[0]).toMatch(/^fail (?:warning|info) 1790\.1 1402\.9 377\.2$/);
  });
});

it('takes a note that totals need not add up for an explanation of a small difference', () => {
  const table = { Oak: ['120412', '150211', '137733'], Pine: ['410611', '421612', '400401'] };
  const facts = rows({ ...table, Wood: ['531023', '571823', '538144'] });
  const blocks = [makeBlock({ kind: 'note', text: '1. Figures may not add up due to rounding.' })];
  const rules = pack.rules.filter(({ id }) => FOOTING.has(id));
  const severities = (reading: Parameters<typeof check>[0]) =>
    check(reading, { ...pack, rules })
      .findings.filter(({ outcome }) => outcome === 'fail')
      .map(({ severity }) => severity);
  expect(severities(makeReading({ facts }))).toEqual(['error']);
  expect(severities(makeReading({ facts, blocks }))).toEqual(['info']);
});

it('tells a relation once when a rule knows its metrics', () => {
  const facts = ['2023', '2024'].flatMap((period, i) =>
    [
      ['ghg.scope1', ['274.02', '310.44'][i]!],
      ['ghg.scope2', ['11490.61', '10221.30'][i]!],
      ['ghg.total', ['11764.63', '10531.74'][i]!],
    ].map(([metric, number], row) =>
      makeFact({ metric: metric!, label: metric!, number: number!, unit: 'tCO2e', period, row, col: i + 1 }),
    ),
  );
  const rules = pack.rules.filter(({ id }) => id === 'ghg-total-is-sum-of-scopes' || FOOTING.has(id));
  const { findings } = check(makeReading({ facts }), { ...pack, rules });
  expect(findings.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule)).toEqual([
    'ghg-total-is-sum-of-scopes',
    'ghg-total-is-sum-of-scopes',
  ]);
});

describe('one slip', () => {
  it('is told once, by the rule that knows the figures, with those of the layout beside them', () => {
    const metrics = ['ghg.scope1', 'ghg.scope2', 'ghg.scope12', 'ghg.scope3', 'ghg.total'];
    const figures = [
      ['1204', '1502', '1377'],
      ['4106', '4216', '4004'],
      ['5310', '5718', '5381'],
      ['9121', '9007', '9544'],
      ['14431', '14725', '14952'],
    ];
    const facts = metrics.flatMap((metric, i) =>
      figures[i]!.map((number, col) =>
        makeFact({ metric, label: metric, number, unit: 'tCO2e', row: i, col: col + 1, period: String(2022 + col) }),
      ),
    );
    const { findings } = check(makeReading({ facts }), pack);
    const slips = findings.filter(({ outcome, evidence }) => outcome === 'fail' && evidence[0]?.raw === '14952');
    expect(slips.map(({ kind }) => kind)).toEqual(['sum']);
    expect(slips[0]!.evidence.map(({ raw }) => raw)).toEqual(expect.arrayContaining(['14952', '5381', '9544']));
  });
});
