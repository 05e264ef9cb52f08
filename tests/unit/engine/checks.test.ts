import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Reading } from '../../../src/model/report.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';
import { makeBlock, makeClaim, makeEntry, makeFact, makeReading, makeTableFacts } from './make-reading.ts';

const pack = readRepositoryPack();

/** Findings of one rule over a reading. */
function run(rule: string, reading: Reading): Finding[] {
  return check(reading, { ...pack, rules: pack.rules.filter(({ id }) => id === rule) }).findings;
}

/** `fail error 10 20`: outcome, severity and the raw of the evidence. */
function digest(findings: readonly Finding[]): string[] {
  return findings.map(({ outcome, severity, evidence }) =>
    [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '),
  );
}

describe('sum', () => {
  const rule = 'ghg-total-is-sum-of-scopes';
  const ghg = (tableId: string, [one, two, total]: [string, string, string], common: Partial<Fact> = {}) =>
    makeTableFacts(tableId, { 'ghg.scope1': one, 'ghg.scope2': two, 'ghg.total': total }, { unit: 'tCO2e', ...common });

  it('checks the total of each table against its own parts', () => {
    const facts = [...ghg('t1', ['10', '20', '30']), ...ghg('t2', ['10', '20', '39'])];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['fail error 39 10 20', 'pass error 30 10 20']);
  });

  it('gives each of two findings about the same thing its own fingerprint', () => {
    const facts = [...ghg('t1', ['10', '20', '30']), ...ghg('t2', ['10', '20', '39'])];
    const fingerprints = run(rule, makeReading({ facts })).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(2);
  });

  it('keeps blocks of one table apart by their band rows', () => {
    const facts = [
      ...ghg('t1', ['10', '20', '30'], { context: ['Market-based'] }),
      ...ghg('t1', ['10', '25', '35'], { context: ['Location-based'] }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['pass error 30 10 20', 'pass error 35 10 25']);
  });

  it('never mixes two ways of counting Scope 2, nor a division with the group', () => {
    const mixed = [
      makeFact({ metric: 'ghg.total', number: '30', unit: 'tCO2e', boundary: 'market-based' }),
      makeFact({ metric: 'ghg.scope1', number: '10', unit: 'tCO2e' }),
      makeFact({ metric: 'ghg.scope2', number: '25', unit: 'tCO2e', boundary: 'location-based' }),
    ];
    expect(digest(run(rule, makeReading({ facts: mixed })))).not.toContainEqual(expect.stringMatching(/^fail/));
    const divisions = [
      ...ghg('t1', ['10', '20', '30']).slice(0, 2),
      ...ghg('t1', ['1', '2', '30'], { boundary: 'North' }).slice(2),
    ];
    expect(digest(run(rule, makeReading({ facts: divisions })))).toEqual(['notApplicable info']);
  });

  it('steps down when a part stands elsewhere, and when the reading is unsure', () => {
    const facts = ghg('t1', ['10', '20', '33']);
    const apart = facts.map((fact) => (fact.metric === 'ghg.scope1' ? { ...fact, tableId: 't2' } : fact));
    expect(digest(run(rule, makeReading({ facts: apart })))).toEqual(['fail warning 33 10 20']);
    const unsure = facts.map((fact) => ({ ...fact, doubts: ['two columns may be meant'] }));
    const [finding] = run(rule, makeReading({ facts: unsure }));
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'warning' });
    expect(finding!.doubts).not.toHaveLength(0);
  });

  it('keeps quiet about parts that stand elsewhere and are far from the total', () => {
    const facts = ghg('t1', ['10', '20', '300']);
    const apart = facts.map((fact) => (fact.metric === 'ghg.total' ? { ...fact, tableId: 't2' } : fact));
    expect(digest(run(rule, makeReading({ facts: apart })))).toEqual(['notApplicable info']);
  });

  it('steps down what holds in no year: the definition is another', () => {
    const years = ['2022', '2023', '2024'].flatMap((period, i) =>
      ghg('t1', ['10', '20', String(36 + i)], { period, col: i }),
    );
    expect(digest(run(rule, makeReading({ facts: years })))).toEqual(
      ['38', '37', '36'].map((total) => `fail warning ${total} 10 20`),
    );
  });

  it('leaves a bare total elsewhere to the comparison of places', () => {
    const facts = [
      ...ghg('t1', ['10', '20', '30']),
      makeFact({ metric: 'ghg.total', number: '39', unit: 'tCO2e', tableId: 't2' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['pass error 30 10 20']);
  });

  it('counts in a row between parts and total where that makes the sum, and then in every year', () => {
    const column = (period: string, col: number, numbers: [string, string, string, string]) =>
      (['ghg.scope1', 'ghg.scope2', null, 'ghg.total'] as const).map((metric, row) =>
        makeFact({ metric, number: numbers[row]!, label: metric ?? 'Biogas', unit: 'tCO2e', period, col, row }),
      );
    const facts = [
      ...column('2023', 1, ['100', '200', '30', '330']),
      ...column('2024', 2, ['110', '210', '40', '390']),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual([
      'fail error 390 110 210 40',
      'pass error 330 100 200 30',
    ]);
  });

  it('takes a miss of one last digit for cutting off, but people are whole', () => {
    const cut = ghg('t1', ['10.4', '20.4', '31.0']);
    expect(digest(run(rule, makeReading({ facts: cut })))).toEqual(['fail info 31.0 10.4 20.4']);
    const people = makeTableFacts(
      't1',
      { 'hr.male': '10', 'hr.female': '11', 'hr.headcount': '22' },
      { unit: 'person' },
    );
    expect(digest(run('headcount-is-male-plus-female', makeReading({ facts: people })))).toEqual([
      'fail warning 22 10 11',
    ]);
  });

  it('writes the working as an auditor does', () => {
    const [finding] = run(rule, makeReading({ facts: ghg('t1', ['1274.02', '11490.61', '12746.63'], { page: 34 }) }));
    expect(finding!.working.map(({ value, role }) => `${role} ${value}`)).toEqual([
      'operand 1,274.02 tCO2e',
      'operand 11,490.61 tCO2e',
      'result 12,764.63 tCO2e',
      'printed 12,746.63 tCO2e',
      'difference −18.00 tCO2e',
      'allowed 0.015 tCO2e',
    ]);
    expect(finding!.message).toContain('page 34');
    expect(finding!.messages.zh).toContain('第34页');
  });

  it('says cannotTell and names the unread pages', () => {
    const facts = ghg('t1', ['10', '20', '30']).slice(1);
    const [finding] = run(rule, makeReading({ facts, unreadPages: [7, 8] }));
    expect(finding).toMatchObject({ outcome: 'cannotTell', severity: 'info' });
    expect(finding!.doubts.join()).toContain('pages 7 and 8');
  });
});

describe('equal', () => {
  const rule = 'same-figure-everywhere';
  const energy = (tableId: string, diesel: string, common: Partial<Fact> = {}) =>
    makeTableFacts(tableId, { 'energy.diesel': diesel, 'energy.gasoline': '7.29', 'energy.lng': '3.1' }, common);

  it('calls a difference an error when the two tables agree otherwise', () => {
    const facts = [...energy('t1', '0.43'), ...energy('t2', '0.35')];
    expect(digest(run(rule, makeReading({ facts })))[0]).toBe('fail error 0.43 0.35');
  });

  it('keeps quiet when two tables agree nowhere: they are about different parts', () => {
    const facts = [
      ...makeTableFacts('t1', { 'energy.diesel': '110', 'energy.gasoline': '220', 'energy.lng': '330' }),
      ...makeTableFacts('t2', { 'energy.diesel': '150', 'energy.gasoline': '250', 'energy.lng': '350' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['notApplicable info']);
  });

  it('keeps quiet about several values of one metric in one table', () => {
    const facts = [
      makeFact({ metric: 'energy.diesel', number: '10', label: 'Diesel, North', metricScore: 0.9 }),
      makeFact({ metric: 'energy.diesel', number: '20', label: 'Diesel, South', metricScore: 0.9 }),
      makeFact({ metric: 'energy.diesel', number: '30', tableId: 't2' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['notApplicable info']);
  });

  it('does not compare boundaries, periods or units of another kind', () => {
    const facts = [
      makeFact({ metric: 'ghg.total', number: '10', unit: 'tCO2e', boundary: 'restated' }),
      makeFact({ metric: 'ghg.total', number: '20', unit: 'tCO2e', tableId: 't2' }),
      makeFact({ metric: 'ghg.total', number: '30', unit: 'tCO2e', tableId: 't3', period: '2023' }),
      makeFact({ metric: 'ghg.total', number: '40', unit: '%', tableId: 't4' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['notApplicable info']);
  });

  it('takes tonnes and cubic metres of water as one, and rounds prose', () => {
    const facts = [
      makeFact({ metric: 'water.consumption', number: '120793' }),
      makeFact({ metric: 'water.consumption', number: '12.08', unit: 'm3', scale: '10000', tableId: 't2' }),
      makeFact({ metric: 'water.consumption', number: '121000', unit: 'm3', tableId: null, source: 'text' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['pass error 120793 12.08 121000']);
  });

  it('takes filling zeros of a table for rounding where its unit says so', () => {
    const rounded = { label: 'Water consumption (rounded)' };
    const facts = [
      makeFact({ metric: 'water.consumption', number: '120793', unit: 'm3' }),
      makeFact({ metric: 'water.consumption', number: '121000', unit: 'm3', tableId: 't2', ...rounded }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['pass error 120793 121000']);
    const plain = facts.map((f) => ({ ...f, label: 'Water consumption' }));
    expect(digest(run(rule, makeReading({ facts: plain })))[0]).toMatch(/^fail/);
  });

  it('is only worth a look where prose names it in other words', () => {
    const facts = [
      makeFact({ metric: 'energy.diesel', number: '10', label: 'Diesel consumption' }),
      makeFact({ metric: 'energy.diesel', number: '12', label: 'diesel', tableId: null, source: 'text' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['fail info 10 12']);
  });

  it('trusts other words when the rows agree in other years, and distrusts rows that never agree', () => {
    const row = (tableId: string, label: string, numbers: [string, string, string]) =>
      ['2022', '2023', '2024'].map((period, i) =>
        makeFact({ metric: 'ghg.scope1', label, number: numbers[i]!, unit: 'tCO2e', period, tableId, row: 1, col: i }),
      );
    const slip = [...row('t1', 'Scope 1', ['740', '750', '760']), ...row('t2', 'Total scope 1', ['740', '750', '790'])];
    expect(digest(run(rule, makeReading({ facts: slip })))[0]).toBe('fail error 760 790');
    const other = [
      ...row('t1', 'Scope 1', ['740', '750', '760']),
      ...row('t2', 'Total scope 1', ['770', '780', '790']),
    ];
    expect(digest(run(rule, makeReading({ facts: other })))).toEqual(['notApplicable info']);
  });

  it('takes figures that one slip sets apart for one thing, in running text as well', () => {
    const told = (number: string) => [
      makeFact({ metric: 'rd.headcount', number: '3444', unit: 'person', label: 'R&D employees' }),
      makeFact({ metric: 'rd.headcount', number, unit: 'person', label: 'researchers', tableId: null, source: 'text' }),
    ];
    expect(digest(run(rule, makeReading({ facts: told('4344') })))).toEqual(['fail warning 3444 4344']);
    expect(digest(run(rule, makeReading({ facts: told('3620') })))).toEqual(['fail info 3444 3620']);
  });

  it('tells a unit slip between table and text, however far the figures are apart', () => {
    const facts = [
      makeFact({ metric: 'energy.total', number: '2802.21', unit: 'tce' }),
      makeFact({
        metric: 'energy.total',
        number: '2802.21',
        unit: 'tce',
        scale: '1000',
        tableId: null,
        source: 'text',
      }),
      makeFact({ metric: 'energy.diesel', number: '12', unit: 't' }),
      makeFact({ metric: 'energy.diesel', number: '380', unit: 't', tableId: null, source: 'text' }),
    ];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['fail warning 2802.21 2802.21']);
  });

  it('tells two figures of one row that were exchanged', () => {
    const row = (tableId: string, label: string, numbers: [string, string]) =>
      ['2023', '2024'].map((period, i) =>
        makeFact({ metric: 'waste.hazardous', label, number: numbers[i]!, period, tableId, row: 1, col: i }),
      );
    const facts = [
      ...row('t1', '有害废弃物', ['39.87', '42.63']),
      ...row('t2', '危险废弃物', ['42.63', '39.87']),
      ...['t1', 't2'].map((tableId) => makeFact({ metric: 'energy.diesel', number: '512', tableId, row: 3 })),
    ];
    const alarms = digest(run(rule, makeReading({ facts }))).filter((line) => line.startsWith('fail'));
    expect(alarms).toEqual(['fail warning 39.87 42.63', 'fail warning 42.63 39.87']);
  });

  it('tells figures of two rows that stand under each other’s labels', () => {
    const waste = (tableId: string | null, hazardous: string, other: string) => [
      makeFact({ metric: 'waste.hazardous', label: 'Hazardous waste', number: hazardous, tableId, row: 1 }),
      makeFact({ metric: 'waste.nonhazardous', label: 'Non-hazardous waste', number: other, tableId, row: 2 }),
    ];
    const inText = waste(null, '0.02', '178').map((fact) => ({ ...fact, source: 'text' as const, row: null }));
    const facts = [...waste('t1', '178', '0.02'), ...inText];
    expect(digest(run(rule, makeReading({ facts })))).toEqual(['fail warning 178 0.02', 'fail warning 0.02 178']);
    const apart = [...waste('t1', '178', '0.05'), ...inText];
    expect(digest(run(rule, makeReading({ facts: apart })))).toEqual(['notApplicable info']);
  });

  it('counts a table that goes on over the page as one place', () => {
    const facts = [
      makeFact({ metric: 'energy.diesel', number: '10' }),
      makeFact({ metric: 'energy.diesel', number: '10', tableId: 't2' }),
    ];
    const reading = makeReading({ facts });
    reading.tables[1]!.continues = 't1';
    expect(digest(run(rule, reading))).toEqual(['notApplicable info']);
  });
});

describe('shares', () => {
  it('splits a table of several sets where a part comes again', () => {
    const pair = (male: string, female: string, row: number) => [
      makeFact({ metric: 'hr.male_pct', number: male, unit: '%', row }),
      makeFact({ metric: 'hr.female_pct', number: female, unit: '%', row: row + 1 }),
    ];
    const facts = [...pair('60', '40', 1), ...pair('70', '30', 3), ...pair('80', '22', 5)];
    expect(digest(run('gender-shares-make-a-whole', makeReading({ facts })))).toEqual([
      'fail error 80 22',
      'pass error 60 40',
      'pass error 70 30',
    ]);
  });

  it('tells a share that one slip takes far from the hundred that its other year makes', () => {
    const ages = (numbers: [string, string, string], col: number, period: string) =>
      (['hr.age_under30', 'hr.age_30_50', 'hr.age_over50'] as const).map((metric, i) =>
        makeFact({ metric, number: numbers[i]!, unit: '%', row: i + 1, col, period }),
      );
    const rule = 'age-shares-make-a-whole';
    const facts = [...ages(['29.53', '57.15', '13.32'], 1, '2023'), ...ages(['28.11', '27.60', '14.29'], 2, '2024')];
    expect(digest(run(rule, makeReading({ facts })))[0]).toBe('fail error 28.11 27.60 14.29');
    // Rates of two groups are no shares, whichever digit is changed.
    expect(digest(run(rule, makeReading({ facts: ages(['7.1', '26.1', '3.9'], 1, '2024') })))).toEqual([
      'notApplicable info',
    ]);
  });

  it('tells two shares of which one has its digits exchanged', () => {
    const facts = [
      makeFact({ metric: 'hr.male_pct', number: '96', unit: '%', row: 1 }),
      makeFact({ metric: 'hr.female_pct', number: '31', unit: '%', row: 2 }),
    ];
    expect(digest(run('gender-shares-make-a-whole', makeReading({ facts })))).toEqual(['fail error 96 31']);
  });

  it('adds along a row as well', () => {
    const facts = [
      makeFact({ metric: 'hr.male_pct', number: '61', unit: '%', row: 1, col: 1 }),
      makeFact({ metric: 'hr.female_pct', number: '39', unit: '%', row: 1, col: 2 }),
    ];
    expect(digest(run('gender-shares-make-a-whole', makeReading({ facts })))).toEqual(['pass error 61 39']);
  });
});

describe('ratio', () => {
  it('names what is missing by the kind of denominator that the unit asks for', () => {
    const facts = [
      makeFact({ metric: 'ghg.intensity', number: '1.5', unit: 'tCO2e/CNY', scale: '0.000001' }),
      makeFact({ metric: 'ghg.total', number: '1500', unit: 'tCO2e' }),
      makeFact({ metric: 'hr.headcount', number: '10', unit: 'person' }),
      makeFact({ metric: 'fin.revenue', number: '900', unit: 'CNY', period: '2023' }),
    ];
    const [finding] = run('ghg-intensity-follows', makeReading({ facts }));
    expect(finding).toMatchObject({ outcome: 'cannotTell' });
    expect(finding!.message).toContain('not revenue');
    // Revenue that no year prints leaves nothing to tell.
    const without = facts.filter(({ metric }) => metric !== 'fin.revenue');
    expect(digest(run('ghg-intensity-follows', makeReading({ facts: without })))).toEqual(['notApplicable info']);
    const perVehicle = facts.map((fact) =>
      fact.metric === 'ghg.intensity' ? { ...fact, unit: 'tCO2e/vehicle' } : fact,
    );
    expect(digest(run('ghg-intensity-follows', makeReading({ facts: perVehicle })))).toEqual(['notApplicable info']);
  });

  const perHead = (ratio: string, period: string, col: number) => [
    makeFact({ metric: 'ghg.intensity', number: ratio, unit: 'tCO2e/person', period, col }),
    makeFact({ metric: 'ghg.total', number: '1000', unit: 'tCO2e', period, col }),
    makeFact({ metric: 'hr.headcount', number: '500', unit: 'person', period, col, tableId: 't2' }),
  ];

  it('takes a ratio that holds in no year for one of another denominator', () => {
    const facts = [...perHead('2.5', '2023', 1), ...perHead('2.6', '2024', 2)];
    expect(digest(run('ghg-intensity-follows', makeReading({ facts })))).toEqual([
      'fail info 2.6 1000 500',
      'fail info 2.5 1000 500',
    ]);
  });

  it('is sure of the one year that does not hold, and warns of a slipped unit', () => {
    const facts = [...perHead('2.0', '2023', 1), ...perHead('2.6', '2024', 2)];
    expect(digest(run('ghg-intensity-follows', makeReading({ facts })))[0]).toBe('fail error 2.6 1000 500');
    expect(digest(run('ghg-intensity-follows', makeReading({ facts: perHead('2000', '2024', 1) })))).toEqual([
      'fail warning 2000 1000 500',
    ]);
    // A ratio that figures of other tables miss many times over is of something else.
    expect(digest(run('ghg-intensity-follows', makeReading({ facts: perHead('7.1', '2024', 1) })))).toEqual([
      'notApplicable info',
    ]);
  });
});

describe('implied', () => {
  const rule = 'revenue-implied-by-ratios';
  const pair = (ratio: string, intensity: string, numerator: string, amount: string, unit: string) => [
    makeFact({ metric: ratio, number: intensity, unit: `${unit}/CNY`, scale: '0.000001' }),
    makeFact({ metric: numerator, number: amount, unit }),
  ];

  it('finds the odd one out among three', () => {
    const facts = [
      ...pair('ghg.intensity', '0.52', 'ghg.total', '1040', 'tCO2e'),
      ...pair('energy.intensity', '0.31', 'energy.total', '620', 'tce'),
      ...pair('water.intensity', '60.5', 'water.consumption', '12100', 'm3'),
    ];
    const [finding] = run(rule, makeReading({ facts }));
    expect(digest([finding!])).toEqual(['fail error 60.5 12100 0.52 1040 0.31 620']);
    expect(finding!.message).toMatch(
      /imply revenue of 199\.8–200\.2 million CNY, but the others imply 1,980\.0–2,020\.4/,
    );
  });

  it('cannot say which of two is wrong', () => {
    const facts = [
      ...pair('ghg.intensity', '0.52', 'ghg.total', '1040', 'tCO2e'),
      ...pair('energy.intensity', '0.41', 'energy.total', '620', 'tce'),
    ];
    expect(run(rule, makeReading({ facts }))[0]).toMatchObject({ outcome: 'fail', severity: 'warning' });
  });
});

describe('change', () => {
  const rule = 'claimed-change-fits-figures';
  const years = (before: string, after: string, common: Partial<Fact> = {}) => [
    makeFact({ metric: 'ghg.scope1', number: before, unit: 'tCO2e', period: '2023', row: 1, col: 1, ...common }),
    makeFact({ metric: 'ghg.scope1', number: after, unit: 'tCO2e', period: '2024', row: 1, col: 2, ...common }),
  ];
  const judge = (claim: Parameters<typeof makeClaim>[0], facts: Fact[]) =>
    digest(run(rule, makeReading({ facts, claims: [makeClaim({ metric: 'ghg.scope1', ...claim })] })));
  const percent = (magnitude: string) => ({
    magnitude,
    magnitudeRaw: `${magnitude}%`,
    magnitudeKind: 'percent' as const,
  });

  it.each([
    ['right', { direction: 'down', ...percent('20') }, ['100', '80'], 'pass error'],
    ['the wrong way round', { direction: 'up', ...percent('20') }, ['100', '80'], 'fail error'],
    ['another size', { direction: 'down', ...percent('30') }, ['100.0', '80.0'], 'fail warning'],
    ['another size the other way', { direction: 'up', ...percent('30') }, ['100.0', '80.0'], 'fail warning'],
    ['over', { direction: 'down', ...percent('15'), qualifier: 'over' }, ['100', '80'], 'pass error'],
    ['words only', { direction: 'down' }, ['100', '120'], 'fail warning'],
    ['words only, by a hair', { direction: 'down' }, ['1000', '1002'], 'fail info'],
    ['strong words, hardly moved', { direction: 'down', strength: 'strong' }, ['1000', '998'], 'fail info'],
    ['steady', { direction: 'flat' }, ['100', '104'], 'pass error'],
    ['steady, but it rose', { direction: 'flat' }, ['100', '140'], 'fail warning'],
    ['controlled, and it fell', { direction: 'flat', raw: 'effectively controlled' }, ['140', '100'], 'pass error'],
    ['doubled', { direction: 'up', magnitude: '2', magnitudeKind: 'times' }, ['100', '200'], 'pass error'],
    [
      'by an amount',
      { direction: 'down', magnitude: '20', magnitudeKind: 'absolute', unit: 'tCO2e' },
      ['100', '80'],
      'pass error',
    ],
    ['unsure what is meant', { direction: 'up', ...percent('20'), metricScore: 0.6 }, ['100', '80'], 'fail warning'],
  ] as [string, Parameters<typeof makeClaim>[0], [string, string], string][])(
    '%s',
    (_, claim, [before, after], expected) => {
      expect(judge(claim, years(before, after))).toEqual([
        `${expected} ${claim.raw ?? 'the claim'} ${before} ${after}`,
      ]);
    },
  );

  it('passes if any series of that name fits', () => {
    const facts = [...years('50', '60', { boundary: 'North' }), ...years('100', '80', { tableId: 't2' })];
    expect(judge({ direction: 'down', ...percent('20') }, facts)).toEqual(['pass error the claim 100 80']);
  });

  it('tells a percentage from percentage points', () => {
    const facts = years('7.6', '5.2', { metric: 'hr.turnover', unit: '%' });
    const claim = { metric: 'hr.turnover', direction: 'down' as const, magnitude: '2.4' };
    expect(judge({ ...claim, magnitudeKind: 'points' }, facts)).toEqual(['pass error the claim 7.6 5.2']);
    expect(judge({ ...claim, magnitudeKind: 'percent' }, facts)).toEqual(['fail info the claim 7.6 5.2']);
  });

  it('tells of a note that gives a reason, without letting the sentence off', () => {
    const note = makeBlock({
      kind: 'note',
      text: 'The increase compared with 2023 is due to a wider reporting scope.',
    });
    const claims = [makeClaim({ metric: 'ghg.scope1', direction: 'down' })];
    const [finding] = run(rule, makeReading({ facts: years('100', '120'), claims, blocks: [note] }));
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'warning' });
    expect(finding!.doubts.join()).toContain('note on page 1');
  });

  it('cannot tell a sized claim without figures, and says nothing of mere words', () => {
    expect(judge({ direction: 'down', ...percent('20') }, [])).toEqual(['cannotTell info the claim']);
    expect(judge({ direction: 'down' }, [])).toEqual(['notApplicable info']);
  });
});

describe('index', () => {
  const rule = 'sse-14-index-is-complete';
  const codes = pack.standards
    .find(({ id }) => id === 'sse-14')!
    .requirements.flatMap((requirement) => requirement.codes);

  it('names the missing article, its neighbours and where the report treats it', () => {
    const heading = makeBlock({ kind: 'heading', level: 2, text: 'Water conservation', page: 39 });
    const index = codes.filter((code) => code !== '36').map((code) => makeEntry(code));
    const findings = run(rule, makeReading({ index, blocks: [heading] }));
    expect(digest(findings)[0]).toBe('fail warning row 35 row 37 Water conservation');
    expect(findings[0]!.message).toMatch(/Article 36\b.*page 39/);
    expect(findings.filter(({ outcome }) => outcome === 'pass')).toHaveLength(20);
  });

  it('asks mildly for what is conditional or encouraged', () => {
    const index = codes.filter((code) => code !== '43' && code !== '42').map((code) => makeEntry(code));
    expect(digest(run(rule, makeReading({ index }))).slice(0, 2)).toEqual([
      'fail info row 40 row 45',
      'fail info row 40 row 45',
    ]);
  });

  it('concludes nothing from a fragment of an index', () => {
    expect(digest(run(rule, makeReading({ index: [makeEntry('21'), makeEntry('36')] })))).toEqual([
      'cannotTell info row 21',
    ]);
  });
});

describe('a whole report', () => {
  it('is sorted and covered', () => {
    const metrics = pack.metrics.map(({ id }) => id);
    const facts = Array.from({ length: 8000 }, (_, i) =>
      makeFact({
        metric: i % 3 === 0 ? null : metrics[(i * 7) % metrics.length]!,
        label: `Row ${i % 211} of the long performance table`,
        number: String((i * 7919) % 10007),
        unit: ['t', '%', 'person', 'tCO2e', 'MWh'][i % 5]!,
        period: ['2022', '2023', '2024'][i % 3]!,
        tableId: i % 10 === 0 ? null : `t${i % 300}`,
        source: i % 10 === 0 ? 'text' : 'table',
        row: i % 40,
        col: i % 4,
      }),
    );
    const claims = metrics.map((metric) => makeClaim({ metric, magnitude: '5', magnitudeKind: 'percent' }));
    const reading = makeReading({ facts, claims });
    const { findings, coverage } = check(reading, pack);
    const order = ['fail', 'cannotTell', 'pass', 'notApplicable'];
    const ranks = findings.map(({ outcome }) => order.indexOf(outcome));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(coverage.numbers).toBe(8000);
    expect(coverage.checked).toBeLessThanOrEqual(coverage.understood);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  });

  it('stops when asked', () => {
    const controller = new AbortController();
    controller.abort();
    expect(() => check(makeReading({}), pack, { signal: controller.signal })).toThrow('cancelled');
  });
});
