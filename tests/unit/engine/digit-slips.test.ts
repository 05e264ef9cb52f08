import { describe, expect, it } from 'vitest';
import { areOneSlipApart, listExchanges } from '../../../src/engine/digit-slips.ts';

describe('areOneSlipApart', () => {
  it.each([
    ['3444', '4344', 'two digits exchanged'],
    ['14154.71', '14145.71', 'two digits exchanged'],
    ['2802.21', '2862.21', 'a digit'],
    ['12345', '1245', 'a digit left out'],
    ['32.02', '320200', 'a unit'],
    ['-2802.21', '-2862.21', 'below nought'],
  ])('%s and %s: %s', (a, b) => {
    expect(areOneSlipApart(a, b)).toBe(true);
    expect(areOneSlipApart(b, a)).toBe(true);
  });

  it.each([
    ['8.9', '5.9', 'too few digits'],
    ['31', '39', 'too few digits'],
    ['2802.21', '2861.31', 'two digits'],
    ['3444', '3443.5', 'other decimals'],
    ['2802.21', '-2862.21', 'a sign'],
    ['2802.21', '2802.21', 'no difference'],
    ['5000', '50', 'too few digits for a unit'],
  ])('not %s and %s: %s', (a, b) => {
    expect(areOneSlipApart(a, b)).toBe(false);
    expect(areOneSlipApart(b, a)).toBe(false);
  });
});

describe('listExchanges', () => {
  it('exchanges digits side by side, not over the point', () => {
    expect(listExchanges('-12.34')).toEqual([-21.34, -12.43]);
  });
});
