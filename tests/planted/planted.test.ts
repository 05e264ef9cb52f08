import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check-report.ts';
import { assetsInNode } from '../../src/cli/assets.ts';
import type { Reading } from '../../src/model/report.ts';
import { seeded } from '../bench/make-report.ts';
import { readRepositoryPack } from '../rules/repository-pack.ts';
import { evaluate } from './evaluate.ts';
import { plant, SLIPS } from './plant.ts';

const pack = readRepositoryPack();
let reading: Reading;

beforeAll(async () => {
  reading = await checkReport(new Uint8Array(readFileSync('public/sample-report.pdf')), {
    name: 'sample-report.pdf',
    rulePack: pack,
    assets: assetsInNode(),
  });
});

/** Of the errors planted in figures that an equation guards, so many must be raised as error or warning. */
const FEWEST_RAISED = 0.75;

describe('errors planted in the sample report', () => {
  it('are raised where an equation guards the figure', () => {
    const outcomes = evaluate(reading, pack, 8, seeded(2)).filter(({ guards }) => guards.length > 0);
    const raised = outcomes.filter(({ verdict }) => verdict === 'raised');
    expect(outcomes.length).toBeGreaterThan(30);
    expect(raised.length / outcomes.length).toBeGreaterThan(FEWEST_RAISED);
  });

  it.each(SLIPS)('change the figures that they name, and nothing else: %s', (slip) => {
    const random = seeded(3);
    const planted = reading.facts.flatMap((fact) => plant(reading, fact, slip, random) ?? []).slice(0, 20);
    expect(planted.length).toBeGreaterThan(0);
    for (const { reading: after, changed } of planted) {
      const ids = new Set(changed);
      for (const [i, fact] of after.facts.entries()) {
        if (ids.has(fact.id)) expect(fact).not.toEqual(reading.facts[i]);
        else expect(fact).toEqual(reading.facts[i]);
      }
    }
  });

  it('stand in the cell and the print as well', () => {
    const fact = reading.facts.find(({ number }) => number === '14154.71')!;
    const planted = plant(reading, fact, 'digit swap', () => 0)!;
    expect(planted.reading.facts.find(({ id }) => id === fact.id)).toMatchObject({
      number: '41154.71',
      raw: '41,154.71',
    });
    const cells = planted.reading.tables.find(({ id }) => id === fact.tableId)?.cells;
    expect(cells?.find(({ row, col }) => row === fact.row && col === fact.col)?.text).toBe('41,154.71');
  });
});
