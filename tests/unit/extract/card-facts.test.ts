import { describe, expect, it } from 'vitest';
import { readCardFacts } from '../../../src/extract/card-facts.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import { makePage } from '../make-page.ts';
import type { TextSpec } from '../make-page.ts';
import { context } from './vocabulary-for-tests.ts';

const body: TextSpec[] = [400, 413, 426, 439].map((y) => ({
  text: 'Running text in the usual size of the page goes on and on.',
  x: 50,
  y,
}));
const read = (texts: TextSpec[]) =>
  readCardFacts(layOut([makePage({ texts: [...texts, ...body] })]).blocks, context).map((f) => [
    f.number,
    f.unit,
    f.label,
    f.metric,
  ]);

describe('cards of infographics', () => {
  it('gives each large number the caption below it, side by side', () => {
    expect(
      read([
        { text: '4,125', x: 50, y: 100, size: 22 },
        { text: '38.5%', x: 250, y: 100, size: 22 },
        { text: 'Total number of', x: 50, y: 116, size: 9 },
        { text: 'employees (persons)', x: 50, y: 127, size: 9 },
        { text: 'Female employees', x: 250, y: 116, size: 9 },
      ]),
    ).toEqual([
      ['4125', 'person', 'Total number of employees', 'hr.headcount'],
      ['38.5', '%', 'Female employees', 'hr.female_pct'],
    ]);
  });

  it('gives a figure under the caption the same caption, where cards stand in rows', () => {
    const card = (x: number, share: string, words: string, amount: string): TextSpec[] => [
      { text: share, x, y: 100, size: 18 },
      { text: words, x, y: 116, size: 9 },
      { text: amount, x, y: 127, size: 9 },
    ];
    expect(
      read([
        ...card(50, '92.4%', 'Offices', '13,703 t'),
        ...card(200, '5.1%', 'Coolants', '768 t'),
        ...card(350, '2.5%', 'Fuel', '217 t'),
      ]),
    ).toEqual([
      ['92.4', '%', 'Offices', null],
      ['13703', 't', 'Offices', null],
      ['5.1', '%', 'Coolants', null],
      ['768', 't', 'Coolants', null],
      ['2.5', '%', 'Fuel', null],
      ['217', 't', 'Fuel', null],
    ]);
  });

  it('takes a chapter number over its title for no figure', () => {
    expect(
      read([
        { text: '03', x: 50, y: 100, size: 30 },
        { text: 'Climate', x: 50, y: 122, size: 14 },
      ]),
    ).toEqual([]);
  });
});
