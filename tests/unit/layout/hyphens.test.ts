import { expect, it } from 'vitest';
import { layOut } from '../../../src/layout/lay-out.ts';
import { makePage } from '../make-page.ts';

const textOf = (lines: string[]): string =>
  layOut([makePage({ texts: lines.map((text, i) => ({ text, x: 60, y: 60 + i * 14 })) })])
    .blocks.map((b) => b.text)
    .join(' ');

it.each([
  [['We report on environ-', 'mental matters of the plants.'], 'We report on environmental matters of the plants.'],
  [['All emis-', 'sions of the plants, and emissions of cars.'], 'All emissions of the plants, and emissions of cars.'],
  [['A long-', 'term plan of long days and a short term.'], 'A long-term plan of long days and a short term.'],
  [
    ['We count non-', 'hazardous waste; hazardous waste is non toxic.'],
    'We count non-hazardous waste; hazardous waste is non toxic.',
  ],
])('%s', (lines, text) => expect(textOf(lines)).toBe(text));
