import { expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import type { TextSpec } from '../make-page.ts';
import { makePage } from '../make-page.ts';
import { context } from './vocabulary-for-tests.ts';

/** Lines of one column, 14 points apart. */
const column = (x: number, y: number, lines: string[]): TextSpec[] =>
  lines.map((text, i) => ({ text, x, y: y + i * 14 }));

const LEFT = [
  'The plants in the north and in the south were built in two',
  'steps, and both take their water from the river. In the past',
  'year the meters were renewed, and our total water withdrawal',
];
const RIGHT = [
  'amounted to 5,120 m³ in 2023. The lines that were laid anew',
  'in the old part of the town are part of this work as well,',
  'and the last of them will be closed when the year is over.',
];

const factsOf = (pages: Parameters<typeof layOut>[0]) => {
  const { blocks, tables } = layOut(pages);
  return extract(blocks, tables, context, { year: '2024', entity: [] }).facts;
};
const shown = (facts: ReturnType<typeof factsOf>): string[] =>
  facts.map((f) => `${f.page} ${f.number} ${f.label} ${f.metric}`);

it('reads a sentence that goes on in the next column', () => {
  const facts = factsOf([makePage({ texts: [...column(40, 60, LEFT), ...column(360, 60, RIGHT)], width: 700 })]);
  expect(shown(facts)).toEqual(['1 5120 total water withdrawal water.withdrawal']);
  expect(facts[0]!.box[0]).toBeGreaterThan(360);
});

it('reads a sentence that goes on overleaf, and places its figure there', () => {
  const facts = factsOf([
    makePage({ texts: column(40, 700, LEFT) }),
    makePage({ number: 2, texts: column(40, 60, RIGHT) }),
  ]);
  expect(shown(facts)).toEqual(['2 5120 total water withdrawal water.withdrawal']);
});

it('leaves a paragraph alone that ends with its sentence', () => {
  const ended = [...LEFT.slice(0, 2), 'year the meters were renewed at our plants for water there.'];
  const facts = factsOf([makePage({ texts: [...column(40, 60, ended), ...column(360, 60, RIGHT)], width: 700 })]);
  expect(facts.map((f) => f.metric)).toEqual([null]);
});

it('takes a line that begins with a decimal for no bullet', () => {
  const lines = [
    'The share of loans to such companies in all our loans was',
    '0.82%, which is 0.1 percentage points less.',
  ];
  const { blocks } = layOut([makePage({ texts: column(40, 60, lines) })]);
  expect(blocks).toHaveLength(1);
});
