import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { readExample } from '../../../src/engine/example-reading.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';

const pack = readRepositoryPack();

/** Paragraphs of one page → `outcome severity figures` of a rule's findings. */
function digest(rule: string, ...text: string[]): string[] {
  const reading = readExample({ text, expect: 'pass' }, pack);
  const { findings } = check(reading, { ...pack, rules: pack.rules.filter(({ id }) => id === rule) });
  return findings
    .filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ outcome, severity, evidence }) => [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' | '));
}

describe('sums of running text', () => {
  const sums = (...text: string[]) => digest('text-parts-add-up', ...text);

  it('finds the list after a total, and passes over figures of other kinds', () => {
    expect(sums('Freight came to 48,917 tonnes: 31,204 tonnes (63.8%) by rail and 17,713 tonnes by road.')).toEqual([
      'pass | warning | 48,917 tonnes | 31,204 tonnes | 17,713 tonnes',
    ]);
  });

  it('finds a list whose total stands elsewhere on the page', () => {
    expect(
      sums(
        'Freight came to 48,917 tonnes.',
        'We run three depots.',
        'Rail took 31,204 tonnes, road 17,113 tonnes and ships 600 tonnes.',
      ),
    ).toEqual(['pass | warning | 48,917 tonnes | 31,204 tonnes | 17,113 tonnes | 600 tonnes']);
  });

  it('does not add an amount to itself in another unit', () => {
    expect(sums('A total of 1,913 GJ was used: 1,204 GJ (334,444 kWh) of heat and 709 GJ of steam.')).toEqual([
      'pass | warning | 1,913 GJ | 1,204 GJ | 709 GJ',
    ]);
  });

  it('finds parts that bear the name of their total, some sentences below it', () => {
    expect(
      sums(
        'We hired a total of 443 employees while 307 employees left.',
        'At home, we hired 364 employees (26.4%).',
        'Work goes on.',
        'Abroad, we hired 79 employees (37.3%).',
      ),
    ).toEqual(['pass | warning | 443 employees | 364 employees | 79 employees']);
  });

  it('counts people once named and then not', () => {
    expect(sums('We hired 364 employees, of whom 138 were women and 226 were men.')).toEqual([
      'pass | warning | 364 employees | 138 | 226',
    ]);
  });

  it('takes one sentence of a note for a list', () => {
    expect(
      sums(
        'We employed 1,592 employees.',
        'The total number includes 1,380 employees at home and 212 employees abroad. It leaves out 21 employees on loan.',
      ),
    ).toEqual(['pass | warning | 1,592 employees | 1,380 employees | 212 employees']);
  });

  it('asks less of a total that says to be one', () => {
    expect(sums('A total of 1,998 GJ was used: cars took 1,823 GJ, generators 147 GJ and the kitchen 28 GJ.')).toEqual([
      'pass | warning | 1,998 GJ | 1,823 GJ | 147 GJ | 28 GJ',
    ]);
  });

  it('does not let a rounded part make up for what is missing', () => {
    expect(sums('Rail took 2,537 tonnes and road 3,800 tonnes, the rest comes to a total of 6,387 tonnes.')).toEqual(
      [],
    );
  });

  it('takes an open-ended figure for no total', () => {
    expect(
      sums('More than 48,000 tonnes were moved.', 'We are proud.', 'Rail took 51,204 tonnes and road 17,713 tonnes.'),
    ).toEqual([]);
  });

  it('calls a total that says to be one and misses its list by a slip worth a look', () => {
    expect(sums('We moved a total of 48,971 tonnes: 31,204 tonnes by rail and 17,713 tonnes by road.')).toEqual([
      'fail | info | 48,971 tonnes | 31,204 tonnes | 17,713 tonnes',
    ]);
  });
});

describe('percentages of running text', () => {
  const wholes = (...text: string[]) => digest('text-percentages-make-a-whole', ...text);

  it('adds the labels of one chart', () => {
    expect(wholes('Rail 61%', 'Road 31%', 'Ships 8%')).toEqual(['pass | info | 61% | 31% | 8%']);
  });

  it('passes over a share of something else in the sentence', () => {
    expect(
      wholes('Of our carriers 89% are local and carry 97.3%, 4% sit in the north, 5% in the east and 2% abroad.'),
    ).toEqual(['pass | info | 89% | 4% | 5% | 2%']);
  });

  it('leaves whole percents alone that are a hundred only by rounding', () => {
    expect(wholes('Rail carried 61% of freight, road 31% and ships 7%.')).toEqual([]);
    expect(wholes('Turnover was 21.7%, 44%, 33.6% and 0% in the four depots.')).toEqual([]);
  });

  it('divides the amount beside a percentage by its whole', () => {
    expect(
      digest(
        'text-shares-follow',
        'Of 48,917 tonnes of freight, rail took 63.8% (31,204 tonnes) and road 36.2% (17,713 tonnes).',
      ),
    ).toEqual([
      'pass | warning | 63.8% | 31,204 tonnes | 48,917 tonnes',
      'pass | warning | 36.2% | 17,713 tonnes | 48,917 tonnes',
    ]);
  });

  describe('of parts that a table prints', () => {
    const depots = { 2024: { North: '101,943 GJ', South: '19,379 GJ', Coast: '1,925 GJ', Total: '123,247 GJ' } };
    const say = (text: string) => {
      const rows = Object.entries(depots[2024]).map(([label, figure]) => [`${label} depot`, figure]);
      const table = [['Power', '2024'], ...rows];
      const reading = readExample({ text: [text], table, expect: 'pass' }, pack);
      const rules = pack.rules.filter(({ id }) => id === 'text-shares-follow');
      return check(reading, { ...pack, rules })
        .findings.filter(({ outcome }) => outcome !== 'notApplicable')
        .map(({ outcome, severity, evidence }) => [outcome, severity, ...evidence.map(({ raw }) => raw)].join(' '));
    };

    it('holds the percentages of a sentence against the parts that it names', () => {
      expect(say('The north depot took 82.7% of power, the south depot 15.7% and the coast depot 1.6%.')).toEqual([
        'pass warning 82.7% 101,943 GJ 123,247 GJ',
        'pass warning 15.7% 19,379 GJ 123,247 GJ',
        'pass warning 1.6% 1,925 GJ 123,247 GJ',
      ]);
    });

    it('tells of one that misses by a digit beside others, as worth a look', () => {
      expect(say('The north depot took 82.8% of power, the south depot 15.7% and the coast depot 1.6%.')).toContain(
        'fail info 82.8% 101,943 GJ 123,247 GJ',
      );
    });

    it('takes no change for a share', () => {
      expect(say('The south depot took 15.7% less than before.')).toEqual([]);
    });
  });

  it('believes a sentence that says what a figure is of', () => {
    expect(
      digest('text-shares-follow', 'We hired 1,377 drivers, 612 porters and 1,865 of 4,439 applicants, or 42%.'),
    ).toEqual(['pass | warning | 42% | 1,865 | 4,439']);
  });
});
