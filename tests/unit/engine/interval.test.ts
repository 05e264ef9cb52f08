import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteInterval,
  addIntervals,
  canMeet,
  closedInterval,
  divideIntervals,
  Exact,
  gapBetween,
  holds,
  intersectIntervals,
  multiplyIntervals,
  pointInterval,
  readInterval,
  scaleInterval,
  subtractIntervals,
} from '../../../src/engine/interval.ts';
import type { Interval } from '../../../src/engine/interval.ts';
import type { Qualifier } from '../../../src/model/fact.ts';

const print = (number: string, qualifier: Qualifier = null, upper: string | null = null) => ({
  number,
  qualifier,
  upper,
});

function show({ low, high, lowOpen, highOpen }: Interval): string {
  return `${lowOpen || low === null ? '(' : '['}${low?.toString() ?? '-∞'}, ${high?.toString() ?? '∞'}${highOpen || high === null ? ')' : ']'}`;
}

describe('a printed number is an interval', () => {
  it.each([
    [print('1.48'), '[1.475, 1.485]'],
    [print('97'), '[96.5, 97.5]'],
    [print('-0.50'), '[-0.505, -0.495]'],
    [print('97', 'over'), '(97, ∞)'],
    [print('97', 'atLeast'), '[97, ∞)'],
    [print('5', 'under'), '(-∞, 5)'],
    [print('5', 'atMost'), '(-∞, 5]'],
    [print('3', null, '5'), '[2.5, 5.5]'],
    [print('200', 'about'), '[150, 250]'],
    [print('203', 'about'), '[192.85, 213.15]'],
  ])('%o → %s', (printed, expected) => {
    expect(show(readInterval(printed, 'rounded'))).toBe(expected);
  });

  it('widens a figure that may be cut off by a whole unit away from nought, and a counted one not at all', () => {
    expect(show(readInterval(print('1.48'), 'roundedOrTruncated'))).toBe('[1.475, 1.49]');
    expect(show(readInterval(print('-1.48'), 'roundedOrTruncated'))).toBe('[-1.49, -1.475]');
    expect(show(readInterval(print('97'), 'exact'))).toBe('[97, 97]');
  });

  it('takes filling zeros of prose for rounding', () => {
    expect(show(readInterval(print('250000'), 'rounded', true))).toBe('[245000, 255000]');
    expect(show(readInterval(print('250000'), 'rounded'))).toBe('[249999.5, 250000.5]');
  });
});

describe('can they still meet', () => {
  it('counts a shared closed end, not an open one', () => {
    expect(canMeet(closedInterval('1', '2'), closedInterval('2', '3'))).toBe(true);
    expect(canMeet(readInterval(print('97', 'over'), 'rounded'), pointInterval('97'))).toBe(false);
    expect(canMeet(readInterval(print('97', 'atLeast'), 'rounded'), pointInterval('97'))).toBe(true);
  });

  it('says how far apart they are', () => {
    expect(gapBetween(closedInterval('1', '2'), closedInterval('3.5', '4')).toString()).toBe('1.5');
    expect(gapBetween(closedInterval('1', '2'), closedInterval('2', '4')).toString()).toBe('0');
  });
});

const decimal = fc
  .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, d]) => new Exact(n).div(`1e${d}`));
const range = fc.tuple(decimal, decimal).map(([a, b]) => (a.lte(b) ? closedInterval(a, b) : closedInterval(b, a)));
/** A range and a value in it. */
const inhabited = fc.tuple(range, fc.integer({ min: 0, max: 8 })).map(([r, eighths]) => ({
  range: r,
  value: r.low!.plus(r.high!.minus(r.low!).times(eighths).div(8)),
}));

