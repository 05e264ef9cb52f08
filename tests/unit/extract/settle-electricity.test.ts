import { expect, it } from 'vitest';
import { settleElectricity } from '../../../src/extract/settle-electricity.ts';
import type { Fact } from '../../../src/model/fact.ts';

const named = (...metrics: string[]): (string | null)[] =>
  settleElectricity(metrics.map((metric) => ({ metric }) as Fact)).map(({ metric }) => metric);

it('takes purchased electricity for the consumption of a report that gives no other', () => {
  expect(named('energy.electricity_purchased', 'energy.total')).toEqual(['energy.electricity', 'energy.total']);
  expect(named('energy.electricity_purchased', 'energy.electricity')).toEqual([
    'energy.electricity_purchased',
    'energy.electricity',
  ]);
});
