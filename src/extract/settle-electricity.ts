import type { Fact } from '../model/fact.ts';

const PURCHASED = 'energy.electricity_purchased';
const CONSUMED = 'energy.electricity';

/**
 * Facts of a report → the same, with purchased electricity named as electricity consumption where the report gives no other figure of
 * it: only beside a total that takes in own generation does it make a difference which of the two is meant.
 */
export function settleElectricity(facts: readonly Fact[]): Fact[] {
  const other = facts.some(({ metric }) => metric === CONSUMED);
  if (other) return [...facts];
  return facts.map((fact) => (fact.metric === PURCHASED ? { ...fact, metric: CONSUMED } : fact));
}