describe('arithmetic never loses a value', () => {
  it.each([
    ['sum', addIntervals, (a, b) => a.plus(b)],
    ['difference', subtractIntervals, (a, b) => a.minus(b)],
    ['product', multiplyIntervals, (a, b) => a.times(b)],
  ] satisfies [
    string,
    typeof addIntervals,
    (a: InstanceType<typeof Exact>, b: InstanceType<typeof Exact>) => InstanceType<typeof Exact>,
  ][])('%s', (_, combine, apply) => {
    fc.assert(
      fc.property(inhabited, inhabited, (a, b) =>
        holds(combine(a.range, b.range), apply(new Exact(a.value), new Exact(b.value))),
      ),
    );
  });

  it('quotient: what it excludes cannot be the numerator over the denominator', () => {
    fc.assert(
      fc.property(inhabited, inhabited, (a, b) => {
        fc.pre(!holds(b.range, '0'));
        const quotient = divideIntervals(a.range, b.range);
        return canMeet(multiplyIntervals(quotient, pointInterval(b.value)), pointInterval(a.value));
      }),
    );
  });

  it('a quotient by something that may be nought is anything', () => {
    expect(show(divideIntervals(pointInterval('1'), closedInterval('-1', '1')))).toBe('(-∞, ∞)');
  });

  it('scale, absolute value and intersection', () => {
    fc.assert(
      fc.property(inhabited, decimal, (a, factor) =>
        holds(scaleInterval(a.range, factor), new Exact(a.value).times(factor)),
      ),
    );
    fc.assert(fc.property(inhabited, (a) => holds(absoluteInterval(a.range), new Exact(a.value).abs())));
    fc.assert(
      fc.property(range, range, (a, b) => {
        const both = intersectIntervals(a, b);
        return both === null ? !canMeet(a, b) : holds(a, both.low!) && holds(b, both.low!) && holds(a, both.high!);
      }),
    );
  });

  it('goes to infinity with the right signs', () => {
    const over = readInterval(print('2', 'over'), 'rounded');
    expect(show(multiplyIntervals(over, pointInterval('3')))).toBe('(6, ∞)');
    expect(show(multiplyIntervals(over, pointInterval('-3')))).toBe('(-∞, -6)');
    expect(show(multiplyIntervals(over, pointInterval('0')))).toBe('[0, 0]');
    expect(show(divideIntervals(pointInterval('6'), over))).toBe('(0, 3)');
    expect(show(subtractIntervals(pointInterval('1'), over))).toBe('(-∞, -1)');
  });
});

describe('rounding raises no false alarm', () => {
  it('figures rounded from values that add up can always add up', () => {
    const exact = fc.array(fc.integer({ min: 0, max: 10 ** 8 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(exact, fc.integer({ min: 0, max: 3 }), (thousandths, decimals) => {
        const parts = thousandths.map((n) => new Exact(n).div(1000));
        const total = parts.reduce((sum, part) => sum.plus(part), new Exact(0));
        const printed = (value: typeof total) => readInterval(print(value.toFixed(decimals)), 'rounded');
        const sum = parts.map(printed).reduce(addIntervals);
        return canMeet(sum, printed(total));
      }),
    );
  });

  it('nor does cutting off, once it is allowed for', () => {
    const exact = fc.array(fc.integer({ min: 0, max: 10 ** 8 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(exact, (thousandths) => {
        const parts = thousandths.map((n) => new Exact(n).div(1000));
        const total = parts.reduce((sum, part) => sum.plus(part), new Exact(0));
        const cut = (value: typeof total) => readInterval(print(value.round(1, 0).toFixed(1)), 'roundedOrTruncated');
        return canMeet(parts.map(cut).reduce(addIntervals), cut(total));
      }),
    );
  });

  it('a ratio rounded from its figures can always follow from them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 7 }), fc.integer({ min: 1, max: 10 ** 7 }), (n, d) => {
        const printed = new Exact(n).div(d).times(100).toFixed(2);
        const share = scaleInterval(readInterval(print(printed), 'rounded'), '0.01');
        return canMeet(multiplyIntervals(share, pointInterval(String(d))), pointInterval(String(n)));
      }),
    );
  });
});
